"""Whom or what area a clause reaches: 所有街道 / 有条件的街道, 城乡 / 城区, 老年人 / 特困老年人.

Precedence: a longer form before a shorter one it contains (有条件的 before 有条件, 中心城区 before 城区).
"""

import re
from functools import cache

from duibiao.language import lexicon
from duibiao.model.fact import Reach, Scope

_LISTS = (
    ("groups", Reach.GROUP),
    ("areas", Reach.AREA),
    ("local", Reach.LOCAL),
    ("kinds", Reach.KIND),
    ("some", Reach.SOME),
    ("all", Reach.ALL),
)


def read_scopes(text: str) -> tuple[Scope, ...]:
    """Every scope word of a plain text, in order, longest form first where two begin together."""
    pattern, kinds = _tables()
    return tuple(
        Scope(reach=kinds[m.group()], word=m.group(), start=m.start(), end=m.end(), within=_wider(m.group()))
        for m in pattern.finditer(text)
    )


@cache
def _wider(concept: str) -> frozenset[str]:
    """The areas or groups that a narrower one is part of (主城区: 城区, 城乡, 全市)."""
    data = lexicon.load("scope")
    above = data["areas"].get(concept) or data["groups"].get(concept) or []
    return frozenset(above)


@cache
def _tables() -> tuple[re.Pattern[str], dict[str, Reach]]:
    data = lexicon.load("scope")
    kinds: dict[str, Reach] = {}
    for key, reach in _LISTS:
        kinds.update(dict.fromkeys(data[key], reach))
    longest = sorted(kinds, key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, longest))), kinds
