"""All facts of a clause, with those that its place in the document gives it.

A date that opens a goal sentence governs what follows in its paragraph ("到2025年,…;…。…"), a year in a heading
governs its section, and a column headed 2025年 its cells. Anything further away (the plan's own title, its goals as a
whole) governs nothing here: a drafter who drops a date from a task has dropped it, whatever the title says.
"""

from functools import lru_cache

from msgspec.structs import replace

from duibiao.facts.commitment import EXPLANATORY, commits
from duibiao.facts.dates import read_dates
from duibiao.facts.departments import read_departments
from duibiao.facts.places import read_places
from duibiao.facts.quantities import read_quantities
from duibiao.facts.scope import read_scopes
from duibiao.facts.strength import read_verbs
from duibiao.language import units
from duibiao.language.late import late
from duibiao.model.document import Cell, Clause, Column, Document
from duibiao.model.fact import Date, DateKind, Facts, Op, Quantity

_TITLE_YEAR = late(r"20\d\d")
_OPENER = late(r"^[^,;。]{0,12}$")
# 面对…形势,到2025年,…: a date that fills a comma part binds the rest of its sentence, though not the next one
_LEAD_IN = late(r"^[^,;。]{0,12}$|^[^;。]{0,60},(?:到|至|力争到?|力争|确保到?|在)?$")
# "到2025年,完成以下五个方面任务:" binds the items that follow
_OPENS_LIST = late(r":$|以下.{0,8}(?:任务|目标|工作|事项|方面|项)|[下附]表")
_NUMBER = late(
    r"(?P<mark>≥|>=|>|≤|<=|<|力争达到|力争|不低于|不少于|不超过|超过|达到|至少)?(?P<value>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
    r"(?:(?:-+|~)(?P<upper>\d+(?:\.\d+)?))?(?P<unit>%|‰)?"
    r"(?P<tail>及以上|以上|以内|以下|左右)?"
)
_MARKS = {"≥": Op.GE, ">=": Op.GE, ">": Op.GT, "≤": Op.LE, "<=": Op.LE, "<": Op.LT}
_CHANGE = late(r"(?:下降|降低|减少|压减|削减)(?:率|幅度|比例)?(?:[(][^()]*[)])?$")
_HEADER_UNIT = late(r"[(](?P<unit>[^()]{1,10})[)]$")


@lru_cache(maxsize=4096)  # a requirement is read when it is loaded and again when it is matched
def read_facts(text: str, issued: str | None = None, region: str | None = None) -> Facts:
    """The facts of a plain text; `issued` anchors relative dates, and `region` is the area that no place narrows."""
    return Facts(
        quantities=read_quantities(text),
        dates=read_dates(text, issued),
        verbs=read_verbs(text),
        scopes=(*read_scopes(text), *read_places(text, region)),
    )


def read_clauses(document: Document) -> tuple[Facts, ...]:
    """The facts of every clause of a document, in order."""
    found: list[Facts] = []
    lead: Date | None = None
    lists: dict[int, Date] = {}
    block = -1
    year = _own_year(document)
    for clause in document.clauses:
        facts = _row(clause, document.issued) if clause.cells else _sentence(clause, document)
        lead = lead if clause.block == block else None
        block = clause.block
        own = [d for d in facts.dates if d.kind is DateKind.BY]
        if not own:
            inherited = lead or _governing(document, clause.section, lists)
            facts = replace(facts, dates=(*facts.dates, inherited)) if inherited else facts
        opener = next((d for d in own if _OPENER.match(clause.plain.text[: d.start])), None)
        if opener is not None:
            lead = replace(opener, source="horizon", start=0, end=0)
            if _OPENS_LIST.search(clause.plain.text):
                lists[clause.section] = lead
        binding = _is_binding(clause, document, year)
        found.append(replace(facts, departments=read_departments(clause.responsibility), binding=binding))
    return tuple(found)


def _own_year(document: Document) -> int | None:
    """The year a plan speaks from: of its issue, else the first that its title names."""
    if document.issued:
        return int(document.issued[:4])
    named = _TITLE_YEAR.search(document.title or "")
    return int(named.group()) if named else None


