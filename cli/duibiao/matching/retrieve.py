"""Retrieval: the windows worth a closer look for each requirement.

Rarity-weighted character pairs find the right passage among 25 candidates for more than nine requirements in ten;
anything cleverer is for the decision, not for the search.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duibiao.matching.terms import Terms, Weights
from duibiao.matching.windows import Part, Window, around

SEEDS = 24  # parts from which windows grow
KEPT = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A window with its similarity, and the share of the requirement's weight (`recall`) found in it."""

    window: Window
    similarity: float
    recall: float
    precision: float


class Index:
    """The parts of a plan by their character pairs."""

    def __init__(self, parts: Sequence[Part], weights: Weights) -> None:
        self.parts = parts
        self.weights = weights.grams
        postings: dict[str, list[int]] = defaultdict(list)
        self._mass: list[float] = []
        for part in parts:
            for gram in part.terms.grams:
                if gram in self.weights:
                    postings[gram].append(part.index)
            # a pair that no requirement has is foreign matter of middling weight
            self._mass.append(sum(self.weights.get(gram, 3.0) for gram in part.terms.grams))
        self._postings = postings

    def search(self, wanted: Terms) -> tuple[Hit, ...]:
        """The best windows for a requirement, best first, none inside another of the same parts twice."""
        weight = {gram: self.weights.get(gram, 0.0) for gram in sorted(wanted.grams)}
        total = sum(weight.values()) or 1.0
        shared: dict[int, set[str]] = defaultdict(set)
        for gram in weight:
            for index in self._postings.get(gram, ()):
                shared[index].add(gram)
        gain = {index: sum(weight[g] for g in grams) for index, grams in shared.items()}
        seeds = sorted(gain, key=lambda i: (-gain[i], i))[:SEEDS]
        windows = {window for seed in seeds for window in around(self.parts, seed)}
        hits = [self._hit(window, shared, weight, total) for window in windows]
        hits.sort(key=lambda hit: (-hit.similarity, hit.window))
        return tuple(hits[:KEPT])

    def _hit(self, window: Window, shared: dict[int, set[str]], weight: dict[str, float], total: float) -> Hit:
        grams: set[str] = set()
        mass = 0.0
        for index in range(window.first, window.last + 1):
            grams |= shared.get(index, set())
            mass += self._mass[index]
        common = sum(sorted(weight[g] for g in grams))
        recall, precision = common / total, common / (mass or 1.0)
        # weighted towards recall: what a local plan adds matters less than what it leaves out
        similarity = 5 * precision * recall / (4 * precision + recall) if common else 0.0
        return Hit(window=window, similarity=similarity, recall=recall, precision=precision)


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
    return max(_others(best, window, requirement), default=0.0)


def _others(best: dict[int, tuple[tuple[float, int], ...]], window: Window, requirement: int) -> Iterator[float]:
    for index in range(window.first, window.last + 1):
        yield from (s for s, r in best.get(index, ()) if r != requirement)
