"""Two dates for one thing: the same words promised by different days.

    2024年6月底前,出台公共租赁住房管理办法 · 2024年9月底前出台公共租赁住房管理办法

Only the very same words count, and only behind a verb that ends something: 基本建成 by one year and 全面建成 by another
are steps, and so are the same words with another number.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from duibiao.language.late import late
from duibiao.model.document import Clause, Column, Document
from duibiao.model.fact import Date, DateKind, Facts
from duibiao.model.span import Span

_ENDS = late(r"建成|完成|出台|印发|制定|编制|发布|公布|开通|启动|建立|设立|实现|投用|投入使用|开工|上线|竣工|组建|挂牌")
_PART = late(r"[^,;。:\t]+")
_LEAD = late(r"^(?:力争|确保|争取|计划|预计|要|将|在|于|到|并|应|须|全[省市县区州]|我[省市县区州]|本[省市县区州])+")
_MARKS = late(r"[^一-鿿a-z0-9]")
_SHORTEST = 8


class Appointment(Struct, frozen=True, kw_only=True):
    """What is promised, in bare words, and by when."""

    words: str
    date: Date
    clause: Clause
    span: Span


def double_dates(document: Document, facts: Sequence[Facts]) -> Iterator[tuple[Appointment, Appointment]]:
    named: dict[str, list[Appointment]] = defaultdict(list)
    for clause, own in zip(document.clauses, facts, strict=True):
        if clause.role.commits:
            for made in _row(clause, own) if clause.cells else _sentence(clause, own):
                named[made.words].append(made)
    for group in named.values():
        first = group[0]
        other = next(
            (m for m in group if m.date.last_day != first.date.last_day and m.clause is not first.clause), None
        )
        # the same words under every year of a timetable are yearly work
        if other is not None and len({m.date.last_day for m in group}) == 2:
            yield first, other


def _sentence(clause: Clause, facts: Facts) -> Iterator[Appointment]:
    binding = [d for d in facts.dates if d.kind is DateKind.BY and d.source == "clause"]
    text = clause.plain.text
    for part in _PART.finditer(text):
        inside = [d for d in binding if part.start() <= d.start < part.end()]
        before = [d for d in binding if d.start < part.start() and ";" not in text[d.end : part.start()]]
        date = inside[0] if len(inside) == 1 else (before[-1] if before and not inside else None)
        if date is None or (not inside and date.end < part.start() - 1):
            continue  # a date governs its own part and the next, not what follows further on
        bare = part[0]
        if inside:
            bare = text[part.start() : date.start] + text[date.end : part.end()]
        words = _words(bare)
        if words:
            yield Appointment(words=words, date=date, clause=clause, span=clause.plain.origin(date.start, part.end()))


def _row(clause: Clause, facts: Facts) -> Iterator[Appointment]:
    dates = [d for d in facts.dates if d.kind is DateKind.BY and d.source == "clause"]
    text = clause.plain.text
    for cell in clause.cells:
        words = _words(text[cell.start : cell.end]) if cell.column is Column.INDICATOR else ""
        if words and len(dates) == 1:
            yield Appointment(
                words=words, date=dates[0], clause=clause, span=clause.plain.origin(dates[0].start, dates[0].end)
            )


def _words(text: str) -> str:
    words = _LEAD.sub("", _MARKS.sub("", text))
    return words if len(words) >= _SHORTEST and _ENDS.search(words) else ""