def _is_binding(clause: Clause, document: Document, year: int | None) -> bool:
    if clause.cells:
        return True
    if any(EXPLANATORY.search(title) for title in document.headings(clause.section)):
        return False
    return commits(clause.plain.text, year)


def _sentence(clause: Clause, document: Document) -> Facts:
    facts = read_facts(clause.plain.text, document.issued, document.region)
    dates = tuple(replace(d, lead=_LEAD_IN.match(clause.plain.text[: d.start]) is not None) for d in facts.dates)
    return replace(facts, dates=dates)


def _governing(document: Document, section: int, lists: dict[int, Date]) -> Date | None:
    """The year a heading above names, or the sentence that opened the list; the document's own title does not count."""
    at: int | None = section
    while at is not None and document.sections[at].level > 0:
        if at in lists:
            return lists[at]
        for date in _heading_dates(document.sections[at].title, document.issued):
            if date.kind is DateKind.BY:
                return replace(date, source="heading", start=0, end=0)
        at = document.sections[at].parent
    return None


@lru_cache(maxsize=1024)  # a heading governs many clauses
def _heading_dates(title: str, issued: str | None) -> tuple[Date, ...]:
    return tuple(read_dates(title, issued))


def _row(clause: Clause, issued: str | None) -> Facts:
    text = clause.plain.text
    facts = read_facts(text, issued)
    quantities, dates = list[Quantity](), list(facts.dates)
    unit = _row_unit(clause)
    name = next((text[c.start : c.end] for c in clause.cells if c.column is Column.INDICATOR), "")
    for cell in clause.cells:
        inside = [q for q in facts.quantities if cell.start <= q.start < cell.end]
        if cell.column not in (Column.BASE, Column.TARGET):
            quantities += [q for q in inside if cell.column is not Column.NUMBER]
            continue
        base = cell.column is Column.BASE
        read = _bare(text, cell, unit) or inside
        change = _CHANGE.search(name) is not None
        quantities += [
            replace(q, base=base, indicator=name or q.indicator, change=change or q.change, falling=change or q.falling)
            for q in read
        ]
        if not base:
            years = [d for d in read_dates(cell.header + "年", issued) if d.year]
            dates += [replace(d, kind=DateKind.BY, source="column", start=cell.start, end=cell.end) for d in years[:1]]
    return replace(facts, quantities=tuple(quantities), dates=tuple(dates))


def _row_unit(clause: Clause) -> str:
    """The unit of a row's bare numbers: its unit column, else the brackets behind its name ("参保率(%)")."""
    text = clause.plain.text
    for cell in clause.cells:
        if cell.column is Column.UNIT and cell.end > cell.start:
            return text[cell.start : cell.end]
    for cell in clause.cells:
        if cell.column is Column.INDICATOR:
            match = _HEADER_UNIT.search(text[cell.start : cell.end])
            return match["unit"] if match else ""
    return ""


def _bare(text: str, cell: Cell, unit: str) -> list[Quantity]:
    """The number of a value cell, with the row's unit: 95, ≥90, 90以上(2022年底前达到), 至少1."""
    match = _NUMBER.match(text, cell.start, cell.end)
    if match is None or not (match.end() == cell.end or text[match.end()] in "(,;"):
        return []
    number = match["value"] + (f"-{match['upper']}" if match["upper"] else "")
    read = read_quantities(f"{match['mark'] or ''}{number}{match['unit'] or unit}{match['tail'] or ''}")
    if read:
        own = read[0]
        bound = Op.GE if own.op is Op.EQ else own.op
        shown = units.show(own.value, own.unit)
        return [replace(own, op=bound, start=cell.start, end=match.end(), shown=shown)]
    op = _MARKS.get(match["mark"] or "", Op.GE)
    return [
        Quantity(
            value=float(match["value"].replace(",", "")),
            unit=unit,
            dimension="count",
            op=op,
            start=cell.start,
            end=match.end(),
        )
    ]
