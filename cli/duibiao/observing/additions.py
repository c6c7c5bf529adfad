"""Commitments with a number or a date that no requirement asks for.

A clause has a basis where it is evidence of a finding, or where it shares a third of its character pairs with a
requirement: the evidence holds three passages at most, and a plan may say a thing four times. An item counts as one:
if any of its sentences answers, the others carry it out.
"""

import re
from collections.abc import Iterator

from duibiao.language.late import late
from duibiao.language.normalise import plain_text
from duibiao.model.document import Clause, Role
from duibiao.model.fact import DateKind, Facts, Strength
from duibiao.model.report import Verdict
from duibiao.observing.rule import Subject

_KIN = 0.34
_COUNTED = frozenset({"share", "person", "count", "household", "money", "area", "volume", "mass", "power", "energy"})
# what every plan says of itself: reports, terms, its own force
_FORMAL = late(r"报送|上报|汇总|通报|督查|考核|施行|有效期|解释|印发之日|年度总结|工作小结|联系人|自查|报告")
# how things stand, and the sentence that opens a list
_TOLD = late(r"以来|截至|去年|上年|现有|高于全|低于全|占.{0,4}人口的|:$")
_MARKS = late(r"[^一-鿿]")


def additions(subject: Subject) -> Iterator[Clause]:
    """The clauses, in order; nothing for a plan that takes up nothing, which belongs to another checklist."""
    answered = [e.span for f in subject.findings if f.verdict is not Verdict.OMITTED for e in f.evidence]
    if not answered:
        return
    wanted = [_grams(f"{f.requirement.title}{plain_text(f.requirement.text)}") for f in subject.findings]
    pairs = list(zip(subject.document.clauses, subject.facts, strict=True))
    taken = {(c.label, c.role) for c, _ in pairs if any(c.span.overlaps(span) for span in answered)}
    for clause, own in pairs:
        if clause.role not in (Role.BODY, Role.TABLE) or not _commits(clause, own):
            continue
        in_item = clause.role is Role.BODY and (clause.label, clause.role) in taken and _depth(clause.label) > 1
        beside = any(clause.span.overlaps(span) for span in answered)
        if not in_item and not beside and not _has_basis(clause, wanted):
            yield clause


def _commits(clause: Clause, facts: Facts) -> bool:
    if _FORMAL.search(clause.plain.text) or _TOLD.search(clause.plain.text):
        return False
    dated = any(d.kind is DateKind.BY and d.source in ("clause", "column") for d in facts.dates)
    numbered = any(not q.base and q.dimension in _COUNTED for q in facts.quantities)
    firm = clause.cells or any(v.strength >= Strength.SHOULD for v in facts.verbs)
    return bool(firm and (dated or numbered))


def _has_basis(clause: Clause, wanted: list[set[str]]) -> bool:
    own = _grams(clause.plain.text)
    return any(len(own & other) >= _KIN * min(len(own), len(other)) for other in wanted if other) if own else True


def _grams(text: str) -> set[str]:
    bare = _MARKS.sub("", text)
    return {bare[at : at + 2] for at in range(len(bare) - 1)}


def _depth(label: str) -> int:
    return len(re.findall(r"\([^()]*\)|[^()]+", label))
