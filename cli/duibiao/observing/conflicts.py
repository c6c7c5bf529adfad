"""Two numbers for one thing: pairs of measures that name the same and say something else.

Text against table is what goes wrong most: the table is updated and the sentence is not. There, names may differ by
two characters inside (护理型床位 ~ 护理型养老床位占比), since a table names things its own way. Between sentences only
the same words count, and numbers that are given case by case (最高…, 对…的) are left out: a subsidy has as many amounts
as it has classes.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from duibiao.language.late import late
from duibiao.observing.measures import Measure

_RATE = late(r"率|占比|比例|比重|强度|覆盖面|覆盖|水平|规模|总量|总额|产值|增加值|收入|床位|托位|学位|面积|里程|总数")
_INSERTED = 2  # 日间, 养老, 生活; 中医药 makes another indicator of 老年人健康管理率
_NAMED = 5  # characters that a name must have before it may differ


class Conflict(Struct, frozen=True):
    """`first` stands before `second` in the plan."""

    first: Measure
    second: Measure


def conflicts(found: Sequence[Measure]) -> Iterator[Conflict]:
    """Every pair that contradicts itself, each measure at most once."""
    named: dict[tuple[str, bool, bool], list[Measure]] = defaultdict(list)
    for measure in found:
        named[measure.quantity.dimension, measure.quantity.change, measure.new].append(measure)
    taken: set[int] = set()
    for group in named.values():
        for first, second in combinations(group, 2):
            if {id(first), id(second)} & taken or not _contradict(first, second):
                continue
            if not _is_stage(first, second, group):
                taken |= {id(first), id(second)}
                yield Conflict(first, second)


def _contradict(a: Measure, b: Measure) -> bool:
    if not _same_thing(a, b) or a.quantity.value == b.quantity.value or a.clause is b.clause:
        return False
    if a.quantity.every != b.quantity.every or a.reach != b.reach:
        return False
    if a.row != b.row:
        return a.year is None or b.year is None or a.year == b.year
    if a.row:
        return a.year == b.year
    if a.loose or b.loose or a.year != b.year:
        return False
    return a.year is not None or _RATE.search(a.core) is not None


def _same_thing(a: Measure, b: Measure) -> bool:
    if a.core == b.core:
        return True
    if a.core[:2] != b.core[:2] or a.row == b.row or a.quantity.dimension != "share":
        return False
    short, long = sorted((a.core, b.core), key=len)
    return (
        len(short) >= _NAMED
        and len(long) - len(short) <= _INSERTED
        and short[-1] == long[-1]
        and _is_inside(short, long)
    )


def _is_inside(short: str, long: str) -> bool:
    """Whether `short` is `long` with some characters left out."""
    rest = iter(long)
    return all(char in rest for char in short)


def _is_stage(a: Measure, b: Measure, group: Sequence[Measure]) -> bool:
    """Whether a number without a year is a step on the way: elsewhere it stands with another year."""
    if a.year is not None and b.year is not None:
        return False
    alike = [m for m in group if m is not a and m is not b and _same_thing(m, a) and m.reach == a.reach]
    return any(
        m.quantity.value in (a.quantity.value, b.quantity.value) and m.year not in (a.year, b.year) for m in alike
    )
