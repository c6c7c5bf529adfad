"""Windows: neighbouring comma parts of a paragraph that may answer a requirement together.

A commitment is seldom a whole sentence and seldom less than a comma part; one to four parts hold nearly all labelled
passages. A window lies inside one sentence, or is made of whole ones: half a sentence with half of the next says what
nobody wrote. A table row is one part, since its cells mean nothing alone.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from duibiao.language.late import late
from duibiao.matching.terms import Terms, terms
from duibiao.model.document import Clause, Document, Role
from duibiao.model.fact import Date, DateKind, Facts, Reach, Scope, Verb
from duibiao.model.match import Passage
from duibiao.model.span import Plain

LONGEST = 4
# 在中心城区,推进…; 鼓励近郊有条件的村用好自治,发放…; not 城区泊位达到1万个,建成…, which is a thing of its own
_LEADS_IN = late(r"(?:在|于|对|面向|选择|选取|鼓励|支持|引导|推动|组织|允许)")
_LIMITS = (Reach.SOME, Reach.LOCAL)
_COMPLETION = late(
    r"(?:力争|确保|于|到|在)?(?:(?:19|20)\d\d年|十[三四五六]五|年底前|[一二三四五六七八九十\d]{1,2}年内)"
    r".{0,8}(?:完成|建成|到位|落实|实现|达标|达到|全覆盖|投用|运行)[^,;。:]{0,8}[,;。]?$"
)
_PART = late(r"(?:[^,;。:!?]|(?<=\d),(?=\d{3}))+[,;。:!?]*")  # the comma of 3,600 ends nothing
# What commits to nothing answers nothing: figures of the past and guiding thoughts share every word with the goals.
_SKIPPED = (
    Role.RESPONSIBILITY, Role.SIGNATURE, Role.CONTACT, Role.TITLE, Role.COVER, Role.BACKGROUND, Role.PREAMBLE,
)  # fmt: skip


class Part(Struct, frozen=True, kw_only=True):
    """A comma part: `start`/`end` in the plain text of its clause; `index` counts the parts of the plan."""

    index: int
    clause: Clause
    start: int
    end: int
    terms: Terms

    @property
    def text(self) -> str:
        return self.clause.plain.text[self.start : self.end]


class Window(NamedTuple):
    """Parts `first` to `last`, both included. A named tuple, since thousands are made for each plan."""

    first: int
    last: int


def cut(document: Document, facts: Sequence[Facts]) -> tuple[Part, ...]:
    """The comma parts of everything in a plan that could answer something, in order."""
    parts: list[Part] = []
    for clause in document.clauses:
        if clause.role in _SKIPPED or not facts[clause.index].binding:
            continue
        text = clause.plain.text
        spans = [(0, len(text))] if clause.cells else [m.span() for m in _PART.finditer(text)]
        for start, end in spans:
            found = terms(text[start:end], wider=True)
            parts.append(Part(index=len(parts), clause=clause, start=start, end=end, terms=found))
    return tuple(parts)


def around(parts: Sequence[Part], index: int) -> Iterator[Window]:
    """Every window that holds part `index`: of one sentence, or of whole sentences of one paragraph."""
    block = parts[index].clause.block
    for first in range(max(0, index - LONGEST + 1), index + 1):
        if parts[first].clause.block != block:
            continue
        for last in range(index, min(len(parts), first + LONGEST)):
            if parts[last].clause.block != block:
                break
            if _is_one_thought(parts, first, last):
                yield Window(first, last)


def _is_one_thought(parts: Sequence[Part], first: int, last: int) -> bool:
    if parts[first].clause is parts[last].clause:
        return True
    opens = first == 0 or parts[first - 1].clause is not parts[first].clause
    closes = last == len(parts) - 1 or parts[last + 1].clause is not parts[last].clause
    return opens and closes


def passage(parts: Sequence[Part], window: Window, facts: Sequence[Facts], document: Document) -> Passage:
    """The passage behind a window, with the facts that stand in it or govern it."""
    inside = parts[window.first : window.last + 1 + _ends_behind(parts, window)]
    text: list[str] = []
    places: list[int] = []
    found = Facts()
    for _, run in groupby(inside, key=lambda part: part.clause.index):
        parts_of_one = tuple(run)
        clause, start, end = parts_of_one[0].clause, parts_of_one[0].start, parts_of_one[-1].end
        piece = clause.plain.cut(start, end)
        found = _joined(found, _within(facts[clause.index], start, end, len(places)))
        text.append(piece.text)
        places += piece.places
    head = inside[0].clause
    departments = facts[head.index].departments
    found = replace(found, scopes=(*found.scopes, *_leading(facts[head.index], head.plain.text, inside[0].start)))
    return Passage(
        plain=Plain("".join(text), tuple(places)),
        facts=replace(found, departments=departments),
        clauses=tuple(dict.fromkeys(part.clause.index for part in inside)),
        block=head.block,
        label=head.label,
        role=head.role,
        context="/".join(document.headings(head.section)),
    )


def _leading(facts: Facts, text: str, start: int) -> Iterator[Scope]:
    """The limits that the sentence opens with (在中心城区,推进…): they hold for what follows up to the semicolon."""
    since = text.rfind(";", 0, start) + 1
    for scope in facts.scopes:
        opening = text[text.rfind(",", 0, scope.start) + 1 : scope.start]
        behind = text[scope.end : text.find(",", scope.end)]
        if scope.reach not in _LIMITS or not since <= scope.start or scope.end > start:
            continue
        if _LEADS_IN.match(opening) or behind.endswith("的"):
            yield replace(scope, start=0, end=0)


def _ends_behind(parts: Sequence[Part], window: Window) -> int:
    """1 where the next comma part only says by when or how far: 实施适老化改造,2025年底前全部完成."""
    behind = window.last + 1
    if behind == len(parts) or parts[behind].clause is not parts[window.last].clause:
        return 0
    return int(_COMPLETION.match(parts[behind].text) is not None)


def _within(facts: Facts, start: int, end: int, shift: int) -> Facts:
    """The facts of `start`..`end` of a clause, counted from `shift`; a date from outside governs every part."""
    by = shift - start

    def inside(at: int) -> bool:
        return start <= at < end

    return Facts(
        quantities=tuple(
            replace(q, start=q.start + by, end=min(q.end, end) + by) for q in facts.quantities if inside(q.start)
        ),
        dates=tuple(_date(d, inside(d.start), by) for d in facts.dates if inside(d.start) or _governs(d, start)),
        verbs=tuple(_verb(v, start, end, by) for v in facts.verbs if v.opens < end and v.reach > start),
        scopes=tuple(replace(s, start=s.start + by, end=min(s.end, end) + by) for s in facts.scopes if inside(s.start)),
    )


def _governs(date: Date, start: int) -> bool:
    """Whether a date from outside binds what begins at `start`: inherited, or the lead-in of the same sentence."""
    return date.source in ("heading", "horizon") or (date.kind is DateKind.BY and date.lead and date.end <= start)


def _date(date: Date, inside: bool, by: int) -> Date:
    if inside and date.source in ("clause", "column"):
        return replace(date, start=date.start + by, end=date.end + by)
    return replace(date, source=date.source if date.source == "heading" else "horizon", start=0, end=0)


def _verb(verb: Verb, start: int, end: int, by: int) -> Verb:
    """A verb of the clause as the window sees it; one that stands outside keeps the window's edge as its place."""
    return replace(
        verb,
        opens=max(verb.opens, start) + by,
        start=min(max(verb.start, start), end) + by,
        end=min(max(verb.end, start), end) + by,
        reach=min(verb.reach, end) + by,
    )


def _joined(a: Facts, b: Facts) -> Facts:
    return Facts(
        quantities=a.quantities + b.quantities,
        dates=a.dates + tuple(d for d in b.dates if d not in a.dates),
        verbs=a.verbs + b.verbs,
        scopes=a.scopes + b.scopes,
    )
