"""Sums that do not come out: yearly parts against their total, parts (其中) against the whole, tables against 合计.

    到2022年新增床位800张,其中2020年100张、2021年300张、2022年300张 -> 700, not 800
    养老机构17家,其中公办12家、民办6家 -> 18 of 17

Parts may overlap or be a choice of the whole, so that less than the whole is no fault; yearly parts may be counted
from the beginning (the last one is then the total), which is none either.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from duibiao.language.late import late
from duibiao.model.document import Clause, Document, Role
from duibiao.model.fact import Date, Facts, Op, Quantity
from duibiao.model.span import Span

_SUMMED = late(r"合计|总计|共计|小计")
_TOTAL_CELL = late(r"(?:合计|总计|共计|全[市县省区州]合计|[市县省区州]合计)(?:\([^()]*\))?")
_TOTAL_HEADER = late(r"合计|总计|总数|总任务|任务总数|目标总数|总量")
_YEAR_HEADER = late(r"(20\d\d)年?(?:度|目标|任务|计划|任务数|目标数)?(?:\([^()]*\))?")
_SHARED = late(r"率|比|%|‰|占|均|增长|排名|年份")
_PLAIN_NUMBER = late(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_ADDED = late(r"新增|新建|改建|建成|建设|完成|改造|培训|培养|培育|累计|共|总|合计|达到|安排|投入|筹集|创建|打造|增加")
_AMONG = late(r"[,;(]其中[:,]?")
_GAP = 8  # 2021年新增床位300张
_EXACT = 0.005  # rounding in 万 and 亿


class Sum(Struct, frozen=True, kw_only=True):
    """`parts` add up to `comes`, the plan says `says`; `spans` are the total's and the parts' places."""

    says: str
    comes: float
    unit: str
    parts: int
    spans: tuple[Span, ...]


def wrong_sums(document: Document, facts: Sequence[Facts]) -> Iterator[Sum]:
    pairs = list(zip(document.clauses, facts, strict=True))
    for clause, own in pairs:
        if not clause.cells and clause.role is not Role.TITLE:
            yield from _yearly(clause, own)
            yield from _among(clause, own)
    rows = (clause for clause in document.clauses if clause.cells)
    for _, group in groupby(rows, key=lambda c: (c.section, c.role, tuple(cell.header for cell in c.cells))):
        yield from _table(list(group))


def _yearly(clause: Clause, facts: Facts) -> Iterator[Sum]:
    """A total and a run of yearly parts behind it, in one sentence."""
    text = clause.plain.text
    if len(facts.dates) < 2 or len(facts.quantities) < 3:
        return
    dated = [(year, q) for q in facts.quantities if (year := _own_year(text, facts.dates, q)) is not None]
    for _, group in groupby(dated, key=lambda pair: (pair[1].unit, pair[1].dimension)):
        run = list(group)
        parts = [q for _, q in run]
        years = [year for year, _ in run]
        if len(run) < 2 or any(b <= a for a, b in pairwise(years)) or parts[0].dimension in ("share", "rank", ""):
            continue
        total = _total_before(text, facts, parts)
        if total is None or _comes_out(total, parts) or _same(parts[-1].value, total.value):
            continue
        yield _sum(clause, total, parts)


def _own_year(text: str, dates: Sequence[Date], quantity: Quantity) -> int | None:
    for date in reversed(dates):
        between = text[date.end : quantity.start] if date.source == "clause" and date.end <= quantity.start else None
        if between is not None and len(between) <= _GAP and not re.search(r"[,;、。:\d]", between):
            return date.year if text[date.start : date.start + 2] == "20" else None
    return None


def _total_before(text: str, facts: Facts, parts: Sequence[Quantity]) -> Quantity | None:
    """The last number of the same unit in front of the parts, unless it has a yearly sound itself."""
    first = parts[0]
    before = [
        q for q in facts.quantities if q.end <= first.start and q.unit == first.unit and not q.change and not q.every
    ]
    if not before or any(mark in text[before[-1].end : first.start] for mark in ";。"):
        return None
    total = before[-1]
    start = max(text.rfind(mark, 0, total.start) for mark in ",;。:") + 1
    return (
        total if _ADDED.search(text[start : total.start]) and total.value > max(p.value for p in parts[:-1]) else None
    )


def _among(clause: Clause, facts: Facts) -> Iterator[Sum]:
    """Parts behind 其中 that are more than the whole in front of it."""
    text = clause.plain.text
    for found in _AMONG.finditer(text) if len(facts.quantities) > 1 else ():
        stop = min((at for mark in "。;)" if (at := text.find(mark, found.end())) >= 0), default=len(text))
        before = [q for q in facts.quantities if q.end <= found.start() and q.upper is None and not q.change]
        if not before or found.start() - before[-1].end > _GAP or before[-1].dimension in ("share", "rank", ""):
            continue
        total = before[-1]
        inside = [q for q in facts.quantities if found.end() <= q.start < stop and q.unit == total.unit]
        parts = [q for q in inside if q.upper is None and not q.every and not q.change]
        if total.op not in (Op.EQ, Op.LE) or any(_own_year(text, facts.dates, p) is not None for p in parts):
            continue  # a floor may be passed, and yearly parts may be counted from the beginning
        most = total.value * (1 + _EXACT)
        if any(p.value > most for p in parts):
            yield _sum(clause, total, [p for p in parts if p.value > most])
        elif len(parts) > 1 and sum(p.value for p in parts) > most and _is_listed(text, parts):
            yield _sum(clause, total, parts)


def _is_listed(text: str, parts: Sequence[Quantity]) -> bool:
    """公办12家、民办6家: short names one after another, none of them 其中 again or 同时."""
    between = [text[a.end : b.start] for a, b in pairwise(parts)]
    return all(len(gap) <= 12 and not re.search(r"其中|同时|含|包括|其", gap) for gap in between)


def _comes_out(total: Quantity, parts: Sequence[Quantity]) -> bool:
    comes = sum(part.value for part in parts)
    if _same(comes, total.value):
        return True
    if total.op in (Op.GE, Op.GT):
        return comes >= total.value
    return total.op is Op.ABOUT or (total.op in (Op.LE, Op.LT) and comes <= total.value)


def _same(a: float, b: float) -> bool:
    return abs(a - b) <= _EXACT * max(abs(a), abs(b))


def _sum(clause: Clause, total: Quantity, parts: Sequence[Quantity]) -> Sum:
    return Sum(
        says=total.shown or clause.plain.text[total.start : total.end],
        comes=sum(part.value for part in parts),
        unit=total.unit,
        parts=len(parts),
        spans=(clause.plain.origin(total.start, parts[-1].end),),
    )


def _table(rows: Sequence[Clause]) -> Iterator[Sum]:
    for row in rows:
        yield from _across(row)
    totals = [row for row in rows if _is_total(row)]
    others = [row for row in rows if not _is_total(row)]
    subtotals = any(_SUMMED.search(row.plain.text[:12]) for row in others)
    if len(totals) != 1 or len(others) < 2 or subtotals:
        return
    for at, cell in enumerate(totals[0].cells):
        says = _number(totals[0], at)
        parts = [_number(row, at) for row in others]
        known = [part for part in parts if part is not None]
        if says is None or len(known) != len(parts) or _SHARED.search(cell.header):
            continue
        if not _same(sum(known), says):
            span = totals[0].plain.origin(cell.start, cell.end)
            yield Sum(says=f"{says:.12g}", comes=sum(known), unit="", parts=len(known), spans=(span,))


def _across(row: Clause) -> Iterator[Sum]:
    """合计 | 2023年 | 2024年 | 2025年 within a row."""
    years = [at for at, cell in enumerate(row.cells) if _YEAR_HEADER.fullmatch(cell.header)]
    totals = [at for at, cell in enumerate(row.cells) if _TOTAL_HEADER.search(cell.header)]
    if len(years) < 2 or len(totals) != 1 or _SHARED.search(row.plain.text[: row.cells[years[0]].start]):
        return
    says = _number(row, totals[0])
    parts = [_number(row, at) for at in years]
    known = [part for part in parts if part is not None]
    if says is None or len(known) != len(parts) or _same(sum(known), says) or _same(known[-1], says):
        return
    cells = [row.cells[at] for at in (*totals, *years)]
    span = row.plain.origin(min(c.start for c in cells), max(c.end for c in cells))
    yield Sum(says=f"{says:.12g}", comes=sum(known), unit="", parts=len(known), spans=(span,))


def _is_total(row: Clause) -> bool:
    return any(_TOTAL_CELL.fullmatch(row.plain.text[c.start : c.end]) for c in row.cells[:2])


def _number(row: Clause, at: int) -> float | None:
    if at >= len(row.cells):
        return None
    text = row.plain.text[row.cells[at].start : row.cells[at].end]
    return float(text.replace(",", "")) if _PLAIN_NUMBER.fullmatch(text) else None
