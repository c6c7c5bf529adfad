"""Windows: neighbouring comma parts of a paragraph that may answer a requirement together.

A commitment is seldom a whole sentence and seldom less than a comma part; one to four parts hold nearly all labelled
passages. A table row is one part, since its cells mean nothing alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from duibiao.matching.terms import Terms, terms
from duibiao.model.document import Clause, Document, Role
from duibiao.model.fact import Facts
from duibiao.model.match import Passage
from duibiao.model.span import Plain

LONGEST = 4
_PART = re.compile(r"[^,;。:!?]+[,;。:!?]*")
_SKIPPED = (Role.RESPONSIBILITY, Role.SIGNATURE, Role.CONTACT, Role.TITLE, Role.COVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A comma part: `start`/`end` in the plain text of its clause; `index` counts the parts of the plan."""

    index: int
    clause: Clause
    start: int
    end: int
    terms: Terms

    @property
    def text(self) -> str:
        return self.clause.plain.text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """Parts `first` to `last`, both included."""

    first: int
    last: int


def cut(document: Document) -> tuple[Part, ...]:
    """The comma parts of everything in a plan that could answer something, in order."""
    parts: list[Part] = []
    for clause in document.clauses:
        if clause.role in _SKIPPED:
            continue
        text = clause.plain.text
        spans = [(0, len(text))] if clause.cells else [m.span() for m in _PART.finditer(text)]
        for start, end in spans:
            found = terms(text[start:end])
            parts.append(Part(index=len(parts), clause=clause, start=start, end=end, terms=found))
    return tuple(parts)


def around(parts: Sequence[Part], index: int) -> Iterator[Window]:
    """Every window of at most `LONGEST` parts of one paragraph that holds part `index`."""
    block = parts[index].clause.block
    for first in range(max(0, index - LONGEST + 1), index + 1):
        if parts[first].clause.block != block:
            continue
        for last in range(index, min(len(parts), first + LONGEST)):
            if parts[last].clause.block != block:
                break
            yield Window(first, last)


def passage(parts: Sequence[Part], window: Window, facts: Sequence[Facts], document: Document) -> Passage:
    """The passage behind a window, with the facts that stand in it or govern it."""
    inside = parts[window.first : window.last + 1]
    text: list[str] = []
    places: list[int] = []
    found = Facts()
    for part in inside:
        piece = part.clause.plain.cut(part.start, part.end)
        found = _joined(found, _within(facts[part.clause.index], part.start, part.end, len(places)))
        text.append(piece.text)
        places += piece.places
    head = inside[0].clause
    departments = facts[head.index].departments
    return Passage(
        plain=Plain("".join(text), tuple(places)),
        facts=replace(found, departments=departments),
        clauses=tuple(dict.fromkeys(part.clause.index for part in inside)),
        block=head.block,
        label=head.label,
        role=head.role,
        context="/".join(document.headings(head.section)),
    )


def _within(facts: Facts, start: int, end: int, shift: int) -> Facts:
    """The facts of `start`..`end` of a clause, counted from `shift`; a date from outside governs every part."""
    by = shift - start

    def inside(at: int) -> bool:
        return start <= at < end

    return Facts(
        quantities=tuple(
            replace(q, start=q.start + by, end=min(q.end, end) + by) for q in facts.quantities if inside(q.start)
        ),
        dates=tuple(
            replace(d, start=d.start + by, end=min(d.end, end) + by) if d.source == "clause" else d
            for d in facts.dates
            if d.source != "clause" or inside(d.start)
        ),
        verbs=tuple(
            replace(
                v, start=max(v.start, start) + by, end=max(min(v.end, end), start) + by, reach=min(v.reach, end) + by
            )
            for v in facts.verbs
            if v.start < end and v.reach > start
        ),
        scopes=tuple(replace(s, start=s.start + by, end=min(s.end, end) + by) for s in facts.scopes if inside(s.start)),
    )


def _joined(a: Facts, b: Facts) -> Facts:
    return Facts(
        quantities=a.quantities + b.quantities,
        dates=a.dates + tuple(d for d in b.dates if d not in a.dates),
        verbs=a.verbs + b.verbs,
        scopes=a.scopes + b.scopes,
    )
