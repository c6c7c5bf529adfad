"""What a window and a requirement have in common, as numbers in about [0, 1] for the decision.

The names are those of `weights.json` and of `explain`; a feature that is added needs the weights trained anew.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from duibiao.language.late import late
from duibiao.language.normalise import plain_text
from duibiao.matching.retrieve import Hit
from duibiao.matching.terms import UNKNOWN, Terms, Weighted, Weights, clash, pairs, weighted
from duibiao.model.document import Role
from duibiao.model.match import Wanted

NAMES = (
    "gram_recall", "gram_precision", "word_recall", "word_precision", "rare_found", "rarest_found", "rare_near",
    "title_recall", "title_near", "partial_ratio", "ratio", "subsequence", "block_recall", "lead", "dimension",
    "same_number", "clash", "clash_near", "length", "row", "heading", "attachment",
)  # fmt: skip


# 用水、用电、用气: what stands between two list marks, or before the first or behind the last up to a few characters
_ITEM = late(r"(?<=、)[^,;。:、]{2,12}|[^,;。:、]{2,8}(?=、)")


class Prepared(Struct, frozen=True, kw_only=True):
    """A requirement with what matching needs of it, worked out once; `parts` are its comma parts,
    `items` the things it lists (用水、用电、用气).
    """

    wanted: Wanted
    terms: Terms
    grams: Weighted
    words: Weighted
    title: Weighted
    rare: Weighted
    rarest: Weighted
    parts: tuple[Weighted, ...]
    items: tuple[Weighted, ...]
    dimensions: frozenset[str]
    values: frozenset[float]
    text: str


def prepare(wanted: Wanted, content: str, found: Terms, weights: Weights) -> Prepared:
    """A requirement made ready; `content` is its text without numbers and dates, `found` the terms of that."""
    names = (wanted.requirement.title, *wanted.requirement.keywords)
    rare = sorted(found.words, key=lambda w: (-weights.words.get(w, 0.0), w))[:6]
    return Prepared(
        wanted=wanted,
        terms=found,
        grams=weighted(found.grams, weights.grams),
        words=weighted(found.words, weights.words),
        # keywords name the thing as the title does
        title=weighted(pairs(plain_text(",".join(names))), weights.grams, unknown=UNKNOWN),
        rare=weighted(rare, weights.words),
        rarest=weighted(rare[:2], weights.words),
        parts=_each(re.split(r"[,;。:]", content), weights),
        items=_each(_ITEM.findall(content), weights),
        dimensions=frozenset(q.dimension for q in wanted.facts.quantities if wanted.requirement.targets),
        values=frozenset(t.value for t in wanted.requirement.targets),
        text=wanted.plain.text,
    )


def _each(pieces: Iterable[str], weights: Weights) -> tuple[Weighted, ...]:
    return tuple(weighted(found, weights.grams) for found in map(pairs, pieces) if found)


class Seen(NamedTuple):
    """A window as it is measured, whatever the requirement.

    `mass` is the weight of its words, `near` the terms of the headings above it; `dimensions` and `values` are those
    of the live numbers in the clauses it takes parts of.
    """

    text: str
    terms: Terms
    mass: float
    near: Terms
    block: int
    role: Role
    dimensions: frozenset[str]
    values: frozenset[float]


class Fuzzy(NamedTuple):
    """How alike the wording of a requirement and of a window is, in [0, 1]."""

    partial: float
    ratio: float
    subsequence: float


def likeness(text: str, others: Sequence[str]) -> list[Fuzzy]:
    """The likeness of one text with each of the others."""
    length = max(len(text), 1)
    return [
        Fuzzy(
            fuzz.partial_ratio(text, other) / 100,
            fuzz.ratio(text, other) / 100,
            LCSseq.similarity(text, other) / length,
        )
        for other in others
    ]


def measure(  # noqa: PLR0913, PLR0917  each is worked out once for many windows, by the caller
    wanted: Prepared, hit: Hit, seen: Seen, fuzzy: Fuzzy, block: float, rival: float
) -> tuple[float, ...]:
    """The features of one window in front of one requirement, in the order of `NAMES`.

    `block` is the share of the requirement that the window's whole paragraph holds, `rival` the best similarity that
    another requirement reaches on the same parts.
    """
    words, grams = seen.terms.words, seen.terms.grams
    common = wanted.words.found(words)
    return (
        hit.recall,
        hit.precision,
        common / wanted.words.total if wanted.words.total else 0.0,
        common / seen.mass if seen.mass else 0.0,
        wanted.rare.share(words),
        wanted.rarest.share(words),
        wanted.rare.share_of_both(words, seen.near.words),
        wanted.title.share(grams),
        wanted.title.share_of_both(grams, seen.near.grams),
        *fuzzy,
        block,
        hit.similarity - rival,
        *_numbers(wanted, seen),
        clash(wanted.terms, seen.terms),
        clash(wanted.terms, seen.near),
        min(len(wanted.text), 120) / 120,
        float(seen.role is Role.TABLE),
        float(seen.role is Role.HEADING),
        float(seen.role is Role.ATTACHMENT),
    )


def _numbers(wanted: Prepared, seen: Seen) -> tuple[float, float]:
    """Whether the window has a number of the sort that is asked for (-1 where one is asked and none is there)."""
    asked = bool(wanted.dimensions)
    alike = not wanted.dimensions.isdisjoint(seen.dimensions)
    return float(alike) - float(asked and not seen.values), float(not wanted.values.isdisjoint(seen.values))
