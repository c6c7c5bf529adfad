"""Tables with ruled lines: pdfplumber finds the cells, our own characters fill them.

pdfplumber parses the page a second time and is slow, so it is called only for pages that have ruled lines. Its own
text extraction was refused: the characters would not be those of the paragraphs around the table.
"""

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from duibiao.documents.pdf.glyphs import Glyph
from duibiao.documents.pdf.lines import read_lines
from duibiao.documents.pdf.pages import Page

_Box = tuple[float, float, float, float]
_MIDDLE = 0.35  # of the type size above the baseline
_FULL = 1.6  # characters of room at the end of a line of a cell that goes on in the next


class Cell(Struct, frozen=True, kw_only=True):
    """`runs_on` where its last line is full and stops in mid-sentence, as where a page break cuts a row."""

    left: float
    text: str
    runs_on: bool = False


class Part(Struct, frozen=True, kw_only=True):
    """What stands of a table on one page; `top` and `bottom` from the page's top."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    rows: tuple[tuple[Cell, ...], ...]


def read_tables(path: Path, pages: Sequence[Page]) -> tuple[list[Part], dict[int, list[Glyph]]]:
    """The tables in reading order, and the characters of each page that stand in none."""
    ruled = [page.number for page in pages if page.ruled and page.glyphs]
    left = {page.number: list(page.glyphs) for page in pages}
    parts: list[Part] = []
    for number, grid in _grids(path, ruled):
        rows, left[number] = _fill(grid, left[number])
        if rows:
            boxes = [box for row in grid for box in row]
            edges = (min(box[0] for box in boxes), min(box[1] for box in boxes))
            far = (max(box[2] for box in boxes), max(box[3] for box in boxes))
            part = Part(page=number, left=edges[0], top=edges[1], right=far[0], bottom=far[1], rows=rows)
            parts.append(part)
    return sorted(parts, key=lambda part: (part.page, part.top)), left


def _grids(path: Path, numbers: Sequence[int]) -> Iterator[tuple[int, list[list[_Box]]]]:
    if not numbers:
        return
    import pdfplumber  # noqa: PLC0415  slow, and only needed for tables

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it reports every odd font to the terminal
    try:
        with pdfplumber.open(path, pages=[number + 1 for number in numbers]) as document:
            for page in document.pages:
                for table in page.find_tables():
                    grid = [[box for box in row.cells if box is not None] for row in table.rows]
                    # A frame around prose has one column; a rule above and below a footer is a row of one cell.
                    if max(map(len, grid), default=0) > 1:
                        yield page.page_number - 1, grid
                page.close()
    except Exception:  # noqa: BLE001  its parser is stricter than pdfium's and fails in ways it does not name
        return  # the text of the tables is then read as paragraphs


def _fill(grid: list[list[_Box]], glyphs: list[Glyph]) -> tuple[tuple[tuple[Cell, ...], ...], list[Glyph]]:
    """The rows of a grid with their text, and the characters that stand outside of it."""
    inside: dict[_Box, list[Glyph]] = {box: [] for row in grid for box in row}
    outside: list[Glyph] = []
    for glyph in glyphs:
        y = glyph.base - _MIDDLE * glyph.size
        home = next((box for box in inside if box[0] <= glyph.middle <= box[2] and box[1] <= y <= box[3]), None)
        (outside if home is None else inside[home]).append(glyph)
    rows = (tuple(_cell(inside[box], box) for box in row) for row in grid)
    return tuple(cells for cells in rows if any(cell.text for cell in cells)), outside


def _cell(glyphs: list[Glyph], box: _Box) -> Cell:
    """A cell's lines: one that runs to the edge goes on in the next, another is a paragraph of the cell."""
    text = ""
    room = 0.0
    lines = read_lines(glyphs, 0)
    for line in lines:
        text += "\n" if text and room > _FULL else ""
        text += line.text
        room = (box[2] - line.right) / line.size
    runs_on = len(lines) > 1 and room <= _FULL and text[-1] not in "。；;：:！？）)"
    return Cell(left=box[0], text=text, runs_on=runs_on)
