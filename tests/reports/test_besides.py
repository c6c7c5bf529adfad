"""Observations and the matrix of duties, wherever a person looks at them."""

from msgspec.structs import replace

from duibiao.model.message import Message
from duibiao.model.report import Checked, Observation, Run
from duibiao.reports import besides
from duibiao.reports.format import Options
from duibiao.reports.html.page import page
from duibiao.reports.terminal import render
from duibiao.reports.view import arrange
from tests.reports import fixed


def with_observations(*seen: Observation) -> Run:
    report = Checked(plan=fixed.PLAN, baseline=fixed.BASELINE.id, findings=(fixed.covered(),), observations=seen)
    return replace(fixed.everything(), reports=(report,))


def test_the_matrix_stands_on_the_page_with_its_gaps() -> None:
    text = page(arrange(fixed.everything()), "zh")
    assert "任务分工 4" in text
    assert '<td class="gap">未明确</td>' in text
    assert "五(一)" in text


def test_a_plan_without_tasks_has_no_matrix() -> None:
    assert 'class="matrix"' not in page(arrange(fixed.single(fixed.covered())), "zh")


def test_the_screen_shows_the_matrix_only_where_all_is_asked_for() -> None:
    view = arrange(fixed.everything())
    assert "任务分工" not in render(view, Options())
    text = render(view, Options(everything=True))
    assert "任务分工 4" in text
    assert "责任单位：未明确" in text


def test_a_list_of_many_passages_is_cut_on_the_screen_unless_all_is_asked_for() -> None:
    many = tuple(fixed.passage(f"照抄的第{number}句" + "很长" * 60, number) for number in range(9))
    seen = Observation(code="verbatim-copy", rule="L601", message=Message("照抄", "copied"), evidence=many)
    view = arrange(with_observations(seen))
    assert render(view, Options()).count("照抄的第") == besides.QUOTED
    assert render(view, Options(everything=True)).count("照抄的第") == 9
