"""The plan paragraph by paragraph, as a report shows it."""

from itertools import pairwise
from pathlib import Path

import pytest

from duibiao.documents import find_plans, read
from duibiao.documents.paragraphs import paragraphs
from duibiao.facts import read_clauses
from duibiao.model.document import Role
from duibiao.model.report import Paragraph

PLANS = find_plans([Path(__file__).resolve().parents[2] / "plans"])


def of(path: Path) -> tuple[Paragraph, ...]:
    document = read(path)
    return paragraphs(document, read_clauses(document))


def of_text(tmp_path: Path, text: str) -> tuple[Paragraph, ...]:
    path = tmp_path / "plan.txt"
    path.write_text(text, "utf-8")
    return of(path)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_every_clause_stands_in_one_paragraph_and_paragraphs_follow_one_another(path: Path) -> None:
    document = read(path)
    found = paragraphs(document, read_clauses(document))
    assert all(paragraph.text == document.quote(paragraph.span) for paragraph in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    for clause in document.clauses:
        assert sum(paragraph.span.contains(clause.span) for paragraph in found) == 1
    headings = [paragraph for paragraph in found if paragraph.heading]
    assert len(headings) > 5
    assert all(paragraph.text.startswith(paragraph.heading) and paragraph.level for paragraph in headings)


PLAN = """临江县养老服务实施方案
一、总体要求
坚持政府主导,鼓励社会参与。
二、重点任务
(一)建设社区食堂。2025年底前,建成社区食堂20个。方便老年人就餐。(责任单位:县民政局、县财政局)
"""


def test_a_heading_that_runs_on_is_one_paragraph_with_its_text(tmp_path: Path) -> None:
    found = of_text(tmp_path, PLAN)
    assert [(p.level, p.heading) for p in found] == [
        (0, ""), (1, "一、总体要求"), (0, ""), (1, "二、重点任务"), (2, "(一)建设社区食堂。"),
    ]  # fmt: skip
    assert found[0].role is Role.TITLE
    assert found[-1].text == PLAN.splitlines()[-1]
    assert found[-1].departments == ("县民政局", "县财政局")


def test_sections_open_paragraphs_where_line_breaks_are_lost(tmp_path: Path) -> None:
    body = "每个镇建一个中心，确保各项任务按期完成。县民政局会同有关部门加强调度，每季度通报进展情况。"
    items = "".join(f"（{n}）抓好第{n}件实事。{body * 4}" for n in "一二三")
    found = of_text(
        tmp_path, f"某县人民政府关于养老服务的实施意见一、工作目标{body}二、主要任务{items}三、保障措施{items}"
    )
    assert [p.text[:5] for p in found if p.level == 1] == ["一、工作目", "二、主要任", "三、保障措"]
    assert len(found) == 1 + 3 + 6


def test_a_row_keeps_its_cells(tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    rows = "".join(
        f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in (("指标", "2025年"), ("床位", "900张"))
    )
    path.write_text(f"<article><h1>临江县方案</h1><p>{PLAN}</p><table>{rows}</table></article>", "utf-8")
    row = of(path)[-1]
    assert [row.text[cell.start - row.span.start : cell.end - row.span.start] for cell in row.cells] == [
        "床位",
        "900张",
    ]
