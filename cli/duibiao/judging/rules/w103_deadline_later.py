"""The date is later than upstream's.
期限晚于上级要求。

What it finds: a commitment whose own date, or the date that plainly governs it (the opening of its goal sentence, a
column headed with a year), lies behind upstream's.
Why it matters: the higher level counts at its own date.
Known limits: where a passage has several dates, the one written in it wins over one it inherits, and the earliest of
those wins.

发现什么：承诺自身的期限，或明显管辖它的期限（目标句开头的年份、表头的年份）晚于上级。
为何重要：上级按自己的时间节点考核。
已知局限：一段话里有几个日期时，以写在该句中的为准，其中取最早的。
"""

from collections.abc import Iterator

from duibiao.judging.compare import deadlines, spot, wanted_date
from duibiao.model.match import Match
from duibiao.model.message import Message
from duibiao.model.report import Reason

RULE, CODE, EFFECT = "W103", "deadline-later", "worse"


def check(match: Match) -> Iterator[Reason]:
    wanted = match.wanted.requirement.deadline
    if not match.present or wanted is None:
        return
    bound = deadlines(match)
    if not bound:
        return
    own = [b for b in bound if b[0].source == "clause"] or bound
    date, passage = min(own, key=lambda b: b[0].last_day)
    if date.last_day <= wanted.last_day:
        return
    yield Reason(
        rule=RULE,
        code=CODE,
        expected=str(wanted),
        found=str(date),
        span=spot(passage, date.start, date.end) if date.source in ("clause", "column") else None,
        wanted=wanted_date(match),
        message=Message(
            zh=f"上级期限为{wanted.chinese}，方案为{date.chinese}，晚于上级",
            en=f"upstream asks it by {wanted}, the plan says {date}",
        ),
    )
