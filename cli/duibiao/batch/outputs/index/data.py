"""What the script of the index is given: places, plans and requirements as lists, verdicts as letters."""

import json
from collections.abc import Sequence
from typing import Any

from duibiao.batch.outputs.matrix import LETTERS, NONE, Matrix, Row
from duibiao.batch.pages import link
from duibiao.batch.words import say
from duibiao.model.report import RulePage
from duibiao.reports.text import printable

_WORDS = ("show-more", "none", "review", "rate", "all-places")


def data(matrix: Matrix, rules: Sequence[RulePage], language: str, *, linked: bool) -> str:
    """JSON that can stand inside a script element, whatever a plan is called."""
    titles = {page.rule: page.title.say(language) for page in rules}
    content: dict[str, Any] = {
        "words": {key: say(key, language) for key in _WORDS},
        "verdicts": {letter: say(verdict, language) for verdict, letter in LETTERS.items()}
        | {NONE: say("none", language)},
        "rules": [[rule, titles.get(rule, "")] for rule in matrix.rules],
        "columns": [[c.requirement.id, _said(c.requirement.title), c.baseline] for c in matrix.columns],
        "rows": [_row(row, linked=linked) for row in matrix.rows],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _row(row: Row, *, linked: bool) -> list[object]:
    rate = row.rate
    place = row.place
    return [
        [_said(name) for name in (place.province, place.city, place.county)],
        _said(row.shown),
        _said(row.title),
        None if rate is None else round(rate, 4),
        row.verdicts,
        row.rules,
        row.review,
        link(row.shown) if linked else "",
    ]


def _said(text: str) -> str:
    return text if text.isprintable() else printable(text)
