"""Makes Chinese text comparable without losing where each character came from.

Every step maps one character to one character or drops it, so that a place in the result always leads back to the
author's own text: traditional to simplified, full-width to half-width, upper to lower case, typographic variants of
one mark to one mark, and the white space of typesetting away. Spaces between Latin words or numbers stay as one.
"""

import unicodedata
from functools import cache
from typing import Any

from duibiao.model.span import Plain, Span

# What NFKC leaves alone but typesetters mix: one mark for each purpose. CJK radicals come out of PDF fonts.
_VARIANTS = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "「": '"', "」": '"', "『": '"', "』": '"', "＂": '"',
        "‘": "'", "’": "'",
        "［": "〔", "］": "〕", "[": "〔", "]": "〕", "【": "〔", "】": "〕", "〈": "《", "〉": "》",
        "–": "-", "—": "-", "―": "-", "−": "-", "‐": "-", "‑": "-", "﹣": "-", "─": "-",
        "～": "~", "〜": "~", "∼": "~",
        "•": "·", "・": "·", "‧": "·", "﹑": "、", "､": "、", "｡": "。", "≧": "≥", "≦": "≤", "⩾": "≥", "⩽": "≤",
        "○": "〇", "◯": "〇",
        "⺠": "民", "⻓": "长", "⻔": "门", "⻋": "车", "⻢": "马", "⻥": "鱼", "⻅": "见", "⻉": "贝", "⻚": "页",
        "⻛": "风", "⻜": "飞", "⻝": "食", "⻬": "齐", "⻰": "龙", "⻳": "龟", "⻘": "青", "⻩": "黄", "⻮": "齿",
        "⻄": "西", "⻆": "角", "⻣": "骨", "⻤": "鬼", "⻨": "麦", "⻧": "卤", "⻪": "斋", "⻦": "鸟", "⻙": "韦",
    }
)  # fmt: skip


@cache
def _fold(char: str) -> str:
    """The comparable form of one character: exactly one character, or nothing where it carries no text."""
    if unicodedata.category(char) in ("Cf", "Mn", "Cc") and char not in "\n\t":
        return ""
    folded = unicodedata.normalize("NFKC", char.translate(_VARIANTS)).translate(_VARIANTS).lower()
    # ⑴, ㎡ and … would grow: the outline reads ⑴ itself, units list ㎡, and … is as good as a mark.
    return folded if len(folded) == 1 else char


def simplify(text: str) -> str:
    """Traditional to simplified characters, of the same length."""
    converted: str = _converter().convert(text)
    if len(converted) == len(text):
        return converted
    single: list[str] = [_converter().convert(char) for char in text]
    return "".join(new if len(new) == 1 else char for char, new in zip(text, single, strict=True))


def normalise(text: str, span: Span | None = None, *, keep: str = "") -> Plain:
    """The comparable text of `text[span]`, with places counted in `text`.

    White space goes, except between two Latin letters or digits (one space) and for the characters in `keep`
    (the tab between cells of a row).
    """
    span = Span(0, len(text)) if span is None else span  # an empty span is falsy, and means nothing
    piece = text[span.start : span.end]
    chars: list[str] = []
    places: list[int] = []
    gap: int | None = None
    for offset, char in enumerate(_simplified(piece), span.start):
        if char.isspace() and char not in keep:
            gap = offset if gap is None else gap
            continue
        folded = _fold(char)
        if not folded:
            continue
        if gap is not None and chars and _is_latin(chars[-1]) and _is_latin(folded):
            chars.append(" ")
            places.append(gap)
        gap = None
        chars.append(folded)
        places.append(offset)
    return Plain("".join(chars), tuple(places))


def plain_text(text: str) -> str:
    """The comparable form of a short text whose places do not matter."""
    return normalise(text).text


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _simplified(text: str) -> str:
    return text if text.isascii() else simplify(text)


@cache
def _converter() -> Any:
    import opencc  # noqa: PLC0415  heavy, and only needed once a text is at hand

    return opencc.OpenCC("t2s")
