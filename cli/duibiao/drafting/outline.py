"""What the outline says about sentences: which only open a chapter, which are headings, by when goals are to be met."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from msgspec.structs import replace

from duibiao.drafting import heads
from duibiao.facts import read_departments
from duibiao.language.late import late
from duibiao.model.document import Clause, Document, Role
from duibiao.model.fact import Date, DateKind, Facts

_GOALS = late(r"目标|指标")
_NUMBER = late(r"[(]?[一二三四五六七八九十\d]{1,3}(?:[)]|[、.](?!\d))|[①-⑳]")
_NOTE = late(r"[(][^()]{2,160}(?:指导|负责|牵头|参与|配合|落实|督导)[)][。;,]?")
_AIM = late(r"到(?:20\d\d年|\"?十[二三四五六]五\"?末)")
_ITEM = late(r"[二三四五六七八九]是")
_LONGEST_ITEM = 40
# 到2025年,…; not 对2022年5月15日前建成的…
_GOVERNS = late(r"(?:^|[,;:])(?:力争|确保|争取)?(?:到|至|在|于)?[\"']?$")
_LONGEST_HEADING = 36
_FEWEST_HEADINGS = 3


def openings(document: Document) -> frozenset[int]:
    """The sentences between a chapter's heading and its first item: they sum up what its items say."""
    parents = {section.parent for section in document.sections if section.level > 1}
    first = {section.index: section.span.start for section in reversed(document.sections)}
    starts = {
        parent: min(first[s.index] for s in document.sections if s.parent == parent)
        for parent in parents
        if parent is not None
    }
    return frozenset(
        clause.index
        for clause in document.clauses
        if clause.role is Role.BODY and clause.span.start < starts.get(clause.section, 0)
    )


def run_in_headings(document: Document) -> frozenset[int]:
    """建立绿色通道。对…: where each paragraph of a section opens with a short sentence, that is its name."""
    found: set[int] = set()
    bodies = [clause for clause in document.clauses if clause.role is Role.BODY and not clause.cells]
    for _, members in groupby(bodies, key=lambda clause: clause.section):
        blocks = [list(group) for _, group in groupby(members, key=lambda clause: clause.block)]
        named = [block[0] for block in blocks if len(block) > 1 and _is_name(block[0])]
        if len(named) >= _FEWEST_HEADINGS and len(named) >= 0.75 * len(blocks):
            found.update(clause.index for clause in named)
    return frozenset(found)


def _is_name(clause: Clause) -> bool:
    text = clause.plain.text
    return len(text) <= _LONGEST_HEADING and text.endswith("。") and "," not in text


def goes_on(clause: Clause) -> bool:
    """…包括:一是申请报告;二是试点方案;: an item of a list that names a thing and no work."""
    item = _ITEM.match(clause.plain.text)
    if item is None or clause.role is not Role.BODY:
        return False
    return heads.read(clause.plain.text[item.end() :]).kind == "subject" and len(clause.plain) <= _LONGEST_ITEM


def numbered(sentence: str) -> int:
    """Where the words of an item begin, behind its number: (六)职工…, 1.对…"""
    begin = found.end() if (found := _NUMBER.match(sentence)) else 0
    noted = _NOTE.match(sentence, begin)
    return noted.end() if noted else begin


def near(document: Document, facts: Sequence[Facts]) -> tuple[Facts, ...]:
    """The facts, without a date that stands in a chapter of its own.

    In a text that lost its line breaks all is one paragraph, and the date of its first sentence would govern it.
    """
    said: dict[int, set[tuple[int, int, int]]] = {}
    kept: list[Facts] = []
    for clause, own in zip(document.clauses, facts, strict=True):
        above = _above(document, clause.section)
        known = {day for section in above for day in said.get(section, ())}
        dates = tuple(d for d in own.dates if d.source != "horizon" or d.last_day in known)
        kept.append(replace(own, dates=dates))
        said.setdefault(clause.section, set()).update(
            d.last_day for d in own.dates if d.source == "clause" and _GOVERNS.search(clause.plain.text[: d.start])
        )
    return tuple(kept)


def _above(document: Document, section: int) -> tuple[int, ...]:
    """The section and those it stands in, the document itself only where there is nothing else."""
    found = [section]
    while (parent := document.sections[found[-1]].parent) is not None and parent > 0:
        found.append(parent)
    return tuple(found)


def is_governed(facts: Facts) -> bool:
    """Whether its date is that of a sentence before it."""
    return any(date.source == "horizon" for date in facts.dates)


def aims(clause: Clause) -> bool:
    """Whether a sentence that sets the tone or looks back names a goal as well: 到2025年,…, not 十四五期间,…"""
    return _AIM.search(clause.plain.text) is not None


def note(clause: Clause) -> tuple[str, ...]:
    """Those whom a bracket at the head of a sentence names, which says who does what stands before it."""
    found = _NOTE.match(clause.plain.text) if clause.role is Role.BODY else None
    if found is None:
        return ()
    named = re.sub(r"(?:指导|督导)$", "", found[0].strip("()。;,"))
    return tuple(department.name for department in read_departments(named))


def goal_dates(document: Document, facts: Sequence[Facts]) -> Mapping[int, Date]:
    """The date that opens a section of goals (到2025年,…) governs all of it, the goals it lists under numbers too."""
    found: dict[int, Date] = {}
    governing: dict[int, Date] = {}
    for clause, own in zip(document.clauses, facts, strict=True):
        goals = _goals(document, clause.section)
        if goals is None:
            continue
        lead = next((d for d in own.dates if d.kind is DateKind.BY and d.source == "clause" and d.lead), None)
        if lead is not None:
            governing[goals] = replace(lead, source="horizon", start=0, end=0)
        elif goals in governing:
            found[clause.index] = governing[goals]
    return found


def _goals(document: Document, section: int) -> int | None:
    """The section of goals that this one is, or stands in."""
    at: int | None = section
    while at is not None and document.sections[at].level > 0:
        if _GOALS.search(document.sections[at].title):
            return at
        at = document.sections[at].parent
    return None
