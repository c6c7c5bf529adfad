"""Puts what a reader found into one text, and remembers where each piece came to stand."""

from collections.abc import Iterable

from msgspec import Struct

from duibiao.model.document import Block, BlockKind, Extract
from duibiao.model.span import Span


class Paragraph(Struct, frozen=True, kw_only=True):
    """`breaks` are the offsets in `text` before which a new page begins (0: the paragraph opens the page)."""

    text: str
    heading: int | None = None
    breaks: tuple[int, ...] = ()


class Row(Struct, frozen=True, kw_only=True):
    """A table row; cells hold no tab. `table` tells the rows of one table from those of the next."""

    cells: tuple[str, ...]
    table: int
    breaks: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return "\t".join(self.cells)


Piece = Paragraph | Row


def assemble(pieces: Iterable[Piece], *, title: str | None = None) -> Extract:
    """The extract of a document: pieces joined by line feeds, tables counted from 0."""
    texts: list[str] = []
    blocks: list[Block] = []
    pages: list[int] = []
    tables: dict[int, int] = {}
    start = 0
    for piece in pieces:
        pages += [start + offset for offset in piece.breaks]
        span = Span(start, start + len(piece.text))
        if isinstance(piece, Row):
            table = tables.setdefault(piece.table, len(tables))
            blocks.append(Block(span=span, kind=BlockKind.ROW, cells=_cell_spans(piece.cells, start), table=table))
        else:
            blocks.append(Block(span=span, heading=piece.heading))
        texts.append(piece.text)
        start = span.end + 1
    return Extract(text="\n".join(texts), blocks=tuple(blocks), pages=tuple(pages), title=title)


def _cell_spans(cells: tuple[str, ...], start: int) -> tuple[Span, ...]:
    spans: list[Span] = []
    for cell in cells:
        spans.append(Span(start, start + len(cell)))
        start += len(cell) + 1
    return tuple(spans)
