"""The matrix of duties as a table: each task of a plan with who does it and by when, and what upstream it answers."""

from collections.abc import Iterator

from msgspec import Struct

from duibiao.model.report import Checked, Finding, Task, Verdict
from duibiao.reports.view import View, by_plan


class Duty(Struct, frozen=True, kw_only=True):
    """A task, and the findings whose evidence stands in it."""

    task: Task
    findings: tuple[Finding, ...]

    @property
    def is_nobodys(self) -> bool:
        return not self.task.departments

    @property
    def is_endless(self) -> bool:
        return not self.task.deadlines and not self.task.recurring


class Duties(Struct, frozen=True, kw_only=True):
    """The duties of one plan, over all the baselines that it was held against."""

    plan: str
    duties: tuple[Duty, ...]


def arranged(view: View) -> Iterator[Duties]:
    for reports in by_plan(view.run.reports):
        checked = [report for report in reports if isinstance(report, Checked)]
        if checked:
            found = [f for report in checked for f in report.findings if f.verdict is not Verdict.NOT_APPLICABLE]
            yield Duties(plan=checked[0].plan.path, duties=_duties(checked[0].tasks, found))


def _duties(tasks: tuple[Task, ...], findings: list[Finding]) -> tuple[Duty, ...]:
    """A finding belongs to the task of its clause; rows of one table share a clause and are told apart by the line."""
    labels = [task.clause for task in tasks]
    return tuple(
        Duty(
            task=task,
            findings=tuple(f for f in findings if _answers(f, task, alone=labels.count(task.clause) == 1)),
        )
        for task in tasks
    )


def _answers(finding: Finding, task: Task, *, alone: bool) -> bool:
    return any(e.clause == task.clause and (alone or e.line == task.line) for e in finding.evidence)


def said_date(deadline: str, language: str) -> str:
    """2024-06 as people write it: 2024年6月."""
    if language == "en":
        return deadline
    return "".join(f"{int(number)}{unit}" for number, unit in zip(deadline.split("-"), "年月日", strict=False))
