"""A run that knows what became of its findings since an earlier one."""

from collections.abc import Iterator

from msgspec.structs import replace

from duibiao.model.change import Change
from duibiao.model.comparison import Comparison, PlanComparison
from duibiao.model.report import Before, Checked, Finding, Run, Unreadable, Verdict
from duibiao.model.saved import SavedRun
from duibiao.review.standing import standing


def mark(run: Run, old: SavedRun, comparison: Comparison, name: str) -> Run:
    """The run with its findings marked; `comparison` is that of the two, `name` what the reader calls the old one.

    Everything is new in a plan that was not there, or could not be read.
    """
    plans = {(plan.new.path, plan.baseline): plan for plan in comparison.plans if plan.new}
    broken = {report.plan.path for report in old.reports if report.error}
    former = {path: plan.old.path for (path, _), plan in plans.items() if plan.old}
    return replace(
        run,
        reports=tuple(
            _marked(report, plans.get((report.plan.path, report.baseline)), name)
            if isinstance(report, Checked)
            else _known(report, former.get(report.plan.path) in broken)
            for report in run.reports
        ),
    )


def _known(report: Unreadable, known: bool) -> Unreadable:
    return replace(report, known=known)


def _marked(report: Checked, plan: PlanComparison | None, name: str) -> Checked:
    if plan is None or plan.old is None or plan.unreadable:
        return replace(report, findings=tuple(map(_fresh, report.findings)), before=Before(name=name))
    before = Before(name=name, path=plan.old.path, gone=tuple(_gone(plan)))
    return replace(report, findings=tuple(_compared(report, plan)), before=before)


def _fresh(finding: Finding) -> Finding:
    bound = finding.verdict is not Verdict.NOT_APPLICABLE
    return replace(finding, change=Change.NEW if bound else Change.UNCHANGED)


def _compared(report: Checked, plan: PlanComparison) -> Iterator[Finding]:
    known = {compared.new.requirement: compared for compared in plan.changes if compared.new}
    for finding in report.findings:
        compared = known[finding.requirement.id]
        yield replace(
            finding,
            change=standing(compared.old, compared.new),
            was=compared.old.verdict if compared.old else None,
        )


def _gone(plan: PlanComparison) -> Iterator[str]:
    for compared in plan.changes:
        if standing(compared.old, compared.new) is Change.GONE:
            yield compared.latest.requirement
