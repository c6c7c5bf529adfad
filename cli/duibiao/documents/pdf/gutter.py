"""Pages set in two columns, as some gazettes are: the left column is read before the right.

A gutter is a strip in the middle of the page that hardly any line crosses, between text that is full on both sides.
The second half tells it from a table without rules, whose cells are not full. The lines of the two columns need not
stand on the same baselines.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from duibiao.documents.pdf.glyphs import Glyph
from duibiao.documents.pdf.lines import Line, make_line, read_rows, type_size

_MIDDLE = (0.38, 0.62)  # of the width of the text
_STEP = 2.0  # points
_STEPS = 1000
_WIDTH = 1.0  # characters
_FEWEST = 8  # lines on each side
_CROSSING = 0.3  # of the lines: a title, a table
_RAGGED = 2.5
_FULL = 0.6  # of the lines reach the gutter, or begin at it

_Extent = tuple[float, float]


def read_columns(pages: Sequence[Iterable[Glyph] | None]) -> list[list[Line] | None]:
    """The lines of each page in reading order; None for a page that is not looked at.

    A gutter that most pages share holds for the others too, whose right column may be short.
    """
    rows = [None if glyphs is None else read_rows(glyphs) for glyphs in pages]
    gutters = [None if page is None else _gutter(page) for page in rows]
    found = [gutter for gutter in gutters if gutter is not None]
    common = median(found) if len(found) * 2 >= sum(page is not None for page in rows) and found else None
    return [
        None if page is None else _lines(page, gutter or _if_free(common, page), number)
        for number, (page, gutter) in enumerate(zip(rows, gutters, strict=True))
    ]


def _lines(rows: Sequence[list[Glyph]], gutter: float | None, page: int) -> list[Line]:
    if gutter is None:
        return [make_line(row, page) for row in rows]
    return list(_in_columns(rows, gutter, page))


def _if_free(gutter: float | None, rows: Sequence[list[Glyph]]) -> float | None:
    """The gutter of the other pages, where few lines of this page cross it."""
    if gutter is None:
        return None
    crossing = sum(any(left < gutter < right for left, right in _extents(row)) for row in rows)
    return gutter if crossing <= _CROSSING * len(rows) else None


def _in_columns(rows: Sequence[list[Glyph]], gutter: float, page: int) -> Iterator[Line]:
    """A line over the whole width (a title) ends what stands in columns above it."""
    sides: tuple[list[Line], list[Line]] = ([], [])
    for row in rows:
        if any(left < gutter < right for left, right in _extents(row)):
            yield from (*sides[0], *sides[1], make_line(row, page))
            sides = ([], [])
            continue
        for column, side in enumerate(sides, 1):
            part = [glyph for glyph in row if (glyph.middle > gutter) == (column == 2)]
            if part:
                side.append(make_line(part, page, column))
    yield from (*sides[0], *sides[1])


def _gutter(rows: Sequence[list[Glyph]]) -> float | None:
    if len(rows) < _FEWEST:
        return None
    left, right = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    extents = [_extents(row) for row in rows]
    # the largest sheet there is has 700 of them; a page may claim to be as wide as it likes
    steps = min(int((_MIDDLE[1] - _MIDDLE[0]) * (right - left) / _STEP), _STEPS)
    places = [left + _MIDDLE[0] * (right - left) + at * _STEP for at in range(steps + 1)]
    crossed = [sum(any(one < place < other for one, other in row) for row in extents) for place in places]
    fewest = min(crossed)
    if fewest > _CROSSING * len(rows):
        return None
    at = median(place for place, times in zip(places, crossed, strict=True) if times == fewest)
    ragged = _RAGGED * median(type_size(row) for row in rows)
    ends = [at - row[-1][1] for row in ([part for part in row if part[1] <= at] for row in extents) if row]
    starts = [row[0][0] - at for row in ([part for part in row if part[0] >= at] for row in extents) if row]
    return at if _is_full(ends, ragged) and _is_full(starts, ragged) else None


def _is_full(distances: Sequence[float], ragged: float) -> bool:
    near = sum(distance < ragged for distance in distances)
    return len(distances) >= _FEWEST and near >= _FULL * len(distances)


def _extents(row: Sequence[Glyph]) -> list[_Extent]:
    """The stretches of a row between gaps wide enough for a gutter."""
    wide = _WIDTH * type_size(row)
    cuts = [at for at, (one, other) in enumerate(pairwise(row), 1) if other.left - one.right > wide]
    return [(row[start].left, row[end - 1].right) for start, end in pairwise([0, *cuts, len(row)])]
