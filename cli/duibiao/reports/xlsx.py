"""The report as a workbook: what came out for each plan, every finding, who does what by when, and what codes mean.

Links lead from sheet to sheet only. One to the plan itself was refused: its path counts from where the tool was run,
a workbook's link from where the workbook lies, and where that is a report does not know.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

from msgspec import Struct

from duibiao.model.report import Finding, Verdict
from duibiao.reports.duties import Duties, Duty, arranged, said_date
from duibiao.reports.format import Options
from duibiao.reports.grid import (
    FAINT,
    FILLS,
    LINK,
    MISSING,
    SEVERITIES,
    Book,
    Cell,
    Grid,
    Style,
    address,
    opened,
    printed,
)
from duibiao.reports.overview import overview
from duibiao.reports.table import COLUMNS, Column, Content, place
from duibiao.reports.text import printable
from duibiao.reports.view import Sheet, View
from duibiao.reports.words import say

# A workbook carries the day it was made, and a report none: one day for all.
MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
CENTRED: Style = {"align": "center"}
FROZEN = "finding"  # it and what stands before it stay in sight


class Rows(Struct, frozen=True):
    """In which row of its sheet a thing stands: findings by report and requirement, sheets by report."""

    finding: dict[tuple[str, str, str], int]
    first: dict[tuple[str, str], int]


def render(view: View, options: Options) -> bytes:
    out = BytesIO()
    language = options.language
    book = opened(out, {"title": say("report", language), "author": "duibiao", "created": MADE})
    names = {key: say(f"sheet-{key}", language) for key in ("summary", "findings", "matrix", "observations", "rules")}
    rows = _rows(view)
    duties = tuple(arranged(view))
    overview(_sheet(book, names["summary"]), view, duties, language, _links(view, rows, names["findings"]))
    _findings(_sheet(book, names["findings"]), view, language)
    _matrix(_sheet(book, names["matrix"]), duties, language, rows, names["findings"])
    if any(sheet.report.observations for sheet in view.checked):
        _observations(_sheet(book, names["observations"]), view, language)
    _rules(_sheet(book, names["rules"]), view, language)
    book.workbook.close()
    return out.getvalue()


def _sheet(book: Book, name: str) -> Grid:
    return Grid(book, book.workbook.add_worksheet(name))


def _ordered(sheet: Sheet) -> Iterator[Finding]:
    """What must be mended comes first."""
    for group in (*sheet.attention, *sheet.rest):
        yield from group.findings


def _rows(view: View) -> Rows:
    finding: dict[tuple[str, str, str], int] = {}
    first: dict[tuple[str, str], int] = {}
    row = 1
    for sheet in view.checked:
        report = (sheet.plan.path, sheet.baseline.id)
        first.setdefault(report, row)
        for found in _ordered(sheet):
            finding.setdefault((*report, found.requirement.id), row)
            row += 1
    return Rows(finding, first)


def _links(view: View, rows: Rows, findings: str) -> dict[tuple[str, str], str]:
    return {report: address(findings, row) for report, row in rows.first.items()} if view.checked else {}


def _findings(grid: Grid, view: View, language: str) -> None:
    columns = _shown_columns(view)
    keys = [column.key for column in columns]
    grid.head([say(key, language) for key in keys], [c.width for c in columns], frozen=keys.index(FROZEN) + 1)
    for sheet in view.checked:
        for finding in _ordered(sheet):
            grid.add([_cell(column, column.content(sheet, finding, language), finding) for column in columns])
    _finish(grid, len(columns), printed_columns=keys.index("source") + 1)


def _shown_columns(view: View) -> tuple[Column, ...]:
    """A column that would say the same in every row says nothing."""
    alone = {"plan": view.plans < 2, "baseline": len(view.run.baselines) < 2}
    return tuple(column for column in COLUMNS if not alone.get(column.key))


def _cell(column: Column, content: Content, finding: Finding) -> Cell:
    quiet: Style = {"font_color": FAINT}
    styles: dict[str, Style] = {
        "verdict": {"bg_color": FILLS[finding.verdict], "bold": True, **CENTRED},
        "severity": {"font_color": SEVERITIES[finding.severity], "bold": True, **CENTRED},
        "id": {"bold": True},
        "finding": {"bold": True},
        "quote": {} if finding.evidence else {"italic": True, **quiet},
        "sure": {"num_format": "0%", **CENTRED},
        **dict.fromkeys(("rules", "look", "kind"), CENTRED),
        **dict.fromkeys(("place", "source", "plan", "baseline"), quiet),
    }
    return Cell(content, styles.get(column.key, {}))


MATRIX = (
    ("plan", 24),
    ("place", 18),
    ("duty", 36),
    ("lead", 28),
    ("owners", 40),
    ("deadline", 18),
    ("answers", 30),
)


def _matrix(grid: Grid, plans: tuple[Duties, ...], language: str, rows: Rows, findings: str) -> None:
    columns = MATRIX if len(plans) > 1 else MATRIX[1:]
    grid.head([say(key, language) for key, _ in columns], [width for _, width in columns], frozen=len(columns) - 4)
    for plan in plans:
        for duty in plan.duties:
            cells = _duty(duty, language)
            cells["plan"] = Cell(printable(plan.plan), {"font_color": FAINT})
            cells["answers"] = _answers(plan, duty, language, rows, findings)
            grid.add([cells[key] for key, _ in columns])
    _finish(grid, len(columns))


def _duty(duty: Duty, language: str) -> dict[str, Cell]:
    """An empty cell is what the sheet is looked through for: it says so, in colour."""
    task, comma = duty.task, say("comma", language)
    missing = Cell(say("missing", language), {**MISSING, **CENTRED})
    dates = (said_date(deadline, language) for deadline in task.deadlines)
    lead = Cell(printable(comma.join(task.leads)))
    if len(task.departments) == 1:
        lead = Cell(printable(task.departments[0]))
    elif not task.leads and task.departments:
        lead = Cell(printable(say("first", language, name=task.departments[0])), {"font_color": FAINT})
    where = (
        f"{task.clause} · {say('line', language, n=task.line)}" if task.clause else say("line", language, n=task.line)
    )
    return {
        "place": Cell(printable(where), {"font_color": FAINT}),
        "duty": Cell(printable(task.title), {"bold": True}),
        "lead": missing if duty.is_nobodys else lead,
        "owners": missing if duty.is_nobodys else Cell(printable(comma.join(task.departments))),
        "deadline": missing if duty.is_endless else Cell(comma.join((*dates, *task.recurring)), CENTRED),
    }


def _answers(plan: Duties, duty: Duty, language: str, rows: Rows, findings: str) -> Cell:
    """The requirements that the task answers; the link leads to the first, since a cell has one link."""
    told = [f"{f.requirement.id} {say(f.verdict, language)}" for f in duty.findings]
    ids = {f.requirement.id for f in duty.findings}
    at = [row for (path, _, requirement), row in rows.finding.items() if path == plan.plan and requirement in ids]
    worst = next((v for v in (Verdict.WEAKENED, Verdict.EXCEEDED, Verdict.COVERED) if v in _verdicts(duty)), None)
    style = {**LINK, "bg_color": FILLS[worst]} if worst else {}
    return Cell(printable(say("semicolon", language).join(told)), style, address(findings, min(at)) if at else "")


def _verdicts(duty: Duty) -> set[Verdict]:
    return {finding.verdict for finding in duty.findings}


def _observations(grid: Grid, view: View, language: str) -> None:
    columns = (("plan", 30), ("code", 8), ("severity", 10), ("observations", 50), ("quote", 60), ("place", 20))
    grid.head([say(key, language) for key, _ in columns], [width for _, width in columns])
    for sheet in view.checked:
        for seen in sheet.report.observations:
            quotes = "\n".join(printable(evidence.text) for evidence in seen.evidence)
            places = "\n".join(place(evidence, language) for evidence in seen.evidence)
            grid.add(
                [
                    Cell(printable(sheet.plan.path), {"font_color": FAINT}),
                    Cell(seen.rule, {"bold": True, **CENTRED}),
                    Cell(say(seen.severity, language), {"font_color": SEVERITIES[seen.severity], **CENTRED}),
                    Cell(printable(seen.message.say(language))),
                    Cell(quotes),
                    Cell(places, {"font_color": FAINT}),
                ]
            )
    _finish(grid, len(columns))


def _rules(grid: Grid, view: View, language: str) -> None:
    """The rules that have something to say in this report."""
    columns = (("code", 8), ("rules", 26), ("finds", 60), ("matters", 44), ("limits", 60))
    grid.head([say(key, language) for key, _ in columns], [width for _, width in columns], frozen=2)
    seen = {r.rule for sheet in view.checked for f in sheet.report.findings for r in f.reasons}
    seen |= {observation.rule for sheet in view.checked for observation in sheet.report.observations}
    for page in sorted((page for page in view.run.pages if page.rule in seen), key=lambda page: page.rule):
        texts = (page.finds, page.matters, page.limits)
        title = f"{page.title.say(language)}\n{page.code}"
        told = [Cell(page.rule, {"bold": True, **CENTRED}), Cell(title), *(Cell(text.say(language)) for text in texts)]
        grid.add(told)
    _finish(grid, len(columns))


def _finish(grid: Grid, columns: int, *, printed_columns: int | None = None) -> None:
    if grid.row > 1:
        grid.sheet.autofilter(0, 0, grid.row - 1, columns - 1)
    printed(grid.sheet, columns=printed_columns or columns, rows=grid.row)
