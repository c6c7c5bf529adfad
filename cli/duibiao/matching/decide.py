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


def summary(scores: Sequence[float], features: Sequence[Mapping[str, float]], recall: float) -> dict[str, float]:
    """The features of a requirement as a whole: its best candidate, the second, and what all its passages hold."""
    best = features[0] if features else {}
    return {
        **best,
        "best": _logit(scores[0]) if scores else -6.0,
        "second": _logit(scores[1]) if len(scores) > 1 else -6.0,
        "union_recall": recall,
    }


def _logit(p: float) -> float:
    p = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(p / (1 - p))
