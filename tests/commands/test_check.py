"""duibiao check: what is parsed, what goes where, which code is returned. The stages are stood in for."""

import json
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import duibiao.check as engine
from duibiao.model.baseline import Baseline
from duibiao.model.document import Level
from duibiao.model.limits import Limits
from duibiao.model.report import Checked, Finding, Unreadable
from tests.commands.conftest import Done, Program
from tests.reports import fixed

Call = tuple[str, Any]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    """Every plan is checked with a finding of each kind; what the engine was asked is kept."""
    return stand_in(monkeypatch, *fixed.findings())


def stand_in(monkeypatch: pytest.MonkeyPatch, *findings: Finding, unreadable: Sequence[str] = ()) -> list[Call]:
    asked: list[Call] = []

    def check_file(
        path: Path, shown: str, baselines: Sequence[Baseline], given: Any, _: Limits
    ) -> tuple[Checked | Unreadable, ...]:
        assert path.is_file()
        asked.append((shown, given))
        plan = replace(fixed.PLAN, path=shown)
        if shown in unreadable:
            return (replace(fixed.unreadable(), plan=plan),)
        return tuple(Checked(plan=plan, baseline=baseline.id, findings=findings) for baseline in baselines)

    monkeypatch.setattr(engine, "check_file", check_file)
    return asked


def test_findings_go_to_standard_output_and_nothing_else_does(duibiao: Program, calls: list[Call]) -> None:
    done = duibiao("check", "plans/一.txt", "-b", "b.yaml")
    assert (done.code, done.err) == (1, "")
    assert "弱化 4" in done.out
    assert "\x1b" not in done.out
    assert [shown for shown, _ in calls] == ["plans/一.txt"]


def test_a_folder_is_walked_and_names_are_relative(duibiao: Program, calls: list[Call], folder: Path) -> None:
    duibiao("check", str(folder / "plans"), "-b", "b.yaml", "-f", "json")
    assert [shown for shown, _ in calls] == ["plans/一.txt", "plans/三.txt", "plans/二.txt"]


def test_what_is_given_reaches_the_engine(duibiao: Program, calls: list[Call]) -> None:
    duibiao(
        "check", "plans/一.txt", "-b", "b.yaml", "--level", "city", "--region", "青山省云岭市", "--issued", "2021-11-05"
    )
    given = calls[0][1]
    assert (given.level, given.region, given.issued) == (Level.CITY, "青山省云岭市", "2021-11-05")


@pytest.mark.usefixtures("calls")
def test_several_formats_in_one_run(duibiao: Program, folder: Path) -> None:
    done = duibiao("check", "plans", "-b", "b.yaml", "-f", "terminal", "-f", "json", "-f", "markdown", "-o", "out")
    assert "汇总" in done.out
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["report.json", "report.md"]
    assert done.err.splitlines() == ["已写入 out/report.json", "已写入 out/report.md"]
    data = json.loads((folder / "out" / "report.json").read_text("utf-8"))
    assert [report["plan"]["path"] for report in data["reports"]] == ["plans/一.txt", "plans/三.txt", "plans/二.txt"]


@pytest.mark.usefixtures("calls")
def test_one_format_writes_the_file_that_is_named(duibiao: Program, folder: Path) -> None:
    done = duibiao("check", "plans", "-b", "b.yaml", "-f", "json", "-o", "x.out", "-q")
    assert (done.out, done.err) == ("", "")
    assert json.loads((folder / "x.out").read_text("utf-8"))["schema"] == "duibiao/1"


@pytest.mark.usefixtures("calls")
def test_the_name_of_the_output_asks_for_its_format(duibiao: Program, folder: Path) -> None:
    duibiao("check", "plans", "-b", "b.yaml", "-o", "x.md")
    assert (folder / "x.md").read_text("utf-8").startswith("# 对标报告")


@pytest.mark.usefixtures("calls")
def test_a_second_run_writes_the_same_bytes(duibiao: Program, folder: Path) -> None:
    for name in ("1", "2"):
        duibiao("check", "plans", "-b", "b.yaml", "-f", "json", "-f", "markdown", "-o", name)
    for name in ("report.json", "report.md"):
        assert (folder / "1" / name).read_bytes() == (folder / "2" / name).read_bytes()


FAIL_ON = [
    ((fixed.lowered(),), "error", 1),
    ((fixed.softened(),), "error", 0),
    ((fixed.softened(),), "warning", 1),
    ((fixed.endless(),), "warning", 0),
    ((fixed.endless(),), "note", 1),
    ((fixed.lowered(),), "never", 0),
    ((fixed.covered(), fixed.exceeded(), fixed.not_applicable()), "note", 0),
    ((fixed.waived(),), "note", 0),
]


