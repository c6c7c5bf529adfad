"""The findings of all plans as one table of plain text: UTF-8 with a mark at its head, by which Excel and WPS know it.

Findings keep baseline order. A cell that a spreadsheet could take for a formula has a single quote before it, as OWASP
advises: a plan may come from anybody, and a table is opened with a double click. A number of ours never has one.
"""

import csv
from collections.abc import Iterator
from io import StringIO

from duibiao.model.report import Unreadable
from duibiao.reports.format import Options
from duibiao.reports.table import COLUMNS, Content, is_formula
from duibiao.reports.text import printable
from duibiao.reports.view import View
from duibiao.reports.words import say

MARK = "\ufeff"


def render(view: View, options: Options) -> str:
    out = StringIO()
    # the line ends of RFC 4180; inside a cell a bare line feed, as spreadsheets write it
    csv.writer(out, lineterminator="\r\n").writerows(_rows(view, options.language))
    return MARK + out.getvalue()


def _rows(view: View, language: str) -> Iterator[list[str]]:
    yield [say(column.key, language) for column in COLUMNS]
    for sheet in view.sheets:
        if isinstance(sheet, Unreadable):
            yield _unreadable(sheet, language)
            continue
        for finding in sheet.report.findings:
            yield [_text(column.content(sheet, finding, language)) for column in COLUMNS]


def _unreadable(plan: Unreadable, language: str) -> list[str]:
    told = {
        "plan": plan.plan.path,
        "verdict": say("unreadable", language),
        "reason": plan.message.say(language),
    }
    return [_text(printable(told.get(column.key, ""))) for column in COLUMNS]


def _text(content: Content) -> str:
    if isinstance(content, float):
        return f"{content:g}"
    text = content if isinstance(content, str) else "".join(piece.text for piece in content)
    return f"'{text}" if is_formula(text) else text
