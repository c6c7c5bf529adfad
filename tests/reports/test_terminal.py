"""What the terminal shows at any width, with and without colours."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.model.report import Run, Severity, Verdict
from duibiao.reports.format import Options
from duibiao.reports.styled import shares
from duibiao.reports.terminal import render
from duibiao.reports.text import cells
from duibiao.reports.view import arrange
from tests.reports import fixed

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def painted(run: Run, options: Options | None = None) -> str:
    return render(arrange(run), options or Options(width=80))


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_screen(width: int, language: str, *, everything: bool) -> None:
    text = painted(fixed.everything(), Options(width=width, language=language, everything=everything))
    assert [line for line in text.splitlines() if cells(line) > width] == []


def test_colours_change_nothing_but_marks_and_bars() -> None:
    run = fixed.single(fixed.omitted(), fixed.covered())
    plain = painted(run, Options(width=80))
    coloured = ESCAPES.sub("", painted(run, Options(width=80, colour="standard")))
    details = [text[text.index("缺失 1  错误") :].splitlines() for text in (plain, coloured)]
    assert details[0] == details[1]


def test_without_colours_there_is_no_escape_sequence_at_all() -> None:
    assert "\x1b" not in painted(fixed.everything())


def test_nothing_in_a_plan_is_obeyed() -> None:
    text = painted(fixed.single(fixed.hostile()), Options(width=100, colour="truecolor"))
    assert "\x1b[31m" not in ESCAPES.sub("", text)
    assert "[bold]台账[/bold]" in ESCAPES.sub("", text)
    assert "[link=x]要求[/link]" in ESCAPES.sub("", text)
    assert not set(ESCAPES.sub("", text)) & {"\x1b", "\x07", "\u202e", "\r"}


@given(st.text(max_size=80))
def test_any_text_is_shown_as_text(text: str) -> None:
    evidence = fixed.passage(text or "x", 0)
    run = fixed.single(
        fixed.finding(fixed.requirement(1, text, text), Verdict.WEAKENED, Severity.ERROR, evidence=(evidence,))
    )
    assert not set(painted(run)) & {"\x1b", "\x07", "\x00", "\r", "\u202e"}


def test_a_coloured_bar_is_as_long_as_a_plain_one() -> None:
    coloured = painted(fixed.single(), Options(width=80, colour="standard")).splitlines()
    bars = [ESCAPES.sub("", line) for line in coloured if re.search(r"\x1b\[\d+m {3,}\x1b\[0m", line)]
    assert [len(bar) for bar in bars] == [64]


def test_no_line_ends_with_a_space() -> None:
    for language in ("zh", "en"):
        text = painted(fixed.everything(), Options(width=80, language=language, everything=True))
        assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_a_mark_beside_a_line_break_keeps_its_distance() -> None:
    row = fixed.passage("新建城区配建达标率\n70\n100\n市民政局", 1)
    required = fixed.requirement(1, "配建达标率", "配建达标率达到90%")
    more = fixed.reason("S201", "target-higher", fixed.OMITTED, found="100", inside=row)
    found = fixed.finding(required, Verdict.WEAKENED, Severity.ERROR, more, evidence=(row,))
    text = painted(fixed.single(found), Options(width=160))
    assert "70 【100】 市民政局" in text


def test_marks_are_brackets_where_there_are_no_colours() -> None:
    text = painted(fixed.single(fixed.lowered()))
    assert "【2022年】" in text
    assert "【2025年】" in text


def test_only_what_must_be_mended_is_listed_unless_all_is_asked() -> None:
    run = fixed.single()
    assert "QS-001" not in painted(run)
    assert "另有 加码 1、落实 2、不适用 1 未列出" in painted(run)
    everything = painted(run, Options(width=80, everything=True))
    assert all(f"QS-{number:03d}" in everything for number in range(1, 12))


def test_weakened_comes_before_omitted() -> None:
    text = painted(fixed.single())
    assert text.index("QS-003") < text.index("QS-007")


def test_hints_can_be_left_out() -> None:
    assert "--all" in painted(fixed.single())
    assert "--all" not in painted(fixed.single(), Options(width=80, hints=False))


def test_an_unreadable_plan_says_what_to_do() -> None:
    text = painted(fixed.everything())
    assert "这份 PDF 是扫描件" in text
    assert "办法：请用带文字层的版本" in text


def test_several_plans_end_with_a_summary() -> None:
    last = painted(fixed.everything(), Options(width=100, hints=False)).splitlines()[-5:]
    assert last[0].split() == ["汇总", "落实", "加码", "弱化", "缺失", "不适用", "待复核"]
    assert last[-1].split()[-6:] == ["3", "2", "4", "3", "1", "1"]
    assert last[-1].startswith("3 份方案合计")


def test_a_plan_without_faults_says_so() -> None:
    assert "没有弱化或缺失的要求" in painted(fixed.single(fixed.covered()))


@given(st.lists(st.integers(0, 300), min_size=1, max_size=6), st.integers(10, 100))
def test_a_bar_shows_everything_that_occurs(counts: list[int], width: int) -> None:
    sizes = shares(counts, width)
    assert all((size > 0) == (count > 0) for size, count in zip(sizes, counts, strict=True))
    assert sum(sizes) == (width if sum(counts) else 0)
