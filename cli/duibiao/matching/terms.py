"""Terms of a text and what each is worth: a rare one tells more than one that stands everywhere.

Rarity is judged in three crowds at once and the commonest counts: a broad background of government documents (a
shipped table), the other requirements of the checklist (养老服务 says nothing in a checklist on elderly care), and the
plan itself.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources

from msgspec import Struct, json

from duibiao.language import segment, thesaurus
from duibiao.language.late import late

_BREAK = late(r"[^一-鿿a-z]+")
_WORD = late(r"[一-鿿a-z]+")
UNKNOWN = 3.0  # a term that no requirement has is foreign matter of middling weight
_CEILING = 7.5  # a term seen nowhere else: about one clause in 1,800, the size at which the background gets thin


class Terms(Struct, frozen=True):
    """The character pairs and the words of a text, numbers and marks left out.

    A concept of the thesaurus is a word too, written in angle brackets, whatever form it stands in. `sides` are the
    concepts that exclude others, as (group, concept).
    """

    grams: frozenset[str]
    words: frozenset[str]
    sides: frozenset[tuple[int, str]] = frozenset()


def terms(text: str, *, wider: bool = False) -> Terms:
    """The terms of a plain text; with `wider`, a concept brings along everything it is a kind of.

    A plan that promises 敬老院 has promised a kind of 养老机构, so its terms take in the wider ones; a requirement's
    do not.
    """
    concepts = thesaurus.find(text)
    words = {word for word in segment.words(text) if len(word) > 1 and _WORD.fullmatch(word)}
    words.update(f"<{concept.name}>" for concept in concepts)
    if wider:
        words.update(f"<{kind}>" for concept in concepts for kind in concept.wider)
    sides = frozenset((group, concept.name) for concept in concepts for group in concept.groups)
    return Terms(pairs(text), frozenset(words), sides)


def pairs(text: str) -> frozenset[str]:
    """The character pairs of a plain text, none across a number or a mark."""
    return frozenset(run[i : i + 2] for run in _BREAK.split(text) if len(run) > 1 for i in range(len(run) - 1))


def clash(asked: Terms, said: Terms) -> float:
    """The share of the asked groups in which only others were said: 公办 was asked, and 民办 alone is there."""
    if not asked.sides:
        return 0.0
    groups = {group for group, _ in asked.sides}
    met = {group for group, name in asked.sides if (group, name) in said.sides}
    return len((groups & {group for group, _ in said.sides}) - met) / len(groups)


class Weights(Struct, frozen=True):
    """What each term of the requirements is worth; a term without an entry stands in none of them."""

    grams: Mapping[str, float]
    words: Mapping[str, float]


def union(several: Iterable[Terms]) -> Terms:
    grams: set[str] = set()
    words: set[str] = set()
    sides: set[tuple[int, str]] = set()
    for one in several:
        grams |= one.grams
        words |= one.words
        sides |= one.sides
    return Terms(frozenset(grams), frozenset(words), frozenset(sides))


class Weighted(Struct, frozen=True):
    """Terms with what each is worth, summed once: thousands of windows are held against the same terms."""

    items: tuple[tuple[str, float], ...]
    total: float

    def found(self, terms: frozenset[str]) -> float:
        """The weight of these terms that stands in `terms`."""
        common = 0.0
        for term, weight in self.items:
            if term in terms:
                common += weight
        return common

    def share_of_both(self, terms: frozenset[str], more: frozenset[str]) -> float:
        """The share of the weight that stands in either set, without building their union."""
        common = 0.0
        for term, weight in self.items:
            if term in terms or term in more:
                common += weight
        return common / self.total if self.total else 0.0

    def share(self, terms: frozenset[str]) -> float:
        """The share of the weight that stands in `terms`; 0 where there is nothing to find."""
        return self.found(terms) / self.total if self.total else 0.0


def weighted(terms: Iterable[str], weights: Mapping[str, float], *, unknown: float = 0.0) -> Weighted:
    items = tuple((term, weights.get(term, unknown)) for term in sorted(terms))
    return Weighted(items, sum(weight for _, weight in items))


def weigh(required: Sequence[Terms], clauses: Sequence[Terms]) -> Weights:
    """Weights for the terms of requirements in front of the clauses of a plan."""
    size, grams, words = _background()
    return Weights(
        grams=_weigh([t.grams for t in required], [t.grams for t in clauses], grams, size),
        words=_weigh([t.words for t in required], [t.words for t in clauses], words, size),
    )


def _weigh(
    required: list[frozenset[str]], clauses: list[frozenset[str]], table: Mapping[str, int], size: int
) -> dict[str, float]:
    asked: Counter[str] = Counter(term for terms in required for term in terms)
    said: Counter[str] = Counter(term for terms in clauses for term in terms)
    weights: dict[str, float] = {}
    for term, count in asked.items():
        share = max(
            table.get(term, 0) / size,
            (count - 1) / max(len(required), 1),
            (said[term] - 1) / max(len(clauses), 1) / 2,
        )
        weights[term] = min(_CEILING, -math.log(share)) if share > 0 else _CEILING
    return weights


@cache
def _background() -> tuple[int, Mapping[str, int], Mapping[str, int]]:
    """Of how many clauses, in how many each pair and each word stands: a broad set of published documents."""
    data = json.decode(resources.files("duibiao.matching").joinpath("background.json").read_bytes())
    return data["size"], data["grams"], data["words"]
