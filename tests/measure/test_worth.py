"""What the kept figures (figures.json, remade by `make measure WRITE=1`) must go on saying."""

import pytest

from tests.measure import figures

PEERS = ("tfidf", "token_set_ratio", "difflib", "partial_ratio", "governdiff")


def _mean(way: str, group: str = "all") -> float:
    mean: float = figures.load()["ways"][way]["mean"][group]["macro_f1"]
    return mean


def test_the_thesaurus_helps_on_plans_it_was_not_written_from() -> None:
    assert _mean("plan_left_out") > _mean("without_thesaurus")
    assert _mean("plan_left_out", "written") > _mean("without_thesaurus", "written")


@pytest.mark.parametrize("peer", PEERS)
@pytest.mark.parametrize("group", ["real", "written"])
def test_an_unseen_plan_is_judged_far_better_than_by_one_similarity(peer: str, group: str) -> None:
    """The peers' thresholds are the best there are on these very cases; ours have not seen the plan."""
    assert _mean("plan_left_out", group) > _mean(peer, group) + 0.1
