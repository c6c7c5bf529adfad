"""A department named upstream has no counterpart in the plan's responsibility notes.
上级点名的部门，在方案的责任单位中没有对应部门。

What it finds: for requirements that the plan takes up and names somebody for, the department that upstream names first,
where the plan's note lacks its counterpart; and any department that upstream names at least twice and the plan's notes
nowhere do. An office is the same at every level: 省民政厅, 市民政局 and 县民政局.
Why it matters: upstream asks its own line of offices; a task without the leading one gets stuck.
Known limits: needs `departments` in the checklist. Offices that were merged, or that a county does not have, are told
as missing. Of 47 reports on six real and written plans 46 are true; whether the gap matters is for the drafter: a note.

发现什么：方案已承接、且写了责任单位的要求，其上级第一个点名的部门在该处责任单位中没有对应部门；以及上级至少点名两次、
方案各处责任单位中都没有的部门。各级同一部门视为相同：省民政厅、市民政局、县民政局。
为何重要：上级按条线考核，缺了牵头部门，任务容易落空。
已知局限：清单须写 departments。机构合并的、本级没有的部门也会提示。
在6份真实和编写的方案上提示47处，46处属实；是否要补由起草人判断，所以只作提示。
"""

from collections.abc import Iterator

from duibiao.model.message import Message
from duibiao.model.report import Severity
from duibiao.observing.offices import absent, leaderless
from duibiao.observing.rule import Noticed, Subject

RULE, CODE, SEVERITY = "D302", "department-missing", Severity.NOTE
_SHOWN = 5


def check(subject: Subject) -> Iterator[Noticed]:
    gone = {each.name: each for each in absent(subject)}
    for each in gone.values():
        ids = "、".join(each.requirements[:_SHOWN])
        more = len(each.requirements) - _SHOWN
        yield Noticed(
            message=Message(
                zh=f"上级点名的{each.name}在方案的责任单位中没有对应部门（{ids}{'等' if more > 0 else ''}）",
                en=f"{each.name}, named upstream, has no counterpart among those responsible ({ids}"
                f"{' …' if more > 0 else ''})",
            ),
            spans=each.spans[:1],
        )
    for each in leaderless(subject, without=frozenset(gone)):
        yield Noticed(
            message=Message(
                zh=f"{each.requirements[0]} 上级由{each.name}牵头，方案此处责任单位没有对应部门",
                en=f"{each.requirements[0]}: upstream names {each.name} first, the note here lacks its counterpart",
            ),
            spans=each.spans[:1],
        )
