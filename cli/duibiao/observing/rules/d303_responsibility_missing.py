"""Tasks of the plan name nobody responsible, or no date.
任务没有写明责任单位或完成时限。

What it finds: in a plan that names somebody for most of its tasks, each task that names nobody; in a plan that names
nobody for most of them, how many; and how many tasks have no date.
Why it matters: what nobody has to do by no date is not done. The matrix of tasks, departments and dates has a gap.
Known limits: who acts may stand in the sentence itself (县市区人民政府要……) or in a chapter of its own (职责分工); then
nothing is said. Goals, principles and safeguards are no tasks. Of 33 reports on 78 documents a reader agreed with 27;
in the others the items are rules or scopes rather than tasks, which is why it is a note.

发现什么：多数任务写了责任单位的方案，逐条指出没写的任务；多数没写的方案，指出有多少项；另指出有多少项任务没有完成时限。
为何重要：没有责任人、没有时限的任务难以落实，任务—部门—时限矩阵里就是一个空格。
已知局限：句子本身说明由谁办（“县市区人民政府要……”）、或有专门的职责分工章节的，不提示。目标、原则、保障措施不算任务。
在78份文件上提示33处，读者认可27处，其余几处条目是规则、范围而非任务，所以只作提示。
"""

from collections.abc import Iterator, Sequence

from duibiao.model.document import Document
from duibiao.model.message import Message
from duibiao.model.report import Severity, Task
from duibiao.observing.gaps import FEWEST, endless, hands_out, is_plan, nobodys, places, shares_out
from duibiao.observing.rule import Noticed, Subject

RULE, CODE, SEVERITY = "D303", "responsibility-missing", Severity.NOTE
ALONE = True
_SHOWN = 3


def check(subject: Subject) -> Iterator[Noticed]:
    document, tasks = subject.document, subject.tasks
    if len(tasks) >= FEWEST and is_plan(document):
        if not shares_out(document):
            yield from _nobody(document, tasks)
        yield from _endless(document, tasks)


def _nobody(document: Document, tasks: Sequence[Task]) -> Iterator[Noticed]:
    missing = list(nobodys(document, tasks))
    if 2 * sum(bool(task.departments) for task in tasks) > len(tasks):
        for task in missing:
            yield Noticed(
                message=Message(
                    zh=f"任务“{task.title}”没有写明责任单位，请补写：（责任单位：……）",
                    en=f"nobody is responsible for “{task.title}”; name somebody",
                ),
                spans=places(document, [task]),
            )
    elif 2 * len(missing) > len(tasks) and hands_out(document):
        yield Noticed(
            message=Message(
                zh=f"{len(tasks)}项任务中有{len(missing)}项没有写明责任单位：{_names(missing, '、')}",
                en=f"nobody is responsible for {len(missing)} of {len(tasks)} tasks: {_names(missing, ', ')}",
            ),
            spans=places(document, missing[:_SHOWN]),
        )


def _endless(document: Document, tasks: Sequence[Task]) -> Iterator[Noticed]:
    """A plan that dates some of its tasks has left the others open; one that dates none may be no plan of work."""
    late = endless(tasks)
    if late and (4 * len(late) <= 3 * len(tasks) or hands_out(document)):
        yield Noticed(
            message=Message(
                zh=f"{len(tasks)}项任务中有{len(late)}项没有完成时限：{_names(late, '、')}",
                en=f"{len(late)} of {len(tasks)} tasks have no date: {_names(late, ', ')}",
            ),
            spans=places(document, late[:_SHOWN]),
        )


def _names(tasks: Sequence[Task], joint: str) -> str:
    more = "等" if len(tasks) > _SHOWN and joint == "、" else " …" if len(tasks) > _SHOWN else ""
    return joint.join(f"“{task.title}”" for task in tasks[:_SHOWN]) + more
