"""Chinese text on a screen: made harmless, measured in cells, wrapped as typesetters do.

rich's own wrapping was refused: it breaks at white space only, so that a paragraph of 200 characters moves to the
next line as one word and punctuation comes to stand at the beginning of a line.
"""

import re
import unicodedata

# 避头尾: what may not begin, and what may not end, a line.
_NOT_FIRST = frozenset("，。、；：？！）》〉】〕」』”’…—％,.;:?!)]}%>")
_NOT_LAST = frozenset("（《〈【〔「『“‘([{<")
_WIDE = {":": "：", "#": "＃"}
_WRAPPED = re.compile(r"(?<![ \t　])[ \t　]*\r?\n[ \t\r\n　]*")


def printable(text: str) -> str:
    """The text on one line, without anything that a terminal would obey.

    Hard wraps of the plan are closed (with a space beside Latin letters and digits), tabs between cells of a row
    become two spaces, escape sequences and marks that turn the writing direction become a visible replacement.
    """
    return "".join(printable_chars(text))


def printable_chars(text: str) -> list[str]:
    """What becomes of each character of `text`, so that a mark on some of them finds its place."""
    chars = [_harmless(char) for char in text]
    for match in _WRAPPED.finditer(text):
        chars[match.start() : match.end()] = ["" for _ in match[0]]
        chars[match.start()] = _joint(text[: match.start()][-1:], text[match.end() :][:1])
    return _without_commands(chars)


def _without_commands(chars: list[str]) -> list[str]:
    """`::error::` at the beginning of a line and `##[error]` anywhere are orders to the runner of a job, which reads
    its log: the second of two such signs gets the width of a Chinese one.
    """
    before = ""
    for at, char in enumerate(chars):
        if char:
            chars[at] = _WIDE[char] if char == before and char in _WIDE else char
            before = chars[at][-1]
    return chars


def cells(text: str) -> int:
    """How many cells of a terminal the text takes."""
    return sum(map(_width, text))


def lines(text: str, width: int) -> list[tuple[int, int]]:
    """Where to cut the text so that no line is wider than `width`, as ranges without the spaces at the cuts.

    A run of Latin letters and digits stays whole where it fits into a line at all.
    """
    width = max(width, 2)
    ranges: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = _line_end(text, start, width)
        stop = end
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        ranges.append((start, stop))
        start = end
        while start < len(text) and text[start] == " ":
            start += 1
    return ranges or [(0, 0)]


def wrap(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in lines(text, width)]


def _line_end(text: str, start: int, width: int) -> int:
    used = 0
    candidate = start
    for at in range(start, len(text)):
        if at > start and _may_break(text[at - 1], text[at]):
            candidate = at
        used += _width(text[at])
        if used > width and text[at] != " ":
            return candidate if candidate > start else max(at, start + 1)
    return len(text)


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return before == " " or not (_is_word(before) and _is_word(after))


def _is_word(char: str) -> bool:
    return char.isascii() and not char.isspace()


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def _joint(before: str, after: str) -> str:
    """Nothing at an end or between two Chinese characters (a hard wrap), else a space (70 and 100 may be two cells)."""
    return "" if not before or not after or _width(before) == _width(after) == 2 else " "


def _harmless(char: str) -> str:
    if char == "\t":
        return "  "
    category = unicodedata.category(char)
    if category == "Cf":
        return "\N{REPLACEMENT CHARACTER}" if unicodedata.bidirectional(char) in _TURNING else ""
    return "\N{REPLACEMENT CHARACTER}" if category in ("Cc", "Cs", "Zl", "Zp") else char


_TURNING = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
