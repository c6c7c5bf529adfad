"""The characters of a page, each with its place: what every later step works on.

Places are in points from the top left corner of the page as it is displayed. The box that counts is the one a
character advances by, not its ink: 一 and 、 have hardly any ink and would seem to stand on other lines.
"""

from collections.abc import Iterator
from ctypes import c_double
from typing import Any

from msgspec import Struct

# Stamps and watermarks run across the page; a line of text leans by less than this (radians).
_UPRIGHT = 0.1
_WHOLE_TURN = 6.283
_TALLEST = 2.2


class Glyph(Struct, frozen=True):
    """`base` is the baseline, `size` the height of the type, `order` its turn in the drawing.

    `spaced` where a space was drawn before it, `unmapped` where the font has no map to Unicode.
    """

    char: str
    left: float
    right: float
    base: float
    size: float
    order: int = 0
    spaced: bool = False
    unmapped: bool = False

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def read_glyphs(page: Any, raw: Any) -> Iterator[Glyph]:
    """The visible upright characters of a pypdfium2 page, in the order they were drawn. `raw` is its C interface."""
    frame = Frame.of(page)
    text = page.get_textpage()
    box, x, y = raw.FS_RECTF(), c_double(), c_double()
    spaced = False
    for at in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, at)
        char = _character(code)
        if char.isspace() or code < 0x20 or raw.FPDFText_IsGenerated(text, at) == 1:
            # Between Chinese characters only gaps that are seen count; between Latin words the space does.
            spaced = code == 0x20 and raw.FPDFText_IsGenerated(text, at) == 0
            continue
        raw.FPDFText_GetLooseCharBox(text, at, box)
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        if frame.is_upright(raw.FPDFText_GetCharAngle(text, at)) and frame.shows(x.value, y.value):
            left, top = frame.place(box.left, box.top)
            right, bottom = frame.place(box.right, box.bottom)
            base = frame.place(x.value, y.value)[1]
            unmapped = raw.FPDFText_HasUnicodeMapError(text, at) == 1
            left, right = min(left, right), max(left, right)
            size = _type_size(char, right - left, abs(bottom - top))
            yield Glyph(char, left, right, base, size, at, spaced, unmapped)
        spaced = False


class Frame(Struct, frozen=True, kw_only=True):
    """The page's own coordinates (from the bottom left, before turning) and those of the page as displayed."""

    media: tuple[float, float, float, float]
    crop: tuple[float, float, float, float]
    turn: int

    @classmethod
    def of(cls, page: Any) -> "Frame":
        return cls(media=page.get_mediabox(), crop=page.get_bbox(), turn=page.get_rotation())

    @property
    def size(self) -> tuple[float, float]:
        left, bottom, right, top = self.media
        return (top - bottom, right - left) if self.turn in (90, 270) else (right - left, top - bottom)

    def is_upright(self, angle: float) -> bool:
        lean = (angle + self.turn * _WHOLE_TURN / 360) % _WHOLE_TURN
        return min(lean, _WHOLE_TURN - lean) < _UPRIGHT

    def shows(self, x: float, y: float) -> bool:
        left, bottom, right, top = self.crop
        return left <= x <= right and bottom <= y <= top

    def place(self, x: float, y: float) -> tuple[float, float]:
        left, bottom, right, top = self.media
        if self.turn == 90:
            return y - bottom, x - left
        if self.turn == 180:
            return right - x, y - bottom
        if self.turn == 270:
            return top - y, right - x
        return x - left, top - y


def is_wide(char: str) -> bool:
    """Whether a character is set in a square, as Chinese ones are."""
    return "\u2e80" <= char <= "\uffee"


def _type_size(char: str, width: float, height: float) -> float:
    """Some fonts declare a box far taller than their type, but no letter is that much taller than wide."""
    return width if is_wide(char) else min(height, _TALLEST * width)


def _character(code: int) -> str:
    if code == 0xAD:  # a soft hyphen that was drawn is a hyphen: 2014-2020
        return "-"
    return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "�"
