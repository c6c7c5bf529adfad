"""The numbers, the date and the addressees of a drafted requirement."""

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from duibiao.baselines.infer import infer_targets
from duibiao.language import lexicon
from duibiao.model.baseline import Target
from duibiao.model.document import Level
from duibiao.model.fact import Date, DateKind, Facts

_SPAN = re.compile(
    r"(?:通过|经过|用|力争用)(?P<years>\d{1,2}|[一二两三四五六七八九十])年(?:左右)?(?:的)?(?:努力|建设|时间)"
)
_NUMERALS = {numeral: at for at, numeral in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
# What a total can be a total of; a rate is as good in a county as in its province.
_COUNTED = ("count", "money", "person", "people", "area", "volume", "mass", "power", "energy", "length", "household")


def within(facts: Facts, start: int, end: int) -> Facts:
    """The facts that stand in a part of their clause."""
    return Facts(
        quantities=tuple(q for q in facts.quantities if start <= q.start < end),
        dates=tuple(d for d in facts.dates if d.source == "clause" and start <= d.start < end),
        verbs=tuple(v for v in facts.verbs if start <= v.start < end),
        scopes=tuple(s for s in facts.scopes if start <= s.start < end),
        departments=facts.departments,
    )


def targets(facts: Facts, text: str, name: str) -> tuple[Target, ...]:
    """Each number to reach once; a total that only the issuing level can reach is marked as one."""
    whole = any(word in text for word in lexicon.load("drafting")["totals"])
    found: list[Target] = []
    counted = {(q.value, q.unit): q for q in facts.quantities}
    for target in infer_targets(facts, name):
        quantity = counted.get((target.value, target.unit))
        total = whole and quantity is not None and quantity.dimension in _COUNTED and not quantity.every
        found.append(replace(target, indicator=_indicator(target.indicator, name), aggregate=total))
    return tuple(dict.fromkeys(found))


def _indicator(named: str, name: str) -> str:
    """The phrase at the number, or the title where the phrase is no more than a particle."""
    words = named.strip("的了、,和及与")
    return words if len(words) >= 3 else name


def deadline(own: Facts, inherited: Sequence[Date], text: str, issued: str | None) -> Date | None:
    """By when: the last date of its own, else one counted from the issue, else the one that governs it."""
    by = [d for d in own.dates if d.kind is DateKind.BY]
    if by:
        return max(by, key=lambda d: d.last_day)
    if issued and (span := _SPAN.search(text)):
        years = _NUMERALS.get(span["years"]) or int(span["years"])
        return Date(year=int(issued[:4]) + years)
    governing = [d for d in inherited if d.kind is DateKind.BY]
    if governing:
        return max(governing, key=lambda d: d.last_day)
    # 自2023年秋季学期起: whoever begins then has it in place by then
    return next((d for d in own.dates if d.kind is DateKind.FROM), None)


def addressees(parts: Sequence[str], level: Level | None) -> tuple[Level, ...]:
    """Whom the words name, below or at the level of those who issued them; empty where they name nobody."""
    found = {name for part in parts for name, pattern in _addressed().items() if pattern.search(part)}
    if not found or level is None:
        return tuple(Level(name) for name in ("province", "city", "county") if name in found)
    return tuple(each for each in Level if each.value in found and each.rank >= max(level.rank, 1))


@cache
def _addressed() -> dict[str, re.Pattern[str]]:
    forms = lexicon.load("drafting")["addressees"]
    return {name: re.compile("|".join(patterns)) for name, patterns in forms.items()}
