"""Numbers as Chinese documents write them: 12,000 / 1.5万 / 二十 / 三千六百 / 两."""

import re

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}

# No number that means something has more digits. Without bounds a page of digits would be tried at every one of them.
ARABIC = r"\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,9})?|\d{1,18}(?:\.\d{1,9})?"
CHINESE = r"[零〇一二两三四五六七八九十百千万亿]{1,18}(?:点[零〇一二三四五六七八九]{1,9})?"
_ARABIC = re.compile(rf"({ARABIC})([十百千万亿]*)")


def parse(text: str) -> float | None:
    """The value of a number in Arabic or Chinese numerals, or None where it is not one.

    >>> parse("1.5万"), parse("二十五"), parse("3,600"), parse("百")
    (15000.0, 25.0, 3600.0, 100.0)
    """
    match = _ARABIC.fullmatch(text)
    if match:
        value = float(match[1].replace(",", ""))
        for char in match[2]:
            value *= _PLACES.get(char) or _MYRIADS[char]
        return value
    whole, _, fraction = text.partition("点")
    value_or_none = _parse_chinese(whole)
    if value_or_none is None or not fraction:
        return value_or_none
    digits = "".join(str(_DIGITS[c]) for c in fraction if c in _DIGITS)
    return value_or_none + float(f"0.{digits}") if digits else None


def _parse_chinese(text: str) -> float | None:
    if not text:
        return None
    if all(c in _DIGITS for c in text):
        return float("".join(str(_DIGITS[c]) for c in text))
    total, below, digit = 0, 0, 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _PLACES:
            below += (digit or 1) * _PLACES[char]
            digit = 0
        elif char in _MYRIADS:
            total = (total + below + digit or 1) * _MYRIADS[char]
            below = digit = 0
        else:
            return None
    return float(total + below + digit)
