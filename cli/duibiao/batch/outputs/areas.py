"""Coverage by province, city and county: the plans of each place and of all that lies in it, counted together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from duibiao.batch.outputs.matrix import Matrix, Row, rate
from duibiao.batch.places import NOWHERE, Place, order


class Area(Struct, frozen=True, kw_only=True):
    """A place with its plans and those below it. `depth` is 0 for a province; `plans` counts them."""

    place: Place
    depth: int
    plans: int
    counts: Counter[str]

    @property
    def rate(self) -> float | None:
        return rate(self.counts)


class Item(Struct, frozen=True, kw_only=True):
    """A requirement over all plans; `rules` counts the first reasons of weakening."""

    at: int
    counts: Counter[str]
    rules: Counter[str]

    @property
    def rate(self) -> float | None:
        return rate(self.counts)


def areas(matrix: Matrix) -> tuple[Area, ...]:
    """In the order of official codes, each place before those in it; plans of unknown place last."""
    counts: dict[Place, Counter[str]] = {}
    plans: Counter[Place] = Counter()
    for row in matrix.rows:
        for place in _above(row.place):
            counts.setdefault(place, Counter()).update(row.counts)
            plans[place] += 1
    return tuple(
        Area(place=place, depth=max(len(place.rungs) - 1, 0), plans=plans[place], counts=counts[place])
        for place in sorted(counts, key=_position)
    )


def items(matrix: Matrix) -> tuple[Item, ...]:
    """One for each column."""
    return tuple(_item(at, matrix.rows) for at in range(len(matrix.columns)))


def most(found: Iterable[Item], letter: str) -> list[Item]:
    """Those with the most of a verdict, most first; none that has none."""
    some = [item for item in found if item.counts[letter]]
    return sorted(some, key=lambda item: (-item.counts[letter], item.at))


def ranked(rows: Sequence[Row]) -> list[Row]:
    """Highest coverage first; plans that nothing binds have no rank."""
    bound = [row for row in rows if row.rate is not None]
    return sorted(bound, key=lambda row: -(row.rate or 0))


def _item(at: int, rows: Sequence[Row]) -> Item:
    counts = Counter(row.verdicts[at] for row in rows)
    return Item(at=at, counts=counts, rules=Counter(row.rules[at] for row in rows if row.verdicts[at] == "w"))


def _above(place: Place) -> Iterator[Place]:
    """The place and those that it lies in, the widest first."""
    if place == NOWHERE:
        yield place
        return
    for rungs in ((place.province,), (place.province, place.city), (place.province, place.city, place.county)):
        if rungs[-1]:
            yield Place(*rungs)


def _position(place: Place) -> tuple[bool, tuple[tuple[int, str], ...]]:
    return place == NOWHERE, tuple(order(above) for above in _above(place))
