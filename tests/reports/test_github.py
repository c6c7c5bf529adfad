"""Annotations: few, escaped, and never a command that a plan's text made."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from duibiao.model.message import Message
from duibiao.model.report import Checked, Run, Severity, Unreadable, Verdict
from duibiao.reports.format import Options
from duibiao.reports.github import MOST, render
from duibiao.reports.view import arrange
from tests.reports import fixed

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)", re.DOTALL)


def lines(run: Run, language: str = "zh") -> list[str]:
    return render(arrange(run), Options(language=language)).splitlines()


def annotations(run: Run) -> list[tuple[str, dict[str, str], str]]:
    found = []
    for line in lines(run)[:-1]:
        match = COMMAND.fullmatch(line)
        assert match, line
        given = dict(pair.split("=", 1) for pair in match[2].split(","))
        found.append((match[1], given, match[3]))
    return found


def test_the_worst_come_first_and_the_last_line_counts() -> None:
    kinds = [kind for kind, _, _ in annotations(fixed.everything())]
    assert kinds == [
        "error",
        "error",
        "error",
        "error",
        "warning",
        "notice",
        "notice",
        "warning",
    ]  # an observation is last
    assert "无法读取" in lines(fixed.everything())[0]
    assert lines(fixed.everything())[-1].startswith("3 份方案合计：落实 3")


def test_at_most_ten_are_shown_and_the_rest_counted() -> None:
    run = fixed.single(*(replace(fixed.omitted(), requirement=fixed.requirement(n, "x", "y")) for n in range(1, 31)))
    assert len(lines(run)) == MOST + 1
    assert "共 30 项弱化或缺失，已标注最严重的 10 项" in lines(run)[-1]


def test_many_unreadable_plans_leave_room_for_the_count() -> None:
    scans = (fixed.unreadable(),) * 30
    assert len(lines(replace(fixed.everything(), reports=scans))) == MOST + 1


def test_many_unreadable_plans_leave_room_for_findings() -> None:
    findings = tuple(replace(fixed.omitted(), requirement=fixed.requirement(n, "x", "y")) for n in range(1, 31))
    run = fixed.single(*findings)
    shown = lines(replace(run, reports=((fixed.unreadable(),) * 30 + run.reports)))
    assert len(shown) == MOST + 1
    assert sum("无法读取" in line for line in shown[:-1]) == MOST // 2


def test_waived_and_covered_are_not_annotated() -> None:
    assert len(lines(fixed.single(fixed.waived(), fixed.covered(), fixed.not_applicable()))) == 1
    assert "没有弱化或缺失的要求" in lines(fixed.single(fixed.covered()))[0]


def test_lines_are_given_where_an_editor_shows_them() -> None:
    assert "line" not in annotations(fixed.single(fixed.lowered()))[0][1]
    given = annotations(fixed.in_plain_text())
    assert (given[0][1]["file"], given[0][1]["line"]) == ("plans/云岭市/草案 1.txt", "43")
    assert (given[3][1]["line"], given[3][1]["endLine"]) == ("45", "46")


def test_what_could_end_a_property_or_a_line_is_escaped() -> None:
    plan = replace(fixed.PLAN, path="a:b,c%d::error.txt")
    run = replace(fixed.single(), reports=(Checked(plan=plan, baseline="qs-care-2021", findings=(fixed.lowered(),)),))
    (line,) = lines(run)[:-1]
    assert "file=a%3Ab%2Cc%25d%3A%3Aerror.txt," in line
    assert "80%25左右" in line


def test_long_texts_are_cut_around_what_differs() -> None:
    (line,) = lines(fixed.single(fixed.endless()))[:-1]
    assert len(line) < 1500


@settings(deadline=None)  # a busy machine is no fault
@given(st.text(), st.text(), st.sampled_from(list(Severity)))
def test_no_text_whatever_begins_a_command(text: str, path: str, severity: Severity) -> None:
    plan = replace(fixed.PLAN, path=path, title=text)
    finding = fixed.finding(
        fixed.requirement(1, text, text),
        Verdict.WEAKENED,
        severity,
        fixed.reason("W104", "deadline-dropped", Message(text, text)),
        evidence=(fixed.passage(text, 0),),
    )
    unreadable = Unreadable(plan=plan, code="scan", message=Message(text, text), advice=Message(text, text))
    run = replace(
        fixed.single(), reports=(Checked(plan=plan, baseline="qs-care-2021", findings=(finding,)), unreadable)
    )
    text_of_all = render(arrange(run), Options())
    assert "\r" not in text_of_all
    first, second, summary = text_of_all.rstrip("\n").split("\n")
    assert first.startswith("::error file=")
    assert second.startswith(("::error file=", "::warning file=", "::notice file="))
    assert "::" not in summary
    assert "##[" not in summary
