"""Requirements of table rows: an indicator with the values it must reach, or a task with who does it."""

from collections.abc import Iterator

from duibiao.drafting import aims
from duibiao.drafting.drafted import Drafted
from duibiao.drafting.firmness import strength
from duibiao.drafting.parts import Part, parts
from duibiao.language.normalise import simplify
from duibiao.model.baseline import Kind, Target
from duibiao.model.document import Cell, Clause, Column, Document
from duibiao.model.fact import DateKind, Facts, Op, Strength

_LONGEST_TITLE = 20
_SHORTEST_TASK = 6


def requirements(document: Document, clause: Clause, facts: Facts, source: str) -> Iterator[Drafted]:
    """One for each value that the row sets for a year; one for a task that somebody is to do."""
    values = [cell for cell in clause.cells if cell.column is Column.TARGET]
    name = _name(document, clause)
    found = [each for cell in values if (each := _value(document, clause, facts, cell, name, source))]
    if found:
        yield from found
        return
    if any(cell.column is Column.DEPARTMENT for cell in clause.cells) and not values:
        yield from _task(document, clause, facts, source)


def _value(document: Document, clause: Clause, facts: Facts, cell: Cell, name: str, source: str) -> Drafted | None:
    aim = next((q for q in facts.quantities if cell.start <= q.start < cell.end and not q.base), None)
    if aim is None or not name:
        return None
    year = next((d for d in facts.dates if d.source == "column" and d.start == cell.start), None)
    op = Op.GE if aim.op is Op.EQ else aim.op
    target = Target(indicator=name, op=op, value=aim.value, unit=aim.unit or "个")
    when = f"到{year.chinese}，" if year else ""
    shown = _written(document, clause, cell)
    unit = "" if shown.endswith(aim.unit or "\0") else _unit(document, clause, aim.unit)
    return Drafted(
        text=f"{when}{name}{_says(shown)}{shown}{unit}",
        title=name if len(name) <= _LONGEST_TITLE else name[: _LONGEST_TITLE - 1] + "…",
        kind=Kind.TARGET,
        strength=Strength.SHOULD if aim.hedged else Strength.MUST,
        document=source,
        clause=clause.label,
        targets=(target,),
        deadline=str(year) if year else None,
        departments=tuple(d.name for d in facts.departments),
        doubts=() if year and aim.unit else ("表中未写明年份或单位，请核对",),
    )


def _says(shown: str) -> str:
    return "" if shown[:1] in "≥≤<>＞＜达不超至" else "达到"


def _unit(document: Document, clause: Clause, unit: str) -> str:
    cell = next((c for c in clause.cells if c.column is Column.UNIT and c.end > c.start), None)
    return _written(document, clause, cell) if cell else unit


def _task(document: Document, clause: Clause, facts: Facts, source: str) -> Iterator[Drafted]:
    """The row's longest cell says what is to be done."""
    told = [c for c in clause.cells if c.column in (Column.INDICATOR, Column.OTHER)]
    cell = max(told, key=lambda c: c.end - c.start, default=None)
    if cell is None or cell.end - cell.start < _SHORTEST_TASK:
        return
    own = aims.within(facts, cell.start, cell.end)
    words = clause.plain.text[cell.start : cell.end]
    text = _written(document, clause, cell).rstrip("。；，")
    name = _name(document, clause) or text
    cut = tuple(Part(p.text, p.start + cell.start, p.end + cell.start) for p in parts(words))
    targets = aims.targets(own, cut)
    dates = [d for d in facts.dates if d.kind is DateKind.BY]
    by = max(dates, key=lambda d: d.last_day, default=None)
    yield Drafted(
        text=text,
        title=name if len(name) <= _LONGEST_TITLE else name[: _LONGEST_TITLE - 1] + "…",
        kind=Kind.TARGET if targets else Kind.TASK,
        strength=strength(cut),
        document=source,
        clause=clause.label,
        targets=targets,
        deadline=str(by) if by else None,
        departments=tuple(d.name for d in facts.departments),
        doubts=("表格一行作为一项，请核对是否需要拆分",) if len(text) > 80 else (),
    )


def _name(document: Document, clause: Clause) -> str:
    cell = next((c for c in clause.cells if c.column is Column.INDICATOR and c.end > c.start), None)
    if cell is None:
        return ""
    name = _written(document, clause, cell)
    return name.split("（%")[0].split("(%")[0].strip()


def _written(document: Document, clause: Clause, cell: Cell) -> str:
    span = clause.plain.origin(cell.start, cell.end)
    kept = set(clause.plain.places[cell.start : cell.end])
    simple = simplify(document.text[span.start : span.end])
    return "".join(char for at, char in enumerate(simple, span.start) if at in kept).strip()
