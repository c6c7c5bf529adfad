"""Reads a pdf with a text layer: pages, tables, lines, paragraphs, in this order."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from msgspec.structs import replace

from duibiao.documents import refuse
from duibiao.documents.assemble import Piece, Row, assemble
from duibiao.documents.pdf import trust
from duibiao.documents.pdf.areas import Areas, text_areas
from duibiao.documents.pdf.furniture import without_furniture
from duibiao.documents.pdf.gutter import read_columns
from duibiao.documents.pdf.lines import Line, read_lines
from duibiao.documents.pdf.loose import read_loose
from duibiao.documents.pdf.pages import read_pages
from duibiao.documents.pdf.paragraphs import join_lines
from duibiao.documents.pdf.tableparts import Table, join_parts
from duibiao.documents.pdf.tables import read_tables
from duibiao.model.document import Extract
from duibiao.model.limits import DEFAULT, Limits


def read_pdf(path: Path, limits: Limits = DEFAULT) -> Extract:
    """The text of a pdf, without page numbers and running heads, its tables as rows.

    Raises:
        UnreadableError: empty, encrypted, damaged, too-large, scan, no-unicode-map.
    """
    pages = read_pages(path, limits)
    trust.check(pages)
    parts, glyphs = read_tables(path, pages)
    ruled = {part.page for part in parts}
    # A page with a ruled table is not looked at for columns of prose: the table would have to be placed in one.
    columned = read_columns([None if page.number in ruled else glyphs[page.number] for page in pages])
    written = [read_lines(glyphs[at], at) if found is None else found for at, found in enumerate(columned)]
    loose, lines = read_loose(without_furniture(pages, written))
    tables = join_parts(sorted([*parts, *loose], key=lambda part: (part.page, part.top)), lines)
    areas = text_areas(pages, lines)
    pieces = _with_breaks(list(_pieces(_flow(lines, tables), areas)), len(pages))
    if not pieces:
        raise refuse.scan()
    return assemble(pieces)


_Placed = tuple[Piece, int, int]  # a piece with the pages on which it begins and ends


def _flow(lines: Sequence[list[Line]], tables: Sequence[Table]) -> list[Line | Table]:
    """Lines and tables in reading order: each table before the first line below it."""
    flow: list[Line | Table] = []
    for page, written in enumerate(lines):
        waiting = [table for table in tables if table.page == page]
        for line in written:
            while waiting and waiting[0].top < line.base:
                flow.append(waiting.pop(0))
            flow.append(line)
        flow += waiting
    return flow


def _pieces(flow: Sequence[Line | Table], areas: Areas) -> Iterator[_Placed]:
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
