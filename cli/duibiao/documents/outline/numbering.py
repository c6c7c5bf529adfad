"""Reads the numbering at the start of a paragraph: "二、", "(三)", "4.", "第五条", "⑥", "1.2".

Not numbering: 一是…二是…, 第一,… (they list inside one thought), and numbers that carry meaning: 1.5万人, 2025年,
3.15消费者权益日, 一、二、三产业. What can be told only from the neighbours is decided in `sequence`.
"""

import re
from collections.abc import Callable
from enum import IntEnum

from msgspec import Struct

from duibiao.language.late import late
from duibiao.language.numerals import parse
from duibiao.model.span import Plain


class Style(IntEnum):
    """The styles of numbering in their usual order, outermost first."""

    ATTACHMENT = 0
    PART = 1
    CHAPTER = 2
    SUBCHAPTER = 3
    ARTICLE = 4
    HAN = 5
    NAMED = 6
    HAN_BRACKET = 7
    BARE_DIGIT = 8
    DIGIT = 9
    DECIMAL = 10
    DECIMAL_3 = 11
    DECIMAL_4 = 12
    DIGIT_BRACKET = 13
    CIRCLE = 14
    LETTER = 15
    BOX = 16


class Marker(Struct, frozen=True):
    """A numbering: `length` counts the characters of the plain text it takes; `bare` is its part of a label.

    `sure` is false where only its neighbours can tell whether it is numbering at all.
    """

    style: Style
    value: int
    length: int
    bare: str
    prefix: tuple[int, ...] = ()
    sure: bool = True


_HAN = "[一二三四五六七八九十百〇零]"
_CHAPTERS = {
    "编": Style.PART,
    "篇": Style.PART,
    "部分": Style.PART,
    "章": Style.CHAPTER,
    "节": Style.SUBCHAPTER,
    "条": Style.ARTICLE,
}
_DECIMALS = {2: Style.DECIMAL, 3: Style.DECIMAL_3, 4: Style.DECIMAL_4}
# One printed character that normalising shortens to a digit or leaves as it is: ① ❶ ➀ ⑴ ⒈ ㈠.
_SINGLE = (
    (0x2460, 20, Style.CIRCLE),
    (0x2776, 10, Style.CIRCLE),
    (0x2780, 10, Style.CIRCLE),
    (0x2474, 20, Style.DIGIT_BRACKET),
    (0x2488, 20, Style.DIGIT),
    (0x3220, 10, Style.HAN_BRACKET),
)
# What follows a decimal that means an amount, not a place in the outline: 1.5万人, 6.5%, 3.2亿元.
_MEASURED = late(r"[%‰万亿元个倍年月日号时分米吨亩公千百平立岁张人户家项次]|[a-z]")


def numeral(text: str) -> int:
    """The value of 十二 or 12.

    >>> [numeral(text) for text in ("十二", "二十", "一百零三", "12")]
    [12, 20, 103, 12]
    """
    return int(parse(text) or 0)


def han(value: int) -> str:
    """1..99 in Chinese numerals."""
    tens, ones = divmod(value, 10)
    head = "" if tens == 0 else "十" if tens == 1 else "〇一二三四五六七八九"[tens] + "十"
    return head + ("〇一二三四五六七八九"[ones] if ones else "")


def _decimal(found: re.Match[str]) -> Marker:
    parts = tuple(int(part) for part in found[1].split("."))
    return Marker(_DECIMALS[len(parts)], parts[-1], len(found[0]), found[1], parts[:-1], sure=False)


def _plain(style: Style, form: str = "{}", *, sure: bool = True) -> Callable[[re.Match[str]], Marker]:
    return lambda found: Marker(style, numeral(found[1]), len(found[0]), form.format(found[1]), sure=sure)


