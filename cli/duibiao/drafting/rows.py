"""Requirements of table rows: an indicator with the values it must reach, or a task with who does it."""

import re
from collections.abc import Iterator

from msgspec import Struct

from duibiao.drafting import aims, naming
from duibiao.drafting.drafted import Drafted
from duibiao.drafting.firmness import strength
from duibiao.drafting.parts import Part, parts
from duibiao.language import units
from duibiao.language.late import late
from duibiao.language.normalise import simplify
from duibiao.model.baseline import Kind, Target
from duibiao.model.document import Cell, Clause, Column, Document
from duibiao.model.fact import DateKind, Facts, Op, Strength

_SHORTEST_TASK = 6
_LONG = 80
# A column that says what is asked, where no department and no value stands in the row.
_ASKS = late(r"标准|要求|任务|措施|举措|工作内容|重点内容|事项")
_EXPLAINS = late(r"说明|解释|备注|依据|属性|序号")
# 绿化覆盖率20%以上。(1分): the points are the table's, not the task's
_POINTS = late(r"[(（](?:最多)?加?\d+(?:\.\d+)?分[)）][。；;]?$")
_NO_DATE = "表中未写明年份或单位，请核对"
_WHOLE = "表格一行作为一项，请核对是否需要拆分"


class Row(Struct, frozen=True, kw_only=True):
    document: Document
    clause: Clause
    facts: Facts
    source: str

    def written(self, start: int, end: int) -> str:
        """The author's characters, traditional ones made simple, without the white space of typesetting."""
        plain = self.clause.plain
        span = plain.origin(start, end)
        kept = set(plain.places[start:end])
        simple = simplify(self.document.text[span.start : span.end])
        return "".join(char for at, char in enumerate(simple, span.start) if at in kept).strip()

    @property
    def name(self) -> str:
        """The indicator, without the unit behind it."""
        cell = next((c for c in self.clause.cells if c.column is Column.INDICATOR and c.end > c.start), None)
        name = self.written(cell.start, cell.end) if cell else ""
        bracket = re.search(r"[(（]([^()（）]{1,8})[)）]$", name)
        return name[: bracket.start()] if bracket and units.lookup(bracket[1].replace("％", "%")) else name

    @property
    def departments(self) -> tuple[str, ...]:
        return tuple(department.name for department in self.facts.departments)


def requirements(row: Row) -> tuple[Drafted, ...]:
    """One for each value that the row sets for a year; else one for a task; nothing where the row asks nothing."""
    values = [cell for cell in row.clause.cells if cell.column is Column.TARGET]
    found = [each for cell in values if (each := _value(row, cell))]
    return tuple(found or (() if values else _task(row)))


def _value(row: Row, cell: Cell) -> Drafted | None:
    aim = next((q for q in row.facts.quantities if cell.start <= q.start < cell.end and not q.base), None)
    name = row.name
    if aim is None or not name:
        return None
    year = next((d for d in row.facts.dates if d.source == "column" and d.start == cell.start), None)
    op = Op.GE if aim.op is Op.EQ else aim.op
    shown = row.written(cell.start, cell.end)
    when = f"到{year.chinese}，" if year else ""
    plain = not any(char.isdigit() for char in shown)  # 应建尽建
    unit = "" if plain or not aim.unit or shown.endswith(aim.unit) else _unit(row, aim.unit)
    return Drafted(
        text=f"{when}{name}{'' if shown[:1] in '≥≤<>＞＜达不超至' else '达到'}{shown}{unit}",
        title=naming.short(name),
        kind=Kind.TARGET,
        strength=Strength.SHOULD if aim.hedged else Strength.MUST,
        document=row.source,
        clause=row.clause.label,
        targets=(Target(indicator=name, op=op, value=aim.value, unit=aim.unit or "个"),),
        deadline=str(year) if year else None,
        departments=row.departments,
        doubts=() if year and aim.unit else (_NO_DATE,),
    )


def _unit(row: Row, unit: str) -> str:
    cell = next((c for c in row.clause.cells if c.column is Column.UNIT and c.end > c.start), None)
    return row.written(cell.start, cell.end) if cell else unit


def _task(row: Row) -> Iterator[Drafted]:
    cell = _asking(row.clause)
    if cell is None:
        return
    words = _POINTS.sub("", row.clause.plain.text[cell.start : cell.end])
    if len(words) < _SHORTEST_TASK:
        return
    end = cell.start + len(words)
    cut = tuple(Part(part.text, part.start + cell.start, part.end + cell.start) for part in parts(words))
    text = row.written(cell.start, end).rstrip("。；，")
    targets = aims.targets(aims.within(row.facts, cell.start, end), cut)
    targets = tuple(target for target in targets if target.indicator)
    by = max((d for d in row.facts.dates if d.kind is DateKind.BY), key=lambda d: d.last_day, default=None)
    yield Drafted(
        text=text,
        title=naming.title(cut, targets[0].indicator if len(targets) == 1 else "", row.name),
        kind=Kind.TARGET if targets else Kind.TASK,
        strength=strength(cut),
        document=row.source,
        clause=row.clause.label,
        targets=targets,
        deadline=str(by) if by else None,
        departments=row.departments,
        doubts=(_WHOLE,) if len(text) > _LONG else (),
    )


def _asking(clause: Clause) -> Cell | None:
    """The cell that says what is to be done: the longest of a row that names somebody, else the one headed so."""
    told = [c for c in clause.cells if c.column in (Column.INDICATOR, Column.OTHER) and not _EXPLAINS.search(c.header)]
    if not any(cell.column is Column.DEPARTMENT for cell in clause.cells):
        told = [cell for cell in told if _ASKS.search(cell.header)]
    return max(told, key=lambda c: c.end - c.start, default=None)
