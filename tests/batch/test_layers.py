"""Of several baselines a plan takes the deepest from above its place, for each topic."""

import pytest

from duibiao.batch.layers import pick
from duibiao.model.baseline import Baseline
from duibiao.model.document import Level
from duibiao.model.report import PlanInfo


def baseline(name: str, level: Level, region: str | None, topic: str = "养老") -> Baseline:
    return Baseline(id=name, title=name, topic=topic, level=level, region=region, requirements=())


CN = baseline("cn", Level.NATIONAL, None)
SC = baseline("sc", Level.PROVINCE, "四川省")
YA = baseline("ya", Level.CITY, "四川省雅安市")
ROADS = baseline("roads", Level.NATIONAL, "全国", topic="道路")
ALL = (CN, SC, YA, ROADS)


@pytest.mark.parametrize(
    ("region", "level", "expected"),
    [
        ("四川省雅安市雨城区", Level.COUNTY, "ya roads"),
        ("四川省雅安市", Level.CITY, "sc roads"),
        ("四川省", Level.PROVINCE, "cn roads"),
        ("四川省成都市", Level.CITY, "sc roads"),
        ("云南省昆明市", Level.CITY, "cn roads"),
        ("雅安市", Level.CITY, "sc roads"),
        (None, Level.COUNTY, "cn roads"),
        ("四川省雅安市雨城区", None, "ya roads"),
    ],
)
def test_by_place(region: str | None, level: Level | None, expected: str) -> None:
    plan = PlanInfo(path="x", sha256="", region=region, level=level)
    assert " ".join(b.id for b in pick(ALL, plan)) == expected


def test_a_single_one_is_for_every_plan_and_a_name_wins() -> None:
    plan = PlanInfo(path="x", sha256="", region="云南省")
    assert pick((SC,), plan) == (SC,)
    assert pick(ALL, plan, ("ya",)) == (YA,)
