"""What a window and a requirement have in common, as numbers in about [0, 1] for the decision.

The names are those of `weights.json` and of `explain`; a feature that is added needs the weights trained anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from duibiao.matching.retrieve import Hit
from duibiao.matching.terms import Terms, Weights
from duibiao.model.document import Role
from duibiao.model.fact import Facts
from duibiao.model.match import Wanted

NAMES = (
    "gram_recall", "gram_precision", "word_recall", "word_precision", "rare_found", "rarest_found", "rare_near",
    "title_recall", "title_near", "partial_ratio", "ratio", "subsequence", "block_recall", "lead", "dimension",
    "same_number", "length", "row", "background", "heading", "attachment",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A requirement with what matching needs of it, worked out once."""

    wanted: Wanted
    terms: Terms
    title: Terms
    parts: tuple[frozenset[str], ...]
    rare: tuple[str, ...]
    text: str


def prepare(
    wanted: Wanted, found: Terms, title: Terms, parts: tuple[frozenset[str], ...], weights: Weights
) -> Prepared:
    rare = sorted(found.words, key=lambda w: (-weights.words.get(w, 0.0), w))[:6]
    return Prepared(wanted=wanted, terms=found, title=title, parts=parts, rare=tuple(rare), text=wanted.plain.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A window as it is measured.

    `near` are the terms of the headings above it, `block` those of its whole paragraph, `facts` those of the clauses
    it takes parts of, and `rival` is the best similarity that another requirement reaches on the same parts.
    """

    hit: Hit
    text: str
    terms: Terms
    near: Terms
    block: Terms
    facts: Facts
    role: Role
    rival: float


def measure(wanted: Prepared, seen: Seen, weights: Weights) -> dict[str, float]:
    """The features of one window in front of one requirement."""
    both = seen.terms.words | seen.near.words
    asked, title = wanted.terms, wanted.title.grams
    return {
        "gram_recall": seen.hit.recall,
        "gram_precision": seen.hit.precision,
        "word_recall": recall(asked.words, seen.terms.words, weights.words),
        "word_precision": recall(seen.terms.words, asked.words, weights.words, unknown=3.0),
        "rare_found": recall(wanted.rare, seen.terms.words, weights.words),
        "rarest_found": recall(wanted.rare[:2], seen.terms.words, weights.words),
        "rare_near": recall(wanted.rare, both, weights.words),
        "title_recall": recall(title, seen.terms.grams, weights.grams, unknown=3.0),
        "title_near": recall(title, seen.terms.grams | seen.near.grams, weights.grams, unknown=3.0),
        "partial_ratio": fuzz.partial_ratio(wanted.text, seen.text) / 100,
        "ratio": fuzz.ratio(wanted.text, seen.text) / 100,
        "subsequence": LCSseq.similarity(wanted.text, seen.text) / max(len(wanted.text), 1),
        "block_recall": recall(asked.grams, seen.block.grams, weights.grams),
        "lead": seen.hit.similarity - seen.rival,
        **_numbers(wanted.wanted, seen.facts),
        "length": min(len(wanted.text), 120) / 120,
        "row": float(seen.role is Role.TABLE),
        "background": float(seen.role in (Role.BACKGROUND, Role.PREAMBLE)),
        "heading": float(seen.role is Role.HEADING),
        "attachment": float(seen.role is Role.ATTACHMENT),
    }


def recall(
    wanted: Iterable[str], found: frozenset[str], weights: Mapping[str, float], *, unknown: float = 0.0
) -> float:
    """The share of the weight of `wanted` that stands in `found`; 0 where nothing is wanted."""
    total = common = 0.0
    for term in sorted(wanted):
        weight = weights.get(term, unknown)
        total += weight
        if term in found:
            common += weight
    return common / total if total else 0.0


def _numbers(wanted: Wanted, facts: Facts) -> dict[str, float]:
    targets = wanted.requirement.targets
    asked = {q.dimension for q in wanted.facts.quantities} if targets else set()
    values = {t.value for t in targets}
    live = [q for q in facts.quantities if not q.base]
    return {
        "dimension": float(bool(asked) and any(q.dimension in asked for q in live)) - float(bool(asked) and not live),
        "same_number": float(any(q.value in values for q in live)),
    }