# First match wins; a real opening stands beside each.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Marker]], ...] = (
    (  # 第三条 各级人民政府应当…
        late(rf"第({_HAN}{{1,5}}|\d{{1,3}})(编|篇|部分|章|节|条)(?![款项例规件约线])[、.:]?"),
        lambda found: Marker(
            _CHAPTERS[found[2]], numeral(found[1]), len(found[0]), f"第{found[1]}{found[2]}", sure=False
        ),
    ),
    (late(rf"({_HAN}{{1,4}})[、.](?!{_HAN}{{1,3}}(?:[、.]|产业|级|线|类))"), _plain(Style.HAN)),  # 二、重点任务
    (
        late(rf"[(〔]({_HAN}{{1,4}})[)〕](?![至、和或及])[、.]?"),
        _plain(Style.HAN_BRACKET, "({})"),
    ),  # (三)强化保障
    (late(r"(\d{1,3})[.、](?:(?!\d)|(?=20\d{2}年))"), _plain(Style.DIGIT)),  # 4.加强监管, 1.2024年底前
    (late(r"(\d{1,2}(?:\.\d{1,2}){1,3})(?!\d)\.?(?=[^\s\d])"), _decimal),  # 1.2 基本原则
    (late(r"[(〔]?(\d{1,2})\)(?![至、和或及])[、.]?"), _plain(Style.DIGIT_BRACKET, "({})")),  # (1)公共账户
    (  # 行动一:设施提升行动
        late(rf"((?:行动|任务|工程|举措|专项|板块|抓手)({_HAN}{{1,3}}|\d{{1,2}}))[:、.]?(?=[一-鿿\"])"),
        lambda found: Marker(Style.NAMED, numeral(found[2]), len(found[0]), found[1], sure=False),
    ),
    (  # 专栏3 重点工程
        late(rf"(专栏({_HAN}{{1,3}}|\d{{1,2}}))[:、.]?"),
        lambda found: Marker(Style.BOX, numeral(found[2]), len(found[0]), found[1]),
    ),
    (  # 三 工作要求
        late(rf"({_HAN}{{1,3}})(?=[一-鿿][^。;:,\d]{{1,30}}$)"),
        lambda found: Marker(Style.HAN, numeral(found[1]), len(found[0]), found[1], sure=False),
    ),
    (  # a.申请
        late(r"([a-h])[.、)]"),
        lambda found: Marker(Style.LETTER, ord(found[1]) - ord("a") + 1, len(found[0]), found[1], sure=False),
    ),
    (
        late(r"(\d{1,2})(?!\d)(?=[一-鿿\"《][^\d%]{1,30}$)"),
        _plain(Style.BARE_DIGIT, sure=False),
    ),  # 3 主要任务
)


def read(text: str, plain: Plain, start: int = 0) -> Marker | None:
    """The numbering at `plain.text[start:]`; `text` is the document's, asked for signs that normalising flattens."""
    if start >= len(plain):
        return None
    single = _single(text, plain, start)
    if single is not None:
        return single
    for form, make in _FORMS:
        if found := form.match(plain.text, start):
            marker = make(found)
            return None if _is_amount(plain, start, marker) else marker
    return None


def _is_amount(plain: Plain, start: int, marker: Marker) -> bool:
    """1.5万人, 20个, 三峡库区: a number that the word it counts follows at once."""
    after = start + marker.length
    if marker.style in (Style.BARE_DIGIT, Style.HAN, Style.NAMED) and not marker.sure:
        return plain.text[after - 1] not in ":、." and not _gap(plain, after)
    amount = marker.style is Style.DECIMAL and _MEASURED.match(plain.text, after) is not None
    return amount and not _gap(plain, after)


def _gap(plain: Plain, at: int) -> bool:
    """Whether the author left white space before `plain.text[at]`."""
    return at < len(plain) and plain.places[at] - plain.places[at - 1] > 1


def _single(text: str, plain: Plain, start: int) -> Marker | None:
    code = ord(text[plain.places[start]])
    for first, count, style in _SINGLE:
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
