"""findings.csv and errors.csv: UTF-8 with a mark at the head, by which Excel and WPS know it; no cell is a formula."""

import csv
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import IO

from duibiao.batch.outputs.lines import COLUMNS, WORDED, Line
from duibiao.batch.places import Place
from duibiao.batch.run import Known
from duibiao.reports.csv import MARK
from duibiao.reports.table import is_formula
from duibiao.reports.text import printable

_WORDS = tuple(COLUMNS.index(name) for name in WORDED)
ERRORS = ("plan", "province", "city", "county", "code", "message", "advice")


class Findings:
    """Writes lines as they come: a million of them are never in memory together."""

    def __init__(self, out: IO[str]) -> None:
        out.write(MARK)
        self._csv = csv.writer(out, lineterminator="\r\n")
        self._csv.writerow(COLUMNS)

    def add(self, lines: Iterable[Line]) -> None:
        self._csv.writerows(map(_safe, lines))


def errors(plans: Iterable[tuple[Place, Known]], language: str) -> Iterator[str]:
    """The lines of errors.csv."""
    yield MARK
    row = csv.writer(_Echo(), lineterminator="\r\n").writerow
    yield row(ERRORS)
    for place, known in plans:
        trouble = known.plan.trouble
        if trouble:
            advice = trouble.advice.say(language) if trouble.advice else ""
            told = (known.found.shown, place.province, place.city, place.county, trouble.code)
            yield row([_shown(text) for text in (*told, trouble.message.say(language), advice)])


class _Echo:
    """A file that gives back what is written."""

    def write(self, text: str) -> str:
        return text


def _safe(line: Line) -> list[object]:
    """Only words from a plan or a checklist can do harm; a look at every cell took most of the time of a second run."""
    cells: list[object] = list(line)
    for at in _WORDS:
        if cells[at]:
            cells[at] = _shown(cells[at])
    return cells


@lru_cache(maxsize=8192)  # places, ids and titles come again in every line
def _shown(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value if value.isprintable() else printable(value)
    return f"'{text}" if is_formula(text) else str(text)
