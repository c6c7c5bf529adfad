"""Rebuilds tables that lost their shape: one cell per line, as web pages leave them.

序号 / 主要指标 / 2020年 / 2025年 / 责任单位 / 1 / 基本养老保险参保率(%) / 90.5 / 95 / 市人力资源社会保障局 / 2 / …

The run of numbers 1, 2, 3 … in the 序号 column shows where rows begin. A row with more lines than columns has a value
that was broken over two lines, one with fewer has empty cells; what kind of thing each column holds tells which.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from duibiao.documents.outline.pieces import Piece, joined
from duibiao.documents.outline.shapes import WORDS, either
from duibiao.documents.outline.tables import is_heading, is_value
from duibiao.model.span import Plain

_NUMBER = re.compile(r"序号|编号|序")
_GROUP = re.compile(r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))[^。;]{2,30}")
_OFFICE = re.compile(rf"(?:.*(?:{either(WORDS['offices'])})|.*[、,])(?:\(.{{1,20}}\))?")
_OFFICE_END = re.compile(rf"(?:{either(WORDS['offices'])})$")
_FEWEST_ROWS = 3
_LONGEST_LINE = 200
_LONGEST_OFFICE = 12
_MOST_LINES = 3  # in one row beyond one for each column


@dataclass(frozen=True, slots=True)
class _Found:
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
    while stop < len(pieces) and stop - start < width + 2 and _OFFICE_END.search(pieces[stop].text):
        if len(pieces[stop].text) > _LONGEST_OFFICE or not _OFFICE.fullmatch(pieces[stop - 1].text):
            break
        stop += 1
    return stop


def _regular(pieces: Sequence[Piece], start: int, width: int) -> list[range]:
    """Rows without numbers: the same kinds of lines again and again."""
    first = start + width
    kinds = [_kind(piece.text) for piece in pieces[first : first + width]]
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
        if [_kind(piece.text) == "value" for piece in row] != [kind == "value" for kind in kinds]:
            break
        rows.append(range(at, at + width))
        at += width
    while rows and len(rows[-1]) == 1:
        rows.pop()
    return rows


def _kind(line: str) -> str:
    if is_value(line):
        return "value"
    return "office" if _OFFICE.fullmatch(line) else "text"


def _rows(pieces: Sequence[Piece], found: _Found, table: int) -> list[Piece]:
    skipped = next(
        (at for at in range(found.width) if _NUMBER.fullmatch(pieces[found.start + at].text)), 0
    )  # a column before 序号 holds only the group's name
    header = pieces[found.start + skipped : found.start + found.width]
    width = len(header)
    made = [_piece([[piece] for piece in pieces[found.start : found.start + skipped]], table)] if skipped else []
    made.append(_piece([[piece] for piece in header], table))
    full = [[_kind(pieces[at].text) for at in row] for row in found.rows if len(row) == width]
    kinds = [_usual([row[column] for row in full]) for column in range(width)] if full else ["text"] * width
    for row in found.rows:
        lines = [pieces[at] for at in row]
        if len(lines) == 1:
            made.append(_group(lines[0], width, table))
        else:
            made.append(_piece(_aligned(lines, kinds), table))
    return made


def _usual(kinds: Sequence[str]) -> str:
    return max(("value", "office", "text"), key=lambda kind: (kinds.count(kind), kind))


def _aligned(lines: Sequence[Piece], kinds: Sequence[str]) -> list[list[Piece]]:
    """Shares the lines of one row out among its columns, at the least cost."""
    if len(lines) == len(kinds):
        return [[line] for line in lines]

    @cache
    def best(line: int, column: int) -> tuple[float, tuple[int, ...]]:
        """The cost of sharing out the lines from `line` among the columns from `column`, and how many each takes."""
        if column == len(kinds):
            return (0.0 if line == len(lines) else 99.0), ()
        options = []
        for count in (1, 0, 2, 3):  # of equals the first wins: empty cells go to the end of the row
            if count > len(lines) - line:
                continue
            cost, rest = best(line + count, column + 1)
            options.append((cost + _cost([p.text for p in lines[line : line + count]], kinds[column]), (count, *rest)))
        return min(options, key=lambda option: option[0])

    shared: list[list[Piece]] = []
    at = 0
    for count in best(0, 0)[1]:
        shared.append(list(lines[at : at + count]))
        at += count
    return shared


def _cost(lines: Sequence[str], kind: str) -> float:
    if not lines:
        return 1.2
    cost = 0.3 * (len(lines) - 1)
    for line in lines:
        own = _kind(line)
        if own != kind:
            cost += {("value", "text"): 0.6, ("text", "office"): 0.5}.get((kind, own), 1.0)
    if kind == "value" and len(lines) > 1 and any(is_value(line) for line in lines):
        cost += 1.5
    return cost


def _piece(cells: Sequence[Sequence[Piece]], table: int) -> Piece:
    """A row piece; the lines of one cell are joined without a mark, an empty cell stands where the one before ends."""
    flat = [line for cell in cells for line in cell]
    block, end = flat[0].block, flat[0].plain.places[0]
    plains: list[Plain] = []
    ends: list[int] = []
    for cell in cells:
        whole = _one([line.plain for line in cell])
        end = whole.places[-1] + 1 if cell else end
        plains.append(whole)
        ends.append(end)
    plain, marks = joined(plains, ends)
    return Piece(plain=plain, block=block, table=table, cells=marks)


def _one(lines: Sequence[Plain]) -> Plain:
    """The lines of one cell as one text; two offices on two lines are told apart by a 、."""
    text = ""
    places: tuple[int, ...] = ()
    for line in lines:
        if _OFFICE_END.search(text) and _OFFICE.match(line.text):
            text, places = text + "、", (*places, places[-1] + 1)
        text, places = text + line.text, (*places, *line.places)
    return Plain(text, places)


def _group(line: Piece, width: int, table: int) -> Piece:
    size = len(line.plain)
    cells = _piece([[line], *([[]] * (width - 1))], table).cells
    return Piece(plain=line.plain, block=line.block, table=table, cells=(cells[0],) if size else (), group=True)
