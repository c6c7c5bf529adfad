"""The lines of a text file, with their places and their width on the page."""

import unicodedata
from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from duibiao.language.late import late
from duibiao.model.span import Span

_BREAK = late(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BLANK = " \t\u3000\xa0\u2002\u2003\u2009\u200b\ufeff"


class Line(Struct, frozen=True, kw_only=True):
    """A line without its break: `start`/`end` in the file without the white space around, `indent` in columns."""

    number: int
    start: int
    end: int
    text: str
    indent: int = 0
    width: int = 0

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def lines(text: str) -> list[Line]:
    return [_line(text, number, start, end) for number, (start, end) in enumerate(_ranges(text))]


def cut(line: Line, begin: int, end: int | None = None) -> Line:
    """The part of the line without white space around it; the line itself where that is all of it."""
    rest = line.text[begin:end]
    inner = rest.strip()
    if inner == line.text:
        return line
    start = line.start + begin + (len(rest) - len(rest.lstrip()) if inner else 0)
    return replace(line, start=start, end=start + len(inner), text=inner, width=columns(inner))


def columns(text: str) -> int:
    """The width of `text` in half-width columns, as a Chinese typeface sets it (“ ” — … are full-width there)."""
    return len(text) + sum(1 for char in text if not char.isascii() and _is_wide(char))


@cache
def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WFA"


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _BREAK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _line(text: str, number: int, start: int, end: int) -> Line:
    raw = text[start:end]
    left = raw.lstrip(_BLANK)
    inner = left.rstrip(_BLANK)
    begin = start + len(raw) - len(left)
    return Line(
        number=number,
        start=begin,
        end=begin + len(inner),
        text=inner,
        indent=columns(raw[: len(raw) - len(left)].replace("\t", "    ")),
        width=columns(inner),
    )
