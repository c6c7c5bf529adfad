"""Along the rungs: who asks more than the one above, by how much."""

from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml

from duibiao.baselines import load_many
from duibiao.baselines.layers import resolve
from duibiao.check import Given, check_file
from duibiao.model.chain import Chain, Ladder, Turn
from duibiao.model.report import Checked
from duibiao.observing.ladder import ladders

Layer: TypeAlias = dict[str, Any]

NATION: Layer = {
    "baseline": {"id": "cn", "level": "national"},
    "requirements": [
        {"id": "CN-1", "text": "到2025年，养老机构护理型床位占比达到50%以上"},
        {"id": "CN-2", "text": "到2025年，养老服务投诉办结时限不超过15个工作日"},
        {"id": "CN-3", "text": "到2025年，社区助餐服务覆盖率达到60%以上"},
    ],
}
PROVINCE: Layer = {
    "baseline": {"id": "yl", "level": "province", "region": "云岭省", "extends": ["cn"]},
    "requirements": [
        {"id": "YL-1", "text": "到2024年，养老机构护理型床位占比达到55%以上", "refines": "CN-1"},
        {"id": "YL-2", "text": "到2025年，养老服务投诉办结时限不超过10个工作日", "refines": "CN-2"},
    ],
}
PLAN = """\
云岭省澜溪县养老服务实施方案
一、主要任务
（一）优化床位结构。到2025年，养老机构护理型床位占比达到60%以上。
（二）规范投诉处理。到2025年，养老服务投诉办结时限不超过10个工作日。
（三）发展助餐。到2025年，社区助餐服务覆盖率达到50%以上。
"""


def built(folder: Path, *layers: Layer) -> Ladder:
    files = []
    for layer in layers:
        path = folder / f"{layer['baseline']['id']}.yaml"
        path.write_text(yaml.safe_dump({"schema": 1, **layer}, allow_unicode=True), "utf-8")
        files.append(path)
    plan = folder / "plan.txt"
    plan.write_text(PLAN, "utf-8")
    last = load_many(files[-1:])
    reports = [report for report in check_file(plan, plan.name, last, Given()) if isinstance(report, Checked)]
    resolved = resolve(files[-1], files)
    refined = {step.below.id: step.above.id for step in resolved.sharpened}
    (found,) = ladders([parsed.baseline for parsed in resolved.layers], refined, reports)
    return found


@pytest.fixture
def ladder(tmp_path: Path) -> Ladder:
    return built(tmp_path, NATION, PROVINCE)


def named(ladder: Ladder, part: str) -> Chain:
    (chain,) = (chain for chain in ladder.chains if part in chain.name)
    return chain


def test_rungs_stand_highest_first_and_the_plan_last(ladder: Ladder) -> None:
    assert [rung.id for rung in ladder.rungs] == ["cn", "yl", ""]


def test_a_higher_share_is_tighter_by_percentage_points(ladder: Ladder) -> None:
    _, province, plan = named(ladder, "护理型床位").steps
    assert (province.turn, province.by) == (Turn.TIGHTER, "+5个百分点")
    assert (plan.turn, plan.by, plan.value) == (Turn.TIGHTER, "+5个百分点", "60%以上")


def test_an_earlier_date_is_tighter_and_a_later_one_looser(ladder: Ladder) -> None:
    _, province, plan = named(ladder, "护理型床位").steps
    assert (province.date_turn, province.date_by) == (Turn.TIGHTER, "1年")
    assert (plan.date_turn, plan.date_by) == (Turn.LOOSER, "1年")


def test_a_lower_ceiling_is_tighter(ladder: Ladder) -> None:
    _, province, plan = named(ladder, "投诉办结时限").steps
    assert province.turn is Turn.TIGHTER
    assert province.by == "-33.3%"
    assert plan.turn is Turn.SAME


def test_what_no_rung_between_refines_goes_straight_to_the_plan(ladder: Ladder) -> None:
    nation, plan = named(ladder, "助餐").steps
    assert (nation.rung, plan.rung) == (0, 2)
    assert (plan.turn, plan.by) == (Turn.LOOSER, "-10个百分点")


def test_what_is_refined_is_not_marked_as_joined_by_name(ladder: Ladder) -> None:
    assert not any(chain.matched for chain in ladder.chains)


def test_checklists_that_do_not_extend_each_other_are_joined_by_name(tmp_path: Path) -> None:
    bare: Layer = {
        "baseline": {"id": "yl", "level": "province"},
        "requirements": [{"id": "YL-1", "text": "到2024年，养老机构护理型床位占比达到55%以上"}],
    }
    files = []
    for layer in (NATION, bare):
        path = tmp_path / f"{layer['baseline']['id']}.yaml"
        path.write_text(yaml.safe_dump({"schema": 1, **layer}, allow_unicode=True), "utf-8")
        files.append(path)
    plan = tmp_path / "plan.txt"
    plan.write_text(PLAN, "utf-8")
    loaded = load_many(files)
    reports = [r for r in check_file(plan, plan.name, loaded, Given()) if isinstance(r, Checked)]
    (found,) = ladders(loaded, {}, reports)
    chain = named(found, "护理型床位")
    assert chain.matched
    assert [step.requirement for step in chain.steps] == ["CN-1", "YL-1", ""]
    assert chain.tightened
