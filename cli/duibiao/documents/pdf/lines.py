"""Lines of a page: characters on one baseline, left to right, with spaces only where the eye sees a gap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from duibiao.documents.pdf.glyphs import Glyph

_SAME_LINE = 0.45  # of the type size: superscripts and digits of another font sit a little off the baseline
_LATIN_GAP = 0.18  # a word space is a quarter of the type size, a loose letter pair a tenth
_WIDE_GAP = 0.4  # Word leaves a quarter between Chinese and digits by itself; the gap after 第一条 is a half
_PRINTED_TWICE = 0.25  # bold made by printing the character again, a little to the right


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`size` is the width of a Chinese character on it, or the height of its type."""

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def read_lines(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """The lines of a page from top to bottom."""
    return [_line(row, page) for row in _rows(sorted(glyphs, key=lambda glyph: glyph.base))]


def line_text(glyphs: Iterable[Glyph]) -> str:
    """The text of the characters of one line."""
    row = _once(sorted(glyphs, key=lambda glyph: glyph.left))
    size = _size(row)
    gaps = [right.left - left.right for left, right in pairwise(row)]
    spread = max(0.0, median(gaps)) if gaps else 0.0  # a title set wide has the same gap everywhere
    parts = [row[0].char]
    for left, right, gap in zip(row, row[1:], gaps, strict=False):
        latin = left.char.isascii() and right.char.isascii()
        wide = gap > 2 * spread + (_LATIN_GAP if latin else _WIDE_GAP) * size
        parts.append(f" {right.char}" if wide else right.char)
    return "".join(parts)


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    for glyph in glyphs:
        if rows and glyph.base - rows[-1][0].base <= _SAME_LINE * min(glyph.size, _size(rows[-1])):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return rows


def _line(row: list[Glyph], page: int) -> Line:
    return Line(
        text=line_text(row),
        left=min(glyph.left for glyph in row),
        right=max(glyph.right for glyph in row),
        base=median(glyph.base for glyph in row),
        size=_size(row),
        page=page,
    )


def _once(row: list[Glyph]) -> list[Glyph]:
    kept: list[Glyph] = []
    for glyph in row:
        if not any(
            same.char == glyph.char and glyph.left - same.left < _PRINTED_TWICE * glyph.size for same in kept[-3:]
        ):
            kept.append(glyph)
    return kept


def _size(row: Sequence[Glyph]) -> float:
    wide = [glyph.right - glyph.left for glyph in row if "\u2e80" <= glyph.char <= "\uffee"]
    return median(wide) if wide else median(glyph.size for glyph in row)
