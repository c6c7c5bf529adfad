"""Lines of a page: characters on one baseline, left to right, with spaces only where the eye sees a gap."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from duibiao.documents.pdf.glyphs import Glyph, is_wide

_SAME_LINE = 0.45  # of the type size: superscripts and digits of another font sit a little off the baseline
_LATIN_GAP = 0.18  # a word space is a quarter of the type size, a loose letter pair a tenth
_WIDE_GAP = 0.4  # Word leaves a quarter between Chinese and digits by itself; the gap after 第一条 is a half
_COLUMN_GAP = 1.5
_LEAST_SIZE = 1.0  # points: broken fonts have characters of no extent
_PRINTED_TWICE = 0.25  # bold made by printing the character again, a little to the right


class Piece(Struct, frozen=True):
    """A run of characters between gaps as wide as those between the columns of a table."""

    text: str
    left: float
    right: float


class Line(Struct, frozen=True, kw_only=True):
    """`size` is the width of a Chinese character, or the height of the type; `column` is 0 on a page that has none."""

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int
    column: int = 0
    pieces: tuple[Piece, ...] = ()

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def read_lines(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """The lines from top to bottom."""
    return [make_line(row, page) for row in read_rows(glyphs)]


def read_rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """The characters of each baseline from top to bottom, each row from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if rows and glyph.base - rows[-1][0].base <= _SAME_LINE * min(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda glyph: glyph.left) for row in rows]


def make_line(row: Sequence[Glyph], page: int, column: int = 0) -> Line:
    """The line of the characters of one row."""
    row = _once(row)
    size = type_size(row)
    gaps = [right.left - left.right for left, right in pairwise(row)]
    spread = 2 * max(0.0, median(gaps)) if gaps else 0.0  # a title set wide has the same gap everywhere
    text = row[0].char
    pieces = [Piece(text, row[0].left, row[0].right)]
    for (left, right), gap in zip(pairwise(row), gaps, strict=True):
        char = f" {right.char}" if _is_gap(left, right, gap - spread, size) else right.char
        text += char
        if gap > spread + _COLUMN_GAP * size:
            pieces.append(Piece(right.char, right.left, right.right))
        else:
            pieces[-1] = Piece(pieces[-1].text + char, pieces[-1].left, right.right)
    return Line(
        text=text,
        left=row[0].left,
        right=max(glyph.right for glyph in row),
        base=median(glyph.base for glyph in row),
        size=size,
        page=page,
        column=column,
        pieces=tuple(pieces),
    )


def _is_gap(left: Glyph, right: Glyph, gap: float, size: float) -> bool:
    if left.char.isascii() and right.char.isascii():
        return right.spaced or gap > _LATIN_GAP * size
    return gap > _WIDE_GAP * size


def type_size(row: Sequence[Glyph]) -> float:
    wide = [glyph.size for glyph in row if is_wide(glyph.char)]
    return max(median(wide or [glyph.size for glyph in row]), _LEAST_SIZE)


def _once(row: Sequence[Glyph]) -> list[Glyph]:
    kept: list[Glyph] = []
    for glyph in row:
        if not any(_is_again(glyph, earlier) for earlier in kept[-3:]):
            kept.append(glyph)
    return kept


def _is_again(glyph: Glyph, earlier: Glyph) -> bool:
    """Whether a character was printed twice; —— drawn as one sign stands in one place too, but follows directly."""
    same = glyph.char == earlier.char and glyph.left - earlier.left < _PRINTED_TWICE * glyph.size
    return same and not (glyph.left == earlier.left and glyph.order == earlier.order + 1)
