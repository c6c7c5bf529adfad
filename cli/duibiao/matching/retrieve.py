"""Retrieval: the windows worth a closer look for each requirement.

Rarity-weighted character pairs find the right passage among 20 candidates for more than nine requirements in ten;
anything cleverer is for the decision, not for the search.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from duibiao.matching.terms import UNKNOWN, Weighted, Weights
from duibiao.matching.windows import Part, Window, around

SEEDS = 20  # parts from which windows grow
KEPT = 20
# A window below this share of the best similarity is dropped: it halves the work, and presence F1 on plans left out
# stayed where it was (0.797 against 0.795).
WORTH = 0.5


class Hit(NamedTuple):
    """A window with its similarity, and the share of the requirement's weight (`recall`) found in it."""

    window: Window
    similarity: float
    recall: float
    precision: float


def mass(terms: Iterable[str], weights: Mapping[str, float]) -> float:
    """The weight of all terms of a part; the sum does not depend on their order."""
    return fsum(weights.get(term, UNKNOWN) for term in terms)


class Index:
    """The parts of a plan by their character pairs."""

    def __init__(self, parts: Sequence[Part], weights: Weights) -> None:
        self.parts = parts
        self.weights = weights.grams
        postings: dict[str, list[int]] = defaultdict(list)
        self._masses: list[float] = [0.0]  # running sum, so that a window costs one subtraction
        for part in parts:
            for gram in part.terms.grams:
                if gram in self.weights:
                    postings[gram].append(part.index)
            self._masses.append(self._masses[-1] + mass(part.terms.grams, self.weights))
        self._postings = postings
        self._windows: dict[int, tuple[Window, ...]] = {}

    def search(self, wanted: Weighted) -> tuple[Hit, ...]:
        """The best windows for a requirement, best first."""
        shared: dict[int, int] = defaultdict(int)
        gain: dict[int, float] = defaultdict(float)
        for place, (gram, weight) in enumerate(wanted.items):
            for index in self._postings.get(gram, ()):
                shared[index] |= 1 << place
                gain[index] += weight
        seeds = sorted(gain, key=lambda i: (-gain[i], i))[:SEEDS]
        windows = dict.fromkeys(window for seed in seeds for window in self._around(seed))
        weights, total = [weight for _, weight in wanted.items], wanted.total or 1.0
        hits: list[Hit] = []
        worth = 0.0
        for window in windows:
            if self._ceiling(window, gain, total) < worth:
                continue  # nine windows in ten: what its parts hold in all could not lift it among the kept
            hit = self._hit(window, shared, gain, weights, total)
            hits.append(hit)
            worth = max(worth, WORTH * hit.similarity)
        best = sorted(hits, key=_best_first)[:KEPT]
        return tuple(hit for hit in best if hit.similarity >= worth)

    def _ceiling(self, window: Window, gain: Mapping[int, float], total: float) -> float:
        """What a window's similarity cannot exceed: as if its parts held different things."""
        first, last = window
        most = 0.0
        for index in range(first, last + 1):
            most += gain.get(index, 0.0)
        return _similarity(min(most, total), total, (self._masses[last + 1] - self._masses[first]) or 1.0)

    def _around(self, seed: int) -> tuple[Window, ...]:
        if seed not in self._windows:
            self._windows[seed] = tuple(around(self.parts, seed))
        return self._windows[seed]

    def _hit(
        self, window: Window, shared: dict[int, int], gain: dict[int, float], weights: list[float], total: float
    ) -> Hit:
        first, last = window
        if first == last:
            common = gain[first]
        else:
            bits = 0
            for index in range(first, last + 1):
                bits |= shared.get(index, 0)
            common = _sum(bits, weights)
        mass = (self._masses[last + 1] - self._masses[first]) or 1.0
        return Hit(window, _similarity(common, total, mass), common / total, common / mass)


def _similarity(common: float, total: float, mass: float) -> float:
    """F2 of what is shared: weighted towards recall, since what a plan adds matters less than what it leaves out."""
    return 5 * common / (4 * total + mass) if common else 0.0


def _best_first(hit: Hit) -> tuple[float, Window]:
    return -hit.similarity, hit.window


def _sum(bits: int, weights: list[float]) -> float:
    """The weights whose bit is set."""
    total = 0.0
    while bits:
        low = bits & -bits
        total += weights[low.bit_length() - 1]
        bits ^= low
    return total


def best_rivals(hits: Sequence[Sequence[Hit]]) -> dict[int, tuple[tuple[float, int], ...]]:
    """For each part, the two requirements that fit a window around it best, as (similarity, requirement)."""
    found: dict[int, dict[int, float]] = defaultdict(dict)
    for requirement, own in enumerate(hits):
        for hit in own:
            for index in range(hit.window.first, hit.window.last + 1):
                known = found[index].get(requirement, 0.0)
                found[index][requirement] = max(known, hit.similarity)
    return {
        index: tuple(sorted(((s, r) for r, s in by.items()), key=lambda x: (-x[0], x[1]))[:2])
        for index, by in found.items()
    }


def rival(best: dict[int, tuple[tuple[float, int], ...]], window: Window, requirement: int) -> float:
    """The best similarity another requirement reaches on the parts of `window`."""
    highest = 0.0
    for index in range(window.first, window.last + 1):
        for similarity, other in best.get(index, ()):
            if other != requirement:
                highest = max(highest, similarity)
                break
    return highest
