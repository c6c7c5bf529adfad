"""The grid of a table: which cell stands in which column, so that a number finds the heading above it."""

from collections.abc import Iterator

from msgspec import Struct

from duibiao.documents.columns import column_of, merge_columns
from duibiao.documents.docx.xml import Element, number, w

_WRAPPERS = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_JITTER = 720  # twentieths of a point (1.3 cm): borders dragged by hand miss each other by that much


class _Place(Struct, frozen=True, kw_only=True):
    """A cell and where it begins; `cell` is None where a merge from above continues."""

    start: int
    cell: Element | None


def read_grid(table: Element) -> list[list[Element | None]]:
    """The rows of a table, each as long as the table has columns; None where a merge leaves no cell of its own."""
    edges = _edges(table)
    rows = [list(_places(row, edges)) for row in _find(table, w("tr")) if not _is_deleted(row)]
    columns = merge_columns([[place.start for place in row] for row in rows], _JITTER)
    return [_lay_out(row, columns) for row in rows]


def _find(parent: Element, tag: str) -> Iterator[Element]:
    for node in parent:
        if node.tag == tag:
            yield node
        elif node.tag in _WRAPPERS:
            yield from _find(node, tag)


def _is_deleted(row: Element) -> bool:
    properties = row.find(w("trPr"))
    return properties is not None and properties.find(w("del")) is not None


def _places(row: Element, edges: list[int]) -> Iterator[_Place]:
    at = number(row.find(w("trPr")), "gridBefore") or 0
    for cell in _find(row, w("tc")):
        properties = cell.find(w("tcPr"))
        if not _continues(properties, "hMerge"):
            yield _Place(start=_edge(edges, at), cell=None if _continues(properties, "vMerge") else cell)
        at += max(1, number(properties, "gridSpan") or 1)


def _continues(properties: Element | None, name: str) -> bool:
    merge = None if properties is None else properties.find(w(name))
    return merge is not None and merge.get(w("val")) != "restart"


def _edges(table: Element) -> list[int]:
    """Where each grid column begins, from the widths that the table declares.

    Word's grid has a line for every cell border of every row, so that most of them are no column that anyone sees.
    """
    edges = [0]
    grid = table.find(w("tblGrid"))
    for column in () if grid is None else grid.iterchildren(w("gridCol")):
        width = column.get(w("w")) or ""
        edges.append(edges[-1] + (max(1, int(width)) if width.isdecimal() else 2 * _JITTER))
    return edges


def _edge(edges: list[int], at: int) -> int:
    return edges[at] if at < len(edges) else edges[-1] + (at - len(edges) + 1) * 2 * _JITTER


def _lay_out(row: list[_Place], columns: list[float]) -> list[Element | None]:
    cells: list[Element | None] = [None] * len(columns)
    for place in row:
        cells[column_of(place.start, columns)] = place.cell
    return cells
