"""Joins the lines of a page that was made from a hard-wrapped text, each line ended by a <br>.

The evidence is that of plain text: most lines of one element nearly equally wide and stopping inside a sentence.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from duibiao.documents.html.pieces import Piece
from duibiao.documents.lines import Line, columns
from duibiao.documents.wrapping import goes_on, wrap_width


def rejoin(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for _, run in groupby(pieces, key=lambda piece: (id(piece.element), bool(piece.cells))):
        together = list(run)
        width = None if together[0].cells else wrap_width([_line(piece) for piece in together])
        yield from together if width is None else _joined(together, width)


def _joined(pieces: Sequence[Piece], width: int) -> Iterator[Piece]:
    whole = last = pieces[0]
    for piece in pieces[1:]:
        if goes_on(_line(last), _line(piece), width):
            # between two Latin words only: a number may well be broken after its first digits
            between = " " if whole.text[-1:].isascii() and piece.text[:1].isascii() and piece.text[:1].isalpha() else ""
            whole = replace(whole, text=f"{whole.text}{between}{piece.text}", linked=whole.linked + piece.linked)
        else:
            yield whole
            whole = piece
        last = piece
    yield whole


def _line(piece: Piece) -> Line:
    text = piece.text
    return Line(number=piece.order, start=0, end=len(text), text=text, indent=piece.indent, width=columns(text))
