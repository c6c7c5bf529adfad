"""The matrix of duties: which parts of a plan are tasks, who does them, by when."""

from pathlib import Path

import pytest

from duibiao.documents import read
from duibiao.facts import read_clauses
from duibiao.model.report import Task
from duibiao.observing import tasks

PLAN = """\
云岭市推进养老服务高质量发展实施方案

一、总体要求
(一)指导思想。坚持以人民为中心,健全养老服务体系。
(二)工作目标。到2025年,养老服务体系基本健全。
二、主要任务
重点抓好以下工作。
(一)推进家庭适老化改造。2024年6月底前完成特困家庭改造,2025年底前全部完成。(市民政局牵头,市财政局、市残联配合)
(二)公布服务清单。制定并公布基本养老服务清单。(责任单位:市民政局、市财政局)
(三)开展探访关爱。每季度至少探访一次。
三、保障措施
(一)加强组织领导。健全工作机制。
(二)强化资金支持。各级财政加大投入。(责任单位:市财政局)
"""


def found(folder: Path, text: str, name: str = "plan.txt") -> dict[str, Task]:
    (folder / name).write_text(text, "utf-8")
    document = read(folder / name)
    return {task.title: task for task in tasks(document, read_clauses(document))}


@pytest.fixture
def plan(tmp_path: Path) -> dict[str, Task]:
    return found(tmp_path, PLAN)


def test_goals_and_openings_are_no_tasks_and_safeguards_only_where_somebody_has_them(plan: dict[str, Task]) -> None:
    assert list(plan) == ["推进家庭适老化改造", "公布服务清单", "开展探访关爱", "强化资金支持"]


def test_who_leads_is_told_apart_from_who_helps(plan: dict[str, Task]) -> None:
    task = plan["推进家庭适老化改造"]
    assert task.leads == ("市民政局",)
    assert task.departments == ("市民政局", "市财政局", "市残联")
    assert plan["公布服务清单"].leads == ()
    assert plan["公布服务清单"].departments == ("市民政局", "市财政局")


def test_dates_stand_in_order_and_what_recurs_is_kept(plan: dict[str, Task]) -> None:
    assert plan["推进家庭适老化改造"].deadlines == ("2024-06", "2025")
    assert plan["开展探访关爱"].recurring == ("每季度",)
    assert plan["公布服务清单"].deadlines == plan["公布服务清单"].recurring == ()


def test_a_task_knows_its_place(plan: dict[str, Task]) -> None:
    task = plan["公布服务清单"]
    assert (task.clause, task.line) == ("二(二)", 9)


def test_a_row_of_a_table_with_a_column_for_those_responsible_is_a_task(tmp_path: Path) -> None:
    head = "| 指标 | 2025年目标 | 责任单位 |\n| --- | --- | --- |\n"
    table = f"{head}| 日间照料覆盖率 | 90% | 市民政局 |\n| 床位 | 900张 | |\n"
    plan = found(tmp_path, f"# 云岭市实施方案\n\n## 一、主要指标\n\n{table}", "plan.md")
    assert plan["日间照料覆盖率"].departments == ("市民政局",)
    assert plan["日间照料覆盖率"].deadlines == ("2025",)
    assert plan["床位"].departments == ()


def test_a_table_of_numbers_alone_holds_no_tasks(tmp_path: Path) -> None:
    table = "| 指标 | 2025年目标 |\n| --- | --- |\n| 日间照料覆盖率 | 90% |\n"
    assert found(tmp_path, f"# 云岭市实施方案\n\n## 一、主要指标\n\n{table}", "plan.md") == {}
