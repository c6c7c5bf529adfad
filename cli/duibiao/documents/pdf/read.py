"""Reads a pdf with a text layer: pages, tables, lines, paragraphs, in this order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from duibiao.documents import refuse
from duibiao.documents.assemble import Piece, Row, assemble
from duibiao.documents.pdf import trust
from duibiao.documents.pdf.furniture import without_furniture
from duibiao.documents.pdf.lines import Line, read_lines
from duibiao.documents.pdf.pages import read_pages
from duibiao.documents.pdf.paragraphs import Column, columns, join_lines
from duibiao.documents.pdf.tableparts import Table, join_parts
from duibiao.documents.pdf.tables import read_tables
from duibiao.model.document import Extract


def read_pdf(path: Path) -> Extract:
    """The text of a pdf, without page numbers and running heads, its tables as rows.

    Raises:
        UnreadableError: empty, encrypted, damaged, scan, no-unicode-map.
    """
    pages = read_pages(path)
    trust.check(pages)
    parts, glyphs = read_tables(path, pages)
    lines = without_furniture(pages, [read_lines(glyphs[page.number], page.number) for page in pages])
    tables = join_parts(parts, lines)
    areas = columns(pages, lines)
    pieces = _with_breaks(list(_pieces(_flow(lines, tables), areas)), len(pages))
    if not pieces:
        raise refuse.scan()
    return assemble(pieces)


_Placed = tuple[Piece, int, int]  # a piece with the pages on which it begins and ends


def _flow(lines: Sequence[list[Line]], tables: Sequence[Table]) -> list[Line | Table]:
    """Lines and tables in reading order: page by page, top down."""
    flow: list[Line | Table] = [line for written in lines for line in written]
    flow += tables
    return sorted(flow, key=lambda item: (item.page, item.top if isinstance(item, Table) else item.base))


def _pieces(flow: Sequence[Line | Table], areas: Sequence[Column]) -> Iterator[_Placed]:
    for is_table, run in groupby(flow, key=lambda item: isinstance(item, Table)):
        if is_table:
            yield from _rows([table for table in run if isinstance(table, Table)])
        else:
            yield from join_lines([line for line in run if isinstance(line, Line)], areas)


def _rows(tables: Sequence[Table]) -> Iterator[_Placed]:
    for table in tables:
        for cells in table.rows:
            yield Row(cells=cells, table=table.index), table.page, table.page


def _with_breaks(placed: Sequence[_Placed], pages: int) -> list[Piece]:
    """The pieces, each with the page breaks before and in it."""
    reached = -1
    pieces: list[Piece] = []
    for piece, first, last in placed:
        pieces.append(replace(piece, breaks=(0,) * (first - reached) + piece.breaks))
        reached = last
    if pieces:
        end = (len(pieces[-1].text),) * (pages - 1 - reached)
        pieces[-1] = replace(pieces[-1], breaks=pieces[-1].breaks + end)
    return pieces
