"""Which files result, and what goes to the screen."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from duibiao.model.errors import OutputError, UsageError
from duibiao.model.report import Run
from duibiao.reports.deliver import arrange_delivery, in_files, on_screen
from duibiao.reports.format import Format, Options
from duibiao.reports.view import View, arrange
from tests.reports import fixed

SCREEN = Format(name="screen", suffix=".txt", screen=True)
WHOLE = Format(name="whole", suffix=".one")
EACH = Format(name="each", suffix=".html", per_plan=True)
BINARY = Format(name="binary", suffix=".bin")
NOTES = Format(name="notes", suffix=".notes", per_plan=True, annotates=True)


def paint(form: Format, view: View, options: Options) -> str | bytes | None:
    if form is NOTES and not view.checked:
        return None
    if form is BINARY:
        return b"\x00"
    plans = ",".join(sheet.plan.path for sheet in view.sheets)
    return f"{form.name}:{plans}:{options.colour}:{options.width}"


def names(formats: list[Format], target: Path, run: Run) -> list[str]:
    view = arrange(run)
    delivery = arrange_delivery(formats, target, plans=view.plans, inputs=[])
    return [path.relative_to(target.parent).as_posix() for path in in_files(delivery, view, Options(), paint)]


def test_one_format_for_all_plans_is_a_file(tmp_path: Path) -> None:
    assert names([WHOLE], tmp_path / "out", fixed.everything()) == ["out"]


def test_one_plan_in_a_format_per_plan_is_a_file(tmp_path: Path) -> None:
    assert names([EACH], tmp_path / "x.html", fixed.single()) == ["x.html"]


def test_several_formats_fill_a_folder(tmp_path: Path) -> None:
    assert names([WHOLE, BINARY], tmp_path / "out", fixed.everything()) == ["out/report.one", "out/report.bin"]


def test_files_per_plan_mirror_the_plans_and_keep_their_full_names(tmp_path: Path) -> None:
    assert names([EACH], tmp_path / "out", fixed.everything()) == [
        "out/plans/云岭市/实施方案[终稿].docx.html",
        "out/plans/扫描件.pdf.html",
        "out/plans/临川县.txt.html",
    ]


def test_a_plan_that_has_no_such_file_is_passed_over(tmp_path: Path) -> None:
    assert names([NOTES], tmp_path / "out", fixed.everything()) == [
        "out/plans/云岭市/实施方案[终稿].docx.notes",
        "out/plans/临川县.txt.notes",
    ]


def test_comments_want_an_output_even_for_one_plan() -> None:
    with pytest.raises(UsageError, match="notes"):
        arrange_delivery([NOTES], None, plans=1, inputs=[])


def test_a_plan_against_two_baselines_is_one_file(tmp_path: Path) -> None:
    assert len(names([EACH], tmp_path / "out", fixed.layered())) == 2


def test_two_plans_of_one_name_both_get_a_file(tmp_path: Path) -> None:
    report = fixed.single().reports[0]
    run = replace(fixed.single(), reports=(report, report))
    assert len(set(names([EACH], tmp_path / "out", run))) == 2


def test_the_screen_stays_the_screen_beside_a_file(tmp_path: Path) -> None:
    delivery = arrange_delivery([SCREEN, WHOLE], tmp_path / "out", plans=3, inputs=[])
    assert (delivery.screen, delivery.filed, delivery.file) == ((SCREEN,), (WHOLE,), tmp_path / "out")


def test_the_screen_alone_goes_into_the_file_asked_for(tmp_path: Path) -> None:
    delivery = arrange_delivery([SCREEN], tmp_path / "out", plans=1, inputs=[])
    assert (delivery.screen, delivery.file) == ((), tmp_path / "out")


def test_without_output_formats_follow_one_another() -> None:
    delivery = arrange_delivery([SCREEN, WHOLE, WHOLE], None, plans=3, inputs=[])
    painted = list(on_screen(delivery, arrange(fixed.single()), Options(), paint))
    assert [text.split(":")[0] for text in painted] == ["screen", "whole"]


def test_what_is_no_text_wants_an_output() -> None:
    delivery = arrange_delivery([BINARY], None, plans=1, inputs=[])
    with pytest.raises(UsageError, match="binary"):
        list(on_screen(delivery, arrange(fixed.single()), Options(), paint))


def test_a_file_per_plan_wants_an_output_where_there_are_several() -> None:
    with pytest.raises(UsageError):
        arrange_delivery([EACH], None, plans=2, inputs=[])
    assert arrange_delivery([EACH], None, plans=1, inputs=[]).screen == (EACH,)


def test_files_are_plain_and_as_wide_on_every_machine(tmp_path: Path) -> None:
    delivery = arrange_delivery([SCREEN], tmp_path / "out", plans=1, inputs=[])
    content = in_files(delivery, arrange(fixed.single()), Options(colour="truecolor", width=33), paint)
    assert content[tmp_path / "out"].decode().endswith(":None:100")


def test_a_name_that_is_no_unicode_is_written_all_the_same(tmp_path: Path) -> None:
    delivery = arrange_delivery([WHOLE], tmp_path / "out", plans=1, inputs=[])
    content = in_files(delivery, arrange(fixed.single()), Options(), lambda *_: '"\udc80"')
    assert content[tmp_path / "out"] == b'"\\udc80"'


@pytest.mark.parametrize("formats", [[WHOLE], [WHOLE, BINARY]], ids=["file", "folder"])
def test_a_folder_that_is_not_there_is_told_before_anything_is_read(tmp_path: Path, formats: list[Format]) -> None:
    with pytest.raises(OutputError, match="no folder"):
        arrange_delivery(formats, tmp_path / "no" / "out", plans=1, inputs=[])


def test_a_folder_where_a_file_results_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder"):
        arrange_delivery([WHOLE], tmp_path, plans=1, inputs=[])


def test_a_file_where_several_result_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(OutputError, match="is a file"):
        arrange_delivery([WHOLE, BINARY], tmp_path / "out", plans=1, inputs=[])


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("x")
    (tmp_path / "link").symlink_to(plan)
    for target in (plan, tmp_path / "link"):
        with pytest.raises(OutputError, match="never overwritten"):
            arrange_delivery([WHOLE], target, plans=1, inputs=[plan])
