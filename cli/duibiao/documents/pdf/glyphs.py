"""The characters of a page, each with its place: what every later step works on.

Places are in points from the top left corner of the page as it is displayed. The box that counts is the one a
character advances by, not its ink: 一 and 、 have hardly any ink and would seem to stand on other lines.
"""

from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass
from typing import Any

# Stamps and watermarks run across the page; a line of text leans by less than this (radians).
_UPRIGHT = 0.1
_WHOLE_TURN = 6.283


@dataclass(frozen=True, slots=True)
class Glyph:
    """`base` is the baseline, `size` the height of the type, `order` its turn in the drawing.

    `unmapped` where the font has no map to Unicode.
    """

    char: str
    left: float
    right: float
    base: float
    size: float
    order: int = 0
    unmapped: bool = False

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def read_glyphs(page: Any, raw: Any) -> Iterator[Glyph]:
    """The visible upright characters of a pypdfium2 page, in the order they were drawn. `raw` is its C interface."""
    width, height = page.get_size()
    turn = page.get_rotation()
    text = page.get_textpage()
    box, x, y = raw.FS_RECTF(), c_double(), c_double()
    for at in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, at)
        char = _character(code)
        if char.isspace() or code < 0x20 or raw.FPDFText_IsGenerated(text, at) == 1:
            continue  # spaces are judged by the gaps that are seen
        if not _is_upright(raw.FPDFText_GetCharAngle(text, at), turn):
            continue
        raw.FPDFText_GetLooseCharBox(text, at, box)
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        left, top = _place(box.left, box.top, width, height, turn)
        right, bottom = _place(box.right, box.bottom, width, height, turn)
        _, base = _place(x.value, y.value, width, height, turn)
        left, right = sorted((left, right))
        if 0 <= (left + right) / 2 <= width and 0 <= base <= height:
            unmapped = raw.FPDFText_HasUnicodeMapError(text, at) == 1
            yield Glyph(char, left, right, base, abs(bottom - top), at, unmapped)


def _is_upright(angle: float, turn: int) -> bool:
    lean = (angle + turn * _WHOLE_TURN / 360) % _WHOLE_TURN
    return min(lean, _WHOLE_TURN - lean) < _UPRIGHT


def _place(x: float, y: float, width: float, height: float, turn: int) -> tuple[float, float]:
    """A point of the page's own coordinates (from the bottom left, before turning) on the displayed page."""
    if turn == 90:
        return y, x
    if turn == 180:
        return width - x, y
    if turn == 270:
        return width - y, height - x
    return x, height - y


def _character(code: int) -> str:
    if code == 0xAD:  # a soft hyphen that was drawn is a hyphen: 2014-2020
        return "-"
    return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "�"
