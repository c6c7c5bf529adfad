"""The Excel file of a checklist: requirements, targets, sources and the head, one sheet each."""

import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from duibiao.baselines.parsing import Parsed
from duibiao.baselines.workbook.columns import COLUMNS, HEAD, HEAD_KEYS, REQUIREMENTS, SOURCES, TARGETS, Column, to_cell
from duibiao.baselines.workbook.remarks import comments

_MADE = datetime(2020, 1, 1, tzinfo=UTC)  # no clock: the same list makes the same bytes
Rows = Iterable[Mapping[str, Any]]


def to_workbook(parsed: Parsed, data: Mapping[str, Any], text: str) -> bytes:
    """`data` is the file as it was written, `text` its text, and `parsed` vouches for it."""
    import xlsxwriter  # noqa: PLC0415  only this needs it

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": parsed.baseline.title, "author": "duibiao", "created": _MADE})
    head = book.add_format({"bold": True, "bg_color": "#DDE7F0", "border": 1, "valign": "vcenter"})
    cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"})
    number = book.add_format({"valign": "top", "border": 1})
    for name, rows in (
        (REQUIREMENTS, _requirements(parsed, data, text)),
        (TARGETS, _targets(data)),
        (SOURCES, data["baseline"].get("sources") or ()),
        (HEAD, _head(data["baseline"])),
    ):
        _sheet(book.add_worksheet(name), COLUMNS[name], rows, (head, cell, number))
    book.close()
    return out.getvalue()


def _sheet(sheet: Any, columns: tuple[Column, ...], rows: Rows, formats: tuple[Any, Any, Any]) -> None:
    head, text, number = formats
    sheet.freeze_panes(1, 1)
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    count = 0
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width, text)
        sheet.write_string(0, at, column.title, head)
    for line, row in enumerate(rows, 1):
        count = line
        for at, column in enumerate(columns):
            value = to_cell(column, _value(row, column.key))
            if value == "":
                sheet.write_blank(line, at, None, text)
            elif isinstance(value, str):
                sheet.write_string(line, at, value, text)  # never a formula, whatever it begins with
            else:
                sheet.write_number(line, at, value, number)
    for at, column in enumerate(columns):
        if column.choices:  # rows that are added below get them as well
            sheet.data_validation(1, at, count + 500, at, {"validate": "list", "source": list(column.choices)})
    if count:
        sheet.autofilter(0, 0, count, len(columns) - 1)


def _value(row: Mapping[str, Any], key: str) -> Any:
    first, _, second = key.partition(".")
    value = row.get(first)
    return (value or {}).get(second) if second else value


def _requirements(parsed: Parsed, data: Mapping[str, Any], text: str) -> Iterator[Mapping[str, Any]]:
    # a map that opens its item on the line of the dash begins there
    starts = [min(at.line for at in given.places.values()) for given in parsed.givens]
    for row, remark in zip(data["requirements"], comments(text, starts), strict=True):
        yield {**row, "#": remark or None}


def _targets(data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for row in data["requirements"]:
        for target in row.get("targets") or ():
            yield {**target, "id": row["id"]}


def _head(head: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for key in HEAD_KEYS:
        if key in head:
            value = head[key]
            yield {"key": key, "value": "、".join(value) if isinstance(value, list) else value}
