"""matrix.xlsx: place × requirement, coverage by place, the requirements, and what could not be read."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from duibiao.batch.outputs.areas import Area, Item
from duibiao.batch.outputs.matrix import LETTERS, NONE, Matrix
from duibiao.batch.outputs.overview import Overview
from duibiao.batch.places import Place
from duibiao.batch.run import Known
from duibiao.batch.words import say
from duibiao.reports.grid import FILLS
from duibiao.reports.text import printable

# a workbook carries the day it was made: one day for all
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_MOST_COLUMNS = 16_000  # Excel has 16,384
_WIDE, _NARROW = 24, 5


def write(path: Path, shown: Overview) -> None:
    import xlsxwriter  # noqa: PLC0415  heavy

    # rows go to the disk as they come; nothing from a plan is a formula, a link or a number
    settings = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    matrix, language = shown.matrix, shown.language
    with xlsxwriter.Workbook(path, settings) as book:
        book.set_properties({"title": say("title", language), "author": "duibiao", "created": _MADE})
        styles = _Styles(book)
        _matrix(book.add_worksheet(say("matrix", language)), styles, matrix, language)
        _areas(book.add_worksheet(say("coverage", language)), styles, shown.areas, language)
        _items(book.add_worksheet(say("requirements", language)), styles, matrix, shown.items, language)
        _errors(book.add_worksheet(say("errors", language)), styles, shown.plans, language)


class _Styles:
    def __init__(self, book: Any) -> None:
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.turned = book.add_format({"bold": True, "rotation": 90, "bottom": 1})
        self.rate = book.add_format({"num_format": "0.0%"})
        self.wrap = book.add_format({"text_wrap": True, "valign": "top"})
        self.verdicts = {
            letter: book.add_format({"bg_color": FILLS[verdict], "align": "center"})
            for verdict, letter in LETTERS.items()
        }


def _matrix(sheet: Any, styles: _Styles, matrix: Matrix, language: str) -> None:
    heads = [say(key, language) for key in ("province", "city", "county", "plan", "rate")]
    columns = matrix.columns[:_MOST_COLUMNS]
    sheet.freeze_panes(1, len(heads))
    sheet.set_column(0, 2, 14)
    sheet.set_column(3, 3, _WIDE)
    sheet.set_column(len(heads), len(heads) + len(columns), _NARROW)
    for at, head in enumerate(heads):
        sheet.write_string(0, at, head, styles.head)
    for at, column in enumerate(columns, len(heads)):
        sheet.write_string(0, at, printable(f"{column.requirement.id} {column.requirement.title}"), styles.turned)
    words = {letter: say(verdict, language) for verdict, letter in LETTERS.items()}
    for line, row in enumerate(matrix.rows, 1):
        for at, text in enumerate((row.place.province, row.place.city, row.place.county, row.shown)):
            sheet.write_string(line, at, printable(text))
        if row.rate is not None:
            sheet.write_number(line, 4, round(row.rate, 4), styles.rate)
        for at, letter in enumerate(row.verdicts[:_MOST_COLUMNS], len(heads)):
            if letter != NONE:
                sheet.write_string(line, at, words[letter], styles.verdicts[letter])
    sheet.autofilter(0, 0, max(len(matrix.rows), 1), len(heads) - 1)


def _areas(sheet: Any, styles: _Styles, areas: Sequence[Area], language: str) -> None:
    keys = (
        "province",
        "city",
        "county",
        "plans",
        "rate",
        "covered",
        "exceeded",
        "weakened",
        "omitted",
        "not-applicable",
    )
    _heads(sheet, styles, keys, language, wide=3)
    for line, area in enumerate(areas, 1):
        names = (area.place.province or say("unplaced", language), area.place.city, area.place.county)
        for at, name in enumerate(names):
            sheet.write_string(line, at, printable(name))
        sheet.write_number(line, 3, area.plans)
        if area.rate is not None:
            sheet.write_number(line, 4, round(area.rate, 4), styles.rate)
        for at, letter in enumerate("cewon", 5):
            sheet.write_number(line, at, area.counts[letter])


def _items(sheet: Any, styles: _Styles, matrix: Matrix, items: Sequence[Item], language: str) -> None:
    keys = (
        "baseline",
        "requirement",
        "text",
        "source",
        "rate",
        "covered",
        "exceeded",
        "weakened",
        "omitted",
        "reasons",
    )
    _heads(sheet, styles, keys, language, wide=4)
    for line, (column, item) in enumerate(zip(matrix.columns, items, strict=True), 1):
        requirement = column.requirement
        source = " ".join(filter(None, (requirement.document, requirement.clause)))
        texts = (column.baseline, f"{requirement.id} {requirement.title}", requirement.text, source)
        for at, text in enumerate(texts):
            sheet.write_string(line, at, printable(text), styles.wrap)
        if item.rate is not None:
            sheet.write_number(line, 4, round(item.rate, 4), styles.rate)
        for at, letter in enumerate("cewo", 5):
            sheet.write_number(line, at, item.counts[letter])
        told = [f"{matrix.rules[ord(mark) - ord('A')]} {n}" for mark, n in sorted(item.rules.items()) if mark != " "]
        sheet.write_string(line, 9, ", ".join(told))


def _errors(sheet: Any, styles: _Styles, plans: Iterable[tuple[Place, Known]], language: str) -> None:
    _heads(sheet, styles, ("plan", "place", "code", "message", "advice"), language, wide=5)
    line = 0
    for place, known in plans:
        trouble = known.plan.trouble
        if trouble:
            line += 1
            advice = trouble.advice.say(language) if trouble.advice else ""
            texts = (known.found.shown, place.name, trouble.code, trouble.message.say(language), advice)
            for at, text in enumerate(texts):
                sheet.write_string(line, at, printable(text), styles.wrap)


def _heads(sheet: Any, styles: _Styles, keys: Sequence[str], language: str, *, wide: int) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, wide - 1, _WIDE)
    for at, key in enumerate(keys):
        sheet.write_string(0, at, say(key, language), styles.head)
