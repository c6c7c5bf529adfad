"""The thing is there, its date is not.
有任务、无期限。

What it finds: a requirement with a date, answered by a passage that has none and that no date plainly governs.
Why it matters: a task without a date waits.
Known limits: the horizon of the plan as a whole (in its title, in its general goals) does not count as the date of a
task far from it; a reader may see that otherwise.

发现什么：上级定了期限，方案中承接它的内容没有写期限，也没有明显管辖它的期限。
为何重要：没有期限的任务容易一拖再拖。
已知局限：方案整体的期限（标题里的年份、总体目标的年份）不算作远处某项任务的期限；读者可能有不同看法。
"""

from collections.abc import Iterator

from duibiao.judging.compare import deadlines, wanted_date
from duibiao.model.match import Match
from duibiao.model.message import Message
from duibiao.model.report import Reason

RULE, CODE, EFFECT = "W104", "deadline-dropped", "worse"


def check(match: Match) -> Iterator[Reason]:
    wanted = match.wanted.requirement.deadline
    if not match.present or wanted is None or deadlines(match):
        return
    yield Reason(
        rule=RULE,
        code=CODE,
        expected=str(wanted),
        wanted=wanted_date(match),
        message=Message(
            zh=f"上级期限为{wanted.chinese}，方案未写明期限",
            en=f"upstream asks it by {wanted}, the plan gives no date",
        ),
    )
