"""Puts the parts of a table that stand on several pages together again.

A part that ends its page goes on where the next page opens with a part between the same edges. The heading that is
printed again on each page is dropped, and a row that the page break cut is joined.
"""

from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from duibiao.documents.columns import column_of, merge_columns
from duibiao.documents.pdf.lines import Line
from duibiao.documents.pdf.tables import Cell, Part

_SAME_EDGE = 8.0  # points
_JITTER = 36.0
_NONE = Cell(left=0.0, text="")
_Row = tuple[Cell, ...]


class Table(Struct, frozen=True, kw_only=True):
    """The rows that a table has on one page; parts of one table share its `index` and its columns."""

    index: int
    page: int
    top: float
    rows: tuple[tuple[str, ...], ...]


def join_parts(parts: Sequence[Part], lines: Sequence[list[Line]]) -> list[Table]:
    """The tables; `lines` are those of each page that stand outside of tables, without page numbers."""
    chains: list[list[Part]] = []
    for part in parts:
        if chains and _goes_on(chains[-1], part, lines):
            chains[-1].append(part)
        else:
            chains.append([part])
    return [table for index, chain in enumerate(chains) for table in _tables(index, chain)]


def _goes_on(chain: Sequence[Part], part: Part, lines: Sequence[list[Line]]) -> bool:
    last = chain[-1]
    same_edges = abs(last.left - part.left) < _SAME_EDGE and abs(last.right - part.right) < _SAME_EDGE
    if part.page != last.page + 1 or not same_edges:
        return False
    below = any(line.base > last.bottom for line in lines[last.page])
    above = any(line.base < part.top for line in lines[part.page])
    # The same heading over other columns opens a table of its own.
    heading, first = chain[0].rows[0], part.rows[0]
    moved = any(abs(one.left - other.left) > _SAME_EDGE for one, other in zip(heading, first, strict=False))
    return not (below or above or (moved and _words(heading) == _words(first)))


def _tables(index: int, chain: Sequence[Part]) -> list[Table]:
    columns = merge_columns([[cell.left for cell in row] for part in chain for row in part.rows], _JITTER)
    pages: list[list[_Row]] = []
    for part in chain:
        rows = [_lay_out(row, columns) for row in part.rows]
        if pages:
            del rows[: _repeated(rows, pages[0])]
            if rows and pages[-1] and _is_cut(pages[-1][-1], rows[0]):
                pages[-1][-1] = _join(pages[-1][-1], rows.pop(0))
        pages.append(rows)
    return [
        Table(index=index, page=part.page, top=part.top, rows=tuple(tuple(cell.text for cell in row) for row in rows))
        for part, rows in zip(chain, pages, strict=True)
    ]


def _lay_out(row: _Row, columns: Sequence[float]) -> _Row:
    cells = [_NONE] * len(columns)
    for cell in row:
        cells[column_of(cell.left, columns)] = cell
    return tuple(cells)


def _repeated(rows: Sequence[_Row], first: Sequence[_Row]) -> int:
    """How many rows only repeat the heading of the table's first page."""
    pairs = zip(rows, first, strict=False)
    return len(list(takewhile(lambda pair: _words(pair[0]) == _words(pair[1]), pairs)))


def _words(row: _Row) -> tuple[str, ...]:
    return tuple("".join(cell.text.split()) for cell in row)


def _is_cut(last: _Row, row: _Row) -> bool:
    """Whether `row` is the rest of `last`: it adds nothing but to cells that have text, one of them open."""
    if row[0].text:
        return False
    added = [before for before, cell in zip(last, row, strict=True) if cell.text]
    return all(before.text for before in added) and any(before.runs_on for before in added)


def _join(last: _Row, row: _Row) -> _Row:
    return tuple(
        replace(before, text=before.text + ("\n" if cell.text and not before.runs_on else "") + cell.text)
        for before, cell in zip(last, row, strict=True)
    )
