"""The workbook: text stays text, nothing depends on the clock, links lead somewhere."""

import re
import zipfile
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from duibiao.model.errors import OutputError
from duibiao.model.report import Checked, Run, Verdict
from duibiao.reports import grid
from duibiao.reports.format import Options
from duibiao.reports.view import arrange
from duibiao.reports.xlsx import render
from tests.reports import fixed
from tests.reports.workbook import opened


def book(run: Run, language: str = "zh") -> Any:
    return opened(render(arrange(run), Options(language=language)))


def with_text(text: str) -> Run:
    requirement = fixed.requirement(1, text, text)
    return fixed.single(fixed.finding(requirement, Verdict.COVERED, evidence=(fixed.passage(text, 0),)))


def column(sheet: Any, head: str) -> list[Any]:
    (at,) = (cell.column for cell in sheet[1] if cell.value == head)
    return [row[at - 1] for row in sheet.iter_rows(min_row=2)]


def test_nothing_in_the_package_tells_when_it_was_made() -> None:
    with zipfile.ZipFile(BytesIO(render(arrange(fixed.everything()), Options()))) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert set(re.findall(r">(\d{4}-[^<]+)<", core)) == {"2000-01-01T00:00:00Z"}


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5%", "@SUM(A1)", "\t=1", "＝1", "{=1}", '=HYPERLINK("http://x")'])
def test_text_of_a_plan_is_text_and_stays_text_when_edited(text: str) -> None:
    cells = column(book(with_text(text))["逐条结果"], "方案原文")
    assert [cell.data_type for cell in cells] == ["s"]
    assert str(cells[0].value) == text.replace("\t", "  ")
    assert all(cell.quotePrefix for cell in cells) is (text != "{=1}")


def test_text_that_looks_like_an_address_is_no_link() -> None:
    for cell in column(book(with_text("https://example.org/报名"))["逐条结果"], "方案原文"):
        assert cell.hyperlink is None


@settings(max_examples=25, deadline=None)
@given(st.text())
def test_any_text_makes_a_workbook_that_opens(text: str) -> None:
    findings = book(with_text(text))["逐条结果"]
    assert findings.max_row == 2


def test_a_text_longer_than_a_cell_is_cut_and_the_marks_stay() -> None:
    finding = fixed.lowered()
    long = "甲" * 40_000 + finding.requirement.text
    requirement = replace(finding.requirement, text=finding.requirement.text + "乙" * 40_000)
    (cell,) = column(book(fixed.single(replace(finding, requirement=requirement)))["逐条结果"], "上级要求原文")
    assert len(str(cell.value)) < 32_767 < len(long)
    assert "90%以上" in str(cell.value)


def test_what_must_be_mended_comes_first() -> None:
    ids = [cell.value for cell in column(book(fixed.single())["逐条结果"], "编号")]
    assert ids[:4] == ["QS-003", "QS-006", "QS-004", "QS-005"]
    assert len(ids) == len(fixed.findings())


def test_columns_that_would_say_the_same_in_each_row_are_left_out() -> None:
    heads = [cell.value for cell in book(fixed.single())["逐条结果"][1]]
    assert not {"方案", "基线清单"} & set(heads)
    assert {"方案", "基线清单"} <= {cell.value for cell in book(layered_over_two_plans())["逐条结果"][1]}


def layered_over_two_plans() -> Run:
    run = fixed.layered()
    more = [replace(report, plan=fixed.SECOND) for report in run.reports if isinstance(report, Checked)]
    return replace(run, reports=(*run.reports, *more))


def test_every_link_leads_to_a_cell_that_holds_something() -> None:
    workbook = book(fixed.everything())
    links = [
        cell.hyperlink.location for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.hyperlink
    ]
    assert len(links) == 5
    for link in links:
        name, _, place = link.rpartition("!")
        assert workbook[name.strip("'")][place].value


def test_empty_cells_of_the_matrix_are_marked() -> None:
    sheet = book(fixed.everything())["任务分工"]
    task = next(row for row in sheet.iter_rows(min_row=2) if "建设平台" in row[2].value)
    assert [cell.value for cell in task[3:6]] == ["未明确"] * 3
    assert {cell.fill.fgColor.rgb for cell in task[3:6]} == {"FF" + grid.FILLS[Verdict.OMITTED][1:]}
    assert "=HYPERLINK" in task[2].value
    assert task[2].quotePrefix


def test_a_plan_against_two_baselines_has_its_tasks_once() -> None:
    run = fixed.layered()
    reports = tuple(replace(r, tasks=fixed.tasks()) if isinstance(r, Checked) else r for r in run.reports)
    sheet = book(replace(run, reports=reports), "en")["Who and when"]
    assert sheet.max_row == 1 + len(fixed.tasks())
    assert "QS-003 weakened" in column(sheet, "Answers to")[0].value


def test_a_sheet_that_is_full_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MOST_ROWS", 5)
    with pytest.raises(OutputError) as caught:
        render(arrange(fixed.single()), Options())
    assert caught.value.advice
    assert "csv" in caught.value.advice.zh


def test_where_a_sheet_holds_no_more_links_the_text_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MOST_LINKS", 1)
    cells = column(book(fixed.everything())["任务分工"], "对应的上级要求")
    assert [bool(cell.hyperlink) for cell in cells if cell.value] == [True, False, False]
