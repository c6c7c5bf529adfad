"""From the tree to the extract: the article's paragraphs and rows, with the title that stands above it."""

from collections.abc import Sequence

from duibiao.documents import refuse
from duibiao.documents.html.article import article
from duibiao.documents.html.flow import flow
from duibiao.documents.html.heads import declared_title, heads
from duibiao.documents.html.parse import parse
from duibiao.documents.html.pieces import Piece
from duibiao.documents.html.rejoin import rejoin
from duibiao.documents.html.trim import trim
from duibiao.model.document import Block, BlockKind, Extract
from duibiao.model.span import Span


def read_html(data: bytes) -> Extract:
    """The article of the page.

    Raises:
        UnreadableError: There is no text in it (`empty`).
    """
    root = parse(data)
    if root is None:
        raise refuse.empty()
    pieces = list(flow(root)) or list(flow(root, hidden=True))
    if not pieces:
        raise refuse.empty()
    chosen = article(root, pieces)
    inside = set(chosen.iter())
    body = list(rejoin([piece for piece in pieces if piece.element in inside]))
    title = declared_title(root)
    labels, kept = trim(body, title)
    before = [piece for piece in pieces if body and piece.order < body[0].order]
    return _extract([*heads([*before, *labels], kept, title), *kept], title)


def _extract(pieces: Sequence[Piece], title: str | None) -> Extract:
    blocks: list[Block] = []
    texts: list[str] = []
    at = 0
    for piece in pieces:
        blocks.append(_block(piece, at))
        texts.append(piece.text)
        at += len(piece.text) + 1
    return Extract(text="\n".join(texts), blocks=tuple(blocks), title=title)


def _block(piece: Piece, at: int) -> Block:
    span = Span(at, at + len(piece.text))
    if not piece.cells:
        return Block(span=span, heading=piece.heading)
    cells: list[Span] = []
    for cell in piece.cells:
        cells.append(Span(at, at + len(cell)))
        at += len(cell) + 1
    return Block(span=span, kind=BlockKind.ROW, cells=tuple(cells), table=piece.table)
