"""From features to decisions: two small logistic models whose weights stand in `weights.json`.

The first says how likely a candidate answers the requirement, the second how likely the plan has the thing at all,
given its best candidates, and a third how likely the passages have the whole of it. They were trained on the labelled
plans by tests/training; the file holds the cross-validated figures and the command.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from json import loads

# A comma part of which the passages hold less than this share of the weight counts as left out.
LOST = 0.35


@dataclass(frozen=True, slots=True)
class Logistic:
    """P(yes) = 1 / (1 + exp(-(bias + Σ weight · feature))); a feature without a weight counts nothing."""

    bias: float
    weights: Mapping[str, float]

    def __call__(self, features: Mapping[str, float]) -> float:
        score = self.bias + sum(weight * features.get(name, 0.0) for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@dataclass(frozen=True, slots=True)
class Models:
    """`evidence` for a candidate, `presence` and `whole` for a requirement, each with the threshold it decides at."""

    evidence: Logistic
    presence: Logistic
    whole: Logistic
    present_at: float
    whole_at: float


@cache
def shipped() -> Models:
    data = loads(resources.files("duibiao.matching").joinpath("weights.json").read_text("utf-8"))
    return from_data(data)


def from_data(data: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Models:
    def model(name: str) -> Logistic:
        weights = dict(data["models"][name])
        return Logistic(bias=weights.pop("bias"), weights=weights)

    thresholds = data["thresholds"]
    return Models(
        evidence=model("evidence"),
        presence=model("presence"),
        whole=model("whole"),
        present_at=float(thresholds["presence"]),  # type: ignore[arg-type]
        whole_at=float(thresholds["whole"]),  # type: ignore[arg-type]
    )


SUMMARY = ("best", "second", "union_recall", "part_least", "part_mean", "parts_lost", "parts")


def summary(
    scores: Sequence[float], features: Sequence[Mapping[str, float]], union: float, parts: Sequence[float]
) -> dict[str, float]:
    """The features of a requirement as a whole.

    Those of its best candidate, how good the best and the second are, the share of its weight that all its passages
    hold (`union`), and the same for each of its comma parts (`parts`), of which the least tells what is left out.
    """
    best = features[0] if features else {}
    return {
        **best,
        "best": _logit(scores[0]) if scores else -6.0,
        "second": _logit(scores[1]) if len(scores) > 1 else -6.0,
        "union_recall": union,
        "part_least": min(parts, default=0.0),
        "part_mean": sum(parts) / len(parts) if parts else 0.0,
        "parts_lost": sum(p < LOST for p in parts) / max(len(parts), 1),
        "parts": min(len(parts), 8) / 8,
    }


def _logit(p: float) -> float:
    p = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(p / (1 - p))
