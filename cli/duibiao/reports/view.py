"""The one view that all formats share: order, groups and counts are settled here, renderers only paint.

Order of what is shown to people: what must be mended first. Weakened comes before omitted, since there a passage is
at hand that a few words would mend; inside a group errors come before warnings and notes, then baseline order. One
list sorted by severity alone was refused: it mixes two kinds of work. Machine formats read `findings` instead, which
keep baseline order.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from duibiao.model.change import BLOCKING, Change
from duibiao.model.report import BaselineInfo, Checked, Finding, PlanInfo, Run, Severity, Unreadable, Verdict

# of counts and legends
VERDICTS = (Verdict.COVERED, Verdict.EXCEEDED, Verdict.WEAKENED, Verdict.OMITTED, Verdict.NOT_APPLICABLE)
# of findings: what must be mended, then the rest
ATTENTION = (Verdict.WEAKENED, Verdict.OMITTED)
REST = (Verdict.EXCEEDED, Verdict.COVERED, Verdict.NOT_APPLICABLE)
CHANGES = (Change.NEW, Change.WORSE, Change.UNCHANGED, Change.BETTER, Change.GONE)
# fewer requirements than that may well all be missing
FEW = 5
SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class Tally(Struct, frozen=True, kw_only=True):
    """How many findings there are. `waived` and `review` are counted in their verdict as well."""

    verdicts: tuple[tuple[Verdict, int], ...]
    waived: int
    review: int

    def of(self, verdict: Verdict) -> int:
        return dict(self.verdicts)[verdict]

    @property
    def total(self) -> int:
        return sum(count for _, count in self.verdicts)


class Group(Struct, frozen=True, kw_only=True):
    """The findings of one verdict, most severe first; `severities` leaves out what does not occur."""

    verdict: Verdict
    findings: tuple[Finding, ...]
    severities: tuple[tuple[Severity, int], ...]


class Sheet(Struct, frozen=True, kw_only=True):
    """One plan held against one baseline. Groups without findings are left out."""

    report: Checked
    baseline: BaselineInfo
    tally: Tally
    attention: tuple[Group, ...]
    rest: tuple[Group, ...]

    @property
    def plan(self) -> PlanInfo:
        return self.report.plan

    @property
    def is_off_topic(self) -> bool:
        """Whether the plan has nothing of what is asked for: sooner another subject than that bad a plan."""
        applicable = self.tally.total - self.tally.of(Verdict.NOT_APPLICABLE)
        return applicable >= FEW and self.tally.of(Verdict.OMITTED) == applicable


class View(Struct, frozen=True, kw_only=True):
    """A run ready to be painted, its sheets in the order in which the plans were given."""

    run: Run
    sheets: tuple[Sheet | Unreadable, ...]
    tally: Tally

    @property
    def checked(self) -> tuple[Sheet, ...]:
        return tuple(sheet for sheet in self.sheets if isinstance(sheet, Sheet))

    @property
    def unreadable(self) -> tuple[Unreadable, ...]:
        return tuple(sheet for sheet in self.sheets if isinstance(sheet, Unreadable))

    @property
    def plans(self) -> int:
        return len(by_plan(self.run.reports))


def arrange(run: Run) -> View:
    """Order, group and count what a run found."""
    known = {baseline.id: baseline for baseline in run.baselines}
    sheets = tuple(
        report if isinstance(report, Unreadable) else _sheet(report, known[report.baseline]) for report in run.reports
    )
    found = (finding for report in run.reports if isinstance(report, Checked) for finding in report.findings)
    return View(run=run, sheets=sheets, tally=tally(found))


def tally(findings: Iterable[Finding]) -> Tally:
    counted = tuple(findings)
    return Tally(
        verdicts=tuple((verdict, sum(f.verdict is verdict for f in counted)) for verdict in VERDICTS),
        waived=sum(is_waived(f) for f in counted),
        review=sum(f.review for f in counted),
    )


def changes(report: Checked) -> tuple[tuple[Change, int], ...]:
    """What became of the findings of a plan, counted."""
    gone = len(report.before.gone) if report.before else 0
    counts = {change: sum(finding.change is change for finding in report.findings) for change in CHANGES}
    return tuple((counts | {Change.GONE: gone}).items())


def is_waived(finding: Finding) -> bool:
    return finding.decision is not None and finding.decision.action == "waive"


def worst(run: Run, *, new_only: bool = False) -> Severity:
    """The highest severity that counts for the exit code; with `new_only` among what is new or worse.

    A requirement that is covered or exceeded never fails a run, whatever severity it would have had, nor does one
    that a reviewer waived.
    """
    counting = (
        finding.severity
        for finding in _counted(run, new_only=new_only)
        if finding.verdict in ATTENTION and not is_waived(finding)
    )
    return max(counting, key=lambda severity: severity.rank, default=Severity.NONE)


def doubtful(run: Run, *, new_only: bool = False) -> bool:
    """Whether a person should look at a finding, and nobody has ruled on it."""
    return any(finding.review and not finding.decision for finding in _counted(run, new_only=new_only))


def unreadable(run: Run, *, known: bool = True) -> bool:
    """Whether a plan could not be read; without `known`, one that could before."""
    return any(isinstance(report, Unreadable) and (known or not report.known) for report in run.reports)


def _counted(run: Run, *, new_only: bool) -> Iterator[Finding]:
    for report in run.reports:
        if isinstance(report, Checked):
            yield from (f for f in report.findings if not new_only or is_new(f))


def is_new(finding: Finding) -> bool:
    """New or worse than it was."""
    return finding.change in BLOCKING


def by_plan(reports: Sequence[Checked | Unreadable]) -> tuple[tuple[Checked | Unreadable, ...], ...]:
    """The reports of each plan together: one for each baseline, which stand side by side in a run.

    Two plans may share a name and even their bytes (a copy in another folder), so that a baseline met again opens
    the next plan.
    """
    plans: list[list[Checked | Unreadable]] = []
    for report in reports:
        last = plans[-1] if plans else []
        if last and _continues(last, report):
            last.append(report)
        else:
            plans.append([report])
    return tuple(map(tuple, plans))


def _continues(plan: Sequence[Checked | Unreadable], report: Checked | Unreadable) -> bool:
    if plan[0].plan != report.plan or isinstance(report, Unreadable):
        return False
    return all(isinstance(other, Checked) and other.baseline != report.baseline for other in plan)


def _sheet(report: Checked, baseline: BaselineInfo) -> Sheet:
    return Sheet(
        report=report,
        baseline=baseline,
        tally=tally(report.findings),
        attention=_groups(report.findings, ATTENTION),
        rest=_groups(report.findings, REST),
    )


def _weight(finding: Finding) -> tuple[bool, int]:
    """What is new or worse comes first, then what is most severe."""
    return not is_new(finding), -finding.severity.rank


def _groups(findings: Sequence[Finding], verdicts: Sequence[Verdict]) -> tuple[Group, ...]:
    groups = []
    for verdict in verdicts:
        members = sorted((f for f in findings if f.verdict is verdict), key=_weight)
        if members:
            counts = ((severity, sum(f.severity is severity for f in members)) for severity in SEVERITIES)
            groups.append(
                Group(
                    verdict=verdict,
                    findings=tuple(members),
                    severities=tuple((severity, count) for severity, count in counts if count),
                )
            )
    return tuple(groups)
