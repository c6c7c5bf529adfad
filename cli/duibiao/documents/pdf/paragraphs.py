"""Joins the lines of the pages into paragraphs.

Chinese prose is set full width: a line stops short of the right margin only where its paragraph ends, and the next
one opens two characters in. A title is set larger and centred; its lines are one paragraph. Where paragraphs are not
indented, or indented as a whole, space between them and the marks at the ends of lines must do.
"""

from collections.abc import Sequence
from itertools import pairwise

from duibiao.documents.assemble import Paragraph
from duibiao.documents.pdf.areas import SAME_SIZE, Area, Areas
from duibiao.documents.pdf.lines import Line
from duibiao.documents.pdf.marks import is_closed, is_ended, is_numbered, stands_alone

_TITLE = 1.15  # of the body's size
_APART = 1.9  # of the usual distance of lines
_SPACED = 1.2  # the same after the end of a sentence: space between paragraphs
_DEEP = 4  # characters: a paragraph that begins further in than this is a signature, no list item


def join_lines(lines: Sequence[Line], areas: Areas) -> list[tuple[Paragraph, int, int]]:
    """The paragraphs of lines that follow each other, each with the pages on which it begins and ends."""
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _goes_on(paragraphs[-1], line, areas):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [(_paragraph(group), group[0].page, group[-1].page) for group in paragraphs]


def _goes_on(group: Sequence[Line], line: Line, areas: Areas) -> bool:
    last = group[-1]
    area, next_area = areas[last.page, last.column], areas[line.page, line.column]
    if _is_set_apart(last, line, area):
        return False
    if min(last.size, line.size) > _TITLE * area.size:
        return _together(last, line) and area.is_centred(last) and area.is_centred(line)
    if not area.is_full(last):
        return False
    if next_area.is_indented(line):
        return _goes_on_indented(group, line, area)
    return not (is_numbered(line.text) and is_ended(last.text))


def _is_set_apart(last: Line, line: Line, area: Area) -> bool:
    """Whether size, distance or what they are part two lines."""
    if abs(last.size - line.size) > SAME_SIZE * max(last.size, line.size):
        return True
    apart = (_SPACED if is_closed(last.text) else _APART) * max(area.pitch, last.size)
    if _together(last, line) and line.base - last.base > apart:
        return True
    return stands_alone(last.text) or stands_alone(line.text)


def _together(last: Line, line: Line) -> bool:
    return (last.page, last.column) == (line.page, line.column)


def _goes_on_indented(group: Sequence[Line], line: Line, area: Area) -> bool:
    """Whether an indented line after a full one belongs to its paragraph: all of it may be indented, or hanging."""
    last = group[-1]
    as_last = abs(line.left - last.left) < area.size / 2
    if group[0].left - area.left > _DEEP * area.size:
        return False
    if len(group) > 1:
        return as_last and not (is_numbered(line.text) and is_ended(last.text))
    if is_numbered(line.text) or last.text.endswith(("：", ":")):
        return False
    return area.indents if as_last else line.left > last.left and not is_closed(last.text)


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
