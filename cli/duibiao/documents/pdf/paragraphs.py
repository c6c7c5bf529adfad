"""Joins the lines of the page into paragraphs.

Chinese prose is set full width: a line stops short of the right margin only where its paragraph ends, and the next
one opens two characters in. A title is set larger and centred; its lines are one paragraph.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from duibiao.documents.assemble import Paragraph
from duibiao.documents.pdf.lines import Line
from duibiao.documents.pdf.pages import Page

_INDENT = 0.9  # characters; 《 and （ opening a paragraph hang out of its two-character indent by half
_SHORT = 2.3  # a line may fall short by a mark that must not begin the next, or by a word that did not fit
_FULL = 1.2
_HANGING = 4  # a paragraph that begins further in than this is a signature, no list item
_TITLE = 1.15  # of the body's size
_SAME_SIZE = 0.12
_APART = 1.9  # of the usual distance of lines
_SHARE = 0.08  # of the lines begin at the margin, at least

_CLOSED = re.compile(r"[。；;：:！!？?…](?:[”’」』》）)\]】〕\"']*)$")
_NUMBERED = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,5}[章节条编篇]|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|\d{1,2}(?:[、．]|\.(?!\d))|[①-⑳⑴-⒛]|附件\s*\d*\s*[：:]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The text area of the pages of one shape: margins, size of the body type, distance of its lines."""

    left: float
    right: float
    size: float
    pitch: float


def columns(pages: Sequence[Page], lines: Sequence[list[Line]]) -> list[Column]:
    """The text area of each page; odd and even pages may be bound on different sides."""
    groups: dict[tuple[int, int], list[Line]] = {}
    keys = [(page.number % 2, round(page.width)) for page in pages]
    for key, written in zip(keys, lines, strict=True):
        groups.setdefault(key, []).extend(written)
    size = _body_size([line for written in lines for line in written])
    pitch = _pitch(lines, size)
    areas = {key: _area(group, size, pitch) for key, group in groups.items()}
    return [areas[key] for key in keys]


def join_lines(lines: Sequence[Line], areas: Sequence[Column]) -> list[tuple[Paragraph, int, int]]:
    """The paragraphs of lines that follow each other, each with the pages on which it begins and ends."""
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _goes_on(paragraphs[-1], line, areas):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [(_paragraph(group), group[0].page, group[-1].page) for group in paragraphs]


def _goes_on(group: Sequence[Line], line: Line, areas: Sequence[Column]) -> bool:
    last = group[-1]
    area, next_area = areas[last.page], areas[line.page]
    if abs(last.size - line.size) > _SAME_SIZE * max(last.size, line.size):
        return False
    if line.page == last.page and line.base - last.base > _APART * max(area.pitch, last.size):
        return False
    if min(last.size, line.size) > _TITLE * area.size:
        return line.page == last.page and _is_centred(last, area) and _is_centred(line, area)
    open_end = _CLOSED.search(last.text) is None
    room = (area.right - last.right) / area.size
    if line.left - next_area.left > _INDENT * area.size:
        # A hanging indent: only a line that is full and stops in mid-sentence goes on further in.
        opening = group[0].left - area.left < _HANGING * area.size
        return open_end and opening and room < _FULL and line.left >= last.left and not _NUMBERED.match(line.text)
    if not open_end and _NUMBERED.match(line.text):
        return False
    return room < _SHORT


def _is_centred(line: Line, area: Column) -> bool:
    return abs(line.middle - (area.left + area.right) / 2) < line.size


def _paragraph(group: Sequence[Line]) -> Paragraph:
    text = group[0].text
    breaks: list[int] = []
    for last, line in pairwise(group):
        text += " " if _is_latin(text[-1]) and _is_latin(line.text[0]) else ""
        breaks += [len(text)] * (line.page - last.page)
        text += line.text
    return Paragraph(text=text, breaks=tuple(breaks))


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 12.0


def _pitch(lines: Sequence[list[Line]], size: float) -> float:
    steps = [
        after.base - before.base
        for written in lines
        for before, after in pairwise(written)
        if after.base - before.base < 4 * size
    ]
    return median(steps) if steps else 2 * size


def _area(lines: Sequence[Line], size: float, pitch: float) -> Column:
    body = [line for line in lines if abs(line.size - size) <= _SAME_SIZE * size] or list(lines)
    if not body:
        return Column(left=0.0, right=0.0, size=size, pitch=pitch)
    lefts = sorted(line.left for line in body)
    needed = max(2, round(_SHARE * len(lefts)))
    at_margin = (left for left in lefts if sum(abs(other - left) < size / 4 for other in lefts) >= needed)
    rights = sorted(line.right for line in body)
    furthest = rights[-max(1, round(len(rights) * 0.02))]
    return Column(
        left=next(at_margin, lefts[0]),
        right=median(right for right in rights if right > furthest - 2 * size),
        size=size,
        pitch=pitch,
    )
