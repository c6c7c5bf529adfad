"""What the same cases give to those who hold one similarity against a threshold.

Each requirement goes to the sentence most like it. Below the threshold it is omitted, above it covered, or weakened
where the sentence lacks a number of the requirement. The threshold is the best there is on these very cases, which is
more than anybody has on a plan to come; they also read the plan with our readers.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

import numpy as np
from msgspec import Struct
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer

from duibiao.language.segment import words
from tests.measure.scoring import score
from tests.training.gold import Case

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_CUTS = tuple(n / 100 for n in range(1, 100))

Texts = Sequence[str]
# for each requirement the place of the sentence most like it, and how like in [0, 1]
Nearest = list[tuple[int, float]]


def tfidf(requirements: Texts, sentences: Texts) -> Nearest:
    pairs = TfidfVectorizer(analyzer="char", ngram_range=(2, 2)).fit([*requirements, *sentences])
    return _best((pairs.transform(requirements) @ pairs.transform(sentences).T).toarray())


def token_set(requirements: Texts, sentences: Texts) -> Nearest:
    ours, theirs = ([" ".join(words(text)) for text in texts] for texts in (requirements, sentences))
    return _best(process.cdist(ours, theirs, scorer=fuzz.token_set_ratio) / 100)


def partial(requirements: Texts, sentences: Texts) -> Nearest:
    return _best(process.cdist(requirements, sentences, scorer=fuzz.partial_ratio) / 100)


def difflib(requirements: Texts, sentences: Texts) -> Nearest:
    found: Nearest = []
    for requirement in requirements:
        matcher = SequenceMatcher(b=requirement)
        at, best = 0, 0.0
        for place, sentence in enumerate(sentences):
            matcher.set_seq1(sentence)
            # the two cheap ones are upper bounds of the dear one
            if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and (value := matcher.ratio()) > best:
                at, best = place, value
        found.append((at, best))
    return found


def governdiff(requirements: Texts, sentences: Texts) -> Nearest:
    """The alignment of a tool made for two versions of one policy: it pairs each clause with one of the other side."""
    from governdiff.alignment import align_documents  # noqa: PLC0415  not needed to check
    from governdiff.document import parse_text  # noqa: PLC0415

    old, new = (
        parse_text("\n\n".join(texts), f"{side}.txt") for side, texts in (("old", requirements), ("new", sentences))
    )
    place = {sentence: at for at, sentence in reversed(list(enumerate(sentences)))}
    found: dict[str, tuple[int, float]] = {}
    for group in align_documents(old, new, threshold=0.2):  # its own 0.52 finds less; ours to tune is a part of the run
        at = next((place[b.text] for b in group.new_blocks if b.text in place), None)
        for block in group.old_blocks:
            if at is not None:
                found[block.text] = (at, group.similarity)
    return [found.get(requirement, (0, 0.0)) for requirement in requirements]


PEERS: Mapping[str, Callable[[Texts, Texts], Nearest]] = {
    "tfidf": tfidf,
    "token_set_ratio": token_set,
    "difflib": difflib,
    "partial_ratio": partial,
    "governdiff": governdiff,
}


class _Read(Struct, frozen=True):
    case: Case
    requirements: tuple[str, ...]
    sentences: tuple[str, ...]
    nearest: Nearest


def measure(peer: Callable[[Texts, Texts], Nearest], cases: Sequence[Case]) -> tuple[float, dict[str, Any]]:
    """The best threshold for `peer`, and the figures of each case at it."""
    reads = [_read(case, peer) for case in cases]
    found = {cut: {read.case.name: score(read.case, _said(read, cut)) for read in reads} for cut in _CUTS}
    best = max(_CUTS, key=lambda cut: sum(row["macro_f1"] for row in found[cut].values()))
    return best, found[best]


def _read(case: Case, peer: Callable[[Texts, Texts], Nearest]) -> _Read:
    requirements = tuple(prepared.wanted.plain.text for prepared in case.search.prepared)
    sentences = tuple(clause.plain.text for clause in case.search.document.clauses if clause.role.commits)
    return _Read(case, requirements, sentences, peer(requirements, sentences))


def _said(read: _Read, cut: float) -> dict[str, dict[str, Any]]:
    found = {}
    for label, requirement, (at, value) in zip(read.case.labels, read.requirements, read.nearest, strict=True):
        sentence = read.sentences[at]
        lacking = set(_NUMBER.findall(requirement)) - set(_NUMBER.findall(sentence))
        verdict = "omitted" if value < cut else "weakened" if lacking else "covered"
        found[label["id"]] = {"verdict": verdict, "reasons": [], "evidence": [] if value < cut else [sentence]}
    return found


def _best(likeness: Any) -> Nearest:
    return [(int(row.argmax()), float(row.max())) for row in np.asarray(likeness)]
