"""Tables with ruled lines: pdfplumber finds the cells, our own characters fill them.

pdfplumber parses the page a second time and is slow, so it is called only for pages that have ruled lines. Its own
text extraction was refused: the characters would not be those of the paragraphs around the table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from duibiao.documents.pdf.glyphs import Glyph
from duibiao.documents.pdf.lines import read_lines
from duibiao.documents.pdf.pages import Page

_Box = tuple[float, float, float, float]
_MIDDLE = 0.35  # of the type size above the baseline
_FULL = 1.6  # characters of room at the end of a line of a cell that goes on in the next


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The part of a table on one page, all rows equally long; parts of one table share its `index`."""

    index: int
    page: int
    top: float
    bottom: float
    rows: tuple[tuple[str, ...], ...]


def read_tables(path: Path, pages: Sequence[Page]) -> tuple[list[Table], dict[int, list[Glyph]]]:
    """The tables in reading order, and the characters of each page that stand in none."""
    ruled = [page for page in pages if page.ruled and page.glyphs]
    left = {page.number: list(page.glyphs) for page in pages}
    tables: list[Table] = []
    for number, grids in _grids(path, [page.number for page in ruled]):
        for grid in grids:
            rows, left[number] = _fill(grid, left[number], number)
            if rows:
                boxes = [box for row in grid for box in row if box is not None]
                top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
                tables.append(Table(index=len(tables), page=number, top=top, bottom=bottom, rows=rows))
    return tables, left


def _grids(path: Path, numbers: Sequence[int]) -> Iterable[tuple[int, list[list[list[_Box | None]]]]]:
    if not numbers:
        return
    import pdfplumber  # noqa: PLC0415  slow, and only needed for tables

    with pdfplumber.open(path, pages=[number + 1 for number in numbers]) as document:
        for page in document.pages:
            found = [[list(row.cells) for row in table.rows] for table in page.find_tables()]
            yield page.page_number - 1, [grid for grid in found if _is_table(grid)]
            page.close()


def _is_table(grid: list[list[Any]]) -> bool:
    """A frame around prose has one column; a rule above and below a footer has one row of one cell."""
    return max(map(len, grid), default=0) > 1


def _fill(
    grid: list[list[_Box | None]], glyphs: list[Glyph], page: int
) -> tuple[tuple[tuple[str, ...], ...], list[Glyph]]:
    """The rows of a grid with their text, and the characters that stand outside of it."""
    inside: dict[_Box, list[Glyph]] = {box: [] for row in grid for box in row if box is not None}
    outside: list[Glyph] = []
    for glyph in glyphs:
        y = glyph.base - _MIDDLE * glyph.size
        home = next((box for box in inside if box[0] <= glyph.middle <= box[2] and box[1] <= y <= box[3]), None)
        (outside if home is None else inside[home]).append(glyph)
    rows = (tuple("" if box is None else _cell_text(inside[box], box, page) for box in row) for row in grid)
    return tuple(cells for cells in rows if any(cells)), outside


def _cell_text(glyphs: list[Glyph], box: _Box, page: int) -> str:
    """A cell's lines: one that runs to the edge goes on in the next, another is a paragraph of the cell."""
    text = ""
    room = 0.0
    for line in read_lines(glyphs, page):
        if text:
            text += "\n" if room > _FULL else ""
        text += line.text
        room = (box[2] - line.right) / line.size
    return text
