"""Whom or what area a clause reaches: 所有街道 / 有条件的街道, 城乡 / 城区, 老年人 / 特困老年人.

Precedence: a longer form before a shorter one it contains (有条件的 before 有条件, 中心城区 before 城区). A wider group
right behind a narrower one is the same people (特困老年人 are no 老年人 at large) and is left out; 城市 and 农村
together are 城乡.
"""

import re
from functools import cache

from msgspec.structs import replace

from duibiao.language import lexicon
from duibiao.language.late import late
from duibiao.model.fact import Reach, Scope

_LISTS = (("local", Reach.LOCAL), ("kinds", Reach.KIND), ("some", Reach.SOME), ("all", Reach.ALL))
_TREES = (("groups", Reach.GROUP), ("areas", Reach.AREA))
_LINK = late(r"(?:的|等|家庭|中的|户中的|、)?")


def read_scopes(text: str) -> tuple[Scope, ...]:
    """The scope words of a plain text, in order."""
    pattern, known = _tables()
    found: list[Scope] = []
    for match in pattern.finditer(text):
        scope = known.get(match.group())
        if scope is None:
            continue  # a name that only looks like one
        if found and _is_same_people(found[-1], scope, text[found[-1].end : match.start()]):
            continue
        found.append(replace(scope, start=match.start(), end=match.end()))
    return tuple(_with_both_halves(_without_pairs(found, text)))


def _is_same_people(narrow: Scope, wide: Scope, between: str) -> bool:
    return wide.concept in narrow.within and _LINK.fullmatch(between) is not None


def _without_pairs(scopes: list[Scope], text: str) -> list[Scope]:
    """国有企业、民营企业 take in everyone: a kind beside its opposite, or two kinds in one list, limit nothing."""
    kinds = {s.concept for s in scopes if s.reach is Reach.KIND}
    paired = len(kinds) > 1 or any(word in text for word in lexicon.load("scope")["opposites"] if kinds)
    return [s for s in scopes if s.reach is not Reach.KIND] if paired else scopes


def _with_both_halves(scopes: list[Scope]) -> list[Scope]:
    """城市和农村社区 reaches 城乡: both halves become the whole."""
    concepts = {s.concept for s in scopes}
    if not {"城市", "农村"} <= concepts:
        return scopes
    return [replace(s, concept="城乡", within=frozenset()) if s.concept in ("城市", "农村") else s for s in scopes]


@cache
def _tables() -> tuple[re.Pattern[str], dict[str, Scope]]:
    """One expression for all forms and names, and what each form says; a name says nothing."""
    data = lexicon.load("scope")
    known: dict[str, Scope] = {}
    for key, reach in _TREES:
        for concept, entry in data[key].items():
            within = frozenset(entry.get("within", ()))
            for form in (concept, *entry.get("forms", ())):
                known[form] = Scope(reach=reach, word=form, concept=concept, start=0, end=0, within=within)
    for key, reach in _LISTS:
        known |= {form: Scope(reach=reach, word=form, concept=form, start=0, end=0) for form in data[key]}
    longest = sorted({*known, *data["names"]}, key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, longest))), known
