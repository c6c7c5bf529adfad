"""Names the columns of tables: which cell is the indicator, its base value, its target, who is responsible.

指标 | 单位 | 2020年 | 2025年 | 责任单位: the heading's words decide; among columns that only name years the lowest is
the base, and the later ones are targets.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec.structs import replace

from duibiao.documents.outline.pieces import Piece
from duibiao.documents.outline.shapes import WORDS, either
from duibiao.language import lexicon
from duibiao.language.late import late
from duibiao.model.document import Cell, Column

_COLUMNS = [(Column(name), late(either(words))) for name, words in lexicon.load("outline")["columns"].items()]
_OTHER = late(either(WORDS["other_columns"]))
_YEAR = late(r"(?<!\d)(20\d{2})(?:年|$|-|至|~|\()")
_LATER = late(r"目标|规划|计划|预期|达到")
_VALUE = late(r"[<>≤≥~=±]?-?\d[\d.,]*(?:%|‰|万|亿|个|人|张|所|家|-|~|以上|左右|以下|以内)*.{0,4}|-+|/|无")
_LONGEST_HEADING = 20


def is_value(text: str) -> bool:
    return _VALUE.fullmatch(text) is not None


def is_heading(text: str) -> bool:
    """Whether a cell names a column: 指标名称, 2025年, 责任单位."""
    return len(text) <= _LONGEST_HEADING and (
        any(words.search(text) for _, words in _COLUMNS) or bool(_OTHER.search(text) or _YEAR.search(text))
    )


def described(pieces: Sequence[Piece], issued: int | None) -> list[Piece]:
    """The pieces, with the rows of each table told what its columns hold."""
    done: list[Piece] = []
    for table, run in groupby(pieces, key=lambda piece: piece.table if piece.cells else None):
        rows = list(run)
        done.extend(rows if table is None else _described(rows, issued))
    return done


def _described(rows: Sequence[Piece], issued: int | None) -> Iterator[Piece]:
    first = next((at for at, row in enumerate(rows) if _is_header(row)), None)
    if first is None or first > 3:
        yield from (replace(row, group=True) if _is_group(row) else row for row in rows)
        return
    deep = first + 1 < len(rows) and _is_second(rows[first], rows[first + 1])
    headers = _headers(rows[first : first + 1 + deep])
    columns = columns_of(headers, issued)
    for at, row in enumerate(rows):
        if at < first:
            yield replace(row, header=True)
        elif at <= first + deep or _repeats(row, rows[first]):
            yield replace(row, header=True, cells=_named(row.cells, headers, columns))
        elif _is_group(row):
            yield replace(row, group=True)
        else:
            yield replace(row, cells=_named(row.cells, headers, columns))


def _is_header(row: Piece) -> bool:
    texts = [text for text in row.cell_texts() if text]
    distinct = set(texts)
    if len(distinct) < 2 or any(is_value(text) and not _YEAR.search(text) for text in texts):
        return False
    named = sum(is_heading(text) for text in distinct)
    return named >= 2 and named * 2 >= len(distinct) and max(map(len, texts)) <= _LONGEST_HEADING * 2


def _is_second(above: Piece, row: Piece) -> bool:
    """Whether a heading is split in two rows: 目标值 over 2023年 | 2025年."""
    upper, lower = above.cell_texts(), row.cell_texts()
    merged = any(a == b for a, b in pairwise(upper)) or "" in upper
    kept = [text for text in lower if text]
    below = [text for text in kept if text not in upper]
    if not merged or not below:
        return False
    return all(_YEAR.search(text) or (is_heading(text) and not is_value(text) and len(text) <= 8) for text in below)


def _headers(rows: Sequence[Piece]) -> list[str]:
    """The words above each column; a merged heading counts for every column it spans."""
    texts = [row.cell_texts() for row in rows]
    if len(texts) == 1:
        return texts[0]
    upper, lower = texts
    width = max(len(upper), len(lower))
    upper, lower = upper + [""] * (width - len(upper)), lower + [""] * (width - len(lower))
    headers: list[str] = []
    over = ""
    for above, below in zip(upper, lower, strict=True):
        over = above or (over if below else "")
        headers.append(over if below in ("", over) else over + below)
    return headers


def columns_of(headers: Sequence[str], issued: int | None) -> list[Column]:
    columns = [_by_words(header) for header in headers]
    if Column.INDICATOR in columns:  # the first is what the row is about, the others tell more of it
        first = columns.index(Column.INDICATOR)
        columns = [
            Column.OTHER if column is Column.INDICATOR and at != first else column for at, column in enumerate(columns)
        ]
    years = {at: int(found[1]) for at, header in enumerate(headers) if (found := _YEAR.search(header))}
    dated = {at: year for at, year in years.items() if columns[at] in (Column.OTHER, Column.INDICATOR)}
    lowest = min(years.values(), default=0)
    for at, year in dated.items():
        passed = issued is not None and year < issued
        base = passed or (year == lowest and len(set(years.values())) > 1 and not (issued and year > issued))
        columns[at] = Column.BASE if base and not _LATER.search(headers[at]) else Column.TARGET
    return columns


def _by_words(header: str) -> Column:
    if _YEAR.search(header) and not re.search(r"目标|现状|基期|完成|实际|规划值|责任", header):
        return Column.OTHER
    for column, words in _COLUMNS:
        if words.search(header):
            return Column.OTHER if column is Column.UNIT and len(header) > 4 else column
    return Column.OTHER


def _named(cells: Sequence[Cell], headers: Sequence[str], columns: Sequence[Column]) -> tuple[Cell, ...]:
    return tuple(
        replace(cell, header=headers[at], column=columns[at]) if at < len(headers) else cell
        for at, cell in enumerate(cells)
    )


def _is_group(row: Piece) -> bool:
    """一、养老方面: one text over the whole width."""
    return len({text for text in row.cell_texts() if text}) == 1 and len(row.cells) > 1


def _repeats(row: Piece, header: Piece) -> bool:
    return row.cell_texts() == header.cell_texts()
