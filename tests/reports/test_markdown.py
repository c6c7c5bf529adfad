"""Markdown that shows a plan's text as text."""

import re

from duibiao.reports.format import Options
from duibiao.reports.markdown import escape, render
from duibiao.reports.view import arrange
from tests.reports import fixed


def test_text_of_a_plan_is_never_markup() -> None:
    text = render(arrange(fixed.single(fixed.hostile())), Options())
    assert "<script" not in text
    assert "<img" not in text
    assert r"\*\*加粗\*\*" in text
    assert set(re.findall(r"</?(\w+)", text)) <= {"b", "br", "sub"}


def test_every_row_of_a_table_has_the_same_columns() -> None:
    text = render(arrange(fixed.everything()), Options(everything=True))
    tables = re.findall(r"(?:^\|.*\n)+", text, flags=re.MULTILINE)
    assert len(tables) > 5
    for table in tables:
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1


def test_differing_words_are_bold() -> None:
    text = render(arrange(fixed.single(fixed.lowered())), Options())
    assert "<b>2022年</b>" in text
    assert "<b>2025年</b>" in text


def test_escaping_leaves_chinese_alone() -> None:
    assert escape("“十四五”末，达到90%。") == "“十四五”末，达到90%。"
    assert escape("a|b_c") == r"a\|b\_c"
    assert escape("1 < 2 & 3") == "1 &lt; 2 &amp; 3"
