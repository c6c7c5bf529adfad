"""The paragraphs and rows that the outline is built from, each with its comparable text."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from duibiao.documents.written import written
from duibiao.model.document import Block, BlockKind, Cell, Extract
from duibiao.model.span import Plain

# A row of one cell with more than this in it is a text box, not a row.
_BOXED = 60


class Piece(Struct, frozen=True, kw_only=True):
    """A paragraph or a table row.

    `cells` is empty for a paragraph. `header` marks the rows that name the columns, `group` those that head the rows
    below them (一、养老方面), `run` a paragraph cut out of a text that lost its line breaks.
    """

    plain: Plain
    block: int
    heading: int | None = None
    table: int | None = None
    cells: tuple[Cell, ...] = ()
    header: bool = False
    group: bool = False
    run: bool = False

    @property
    def text(self) -> str:
        return self.plain.text

    def cell_texts(self) -> list[str]:
        return [self.text[cell.start : cell.end] for cell in self.cells]


def pieces(extract: Extract) -> Iterator[Piece]:
    for index, block in enumerate(extract.blocks):
        if block.kind is BlockKind.ROW:
            piece = row(extract.text, index, block)
        else:
            piece = Piece(plain=written(extract.text, block.span, block.gaps), block=index, heading=block.heading)
        if piece.text.strip():
            yield piece


def row(text: str, index: int, block: Block) -> Piece:
    filled = [cell for cell in block.cells if len(cell)]
    if len(filled) == 1 and len(filled[0]) > _BOXED:
        return Piece(plain=written(text, filled[0], block.gaps), block=index, table=block.table)
    plain, cells = joined([written(text, cell, block.gaps) for cell in block.cells], [cell.end for cell in block.cells])
    return Piece(plain=plain, block=index, table=block.table, cells=cells)


def joined(plains: Sequence[Plain], ends: Sequence[int]) -> tuple[Plain, tuple[Cell, ...]]:
    """One plain of the cells' plains with a tab between them; the tab stands where the cell before it ends."""
    chars: list[str] = []
    places: list[int] = []
    cells: list[Cell] = []
    for number, plain in enumerate(plains):
        if number:
            chars.append("\t")
            places.append(max(ends[number - 1], places[-1] if places else 0))
        start = len(places)
        chars.append(plain.text)
        places.extend(plain.places)
        cells.append(Cell(start=start, end=len(places)))
    return Plain("".join(chars), tuple(places)), tuple(cells)
