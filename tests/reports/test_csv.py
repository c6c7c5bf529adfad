"""The table of plain text that a spreadsheet opens with a double click."""

import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duibiao.model.report import Run, Verdict
from duibiao.reports.csv import render
from duibiao.reports.format import Options
from duibiao.reports.view import arrange
from tests.reports import fixed

OBEYED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rows(run: Run, language: str = "zh") -> list[dict[str, str]]:
    text = render(arrange(run), Options(language=language))
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))


def with_passage(text: str) -> Run:
    return fixed.single(
        fixed.finding(fixed.requirement(1, text, text), Verdict.COVERED, evidence=(fixed.passage(text, 0),))
    )


def test_a_spreadsheet_knows_it_for_utf8() -> None:
    assert render(arrange(fixed.single()), Options()).encode().startswith(b"\xef\xbb\xbf")


def test_every_finding_is_a_row_in_baseline_order_and_every_unreadable_plan() -> None:
    table = rows(fixed.everything())
    assert [row["编号"] for row in table] == [f"QS-{n:03d}" for n in range(1, 12)] + ["", "QS-001", "QS-002"]
    assert table[11]["结论"] == "无法读取"
    assert "扫描件" in table[11]["理由"]


def test_several_passages_and_reasons_stand_on_lines_of_one_cell() -> None:
    row = rows(fixed.single(fixed.lowered()))[0]
    assert len(row["方案原文"].split("\n")) == len(row["方案位置"].split("\n")) == len(row["理由"].split("\n")) == 2


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-5%", "@SUM(A1)", "\t=1", "\r\n=1", "  =1", "＝1＋1", '=HYPERLINK("http://x","y")']
)
def test_text_of_a_plan_is_never_a_formula(text: str) -> None:
    row = rows(with_passage(text))[0]
    assert row["方案原文"].startswith("'")
    assert row["上级要求原文"].startswith("'")


def test_a_number_of_ours_and_plain_text_are_left_alone() -> None:
    row = rows(fixed.single(fixed.exceeded()))[0]
    assert row["把握"] == "0.877"
    assert row["方案原文"] == "2024年底前,培训养老护理员6万名。"


@settings(deadline=None)  # a busy machine is no fault
@given(st.text())
def test_no_text_whatever_begins_a_cell_that_is_obeyed(text: str) -> None:
    for row in rows(with_passage(text)):
        assert len(row) == 16
        assert not any(cell.lstrip(" ").startswith(OBEYED) for cell in row.values())
