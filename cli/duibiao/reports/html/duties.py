"""The matrix of duties on the page: each task with who does it and by when; a gap stands out."""

from collections.abc import Iterator

from duibiao.reports.duties import Duties, Duty, said_date
from duibiao.reports.html.markup import NOTHING, Html, el
from duibiao.reports.words import say

HEADS = ("place", "duty", "owners", "deadline", "answers")


def matrix(plan: Duties | None, language: str) -> Html:
    """Folded, since most readers come for the findings."""
    if plan is None or not plan.duties:
        return NOTHING
    head = el("summary", say("count", language, word=say("sheet-matrix", language), n=len(plan.duties)))
    heads = el("tr", (el("th", say(key, language), scope="col") for key in HEADS))
    rows = (el("tr", _cells(duty, language)) for duty in plan.duties)
    table = el("table", el("thead", heads), el("tbody", rows), class_="matrix")
    return el("section", el("details", head, table), class_="duties")


def _cells(duty: Duty, language: str) -> Iterator[Html]:
    task, comma = duty.task, say("comma", language)
    dates = (*(said_date(deadline, language) for deadline in task.deadlines), *task.recurring)
    missing = el("td", say("missing", language), class_="gap")
    yield el("td", task.clause or say("line", language, n=task.line))
    yield el("td", task.title, lang="zh")
    yield missing if duty.is_nobodys else el("td", comma.join(task.departments), lang="zh")
    yield missing if duty.is_endless else el("td", comma.join(dates))
    yield el("td", comma.join(finding.requirement.id for finding in duty.findings))
