"""Promises whose date had passed before the plan was issued.

Only the forms in which a plan promises count: 到2022年, 2022年底前, 2022年6月30日前, 力争2022年. A bare year before a
verb (2021年新增300张) is told as often of the past as of the future, and 2021年前建成的 says which ones.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from duibiao.language.late import late
from duibiao.model.document import Clause, Document
from duibiao.model.fact import Date, DateKind, Facts
from duibiao.model.span import Span

_AHEAD = late(r"(?:到|至|力争|确保|争取|计划|在|于|须|应|要|并|,|^)$")
_TO = late(r"(?<!截)(?:到|至|力争|确保|争取)$")
_CLOSED = late(r"(?:前|底|末|内)$")
_BEHIND = late(r"^(?:底|末|期末)?(?:之?前|以前)")
# what is told and not promised: in front of the date, and anywhere in its sentence
_TOLD_BEFORE = late(r"已|曾|截至|截止|以来|原(?!则)|执行|按照|根据|依据|参照|从|由")
_TOLD = late(
    r"已经?[^,;。]|曾|上升到|废止|有效期|期间的|存量|历史遗留|建成[且并的]|"
    r"(?:印发|发布|公布|下达|批准|出台|规定|要求|提出|竣工|取得|办理|购买|签订|备案|认定|登记|成立|注册|投产|申请|到期)[^,;。]{0,3}的"
)
# 2019年1月1日至2020年12月31日: for how long, not by when
_PERIOD = late(r"[年月日)](?:起)?至$")
_CASE = late(r"(?:^|[,;。:])(?:对|对于|凡|凡是|将|除|属于|符合)[^,;。]*$")


class Promise(Struct, frozen=True, kw_only=True):
    date: Date
    span: Span


def passed(document: Document, facts: Sequence[Facts], issued: tuple[int, int, int]) -> Iterator[Promise]:
    for clause, own in zip(document.clauses, facts, strict=True):
        if clause.role.commits:
            for date in own.dates:
                if date.kind is DateKind.BY and date.source == "clause" and date.last_day < issued:
                    yield from _promise(clause, date)


def _promise(clause: Clause, date: Date) -> Iterator[Promise]:
    text = clause.plain.text
    start = max(text.rfind(mark, 0, date.start) for mark in ";。:") + 1
    stop = min((at for mark in ";。" if (at := text.find(mark, date.end)) >= 0), default=len(text))
    before, words = text[start : date.start], text[date.start : date.end]
    ahead = _TO.search(before) or ((_CLOSED.search(words) or _BEHIND.match(text[date.end :])) and _AHEAD.search(before))
    if (
        not ahead
        or _PERIOD.search(before)
        or _CASE.search(before)
        or _TOLD_BEFORE.search(before)
        or _TOLD.search(text[start:stop])
    ):
        return
    # 从2015年的2.69万亿元上升到2020年的3.87万亿元; 2019年底前分级公开的时限
    if text[date.end : date.end + 1] == "的" or not re.match(r"[底末前之期间,、]?[^。;]{3}", text[date.end :]):
        return
    yield Promise(date=date, span=clause.plain.origin(date.start, min(stop, date.end + 40)))
