"""Places from paths and titles, case by case."""

from typing import Any

import pytest
import yaml

from duibiao.batch.places import NOWHERE, Place, from_path, joined, mentioned, order, place_of
from duibiao.model.document import Level
from tests.batch.making import ROOT

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load((ROOT / "tests/cases/batch/places.yaml").read_text("utf-8"))


def each(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", CASES[kind], ids=lambda case: case["why"])


@each("mentioned")
def test_mentioned(case: dict[str, Any]) -> None:
    assert list(mentioned(case["text"]).rungs) == case["place"]


@each("path")
def test_from_path(case: dict[str, Any]) -> None:
    assert list(from_path(case["text"]).rungs) == case["place"]


@each("joined")
def test_joined(case: dict[str, Any]) -> None:
    assert list(joined(from_path(case["near"]), case["told"]).rungs) == case["place"]


def test_a_name_comes_back_from_every_place_in_the_list() -> None:
    from duibiao.batch.places import _all  # noqa: PLC0415  the whole list, which nobody else needs

    lost = [place for place in _all() if place_of(place.name) != place]
    assert lost == []
    assert len({order(place) for place in _all()}) == len(_all())


def test_levels_and_containment() -> None:
    county = Place("四川省", "雅安市", "雨城区")
    assert (county.level, Place("四川省").level, NOWHERE.level) == (Level.COUNTY, Level.PROVINCE, None)
    assert county.within(Place("四川省"))
    assert county.within(NOWHERE)
    assert not county.within(Place("云南省"))
    assert not Place("四川省").within(county)
