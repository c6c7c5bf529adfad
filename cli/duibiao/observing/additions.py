"""Commitments with a number or a date that no requirement asks for.

A clause has a basis where it is evidence of a finding, or where it shares a third of its character pairs with a
requirement: the evidence holds three passages at most, and a plan may say a thing four times. An item counts as one:
if any of its sentences answers, the others carry it out.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from duibiao.language.late import late
from duibiao.language.normalise import plain_text
from duibiao.model.document import Clause, Role
from duibiao.model.fact import DateKind, Facts, Strength
from duibiao.model.report import Verdict
from duibiao.observing.rule import Subject, clauses_over

_KIN = 0.34
_COUNTED = frozenset({"share", "person", "count", "household", "money", "area", "volume", "mass", "power", "energy"})
# what every plan says of itself: reports, terms, its own force
_FORMAL = late(r"报送|上报|汇总|通报|督查|考核|施行|有效期|解释|印发之日|年度总结|工作小结|联系人|自查|报告")
# how things stand, and the sentence that opens a list
_TOLD = late(r"以来|截至|去年|上年|现有|高于全|低于全|占.{0,4}人口的|:$")
_MARKS = late(r"[^一-鿿]")


def additions(subject: Subject) -> Iterator[Clause]:
    """The clauses, in order; nothing for a plan that takes up nothing, which belongs to another checklist."""
    document = subject.document
    spans = {e.span for f in subject.findings if f.verdict is not Verdict.OMITTED for e in f.evidence}
    answering = {at for span in spans for at in clauses_over(document, span)}
    if not answering:
        return
    wanted = _index(tuple(f"{f.requirement.title}{f.requirement.text}" for f in subject.findings))
    taken = {(document.clauses[at].label, document.clauses[at].role) for at in answering}
    for at, (clause, own) in enumerate(zip(document.clauses, subject.facts, strict=True)):
        if at in answering or clause.role not in (Role.BODY, Role.TABLE) or not _commits(clause, own):
            continue
        in_item = clause.role is Role.BODY and (clause.label, clause.role) in taken and _depth(clause.label) > 1
        if not in_item and not _has_basis(clause, wanted):
            yield clause


def _commits(clause: Clause, facts: Facts) -> bool:
    if _FORMAL.search(clause.plain.text) or _TOLD.search(clause.plain.text):
        return False
    dated = any(d.kind is DateKind.BY and d.source in ("clause", "column") for d in facts.dates)
    numbered = any(not q.base and q.dimension in _COUNTED for q in facts.quantities)
    firm = clause.cells or any(v.strength >= Strength.SHOULD for v in facts.verbs)
    return bool(firm and (dated or numbered))


class _Index(Struct, frozen=True):
    """Which requirements hold a pair of characters, and how many pairs each of them has."""

    holders: dict[str, tuple[int, ...]]
    sizes: tuple[int, ...]


@lru_cache(maxsize=4)  # one checklist serves thousands of plans
def _index(texts: tuple[str, ...]) -> _Index:
    holders: dict[str, list[int]] = {}
    sizes = []
    for at, text in enumerate(texts):
        grams = _grams(plain_text(text))
        sizes.append(len(grams))
        for gram in grams:
            holders.setdefault(gram, []).append(at)
    return _Index({gram: tuple(found) for gram, found in holders.items()}, tuple(sizes))


def _has_basis(clause: Clause, wanted: _Index) -> bool:
    own = _grams(clause.plain.text)
    shared = Counter(at for gram in own for at in wanted.holders.get(gram, ()))
    return not own or any(count >= _KIN * min(len(own), wanted.sizes[at]) for at, count in shared.items())


def _grams(text: str) -> set[str]:
    bare = _MARKS.sub("", text)
    return {bare[at : at + 2] for at in range(len(bare) - 1)}


def _depth(label: str) -> int:
    return len(re.findall(r"\([^()]*\)|[^()]+", label))
