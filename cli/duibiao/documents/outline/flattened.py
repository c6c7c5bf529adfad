"""Rebuilds tables that lost their shape: one cell per line, as web pages leave them.

序号 / 主要指标 / 2020年 / 2025年 / 责任单位 / 1 / 基本养老保险参保率(%) / 90.5 / 95 / 市人力资源社会保障局 / 2 / …

The run of numbers 1, 2, 3 … in the 序号 column shows where rows begin. A row with more lines than columns has a value
that was broken over two lines, one with fewer has empty cells; what kind of thing each column holds tells which.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from duibiao.documents.outline.cells import OFFICE, OFFICE_END, aligned, group_of, kind_of, row_of, usual
from duibiao.documents.outline.pieces import Piece
from duibiao.documents.outline.tables import is_heading, is_value
from duibiao.language.late import late

_NUMBER = late(r"序号|编号|序")
_GROUP = late(r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))[^。;]{2,30}")
_FEWEST_ROWS = 3
_LONGEST_LINE = 200
_LONGESTOFFICE = 12
_MOST_LINES = 3  # in one row beyond one for each column


class _Found(Struct, frozen=True):
    """A flattened table: its heading's lines, then each row's; a group is a row of one line."""

    start: int
    stop: int
    width: int
    rows: tuple[range, ...]


def rebuilt(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with flattened tables as rows; tables are counted on from those that the format had."""
    done: list[Piece] = []
    tables = max((piece.table for piece in pieces if piece.table is not None), default=-1) + 1
    at = 0
    while at < len(pieces):
        found = _table(pieces, at)
        if found is None:
            done.append(pieces[at])
            at += 1
            continue
        done.extend(_rows(pieces, found, tables))
        tables += 1
        at = found.stop
    return done


def _table(pieces: Sequence[Piece], start: int) -> _Found | None:
    width = _heading(pieces, start)
    if width is None:
        return None
    numbered = next((at for at in range(width) if _NUMBER.fullmatch(pieces[start + at].text)), None)
    rows = _regular(pieces, start, width) if numbered is None else _numbered(pieces, start + width, width - numbered)
    if sum(len(row) > 1 for row in rows) < _FEWEST_ROWS:
        return None
    return _Found(start, rows[-1].stop, width, tuple(rows))


def _heading(pieces: Sequence[Piece], start: int) -> int | None:
    """How many lines from here name columns."""
    width = 0
    while start + width < len(pieces) and width < 12:
        piece = pieces[start + width]
        if piece.cells or len(piece.text) > 12 or not (is_heading(piece.text)) or _GROUP.fullmatch(piece.text):
            break
        if is_value(piece.text) and not re.search(r"20\d\d", piece.text):
            break
        width += 1
    return width if width >= 3 else None


def _numbered(pieces: Sequence[Piece], first: int, width: int) -> list[range]:
    """The rows that begin with 1, 2, 3 …, and the group lines between them."""
    rows: list[range] = []
    at, number = first, 1
    while at < len(pieces):
        line = pieces[at].text
        if _begins(pieces, at, number) and (rows or line == "1"):
            number = int(line) + 1
            stop = _row_end(pieces, at, number, width)
            rows.append(range(at, stop))
            at = stop
        elif _GROUP.fullmatch(line) and _begins(pieces, at + 1, number):
            rows.append(range(at, at + 1))
            at += 1
        else:
            break
    return rows


def _begins(pieces: Sequence[Piece], at: int, number: int) -> bool:
    """Whether a row begins here: its number, or 1 where they restart, and no value on the line below."""
    if at + 1 >= len(pieces) or pieces[at].text not in (str(number), "1"):
        return False
    return not is_value(pieces[at + 1].text)


def _row_end(pieces: Sequence[Piece], start: int, following: int, width: int) -> int:
    """Where the row ends: at the next number, or at a group line before it.

    A value can equal the next number, so of several places the one that gives the row its usual length is taken.
    """
    ends: list[int] = []
    for at in range(start + 2, min(start + width + _MOST_LINES + 1, len(pieces))):
        if pieces[at].text == str(following) and _begins(pieces, at, following):
            ends.append(at)
        elif _GROUP.fullmatch(pieces[at].text) and _begins(pieces, at + 1, following):
            ends.append(at)
            break
        elif pieces[at].cells or len(pieces[at].text) > _LONGEST_LINE:
            break
    if ends:
        return min(ends, key=lambda at: (abs(at - start - width), at))
    return _last_row(pieces, start, width)


def _last_row(pieces: Sequence[Piece], start: int, width: int) -> int:
    """No number follows: the row takes its usual length, less where a section begins before, more for offices."""
    for at in range(start + 1, min(start + width, len(pieces))):
        if pieces[at].cells or _GROUP.fullmatch(pieces[at].text) or len(pieces[at].text) > _LONGEST_LINE:
            return at
    stop = min(start + width, len(pieces))
    while stop < len(pieces) and stop - start < width + 2 and OFFICE_END.search(pieces[stop].text):
        if len(pieces[stop].text) > _LONGESTOFFICE or not OFFICE.fullmatch(pieces[stop - 1].text):
            break
        stop += 1
    return stop


def _regular(pieces: Sequence[Piece], start: int, width: int) -> list[range]:
    """Rows without numbers: the same kinds of lines again and again."""
    first = start + width
    kinds = [kind_of(piece.text) for piece in pieces[first : first + width]]
    rows: list[range] = []
    at = first
    while "value" in kinds and at + width <= len(pieces):
        row = pieces[at : at + width]
        if _GROUP.fullmatch(row[0].text):
            rows.append(range(at, at + 1))
            at += 1
            continue
        if any(piece.cells or len(piece.text) > _LONGEST_LINE for piece in row):
            break
        if [kind_of(piece.text) == "value" for piece in row] != [kind == "value" for kind in kinds]:
            break
        rows.append(range(at, at + width))
        at += width
    while rows and len(rows[-1]) == 1:
        rows.pop()
    return rows


def _rows(pieces: Sequence[Piece], found: _Found, table: int) -> list[Piece]:
    skipped = next(
        (at for at in range(found.width) if _NUMBER.fullmatch(pieces[found.start + at].text)), 0
    )  # a column before 序号 holds only the group's name
    header = pieces[found.start + skipped : found.start + found.width]
    width = len(header)
    made = [row_of([[piece] for piece in pieces[found.start : found.start + skipped]], table)] if skipped else []
    made.append(row_of([[piece] for piece in header], table))
    full = [[kind_of(pieces[at].text) for at in row] for row in found.rows if len(row) == width]
    kinds = [usual([row[column] for row in full]) for column in range(width)] if full else ["text"] * width
    for row in found.rows:
        lines = [pieces[at] for at in row]
        if len(lines) == 1:
            made.append(group_of(lines[0], width, table))
        else:
            made.append(row_of(aligned(lines, kinds), table))
    return made
