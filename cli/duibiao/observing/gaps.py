"""Tasks that nobody is named for, or that have no date: the empty cells of the matrix of duties.

A plan that names somebody for most of its tasks has forgotten the others; one that names nobody at all may have a
chapter on who does what, or is a set of rules and no plan.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from duibiao.language.late import late
from duibiao.model.document import Clause, Document
from duibiao.model.report import Task
from duibiao.model.span import Span

FEWEST = 3  # tasks below which a share says nothing
# what hands out work; 措施 and 意见 do so only where they name somebody for most of it
_HANDS_OUT = late(r"方案|计划|行动|任务分工")
_PLAN = late(r"方案|计划|行动|任务分工|措施|意见|实施细则")
_RULES = late(r"条例|办法$|规定|建议$|纲要|规划$|指引|指标体系|导则")
_SHARED_OUT = late(r"(?:职责|任务|责任|部门|工作)(?:任务)?分工|分工(?:方案|表|安排)|部门职责|责任清单|任务清单")
# (五)责任单位及承办科室: a note that is an item of its own answers for its whole chapter
_NOTED = late(
    r"(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+[、.])(?:责任|牵头|配合|主办|承办)(?:单位|部门|科室)"
)
# 县市区人民政府要在…, 市发改委在接到…后: who acts stands in the sentence
_ACTS = late(
    r"(?:人民政府|政府|委员会|[局委办厅]|中心|部门|单位|机构|企业|公司|学校|医院|小组|联席会议|街道|社区|协会|法院|银行)"
    r"[^,;。]{0,10}(?:要|应|须|负责|会同|牵头|指导|组织|委托|出具|向|在|对|根据|按|为|可|将|每)"
)


def is_plan(document: Document) -> bool:
    title = _title(document)
    return _PLAN.search(title) is not None and _RULES.search(title) is None


def hands_out(document: Document) -> bool:
    """Whether it calls itself a plan of work, so that work without a name or a date is a gap whatever the others do."""
    return is_plan(document) and _HANDS_OUT.search(_title(document)) is not None


def shares_out(document: Document) -> bool:
    """Whether a chapter or a table says who does what."""
    return any(_SHARED_OUT.search(section.title) for section in document.sections)


def nobodys(document: Document, tasks: Sequence[Task]) -> Iterator[Task]:
    """The tasks without a note, unless the text itself says who acts or a note stands beside them in their chapter."""
    said: dict[str, list[Clause]] = {}
    for clause in document.clauses:
        said.setdefault(clause.label, []).append(clause)
    noted = tuple(_above(clause.label) for clause in document.clauses if _NOTED.match(clause.plain.text))
    for task in tasks:
        if task.departments:
            continue
        acts = any(_ACTS.search(clause.plain.text) for clause in said.get(task.clause, ()))
        if not acts and not (noted and task.clause.startswith(noted)):
            yield task


def endless(tasks: Sequence[Task]) -> list[Task]:
    return [task for task in tasks if not task.deadlines and not task.recurring]


def places(document: Document, tasks: Sequence[Task]) -> tuple[Span, ...]:
    """Where the tasks begin: the first clause on their lines."""
    starts = list(accumulate((len(line) + 1 for line in document.text.split("\n")), initial=0))
    first: dict[int, Span] = {}
    for clause in document.clauses:
        first.setdefault(bisect_right(starts, clause.span.start), clause.span)
    return tuple(first[task.line] for task in tasks if task.line in first)


def _above(label: str) -> str:
    """The label one step up: 十二(五) -> 十二."""
    return re.sub(r"(?:\([^()]*\)|[^()]+)$", "", label) or label


def _title(document: Document) -> str:
    return re.sub(r"[(（].{0,200}?[)）]", "", document.title or "")
