"""A date had already passed when the plan was issued.
期限早于方案印发日期。

What it finds: a promise whose date ends before the day of issue (到2022年… in a plan of May 2023).
Why it matters: it is usually left over from the document that was copied, and cannot be kept.
Known limits: needs the day of issue, read in the plan or given with `--issued`. Figures of the past (截至…, 已…),
validity of other documents and conditions (…年前建成的) are left out by their words. 67 real documents have no such
date; with their day of issue moved past all their dates, 215 of 218 reports were promises, and the other three, two
periods and a condition, are left out since.

发现什么：承诺的期限早于方案印发日期（2023年5月印发的方案写“到2022年……”）。
为何重要：多半是从被抄的文件里带过来的，无法兑现。
已知局限：需要印发日期（从方案中读出，或用 --issued 给出）。既往数据（截至……、已……）、其他文件的有效期、
限定条件（……年前建成的）按用词排除。67份真实文件没有此类日期；把印发日期挪到所有期限之后再查，218处提示中215处确是承诺，
另外三处（两处起止时段、一处限定条件）此后已排除。
"""

from collections.abc import Iterator
from datetime import date as day

from duibiao.model.message import Message
from duibiao.model.report import Severity
from duibiao.observing.passed import passed
from duibiao.observing.rule import Noticed, Subject

RULE, CODE, SEVERITY = "C502", "deadline-passed", Severity.WARNING
ALONE = True


def check(subject: Subject) -> Iterator[Noticed]:
    issued = subject.document.issued
    if issued is None:
        return
    said = day.fromisoformat(issued)
    for promise in passed(subject.document, subject.facts, (said.year, said.month, said.day)):
        yield Noticed(
            message=Message(
                zh=f"期限{promise.date.chinese}早于印发日期{issued}，请改为今后的日期",
                en=f"due by {promise.date}, before the plan was issued on {issued}; set a date to come",
            ),
            spans=(promise.span,),
        )