@pytest.mark.parametrize(("findings", "fail_on", "code"), FAIL_ON)
def test_fail_on_decides_the_exit_code(
    duibiao: Program, monkeypatch: pytest.MonkeyPatch, findings: tuple[Finding, ...], fail_on: str, code: int
) -> None:
    stand_in(monkeypatch, *findings)
    assert duibiao("check", "plans/一.txt", "-b", "b.yaml", "--fail-on", fail_on).code == code


def test_error_is_the_default_of_fail_on(duibiao: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, fixed.softened())
    assert duibiao("check", "plans/一.txt", "-b", "b.yaml").code == 0


def test_an_unreadable_plan_is_3_and_findings_beat_it(duibiao: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, fixed.lowered(), unreadable=["plans/三.txt"])
    assert duibiao("check", "plans", "-b", "b.yaml").code == 1
    assert duibiao("check", "plans", "-b", "b.yaml", "--fail-on", "never").code == 3
    assert duibiao("check", "plans/三.txt", "-b", "b.yaml").code == 3


def test_an_unreadable_plan_is_told_where_the_report_goes_elsewhere(
    duibiao: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, fixed.covered(), unreadable=["plans/三.txt"])
    filed = duibiao("check", "plans", "-b", "b.yaml", "-f", "json", "-o", "x.json", "-q").err.splitlines()
    assert filed[0].startswith("错误：plans/三.txt：")
    assert filed[1].startswith("办法：")
    shown = duibiao("check", "plans", "-b", "b.yaml")
    assert "扫描件" in shown.out
    assert shown.err == ""


class Screen(StringIO):
    """A standard error that somebody watches."""

    def isatty(self) -> bool:
        return True


@pytest.mark.usefixtures("calls")
@pytest.mark.parametrize(("more", "watched"), [([], True), (["-q"], False)])
def test_progress_is_for_those_who_watch(
    duibiao: Program, monkeypatch: pytest.MonkeyPatch, more: list[str], *, watched: bool
) -> None:
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    done = duibiao("check", "plans", "-b", "b.yaml", "-f", "json", *more)
    assert json.loads(done.out)["schema"] == "duibiao/1"
    assert ("/3" in screen.getvalue()) is watched


def test_a_bug_in_one_plan_does_not_lose_the_others(duibiao: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, fixed.covered())
    whole = engine.check_file

    def breaking(path: Path, shown: str, *more: Any) -> Any:
        if shown == "plans/三.txt":
            raise ZeroDivisionError("secret text of the plan")
        return whole(path, shown, *more)

    monkeypatch.setattr(engine, "check_file", breaking)
    done = duibiao("check", "plans", "-b", "b.yaml", "-f", "json")
    reports = json.loads(done.out)["reports"]
    assert [report["status"] for report in reports] == ["checked", "unreadable", "checked"]
    assert reports[1]["error"]["code"] == "internal"
    assert "secret" not in done.out + done.err
    assert done.code == 3
    assert "ZeroDivisionError: secret" in duibiao("check", "plans", "-b", "b.yaml", "-v").err


@pytest.mark.usefixtures("calls")
def test_all_lists_the_rest(duibiao: Program) -> None:
    assert "QS-001" not in duibiao("check", "plans/一.txt", "-b", "b.yaml").out
    assert "QS-001" in duibiao("check", "plans/一.txt", "-b", "b.yaml", "--all").out


@pytest.mark.usefixtures("calls")
def test_quiet_leaves_hints_out_and_verbose_names_each_plan(duibiao: Program) -> None:
    assert "--all" in duibiao("check", "plans/一.txt", "-b", "b.yaml").out
    assert "--all" not in duibiao("check", "plans/一.txt", "-b", "b.yaml", "-q").out
    assert "检查 plans/二.txt" in duibiao("check", "plans", "-b", "b.yaml", "-v").err


@pytest.mark.usefixtures("calls")
def test_unverified_requirements_are_told(duibiao: Program, folder: Path) -> None:
    text = (folder / "b.yaml").read_text("utf-8").replace("verified: true", "verified: false")
    (folder / "b.yaml").write_text(text, "utf-8")
    assert "2 项要求尚未与原文核对" in duibiao("check", "plans/一.txt", "-b", "b.yaml").err


