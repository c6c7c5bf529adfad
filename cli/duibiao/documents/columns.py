"""Which columns a table has for the eye, where its cells begin at places that do not quite meet.

A border dragged by hand, a row pasted from elsewhere, a page break: each leaves cells of one column beginning a little
apart, and taken at their word a table of five columns has nine, and a number no longer stands under its heading.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence


def merge_columns(rows: Sequence[Iterable[float]], near: float) -> list[float]:
    """The places at which columns begin, from the places at which the cells of each row begin.

    Two places are one column where they lie closer than `near` and no row has a cell at both.
    """
    taken = [frozenset(row) for row in rows]
    columns: list[float] = []
    group: set[float] = set()
    for start in sorted(frozenset().union(*taken)):
        if group and start - min(group) < near and not any(start in row and row & group for row in taken):
            group.add(start)
            continue
        columns.append(start)
        group = {start}
    return columns


def column_of(start: float, columns: Sequence[float]) -> int:
    """The column in which a cell that begins at `start` stands."""
    return max(0, bisect_right(columns, start) - 1)
