"""From features to decisions: three small logistic models whose weights stand in `weights.json`.

The first says how likely a candidate answers the requirement, the second how likely the plan has the thing at all,
given its best candidates, and a third how likely the passages have the whole of it. They were trained on the labelled
plans by tests/training; the file holds the cross-validated figures and the command.
"""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from importlib import resources
from json import loads
from operator import mul
from typing import Any

from msgspec import Struct

from duibiao.matching.features import NAMES
from duibiao.model.logistic import Logistic, logistic_from, logit, probability

# A comma part of which the passages hold less than this share of the weight counts as left out.
LOST = 0.35


class Models(Struct, frozen=True, dict=True):
    """`evidence` for a candidate, `presence` and `whole` for a requirement, each with the threshold it decides at."""

    evidence: Logistic
    presence: Logistic
    whole: Logistic
    present_at: float
    whole_at: float

    @cached_property
    def vector(self) -> tuple[float, ...]:
        """The weights of `evidence` in the order of the features."""
        return tuple(self.evidence.weights.get(name, 0.0) for name in NAMES)

    def likelihood(self, values: tuple[float, ...]) -> float:
        """How likely a candidate with these features answers the requirement; `evidence` without the names."""
        return probability(self.evidence.bias + sum(map(mul, self.vector, values)))


@cache
def shipped() -> Models:
    data = loads(resources.files("duibiao.matching").joinpath("weights.json").read_text("utf-8"))
    return from_data(data)


def from_data(data: Mapping[str, Mapping[str, Any]]) -> Models:
    """Models from the mapping that `weights.json` holds."""
    models, thresholds = data["models"], data["thresholds"]
    return Models(
        evidence=logistic_from(models["evidence"]),
        presence=logistic_from(models["presence"]),
        whole=logistic_from(models["whole"]),
        present_at=thresholds["presence"],
        whole_at=thresholds["whole"],
    )


SUMMARY = (
    "best", "second", "union_recall", "part_least", "part_mean", "parts_lost", "parts", "items_lost", "verbatim_lost"
)  # fmt: skip


def summary(
    scores: Sequence[float],
    features: Mapping[str, float],
    union: float,
    parts: Sequence[float],
    items: Sequence[float],
) -> dict[str, float]:
    """The features of a requirement as a whole.

    Those of its best candidate (`features`), how good the best and the second are, the share of its weight that all
    its passages hold (`union`), and the same for each of its comma parts (`parts`) and listed items (`items`), of
    which the least tells what is left out. Where the plan follows the wording, what is missing in it is missing on
    purpose.
    """
    lost = sum(p < LOST for p in parts) / max(len(parts), 1)
    lost_items = sum(p < LOST for p in items) / max(len(items), 1)
    return {
        **features,
        "best": logit(scores[0]) if scores else -6.0,
        "second": logit(scores[1]) if len(scores) > 1 else -6.0,
        "union_recall": union,
        "part_least": min(parts, default=0.0),
        "part_mean": sum(parts) / len(parts) if parts else 0.0,
        "parts_lost": lost,
        "parts": min(len(parts), 8) / 8,
        "items_lost": lost_items,
        "verbatim_lost": max(lost, lost_items) * features.get("gram_precision", 0.0),
    }