@pytest.mark.usefixtures("calls")
def test_two_baselines_give_two_reports_of_one_plan(duibiao: Program, folder: Path) -> None:
    other = (folder / "b.yaml").read_text("utf-8").replace("qs-care-2021", "cn-care-2021")
    (folder / "c.yaml").write_text(other, "utf-8")
    data = json.loads(duibiao("check", "plans/一.txt", "-b", "b.yaml", "-b", "c.yaml", "-f", "json").out)
    assert [baseline["id"] for baseline in data["baselines"]] == ["qs-care-2021", "cn-care-2021"]
    assert [report["baseline"] for report in data["reports"]] == ["qs-care-2021", "cn-care-2021"]


@pytest.mark.usefixtures("calls")
def test_colours_are_for_screens_only(duibiao: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in duibiao("check", "plans/一.txt", "-b", "b.yaml").out
    assert "\x1b[" not in duibiao("check", "plans/一.txt", "-b", "b.yaml", "--no-color").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in duibiao("check", "plans/一.txt", "-b", "b.yaml").out


REFUSED: list[tuple[list[str], str]] = [
    (["nowhere.txt", "-b", "b.yaml"], "nowhere.txt"),
    (["plans/一.txt", "-b", "nowhere.yaml"], "nowhere.yaml"),
    (["plans/一.txt", "-b", "b.yaml", "-f", "yaml"], "yaml"),
    (["plans/一.txt", "-b", "b.yaml", "--issued", "2022年"], "2022年"),
    (["plans/一.txt", "-b", "b.yaml", "--level", "town"], "national|province|city|county"),
    (["plans/一.txt", "-b", "b.yaml", "--fail-on", "some"], "error|warning|note|never"),
    (["plans/一.txt", "-b", "b.yaml", "-o", "no/such/folder.json"], "no/such"),
    (["plans/一.txt", "-b", "b.yaml", "-f", "json", "-o", "plans"], "plans 是文件夹"),
    (["plans/一.txt", "-b", "b.yaml", "-f", "json", "-o", "plans/一.txt"], "不会被覆盖"),
    (["plans/一.txt", "-b", "b.yaml", "-f", "json", "-o", "b.yaml"], "不会被覆盖"),
    (["plans/一.txt", "-b", "b.yaml", "--lang", "fr"], "--lang"),
    ([], "缺少 PLAN…"),
    (["plans/一.txt", "-b"], "-b"),
    (["plans/一.txt", "-b", "b.yaml", "--colour"], "--colour"),
]


@pytest.mark.parametrize(("arguments", "told"), REFUSED)
def test_wrong_usage_is_two_lines_and_2(
    duibiao: Program, calls: list[Call], folder: Path, arguments: list[str], told: str
) -> None:
    before = snapshot(folder)
    done = duibiao("check", *arguments)
    assert (done.code, done.out) == (2, "")
    what, *advice = done.err.splitlines()
    assert what.startswith("错误：")
    assert told in what
    assert len(advice) <= 1
    assert "Traceback" not in done.err
    assert calls == []
    assert snapshot(folder) == before


def test_faults_of_a_baseline_are_all_listed_with_file_and_line(duibiao: Program, folder: Path) -> None:
    (folder / "bad.yaml").write_text(
        "schema: 1\nbaseline: {id: x}\nrequirements:\n  - {id: A-1}\n  - {id: A-2, text: 建立制度, mood: good}\n",
        "utf-8",
    )
    done = duibiao("check", "plans/一.txt", "-b", "bad.yaml")
    assert (done.code, done.out) == (2, "")
    assert "bad.yaml:4" in done.err
    assert "bad.yaml:5" in done.err


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def first_line(done: Done) -> str:
    return done.err.splitlines()[0]


def test_messages_speak_the_language_asked_for(duibiao: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    assert first_line(duibiao("check", "x", "-b", "b.yaml", "--lang", "en")).startswith("Error: ")
    assert first_line(duibiao("--lang=en", "check", "x", "-b", "b.yaml")).startswith("Error: ")
    monkeypatch.setenv("DUIBIAO_LANG", "en")
    assert first_line(duibiao("check", "x", "-b", "b.yaml")).startswith("Error: ")
    assert first_line(duibiao("check", "x", "-b", "b.yaml", "--lang", "zh")).startswith("错误：")


def test_the_schema_of_the_report_is_printed_without_a_plan(duibiao: Program) -> None:
    done = duibiao("check", "--report-schema")
    assert done.code == 0
    assert json.loads(done.out)["$id"] == "urn:duibiao:report:1"
