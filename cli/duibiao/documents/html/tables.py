"""Tables: which hold data and which only lay out the page, and the rows of those with data.

A cell that spans columns or rows is printed once and stands once in the text, in its first row and column; the other
places that it covers are empty cells, so that every column keeps its number and headings stay above their figures.
Repeating the words was refused: positions must lead to what the author wrote, and a note that spans twenty rows would
become twenty commitments.
"""

from typing import TYPE_CHECKING

from msgspec import Struct

from duibiao.documents.html.pieces import Buffer, joined
from duibiao.documents.html.shown import BLOCKS, is_shown

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_COLUMNS = 60
_MOST_ROWS = 2000
# One cell that holds most of the words and goes on for paragraphs is a page, not a figure.
_PAGE_CELL = 400
_PAGE_SHARE = 0.6


class Row(Struct, frozen=True):
    cells: tuple[str, ...]
    linked: int = 0


class _Cell(Struct, frozen=True):
    text: str
    linked: int
    paragraphs: int
    across: int
    down: int


def table_rows(table: "_Element", *, hidden: bool = False) -> list[Row] | None:
    """The rows of a table that holds data, None where it only lays out the page."""
    if next(table.iterdescendants("table"), None) is not None:
        return None
    source = [
        [_cell(cell, hidden=hidden) for cell in _cells(row)] for row in table.iterdescendants("tr") if is_shown(row)
    ]
    return None if _lays_out(source) else _grid(source)


def _cells(row: "_Element") -> "list[_Element]":
    return [child for child in row if child.tag in ("td", "th") and is_shown(child)]


def _lays_out(source: list[list[_Cell]]) -> bool:
    filled = [[cell for cell in row if cell.text] for row in source]
    cells = [cell for row in filled for cell in row]
    if sum(len(row) >= 2 for row in filled) < 2 and max(map(len, source), default=0) < 3:
        return True
    words = sum(len(cell.text) for cell in cells)
    largest = max(cells, key=lambda cell: len(cell.text), default=None)
    return largest is None or (
        len(largest.text) >= _PAGE_CELL and largest.paragraphs >= 3 and len(largest.text) >= words * _PAGE_SHARE
    )


def _grid(source: list[list[_Cell]]) -> list[Row]:
    rows: list[Row] = []
    covered: dict[int, int] = {}  # column -> rows still covered from above
    for cells in source[:_MOST_ROWS]:
        texts: list[str] = []
        linked = 0
        waiting = list(cells)
        while waiting or any(column >= len(texts) and left > 0 for column, left in covered.items()):
            column = len(texts)
            if covered.get(column, 0) > 0:
                covered[column] -= 1
                texts.append("")
            elif waiting:
                cell = waiting.pop(0)
                for offset in range(cell.across):
                    covered[column + offset] = cell.down - 1
                texts.extend([cell.text, *[""] * (cell.across - 1)])
                linked += cell.linked
            else:
                texts.append("")
        if any(texts):
            rows.append(Row(tuple(texts), linked))
    return rows


def _cell(cell: "_Element", *, hidden: bool) -> _Cell:
    from lxml import etree  # noqa: PLC0415  heavy, and only web pages need it

    buffer = Buffer()
    parts: list[str] = []
    linked = links = 0
    skipped: _Element | None = None
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walk:
        if element.tag in BLOCKS or element.tag == "br":
            text, count, _ = buffer.take()
            parts += [text] if text else []
            linked += count
        if event == "start":
            if element is not cell and not is_shown(element, hidden=hidden):
                skipped = element
                walk.skip_subtree()
                continue
            links += element.tag == "a"
            buffer.add(element.text, link=links > 0)
        else:
            links -= element.tag == "a" and element is not skipped
            if element is not cell:
                buffer.add(element.tail, link=links > 0)
    return _Cell(
        text=joined(parts),
        linked=linked,
        paragraphs=len(parts),
        across=_span(cell, "colspan", _MOST_COLUMNS),
        down=_span(cell, "rowspan", _MOST_ROWS),
    )


def _span(cell: "_Element", name: str, most: int) -> int:
    value = (cell.get(name) or "").strip()
    return min(max(int(value), 1), most) if value.isascii() and value.isdigit() else 1
