"""Tables without vertical rules: lines of several pieces under each other, with gaps that run down between them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from duibiao.documents.pdf.lines import Line, Piece
from duibiao.documents.pdf.tables import Cell, Part

_FEWEST_LINES = 3
_FEWEST_COLUMNS = 3
_SHARE = 0.6  # of the lines have a piece in that many columns


def read_loose(lines: Sequence[list[Line]]) -> tuple[list[Part], list[list[Line]]]:
    """The tables among the lines of each page, and the lines that stand in none."""
    parts: list[Part] = []
    left: list[list[Line]] = []
    for written in lines:
        kept: list[Line] = []
        for several, group in groupby(written, key=lambda line: len(line.pieces) > 1):
            run = list(group)
            part = _part(run) if several else None
            if part is None:
                kept += run
            else:
                parts.append(part)
        left.append(kept)
    return parts, left


def _part(run: Sequence[Line]) -> Part | None:
    columns = list(_columns([piece for line in run for piece in line.pieces]))
    enough = sum(len(line.pieces) >= _FEWEST_COLUMNS for line in run)
    if len(run) < _FEWEST_LINES or len(columns) < _FEWEST_COLUMNS or enough < _SHARE * len(run):
        return None
    return Part(
        page=run[0].page,
        left=min(line.left for line in run),
        top=run[0].base - run[0].size,
        right=max(line.right for line in run),
        bottom=run[-1].base,
        rows=tuple(tuple(_row(line, columns)) for line in run),
    )


def _row(line: Line, columns: Sequence[tuple[float, float]]) -> Iterator[Cell]:
    for left, right in columns:
        text = " ".join(piece.text for piece in line.pieces if left <= piece.left < right)
        if text:
            yield Cell(left=left, text=text)


def _columns(pieces: Sequence[Piece]) -> Iterator[tuple[float, float]]:
    """Where pieces stand over or under each other, centred or not, is a column."""
    left = right = None
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if left is not None and right is not None and piece.left >= right:
            yield left, right
            left = None
        left = piece.left if left is None else left
        right = piece.right if right is None else max(right, piece.right)
    if left is not None and right is not None:
        yield left, right
