"""Reads the numbering at the start of a paragraph: "二、", "(三)", "4.", "第五条", "⑥", "1.2".

Not numbering: 一是…二是…, 第一,… (they list inside one thought), and numbers that carry meaning: 1.5万人, 2025年,
3.15消费者权益日. A decimal is therefore believed only where it continues a sequence; that is decided in `sections`.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from duibiao.model.span import Plain


class Style(IntEnum):
    """The styles of numbering in their usual order, outermost first."""

    ATTACHMENT = 0
    PART = 1
    CHAPTER = 2
    SUBCHAPTER = 3
    ARTICLE = 4
    HAN = 5
    HAN_BRACKET = 6
    DIGIT = 7
    DECIMAL = 8
    DECIMAL_3 = 9
    DECIMAL_4 = 10
    DIGIT_BRACKET = 11
    CIRCLE = 12
    LETTER = 13


@dataclass(frozen=True, slots=True)
class Marker:
    """A numbering: `length` counts the characters of the plain text it takes; `bare` is its part of a label."""

    style: Style
    value: int
    length: int
    bare: str
    prefix: tuple[int, ...] = ()


_HAN = "一二三四五六七八九十百〇零"
_DIGITS = dict(zip("〇零一二三四五六七八九", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))

_CHAPTERS = re.compile(rf"第([{_HAN}]{{1,5}}|\d{{1,3}})(编|篇|部分|章|节|条)(?![款项例规件])[、.:]?")
_CHAPTER_STYLES = {
    "编": Style.PART,
    "篇": Style.PART,
    "部分": Style.PART,
    "章": Style.CHAPTER,
    "节": Style.SUBCHAPTER,
    "条": Style.ARTICLE,
}
_HAN_MARK = re.compile(rf"([{_HAN}]{{1,4}})[、.]")
_HAN_BRACKET = re.compile(rf"[(〔]([{_HAN}]{{1,4}})[)〕][、.]?")
_DIGIT = re.compile(r"(\d{1,3})[.、](?!\d)")
_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})(?!\d)[.、]?")
_DIGIT_BRACKET = re.compile(r"[(〔]?(\d{1,2})\)[、.]?")
_LETTER = re.compile(r"([a-h])[.、)]")
_DECIMALS = {2: Style.DECIMAL, 3: Style.DECIMAL_3, 4: Style.DECIMAL_4}
# What follows a number that means an amount, not a place in the outline.
_AMOUNT = re.compile(r"[%‰万亿元个倍年月日号时分米吨亩公千百]|平方|立方|[a-z]")
# One printed character that normalising would shorten to a digit or leave as it is: ⑴ ⒈ ① ㈠ ❶.
_SINGLE = (
    (0x2460, 20, Style.CIRCLE, "①"),
    (0x2776, 10, Style.CIRCLE, "①"),
    (0x2780, 10, Style.CIRCLE, "①"),
    (0x2474, 20, Style.DIGIT_BRACKET, ""),
    (0x2488, 20, Style.DIGIT, ""),
    (0x3220, 10, Style.HAN_BRACKET, ""),
)


def numeral(text: str) -> int:
    """The value of 十二, 二十, 一百零三, 一〇 or 12.

    >>> [numeral(text) for text in ("十二", "二十", "一百零三", "12")]
    [12, 20, 103, 12]
    """
    if text.isdigit():
        return int(text)
    if "十" not in text and "百" not in text:
        return int("".join(str(_DIGITS[char]) for char in text) or "0")
    total, digit = 0, 0
    for char in text:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def read(text: str, plain: Plain, start: int = 0) -> Marker | None:
    """The numbering at `plain.text[start:]`; `text` is the document's, asked for signs that normalising flattens."""
    if start >= len(plain):
        return None
    return _single(text, plain, start) or _written(plain.text, start)


def _single(text: str, plain: Plain, start: int) -> Marker | None:
    code = ord(text[plain.places[start]])
    for first, count, style, _ in _SINGLE:
        if first <= code < first + count:
            value = code - first + 1
            more = 1 if plain.text[start + 1 : start + 2] in ("、", ".") else 0
            return Marker(style, value, 1 + more, _bare(style, value))
    return None


def _bare(style: Style, value: int) -> str:
    if style is Style.CIRCLE:
        return chr(0x2460 + value - 1)
    if style is Style.HAN_BRACKET:
        return f"({han(value)})"
    return f"({value})" if style is Style.DIGIT_BRACKET else str(value)


def han(value: int) -> str:
    """1..99 in Chinese numerals."""
    tens, ones = divmod(value, 10)
    head = "" if tens == 0 else "十" if tens == 1 else "〇一二三四五六七八九"[tens] + "十"
    return head + ("〇一二三四五六七八九"[ones] if ones else "")


def _written(line: str, start: int) -> Marker | None:
    def taken(found: re.Match[str]) -> int:
        return found.end() - start

    if found := _CHAPTERS.match(line, start):
        bare = f"第{found[1]}{found[2]}"
        return Marker(_CHAPTER_STYLES[found[2]], numeral(found[1]), taken(found), bare)
    if found := _HAN_MARK.match(line, start):
        return Marker(Style.HAN, numeral(found[1]), taken(found), found[1])
    if found := _HAN_BRACKET.match(line, start):
        return Marker(Style.HAN_BRACKET, numeral(found[1]), taken(found), f"({found[1]})")
    if found := _DIGIT.match(line, start):
        return Marker(Style.DIGIT, int(found[1]), taken(found), found[1])
    if (found := _DECIMAL.match(line, start)) and not _AMOUNT.match(line, found.end()):
        parts = tuple(int(part) for part in found[1].split("."))
        return Marker(_DECIMALS[len(parts)], parts[-1], taken(found), found[1], parts[:-1])
    if found := _DIGIT_BRACKET.match(line, start):
        return Marker(Style.DIGIT_BRACKET, int(found[1]), taken(found), f"({found[1]})")
    if found := _LETTER.match(line, start):
        return Marker(Style.LETTER, ord(found[1]) - ord("a") + 1, taken(found), found[1])
    return None
