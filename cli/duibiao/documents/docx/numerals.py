"""Writes a number the way a Word list format prints it: 12 as 十二, 12., XII, ⑫, l."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def write_number(number: int, style: str) -> str:
    """`number` in the list format `style`; a format we do not know is written in Arabic digits, as Word does."""
    writer = _WRITERS.get(style)
    return str(number) if writer is None or number < 0 else writer(number)


def _counting(digits: str, units: str, *, bare_ten: bool) -> Callable[[int], str]:
    """十二 or 壹拾贰: digits with their units; `bare_ten` drops the leading 一 of 10 to 19."""

    def write(number: int) -> str:
        if number == 0:
            return digits[0]
        if number >= 10_000:
            return str(number)
        parts: list[str] = []
        for place in range(3, -1, -1):
            digit = number // 10**place % 10
            if digit:
                parts.append(digits[digit] + units[place].strip())
            elif parts and number % 10**place and parts[-1] != digits[0]:
                parts.append(digits[0])
        text = "".join(parts)
        return text[1:] if bare_ten and 10 <= number < 20 else text

    return write


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _chinese_counting(number: int) -> str:
    """Word's plain 一二三: with 十 up to 99, digit by digit from 100."""
    return _thousand(number) if number < 100 else _digital(number)


def _letters(number: int) -> str:
    """From a to z, then aa, bb: Word repeats the letter and does not count on as a spreadsheet does."""
    return "" if number == 0 else chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        text += sign * (number // size)
        number %= size
    return text


def _circle(signs: tuple[tuple[int, int, int], ...]) -> Callable[[int], str]:
    """Enclosed numbers, given as (first, last, code point of the first); plain digits beyond them."""

    def write(number: int) -> str:
        for first, last, code in signs:
            if first <= number <= last:
                return chr(code + number - first)
        return str(number)

    return write


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number else ""


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number else ""


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


_thousand = _counting("零一二三四五六七八九", " 十百千", bare_ten=True)
_circled = _circle(((0, 0, 0x24EA), (1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)))

_WRITERS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _circle(((1, 20, 0x2488),)),
    "decimalEnclosedParen": _circle(((1, 20, 0x2474),)),
    "ideographEnclosedCircle": _circle(((1, 10, 0x3280),)),
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "ordinal": _ordinal,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "chineseCounting": _chinese_counting,
    "chineseCountingThousand": _thousand,
    "chineseLegalSimplified": _counting(_LEGAL, " 拾佰仟", bare_ten=False),
    "ideographLegalTraditional": _counting(_LEGAL_TRADITIONAL, " 拾佰仟", bare_ten=False),
    "japaneseCounting": _thousand,
    "japaneseDigitalTenThousand": _digital,
    "ideographDigital": _digital,
    "taiwaneseCounting": _chinese_counting,
    "taiwaneseCountingThousand": _thousand,
    "taiwaneseDigital": _digital,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
}
