"""The first sheet of a workbook: a row for each plan, what the words mean, and what each plan leaves open."""

from collections.abc import Iterator, Mapping

from duibiao.model.report import Unreadable, Verdict
from duibiao.reports.duties import Duties
from duibiao.reports.grid import CELL, FAINT, FILLS, FONT, LINK, SIZE, SOLIDS, Cell, Grid, Style, printed
from duibiao.reports.text import printable
from duibiao.reports.view import VERDICTS, Sheet, Tally, View
from duibiao.reports.words import say

CENTRED: Style = {"align": "center"}
COLUMNS = (
    ("plan", 28), ("baseline", 18), ("heading", 32), ("document-number", 17), ("issued", 12), ("region", 13),
    ("level", 9), ("wanted", 9), *((verdict, 9) for verdict in VERDICTS), ("kept", 9), ("review", 9), ("waived", 9),
    ("state", 32),
)  # fmt: skip
TITLE_ROWS = 2
MOST_BARS = 40  # more plans than that make no picture


def overview(
    grid: Grid, view: View, duties: tuple[Duties, ...], language: str, links: Mapping[tuple[str, str], str]
) -> None:
    """`links` holds the place of the first finding of each plan and baseline."""
    grid.put(0, Cell(say("report", language), {"bold": True, "font_size": 18}))
    grid.sheet.set_row(0, 30)
    grid.row = TITLE_ROWS
    grid.head([say(key, language) for key, _ in COLUMNS], [width for _, width in COLUMNS], frozen=1)
    gaps = {plan.plan: plan for plan in duties}
    for sheet in view.sheets:
        grid.add(list(_row(sheet, gaps, language, links)))
    if len(view.sheets) > 1:
        total = [Cell(say("all-plans", language, n=view.plans), {"bold": True}), *(Cell() for _ in range(7))]
        grid.add([*total, *_counts(view.tally), Cell()])
    if view.sheets:
        grid.sheet.autofilter(TITLE_ROWS, 0, TITLE_ROWS + len(view.sheets), len(COLUMNS) - 1)
    grid.row += 1
    beside = grid.row
    _legend(grid, view, language)
    if 0 < len(view.sheets) <= MOST_BARS:
        _chart(grid, len(view.sheets), beside, several=len(view.run.baselines) > 1)
    printed(grid.sheet, columns=len(COLUMNS), rows=max(grid.row, beside + _chart_rows(len(view.sheets))))


def _row(
    sheet: Sheet | Unreadable, gaps: Mapping[str, Duties], language: str, links: Mapping[tuple[str, str], str]
) -> Iterator[Cell]:
    plan = sheet.plan
    link = "" if isinstance(sheet, Unreadable) else links.get((plan.path, sheet.baseline.id), "")
    yield Cell(printable(plan.path), {**(LINK if link else {}), "bold": True}, link)
    yield Cell("" if isinstance(sheet, Unreadable) else printable(sheet.baseline.id))
    level = say(plan.level, language) if plan.level else ""
    for text in (plan.title, plan.number, plan.issued, plan.region, level):
        yield Cell(printable(text or ""))
    if isinstance(sheet, Unreadable):
        yield from (Cell() for _ in range(len(COLUMNS) - 8))
        advice = say("advice", language) + say("colon", language) + sheet.advice.say(language) if sheet.advice else ""
        told = say("unreadable", language) + say("colon", language) + sheet.message.say(language)
        yield Cell(f"{told}\n{advice}".strip(), {"bg_color": FILLS[Verdict.OMITTED]})
        return
    yield Cell(sheet.baseline.requirements, CENTRED)
    yield from _counts(sheet.tally)
    yield Cell(_gaps(gaps.get(plan.path), language), {"font_color": FAINT})


def _counts(tally: Tally) -> Iterator[Cell]:
    for verdict, count in tally.verdicts:
        yield Cell(
            count, {**CENTRED, **({"bg_color": FILLS[verdict], "bold": True} if count else {"font_color": FAINT})}
        )
    applicable = tally.total - tally.of(Verdict.NOT_APPLICABLE)
    kept = tally.of(Verdict.COVERED) + tally.of(Verdict.EXCEEDED)
    yield Cell(kept / applicable, {"num_format": "0%", **CENTRED}) if applicable else Cell()
    yield Cell(tally.review, CENTRED)
    yield Cell(tally.waived, CENTRED)


def _gaps(plan: Duties | None, language: str) -> str:
    if plan is None or not plan.duties:
        return ""
    nobody = sum(duty.is_nobodys for duty in plan.duties)
    never = sum(duty.is_endless for duty in plan.duties)
    return say("gaps", language, tasks=len(plan.duties), nobody=nobody, never=never)


def _chart(grid: Grid, plans: int, row: int, *, several: bool) -> None:
    """A bar for each plan and baseline, cut up by verdict, to the right of the legend."""
    first, last = TITLE_ROWS + 1, TITLE_ROWS + plans
    chart = grid.book.workbook.add_chart({"type": "bar", "subtype": "percent_stacked"})
    keys = [key for key, _ in COLUMNS]
    for verdict in VERDICTS:
        column, name = keys.index(verdict), grid.sheet.get_name()
        chart.add_series(
            {
                "name": [name, TITLE_ROWS, column],
                "categories": [name, first, 0, last, 1 if several else 0],
                "values": [name, first, column, last, column],
                "fill": {"color": SOLIDS[verdict]},
                "gap": 40,
            }
        )
    font = {"name": FONT, "size": SIZE - 1}
    chart.set_y_axis({"reverse": True, "num_font": font, "line": {"none": True}})
    chart.set_x_axis({"num_font": font, "major_gridlines": {"visible": True, "line": {"color": "#E3E7EC"}}})
    chart.set_legend({"position": "top", "font": font})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": 900, "height": _chart_rows(plans) * 20})
    grid.sheet.insert_chart(row, 4, chart, {"object_position": 2})


def _chart_rows(plans: int) -> int:
    return 6 + 2 * plans if 0 < plans <= MOST_BARS else 0


def _legend(grid: Grid, view: View, language: str) -> None:
    for verdict in VERDICTS:
        grid.put(0, Cell(say(verdict, language), {**CELL, "bg_color": FILLS[verdict], "bold": True, **CENTRED}))
        grid.put(1, Cell(say(f"means-{verdict}", language)))
        grid.row += 1
    grid.put(1, Cell(say("kept-means", language), {"font_color": FAINT}))
    grid.row += 2
    for baseline in view.run.baselines:
        requirements = say("requirements", language, n=baseline.requirements)
        grid.put(0, Cell(say("baseline", language), {"bold": True}))
        grid.put(1, Cell(printable(f"{baseline.title} · {baseline.id} · {requirements}")))
        grid.row += 1
