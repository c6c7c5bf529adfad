"""A logistic model: a few weights that turn features into a probability."""

import math
from collections.abc import Mapping

from msgspec import Struct


class Logistic(Struct, frozen=True):
    """P(yes) = 1 / (1 + exp(-(bias + Σ weight · feature))); a feature without a weight counts nothing."""

    bias: float
    weights: Mapping[str, float]

    def __call__(self, features: Mapping[str, float]) -> float:
        score = self.bias + sum(weight * features.get(name, 0.0) for name, weight in self.weights.items())
        return probability(score)


def probability(log_odds: float) -> float:
    """The probability behind log-odds, which are cut off where a float would overflow."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def logistic_from(data: Mapping[str, float]) -> Logistic:
    """A model from a data file's mapping of names to weights, the constant under `bias`."""
    return Logistic(bias=data["bias"], weights={name: weight for name, weight in data.items() if name != "bias"})


def logit(p: float) -> float:
    """The log-odds of a probability, cut off at 1 in 10,000."""
    p = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(p / (1 - p))
