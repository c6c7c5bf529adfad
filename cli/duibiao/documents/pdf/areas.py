"""The text area of each page: where its lines begin and end when they are full, how large the type is, how far apart.

Everything about paragraphs is measured against it. It is taken from all pages of one shape together, since a single
page may hold nothing but short lines.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from duibiao.documents.pdf.lines import Line
from duibiao.documents.pdf.marks import is_closed, is_numbered
from duibiao.documents.pdf.pages import Page

SAME_SIZE = 0.12
_MARGIN_SHARE = 0.08  # of the lines begin at the margin, at least
_INDENTED_SHARE = 0.05
_LEAST_WIDTH = 0.5  # of the page, or of its half where it has two columns
_INDENT = 0.9  # characters; 《 and （ opening a paragraph hang out of its two-character indent by half
_SHORT = 2.3  # a line may fall short by a mark that must not begin the next, or by a word that did not fit


class Area(Struct, frozen=True, kw_only=True):
    """`indents` where whole paragraphs are indented, not only their first lines."""

    left: float
    right: float
    size: float
    pitch: float
    indents: bool = False

    def is_full(self, line: Line) -> bool:
        return (self.right - line.right) / self.size < _SHORT

    def is_indented(self, line: Line) -> bool:
        return line.left - self.left > _INDENT * self.size

    def is_centred(self, line: Line) -> bool:
        return abs(line.middle - (self.left + self.right) / 2) < line.size


Areas = dict[tuple[int, int], Area]


def text_areas(pages: Sequence[Page], lines: Sequence[list[Line]]) -> Areas:
    """The text area of each page and column; odd and even pages may be bound on different sides."""
    groups: dict[tuple[int, int, int], list[Line]] = {}
    for page, written in zip(pages, lines, strict=True):
        for line in written:
            groups.setdefault((page.number % 2, round(page.width), line.column), []).append(line)
    size = _body_size([line for written in lines for line in written])
    pitch = _pitch(lines, size)
    found = {key: _area(group, key[1] / 2 if key[2] else key[1], size, pitch) for key, group in groups.items()}
    return {
        (page.number, column): area
        for page in pages
        for (parity, width, column), area in found.items()
        if (parity, width) == (page.number % 2, round(page.width))
    }


def _area(lines: Sequence[Line], width: float, size: float, pitch: float) -> Area:
    body = [line for line in lines if abs(line.size - size) <= SAME_SIZE * size] or list(lines)
    lefts = sorted(line.left for line in body)
    needed = max(2, round(_MARGIN_SHARE * len(lefts)))
    at_margin = (left for left in lefts if sum(abs(other - left) < size / 4 for other in lefts) >= needed)
    rights = sorted(line.right for line in body)
    furthest = rights[-max(1, round(len(rights) * 0.02))]
    right = median(right for right in rights if right > furthest - 2 * size)
    left = next(at_margin, lefts[0])
    if right - left < _LEAST_WIDTH * width:  # nothing but short lines: none of them is full
        right = left + width
    area = Area(left=left, right=right, size=size, pitch=pitch)
    return replace(area, indents=_has_indents(body, area))


def _has_indents(lines: Sequence[Line], area: Area) -> bool:
    """Whether full lines that stop in mid-sentence are followed by lines indented as they are."""
    found = sum(
        area.is_indented(last)
        and area.is_full(last)
        and not is_closed(last.text)
        and line.page == last.page
        and abs(last.left - line.left) < area.size / 2
        and not is_numbered(line.text)
        for last, line in pairwise(lines)
    )
    return found >= _INDENTED_SHARE * len(lines)


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 12.0


def _pitch(lines: Sequence[list[Line]], size: float) -> float:
    steps = sorted(
        after.base - before.base
        for written in lines
        for before, after in pairwise(written)
        if 0 < after.base - before.base < 4 * size
    )
    # The lower quarter: in a plan of short paragraphs the median is the distance between paragraphs.
    return steps[len(steps) // 4] if steps else 2 * size
