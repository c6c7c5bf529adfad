"""The date is earlier than upstream's.
期限早于上级要求。

What it finds: a commitment whose own date lies before upstream's.
Why it matters: an earlier date may be right where the work is further on, and is 加码 where it is not.
Known limits: only a date written in the passage itself counts, not one it inherits from a heading or a column.

发现什么：承诺自身写明的期限早于上级。
为何重要：工作基础好的地方可以提前，否则就是加码。
已知局限：只看写在该段内容里的日期，不看从标题或表头继承的日期。
"""

from collections.abc import Iterator

from duibiao.judging.compare import deadlines, spot, wanted_date
from duibiao.model.match import Match
from duibiao.model.message import Message
from duibiao.model.report import Reason

RULE, CODE, EFFECT = "S202", "deadline-earlier", "stricter"


def check(match: Match) -> Iterator[Reason]:
    wanted = match.wanted.requirement.deadline
    if not match.present or wanted is None:
        return
    own = [b for b in deadlines(match) if b[0].source == "clause"]
    if not own:
        return
    date, passage = max(own, key=lambda b: b[0].last_day)
    if date.last_day >= wanted.last_day:
        return
    yield Reason(
        rule=RULE,
        code=CODE,
        expected=str(wanted),
        found=str(date),
        span=spot(passage, date.start, date.end),
        wanted=wanted_date(match),
        message=Message(
            zh=f"上级期限为{wanted.chinese}，方案提前到{date.chinese}",
            en=f"upstream asks it by {wanted}, the plan already by {date}",
        ),
    )
