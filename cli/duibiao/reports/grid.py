"""What the sheets of a workbook share: styles, tables with a frozen head, text that stays text.

XlsxWriter was taken over openpyxl: it writes only, brings nothing with it, gives every part of the package one fixed
date, and marks words inside a cell.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from duibiao.model.errors import OutputError
from duibiao.model.message import Message
from duibiao.model.report import Severity, Verdict
from duibiao.reports.marks import Piece, Tone, shorten
from duibiao.reports.table import is_formula
from duibiao.reports.text import lines
from duibiao.reports.xml import xml_text

FONT = "微软雅黑"
SIZE = 10
LONGEST = 32_000  # of the 32,767 characters that a cell holds
MOST_ROWS = 1_048_576
MOST_LINKS = 65_000  # of the 65,530 that a sheet holds; what comes after is shown without one
A4 = 9

Style = Mapping[str, object]

INK = "#1F2933"
FAINT = "#7B8794"
FILLS = {
    Verdict.COVERED: "#D8F0DE",
    Verdict.EXCEEDED: "#D6ECF7",
    Verdict.WEAKENED: "#FFE9B8",
    Verdict.OMITTED: "#FAD1CE",
    Verdict.NOT_APPLICABLE: "#E8EAED",
}
# darker shades of the same, for bars and for words on white
SOLIDS = {
    Verdict.COVERED: "#3A9D5D",
    Verdict.EXCEEDED: "#2C8FBF",
    Verdict.WEAKENED: "#E0A100",
    Verdict.OMITTED: "#C8372D",
    Verdict.NOT_APPLICABLE: "#9AA5B1",
}
SEVERITIES = {
    Severity.ERROR: "#B42318",
    Severity.WARNING: "#96690A",
    Severity.NOTE: "#1F6FB2",
    Severity.NONE: FAINT,
}
TONES: Mapping[Tone, Style] = {
    Tone.WANTED: {"bold": True, "font_color": "#0B6E99"},
    Tone.WORSE: {"bold": True, "font_color": "#B42318"},
    Tone.STRICTER: {"bold": True, "font_color": "#1E7B41"},
    Tone.OTHER: {"bold": True},
}
BASE: Style = {"font_name": FONT, "font_size": SIZE, "font_color": INK, "valign": "top"}
CELL: Style = {"text_wrap": True, "border": 1, "border_color": "#D5DAE1"}
HEAD: Style = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#33475B", "valign": "vcenter", "align": "center"}
LINK: Style = {"font_color": "#1F6FB2", "underline": 1}
MISSING: Style = {"bg_color": "#FAD1CE", "font_color": "#B42318", "bold": True}
# Rows are given their height here: Excel would find it by itself, WPS and LibreOffice leave wrapped text cut off.
LINE = 14.5  # points that a line of text takes
HIGHEST = 409  # what a row may take


class Cell(Struct, frozen=True):
    """What stands in a cell: text, pieces of text, or a number; `link` leads to another cell of the workbook."""

    content: str | float | tuple[Piece, ...] = ""
    style: Style = field(default_factory=dict)
    link: str = ""


class Book(Struct):
    """A workbook being written, and the styles that it has been given so far."""

    workbook: Any
    _styles: dict[str, Any] = field(default_factory=dict)

    def style(self, *parts: Style) -> Any:
        """The style that these make together, a later one over an earlier; a workbook keeps each style once."""
        merged = {key: value for part in (BASE, *parts) for key, value in part.items()}
        name = repr(sorted(merged.items()))
        if name not in self._styles:
            self._styles[name] = self.workbook.add_format(merged)
        return self._styles[name]


class Grid(Struct):
    """A sheet being filled from the top."""

    book: Book
    sheet: Any
    row: int = 0
    widths: Sequence[int] = ()
    links: int = 0

    def head(self, titles: Sequence[str], widths: Sequence[int], *, frozen: int = 0) -> None:
        """The row of headings: it stays in sight, stands on every printed page, and filters what is below."""
        for column, (title, width) in enumerate(zip(titles, widths, strict=True)):
            self.sheet.set_column(column, column, width)
            self.put(column, Cell(title, {**CELL, **HEAD}))
        self.widths = widths
        self.sheet.set_row(self.row, self._height([Cell(title) for title in titles]) + 6)
        self.sheet.freeze_panes(self.row + 1, frozen)
        self.sheet.repeat_rows(self.row)
        self.row += 1

    def add(self, cells: Sequence[Cell]) -> None:
        """A row of a table.

        Raises:
            OutputError: A sheet holds no more rows.
        """
        if self.row >= MOST_ROWS:
            raise OutputError(
                Message(
                    f"结果超过一张工作表能容纳的 {MOST_ROWS} 行", f"more rows than the {MOST_ROWS} that a sheet holds"
                ),
                Message("请改用 csv 或 json 格式，或分批检查", "use csv or json, or check fewer plans in one run"),
            )
        for column, cell in enumerate(cells):
            self.put(column, Cell(cell.content, {**CELL, **cell.style}, cell.link))
        self.sheet.set_row(self.row, self._height(cells))
        self.row += 1

    def _height(self, cells: Sequence[Cell]) -> float:
        """Room for the longest text of a row, wrapped in its column."""
        texts = ("".join(piece.text for piece in pieces(cell.content)) for cell in cells)
        most = max(_lines(text, width) for text, width in zip(texts, self.widths, strict=False))
        return min(most * LINE + 3, HIGHEST)

    def put(self, column: int, cell: Cell) -> None:
        """A cell of this row. Text is written as text whatever it looks like, and stays so when somebody edits it."""
        if isinstance(cell.content, int | float):
            self.sheet.write_number(self.row, column, cell.content, self.book.style(cell.style))
            return
        parts = pieces(cell.content)
        text = "".join(piece.text for piece in parts)
        style = self.book.style(cell.style, {"quote_prefix": True} if is_formula(text) else {})
        if cell.link and text and self.links < MOST_LINKS:
            self.links += 1
            self.sheet.write_url(self.row, column, f"internal:{cell.link}", style, string=text)
        elif len(parts) > 1:
            self.sheet.write_rich_string(self.row, column, *self._runs(parts, cell.style), style)
        elif text:
            self.sheet.write_string(self.row, column, text, style)
        else:
            self.sheet.write_blank(self.row, column, None, style)

    def _runs(self, parts: Sequence[Piece], style: Style) -> list[Any]:
        font = {key: value for key, value in style.items() if key in ("font_color", "bold")}
        return [part for p in parts for part in (self.book.style(font, TONES.get(p.tone, {})), p.text)]


def opened(stream: Any, properties: Mapping[str, object]) -> Book:
    import xlsxwriter  # noqa: PLC0415  only a run that asks for a workbook pays for it

    workbook = xlsxwriter.Workbook(stream, {"in_memory": True})
    workbook.set_properties(dict(properties))
    workbook.formats[0].set_font_name(FONT)
    workbook.formats[0].set_font_size(SIZE)
    return Book(workbook)


def printed(sheet: Any, *, columns: int, rows: int) -> None:
    """Landscape on A4, as wide as the page, numbered."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, max(rows - 1, 0), columns - 1)
    sheet.set_footer("&C&A  &P / &N")
    sheet.hide_gridlines(2)


def address(sheet: str, row: int, column: int = 0) -> str:
    """'逐条结果'!A5; `row` counts from 0."""
    return f"'{sheet}'!{chr(ord('A') + column)}{row + 1}"


def pieces(content: str | float | tuple[Piece, ...]) -> tuple[Piece, ...]:
    """What a cell can hold of a content, in pieces none of which is empty."""
    if isinstance(content, int | float):
        return (Piece(f"{content:g}"),)
    parts = (Piece(content),) if isinstance(content, str) else content
    if sum(len(part.text) for part in parts) > LONGEST:
        parts = shorten(parts, LONGEST)
    return tuple(Piece(xml_text(part.text), part.tone) for part in parts if part.text)


def _lines(text: str, width: int) -> int:
    return sum(len(lines(line, width - 1)) for line in text.split("\n"))
