"""Two places of the plan give different numbers or dates for one thing, or a sum does not come out.
方案自身数字或期限前后不一致，或合计对不上。

What it finds: the same indicator with another value for the same year, in two sentences or in a sentence and a table;
the same task promised by two dates; yearly parts that do not make their total; parts behind 其中 that are more than the
whole; rows and columns of a table that do not add up to their 合计.
Why it matters: nobody can be held to a plan that says two things, and the plan is usually what was copied wrongly.
Known limits: names must be the same words, in a table up to two characters fewer or more; a number that is given case
by case (最高…, 对…的) is left out; the same promise in other words is not seen. On 67 real documents it says nothing,
thus nothing false; of 83 sentences with another number that were put into them it found 69, with no false one beside.

发现什么：同一指标在同一年份出现不同数值（正文之间、正文与表格之间）；同一任务写了两个期限；分年度数与总数对不上；
“其中”各项之和超过总数；表格各行各列与合计对不上。
为何重要：前后不一的方案无法考核，而且多半是某一处改了、另一处忘了改。
已知局限：名称须用词相同，与表格相比可差两个字；分情形给出的数（“最高”“对……的”）不比较；换一种说法的同一承诺看不出来。
在67份真实文件上没有提示，也就没有误报；另向其中植入83处数字矛盾，查出69处，未引起误报。
"""

from collections.abc import Iterator

from duibiao.model.message import Message
from duibiao.model.report import Severity
from duibiao.observing.appointments import Appointment, double_dates
from duibiao.observing.conflicts import Conflict, conflicts
from duibiao.observing.measures import measures, said
from duibiao.observing.rule import Noticed, Subject
from duibiao.observing.sums import Sum, wrong_sums

RULE, CODE, SEVERITY = "C501", "internal-conflict", Severity.WARNING
ALONE = True


def check(subject: Subject) -> Iterator[Noticed]:
    found: list[Noticed] = []
    document, facts = subject.document, subject.facts
    found += [_number(conflict) for conflict in conflicts(list(measures(document, facts)))]
    found += [_date(first, second) for first, second in double_dates(document, facts)]
    found += [_sum(wrong) for wrong in wrong_sums(document, facts)]
    yield from sorted(found, key=lambda noticed: noticed.spans[0])


def _number(conflict: Conflict) -> Noticed:
    first, second = conflict.first, conflict.second
    a, b, name = said(first), said(second), first.name
    return Noticed(
        message=Message(
            zh=f"“{name}”前后不一致：一处为{a}，另一处为{b}。请核对后统一",
            en=f"“{name}” is {a} in one place and {b} in another; make them agree",
        ),
        spans=(first.span, second.span),
    )


def _date(first: Appointment, second: Appointment) -> Noticed:
    return Noticed(
        message=Message(
            zh=f"“{first.words}”的期限前后不一致：一处为{first.date.chinese}，另一处为{second.date.chinese}。请核对后统一",
            en=f"“{first.words}” is due by {first.date} in one place and by {second.date} in another; make them agree",
        ),
        spans=(first.span, second.span),
    )


def _sum(wrong: Sum) -> Noticed:
    comes = f"{wrong.comes:.12g}{wrong.unit}"
    return Noticed(
        message=Message(
            zh=f"合计对不上：写的是{wrong.says}，{wrong.parts}项相加为{comes}。请核对",
            en=f"the sum does not come out: it says {wrong.says}, the {wrong.parts} parts make {comes}",
        ),
        spans=wrong.spans,
    )
