"""The divisions of the country at and above the county, by name; `divisions.json` says at its head where from."""

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources

from msgspec import Struct


class Division(Struct, frozen=True, order=True):
    """A division by the names of its rungs; a county that its province governs directly has no city."""

    province: str
    city: str = ""
    county: str = ""

    @property
    def name(self) -> str:
        """Its own full name, without those above it."""
        return self.county or self.city or self.province

    def within(self, other: "Division") -> bool:
        """Whether this is `other` or lies in it."""
        pairs = ((other.province, self.province), (other.city, self.city), (other.county, self.county))
        return all(theirs in ("", ours) for theirs, ours in pairs)


@cache
def named() -> dict[str, tuple[Division, ...]]:
    """Every division by its full name; 朝阳区 is two."""
    found: dict[str, list[Division]] = {}
    for division in _every():
        found.setdefault(division.name, []).append(division)
    return {name: tuple(divisions) for name, divisions in found.items()}


@cache
def tails() -> frozenset[str]:
    """The last two characters of every name: most of a text ends in none of them."""
    return frozenset(name[-2:] for name in named())


@cache
def meant(region: str) -> tuple[Division, ...]:
    """The divisions that a chain of names can mean: 四川省雅安市, 雅安市, 来安县; none where the list lacks it."""
    last = next((name for name in sorted(named(), key=len, reverse=True) if region.endswith(name)), None)
    if last is None:
        return ()
    above = region.removesuffix(last)
    return tuple(d for d in named()[last] if all(rung in (d.province, d.city) for rung in _rungs(above)))


def _rungs(chain: str) -> Iterator[str]:
    """The names that a chain is made of, as far as the list knows them."""
    while chain:
        size = next((n for n in range(len(chain), 1, -1) if chain[:n] in named()), 0)
        if size:
            yield chain[:size]
        chain = chain[size or 1 :]


def _every() -> Iterator[Division]:
    text = resources.files("duibiao.language").joinpath("divisions.json").read_text("utf-8")
    for province, cities in json.loads(text)["divisions"].items():
        yield Division(province)
        for city, counties in cities.items():
            if city:
                yield Division(province, city)
            for county in counties.split():
                yield Division(province, city, county)
