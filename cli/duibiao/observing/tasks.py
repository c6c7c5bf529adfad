"""The tasks of a plan with who does them and by when: the rows of its matrix of duties.

A task is an item of the outline with text of its own and no items below it ("1. 推进家庭适老化改造。…"), or a row of a
table that has a column for those responsible. The opening words of a chapter are no task, nor are goals, principles
and safeguards, which plans seldom hand to anybody; one that does hand them to somebody has made them a task.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from duibiao.language.late import late
from duibiao.model.document import Clause, Column, Document, Role
from duibiao.model.fact import Date, DateKind, Facts
from duibiao.model.report import Task

_FRAME = late(
    r"指导思想|基本原则|(?:总体|工作|基本|有关|主要|发展|具体|阶段|行动|建设|年度|预期)(?:要求|目标|原则|思路)$|^目标$|指标$|"
    r"(?:保障措施|组织保障|组织实施|组织领导|组织机构)$|^附则$|名词解释|^其他$|^.{0,4}(?:范围|对象|主体|频次)(?:[和及]对象)?$|^职责分工$"
)
_LONGEST = 40
_Owned = tuple[Clause, Facts]


def tasks(document: Document, facts: Sequence[Facts]) -> tuple[Task, ...]:
    """The tasks of a plan in its order; `facts` are those of its clauses."""
    owned = [(clause, own) for clause, own in zip(document.clauses, facts, strict=True) if clause.role.commits]
    parents = {document.sections[clause.section].parent for clause, _ in owned if clause.role is Role.BODY}
    found: list[Task] = []
    for (section, role), group in groupby(owned, key=lambda pair: (pair[0].section, pair[0].role)):
        members = list(group)
        if role is Role.TABLE:
            found += _rows(members, document)
        elif role is Role.BODY and section not in parents:
            found += _item(section, members, document)
    return tuple(found)


def _item(section: int, members: Sequence[_Owned], document: Document) -> Iterator[Task]:
    departments = tuple(dict.fromkeys(d for _, own in members for d in own.departments))
    if not departments and any(map(_FRAME.search, document.headings(section))):
        return
    first = members[0][0]
    title = document.sections[section].title if document.sections[section].level else ""
    yield Task(
        title=_short(title or document.quote(first.span)),
        clause=first.label,
        line=_line(first, document),
        departments=tuple(d.name for d in departments),
        leads=tuple(d.name for d in departments if d.lead),
        deadlines=_deadlines(date for _, own in members for date in own.dates),
        recurring=_recurring(members),
    )


def _rows(members: Sequence[_Owned], document: Document) -> Iterator[Task]:
    for clause, own in members:
        if not any(cell.column is Column.DEPARTMENT for cell in clause.cells):
            continue
        names = [c for c in clause.cells if c.column is Column.INDICATOR] or list(clause.cells)
        yield Task(
            title=_short(document.quote(clause.plain.origin(names[0].start, names[0].end))),
            clause=clause.label,
            line=_line(clause, document),
            departments=tuple(d.name for d in own.departments),
            leads=tuple(d.name for d in own.departments if d.lead),
            deadlines=_deadlines(own.dates),
            recurring=_recurring([(clause, own)]),
        )


def _deadlines(dates: Iterator[Date] | Sequence[Date]) -> tuple[str, ...]:
    binding = {date.last_day: str(date) for date in dates if date.kind is DateKind.BY}
    return tuple(shown for _, shown in sorted(binding.items()))


def _recurring(members: Sequence[_Owned]) -> tuple[str, ...]:
    words = (
        clause.plain.text[date.start : date.end]
        for clause, own in members
        for date in own.dates
        if date.kind is DateKind.RECURRING
    )
    return tuple(dict.fromkeys(word for word in words if word))


def _line(clause: Clause, document: Document) -> int:
    return document.text.count("\n", 0, clause.span.start) + 1


def _short(text: str) -> str:
    words = "".join(text.split()).rstrip("。；;：:，,.")
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
