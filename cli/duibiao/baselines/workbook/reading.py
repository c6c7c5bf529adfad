"""Reads an Excel file of a checklist: rows by their headings, whatever their order, with the row each stands in."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from duibiao.baselines.workbook.columns import COLUMNS, HEAD, REQUIREMENTS, SOURCES, TARGETS, from_cell
from duibiao.model.errors import BaselineError, Fault, UsageError
from duibiao.model.message import Message

_LARGEST = 200_000_000  # bytes unpacked; a sheet of ten thousand requirements takes five million
_MOST_ROWS = 100_000
Row = dict[str, Any]


class Book(Struct, frozen=True, kw_only=True):
    """The sheets; `lines[i]` is the row of Excel in which `requirements[i]` stands, `known` the columns it has."""

    requirements: tuple[Row, ...]
    lines: tuple[int, ...]
    known: frozenset[str]
    targets: tuple[Row, ...] | None
    sources: tuple[Row, ...] | None
    head: Row


def read_book(path: Path) -> Book:
    """What an office made of an exported list, or wrote from nothing.

    Raises:
        UsageError: It is no Excel file, or no sheet of it holds requirements.
        BaselineError: Two rows have one id.
    """
    sheets = _opened(path)
    if REQUIREMENTS not in sheets:
        raise _refused(
            path, f"没有工作表“{REQUIREMENTS}”", f"has no sheet {REQUIREMENTS!r}",
        )  # fmt: skip
    rows, lines, known = _rows(sheets[REQUIREMENTS], REQUIREMENTS)
    for needed, title in (("id", "编号"), ("text", "原文")):
        if needed not in known:
            raise _refused(
                path, f"工作表“{REQUIREMENTS}”没有“{title}”列", f"sheet {REQUIREMENTS!r} has no column {title!r}"
            )
    _check_ids(path, rows, lines)
    head = {row["key"]: row["value"] for row in _rows(sheets.get(HEAD, []), HEAD)[0] if len(row) == 2}
    return Book(
        requirements=tuple(rows),
        lines=tuple(lines),
        known=frozenset(known),
        targets=tuple(_rows(sheets[TARGETS], TARGETS)[0]) if TARGETS in sheets else None,
        sources=tuple(_rows(sheets[SOURCES], SOURCES)[0]) if SOURCES in sheets else None,
        head=head,
    )


def _check_ids(path: Path, rows: list[Row], lines: list[int]) -> None:
    """Two rows of one id would be laid into one requirement, and the first be lost."""
    first: dict[str, int] = {}
    faults = list[Fault]()
    for line, row in zip(lines, rows, strict=True):
        name = str(row.get("id", ""))
        if name in first:
            told = f"编号 {name} 重复（第 {first[name]} 行已有）", f"id {name} is given twice (also row {first[name]})"
            faults.append(Fault(REQUIREMENTS, line, Message(*told)))
        elif name:
            first[name] = line
    if faults:
        raise BaselineError(path.as_posix(), tuple(faults))


def _opened(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise _refused(path, "不存在", "does not exist") from None
    except OSError as error:
        why = error.strerror or str(error)
        raise _refused(path, f"无法读取：{why}", f"cannot be read: {why}") from error
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(info.file_size for info in archive.infolist())
        sheets = _sheets(content) if size <= _LARGEST else None
    except Exception as error:  # openpyxl has no error of its own for what is broken or hostile
        raise _refused(path, "不是 Excel 文件（.xlsx），或已损坏", "is no Excel file (.xlsx), or is broken") from error
    if sheets is None:
        raise _refused(path, "内容过大", "holds too much")
    return sheets


def _sheets(content: bytes) -> dict[str, list[tuple[Any, ...]]]:
    import openpyxl  # noqa: PLC0415  only this needs it

    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True, max_row=_MOST_ROWS)) for sheet in book}


def _refused(path: Path, zh: str, en: str) -> UsageError:
    shown = path.as_posix()
    return UsageError(
        Message(f"{shown} {zh}", f"{shown} {en}"),
        Message(
            "请用 duibiao baseline export 导出的文件，在它上面改", "start from what duibiao baseline export has written"
        ),
    )


def _rows(cells: list[tuple[Any, ...]], name: str) -> tuple[list[Row], list[int], set[str]]:
    """The rows that hold anything, by field; a column of another heading is the office's own and is left alone."""
    if not cells:
        return [], [], set()
    columns = {column.title: column for column in COLUMNS[name]}
    heads = [columns.get(str(cell).strip()) if cell is not None else None for cell in cells[0]]
    rows, lines = list[Row](), list[int]()
    for line, row in enumerate(cells[1:], 2):
        found = {
            column.key: value
            for column, cell in zip(heads, row, strict=False)
            if column is not None and (value := from_cell(column, _plain(cell))) is not None
        }
        if found:
            rows.append(found)
            lines.append(line)
    return rows, lines, {column.key for column in heads if column is not None}


def _plain(cell: Any) -> Any:
    """A day that Excel made of 2022-06-30, and a year that it made 2022.0."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell


def targets_of(book: Book) -> Iterator[tuple[str, Row]]:
    for row in book.targets or ():
        yield str(row.get("id", "")), {key: value for key, value in row.items() if key != "id"}
