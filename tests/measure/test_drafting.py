"""That drafts have not become worse than the figures that are told of them, and that the READMEs tell those."""

import json
from typing import Any

import pytest

from tests.documents.shared import needs_real
from tests.measure import drafting
from tests.remake import READMES, ROOT


def kept() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(drafting.FILE.read_text("utf-8"))
    return data


def test_the_goals_of_drafting_are_met() -> None:
    row = kept()["shipped"]["all"]
    assert row["facts"] >= 0.90
    assert row["found"] >= 0.85
    assert row["extra"] <= 0.15


@pytest.mark.parametrize("name", READMES)
def test_the_readme_tells_the_figures(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    for way in ("shipped", "left_out"):
        row = kept()[way]["all"]
        cells = " | ".join(f"{100 * row[key]:.0f} %" for key in ("facts", "found", "extra"))
        assert f" | {cells} |" in text, "run: make measure WRITE=1, then mend the table"


@needs_real
def test_drafts_are_not_worse_than_their_figures() -> None:
    told, now = kept()["shipped"]["all"], drafting.figures(["shipped"])["shipped"]["all"]
    # what is rounded, and a handful of requirements
    assert now["facts"] >= told["facts"] - 0.01, "run: make measure"
    assert now["found"] >= told["found"] - 0.01
    assert now["extra"] <= told["extra"] + 0.01


def test_what_shares_most_of_its_words_is_the_same_and_a_neighbour_is_not() -> None:
    one = drafting.pairs("建立失能老年人家庭成员照护培训机制")
    longer = drafting.pairs("建立失能老年人家庭成员照护培训机制,将培训纳入政府购买目录")
    other = drafting.pairs("推广“养老服务顾问”模式")
    assert drafting.likeness(one, longer) >= drafting.SAME > drafting.likeness(one, other)
