"""duibiao diff on the real stages: two reports, two drafts, exit codes, wrong usage."""

import json
from pathlib import Path

import pytest

from duibiao.commands.messages import HELP
from duibiao.reports.changes.registry import FORMATS
from tests.commands.conftest import PLAN, Program


@pytest.fixture
def drafts(folder: Path) -> Path:
    """An older draft that keeps to the date, and a newer one that does not."""
    (folder / "v1.txt").write_text(PLAN.replace("2027年", "2025年"), "utf-8")
    (folder / "v2.txt").write_text(PLAN, "utf-8")
    return folder


@pytest.fixture
def reports(duibiao: Program, drafts: Path) -> Path:
    for name in ("v1", "v2"):
        duibiao("check", f"{name}.txt", "-b", "b.yaml", "-o", f"{name}.json", "--fail-on", "never")
    return drafts


@pytest.mark.usefixtures("drafts")
def test_two_drafts_are_compared_against_a_baseline(duibiao: Program) -> None:
    done = duibiao("diff", "v1.txt", "v2.txt", "-b", "b.yaml")
    assert (done.code, done.err) == (1, "")
    assert "变差 1" in done.out
    assert "+ W103" in done.out
    assert "【2025】" in done.out
    assert "【2027】" in done.out


@pytest.mark.usefixtures("reports")
def test_two_reports_say_the_same_as_two_drafts(duibiao: Program) -> None:
    drafts = duibiao("diff", "v1.txt", "v2.txt", "-b", "b.yaml", "-f", "json").out
    assert duibiao("diff", "v1.json", "v2.json", "-f", "json").out == drafts


FAIL_ON = [
    ("v1.json", "v2.json", "error", 1),
    ("v1.json", "v2.json", "never", 0),
    ("v2.json", "v1.json", "note", 0),
    ("v2.json", "v2.json", "note", 0),
]


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize(("old", "new", "fail_on", "code"), FAIL_ON)
def test_fail_on_decides_the_exit_code(duibiao: Program, old: str, new: str, fail_on: str, code: int) -> None:
    assert duibiao("diff", old, new, "--fail-on", fail_on).code == code


def test_a_draft_that_cannot_be_read_is_3_and_told(duibiao: Program, drafts: Path) -> None:
    (drafts / "v2.txt").write_bytes(b"")
    done = duibiao("diff", "v1.txt", "v2.txt", "-b", "b.yaml")
    assert done.code == 3
    assert "错误：v2.txt：" in done.err
    assert "未作对比" in done.out


def test_several_formats_fill_a_folder_and_the_screen_stays(duibiao: Program, reports: Path) -> None:
    done = duibiao("diff", "v1.json", "v2.json", "-f", "terminal", "-f", "json", "-f", "markdown", "-o", "out")
    assert "变差 1" in done.out
    assert sorted(path.name for path in (reports / "out").iterdir()) == ["diff.json", "diff.md"]
    assert json.loads((reports / "out" / "diff.json").read_text("utf-8"))["schema"] == "duibiao-diff/1"


def test_the_name_of_the_output_asks_for_its_format(duibiao: Program, reports: Path) -> None:
    duibiao("diff", "v1.json", "v2.json", "-o", "x.md")
    assert (reports / "x.md").read_text("utf-8").startswith("# 前后对比")


@pytest.mark.usefixtures("reports")
def test_what_is_unchanged_is_listed_when_asked(duibiao: Program) -> None:
    assert "QS-001" not in duibiao("diff", "v1.json", "v2.json").out
    assert "QS-001" in duibiao("diff", "v1.json", "v2.json", "--all").out


def test_the_schema_is_printed_without_a_report(duibiao: Program) -> None:
    assert json.loads(duibiao("diff", "--report-schema").out)["$id"] == "urn:duibiao:diff:1"


def test_the_formats_named_in_the_help_are_those_there_are() -> None:
    for language in ("zh", "en"):
        assert ", ".join(FORMATS) in HELP["diff.formats"].say(language)


REFUSED: list[tuple[list[str], str]] = [
    (["v1.txt", "v2.txt"], "不是 json 报告"),
    (["nowhere.json", "v2.json"], "没有找到 nowhere.json"),
    (["plans", "v2.json"], "无法读取 plans"),
    (["v1.txt", "nowhere.txt", "-b", "b.yaml"], "nowhere.txt"),
    (["v1.json", "v2.json", "--level", "city"], "--level"),
    (["v1.json", "v2.json", "-f", "sarif"], "sarif"),
    (["v1.json", "v2.json", "-f", "json", "-o", "v1.json"], "不会被覆盖"),
    (["v1.json"], "缺少 NEW"),
]


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize(("arguments", "told"), REFUSED)
def test_wrong_usage_is_two_lines_and_2(duibiao: Program, arguments: list[str], told: str) -> None:
    done = duibiao("diff", *arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err.splitlines()[0]
    assert len(done.err.splitlines()) <= 2
