"""Units of measure: which can be compared, and by what factor.

One table (`lexicon/units.yaml`) lists the simple ones. Two forms are composed from them: a multiplier before a unit
(万元, 亿千瓦时), and a unit per something (个/千人, 元/人/月, 人/千名老年人).
"""

import unicodedata
from fractions import Fraction
from functools import cache

from msgspec import Struct

from duibiao.language import lexicon


class Unit(Struct, frozen=True):
    """`symbol` is canonical: a value in the unit as written, times `scale`, is the value in `symbol`."""

    symbol: str
    dimension: str
    scale: float


class _Exact(Struct, frozen=True):
    """A unit while it is being composed; 亩 is 2000/3 平方米, and a float would not cancel."""

    symbol: str
    dimension: str
    scale: Fraction


@cache
def lookup(symbol: str) -> Unit | None:
    """The unit that `symbol` stands for, or None where it is not in the table and not composed from it."""
    for spelling in (symbol.strip(), unicodedata.normalize("NFKC", symbol).strip()):
        if (exact := _compose(spelling)) is not None:
            return Unit(exact.symbol, exact.dimension, float(exact.scale))
    return None


@cache
def symbols() -> tuple[str, ...]:
    """Every simple spelling, longest first, for building an expression over text as written or in small letters."""
    return tuple(sorted(_table(), key=lambda symbol: (-len(symbol), symbol)))


def is_comparable(a: str, b: str) -> bool:
    """Whether amounts in these two units can be held against each other; a word outside the table only with itself."""
    first, second = lookup(a), lookup(b)
    if first is None or second is None:
        return a == b
    return first.dimension == second.dimension


# How a person would cut minutes up; 43200 is the month of the table.
_STRETCHES = (("年", 518400), ("个月", 43200), ("日", 1440), ("小时", 60))


def show(value: float, symbol: str) -> str:
    """A canonical amount as a person would write it: 20000 名 -> 2万名, 518400 分钟 -> 1年."""
    if symbol == "分钟":
        for word, minutes in _STRETCHES:
            if value >= minutes and value % minutes == 0:
                return f"{value / minutes:g}{word}"
    for word, size in (("亿", 100_000_000), ("万", 10_000)):
        if abs(value) >= size and round(value / size, 2) == value / size:
            return f"{value / size:.12g}{word}{symbol}"
    return f"{value:.12g}{symbol}"


@cache
def _table() -> dict[str, _Exact]:
    """Simple units by spelling; a Latin spelling also in small letters, as comparable text has them."""
    table: dict[str, _Exact] = {}
    for dimension, canonicals in lexicon.load("units")["dimensions"].items():
        for canonical, spellings in canonicals.items():
            for spelling, scale in {canonical: 1, **spellings}.items():
                unit = _Exact(canonical, dimension, Fraction(str(scale)))
                table[spelling] = unit
                table.setdefault(spelling.lower(), unit)
    return table


def _compose(symbol: str) -> _Exact | None:
    if (unit := _multiplied(symbol)) is not None:
        return unit
    whole, *parts = symbol.replace("·", "/").split("/")
    unit = _multiplied(whole)
    for part in parts:
        unit = unit and _per(unit, part.removeprefix("每"))
    return unit if parts else None


def _multiplied(symbol: str) -> _Exact | None:
    table = _table()
    if symbol in table:
        return table[symbol]
    for length in (2, 1):  # 万亿元 before 万 + 亿元
        size = lexicon.load("units")["multipliers"].get(symbol[:length])
        if size is not None and (unit := table.get(symbol[length:])) is not None:
            return _Exact(unit.symbol, unit.dimension, unit.scale * size)
    return None


def _per(unit: _Exact, part: str) -> _Exact | None:
    """`unit` per `part`: a measure (平方米), people (千名老年人), a stretch of time (月), or a thing (县)."""
    divisor, group = _people(part)
    if divisor is None:
        return _Exact(f"{unit.symbol}/{part}", f"{unit.dimension}/{part}", unit.scale) if _is_noun(part) else None
    if divisor.dimension == "duration":
        # 200元/月 stays by the month: as a yearly sum nobody would know it again, and the two are seldom mixed.
        period = part.removeprefix("个").replace("天", "日")
        return _Exact(f"{unit.symbol}/{period}", f"{unit.dimension}/{period}", unit.scale)
    size = Fraction(lexicon.load("units")["per"].get(divisor.dimension, 1)) if divisor.scale != 1 else Fraction(1)
    word = "人" if divisor.dimension == "person" and not group else divisor.symbol
    many = "" if size == 1 else {1000: "千", 100: "百", 10000: "万"}[int(size)]
    return _Exact(
        f"{unit.symbol}/{many}{word}{group}",
        f"{unit.dimension}/{many}{divisor.dimension}{group}",
        unit.scale * size / divisor.scale,
    )


def _people(part: str) -> tuple[_Exact | None, str]:
    """The measure in a divisor, and who is counted: 千名老年人 -> (1000 名, 老年人), 千人口 -> (1000 人, "")."""
    if (unit := _multiplied(part)) is not None:
        return unit, ""
    groups: dict[str, str] = lexicon.load("units")["people"]
    for at in range(1, min(len(part), 4)):
        unit = _multiplied(part[:at])
        if unit is not None and unit.dimension == "person":
            rest = "" if part[at:] == "口" else part[at:]
            return unit, groups.get(rest, rest)
    return None, ""


def _is_noun(part: str) -> bool:
    return 0 < len(part) <= 8 and all(unicodedata.category(char) == "Lo" for char in part)
