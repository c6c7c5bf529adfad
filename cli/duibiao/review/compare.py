"""Two runs held against one another: for each requirement, is it worse, new, better or gone.

A plan is the same where its name is, else where its bytes are (it was renamed), else where each run holds one plan
only (two drafts). A requirement is the same where its id and its baseline's id are. What is compared is the verdict,
then the reasons, then how far off they are: a passage in other words is no change.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from duibiao.model.comparison import Change, Compared, Comparison, PlanComparison, Side
from duibiao.model.errors import UsageError
from duibiao.model.message import Message
from duibiao.model.report import Reason, Severity, Verdict
from duibiao.model.saved import SavedFinding, SavedReport, SavedRun
from duibiao.review.distance import further

_RANK = {Verdict.OMITTED: 0, Verdict.WEAKENED: 1, Verdict.COVERED: 2, Verdict.EXCEEDED: 2}
_FELL = (Change.WORSE, Change.NEW)
_Pair = tuple[SavedReport | None, SavedReport | None]


def compare(old: SavedRun, new: SavedRun, version: str, former: Mapping[str, str] | None = None) -> Comparison:
    """What changed from `old` to `new`; `version` is that of the tool that compares.

    `former` tells what plans of the new run were called before, where that is known. Then a plan alone on each side
    is not taken for the same one.

    Raises:
        UsageError: The two have no baseline in common.
    """
    before, after = ({baseline.id for baseline in run.baselines} for run in (old, new))
    if before and after and not before & after:
        raise UsageError(
            Message(
                f"两份报告用的基线清单不同：{'、'.join(sorted(before))} 和 {'、'.join(sorted(after))}",
                f"the reports are on different baselines: {', '.join(sorted(before))} and {', '.join(sorted(after))}",
            ),
            Message("请用同一份清单检查两次", "check both against one baseline"),
        )
    return Comparison(
        version=version,
        old=Side(version=old.version, baselines=old.baselines),
        new=Side(version=new.version, baselines=new.baselines),
        plans=tuple(_plan(one, other) for one, other in _pairs(old, new, former)),
    )


def worst_fallen(comparison: Comparison) -> Severity:
    """The highest severity of what is worse or newly weakened or omitted; what a reviewer waived does not count."""
    counting = (
        compared.new.severity
        for plan in comparison.plans
        for compared in plan.changes
        if compared.new and compared.change in _FELL and not compared.new.waived
        if compared.new.verdict in (Verdict.WEAKENED, Verdict.OMITTED)
    )
    return max(counting, key=lambda severity: severity.rank, default=Severity.NONE)


def _pairs(old: SavedRun, new: SavedRun, former: Mapping[str, str] | None) -> Iterator[_Pair]:
    left = list(old.reports)
    alone = former is None and all(len({report.plan.path for report in run.reports}) == 1 for run in (old, new))
    for report in new.reports:
        same = _same(report, left, (former or {}).get(report.plan.path, report.plan.path), alone=alone)
        if same:
            left.remove(same)
        yield same, report
    for report in left:
        yield report, None


def _same(report: SavedReport, among: Sequence[SavedReport], name: str, *, alone: bool) -> SavedReport | None:
    # an unreadable plan stands once for all its baselines
    fit = [r for r in among if r.baseline == report.baseline or r.error or report.error]
    named = (r for r in fit if r.plan.path == name)
    renamed = (r for r in fit if r.plan.sha256 and r.plan.sha256 == report.plan.sha256)
    return next(named, None) or next(renamed, None) or (fit[0] if alone and fit else None)


def _plan(old: SavedReport | None, new: SavedReport | None) -> PlanComparison:
    error = (new.error if new else None) or (old.error if old else None)
    return PlanComparison(
        old=old.plan if old else None,
        new=new.plan if new else None,
        baseline=(new.baseline if new else "") or (old.baseline if old else ""),
        changes=() if error else tuple(_compared(old.findings if old else (), new.findings if new else ())),
        unreadable=error,
    )


def _compared(old: Iterable[SavedFinding], new: Iterable[SavedFinding]) -> Iterator[Compared]:
    """In the order of the new run, then what only the old one has."""
    before = {finding.requirement: finding for finding in old}
    for finding in new:
        was = before.pop(finding.requirement, None)
        yield Compared(change=change_of(was, finding), old=was, new=finding)
    for finding in before.values():
        yield Compared(change=change_of(finding, None), old=finding, new=None)


def change_of(old: SavedFinding | None, new: SavedFinding | None) -> Change:
    """What became of one requirement. Not applicable is as good as not there."""
    was, now = _applicable(old), _applicable(new)
    if was is None or now is None:
        return Change.UNCHANGED if was is now else Change.NEW if was is None else Change.GONE
    step = _RANK[now.verdict] - _RANK[was.verdict]
    if step:
        return Change.BETTER if step > 0 else Change.WORSE
    return _change_inside(was, now)


def _applicable(finding: SavedFinding | None) -> SavedFinding | None:
    return None if finding is None or finding.verdict is Verdict.NOT_APPLICABLE else finding


def _change_inside(old: SavedFinding, new: SavedFinding) -> Change:
    """What changed between two verdicts that weigh the same. What is told beside the verdict plays no part."""
    before, after = worse_reasons(old), worse_reasons(new)
    lost, gained = before.keys() - after.keys(), after.keys() - before.keys()
    if old.waived != new.waived or old.verdict is not new.verdict or (lost and gained):
        return Change.ALTERED
    if lost or gained:
        return Change.BETTER if lost else Change.WORSE
    steps = {step for code in before for step in _steps(before[code], after[code])}
    if steps <= {0}:
        return Change.UNCHANGED
    if None in steps or {1, -1} <= steps:
        return Change.ALTERED
    return Change.WORSE if 1 in steps else Change.BETTER


def worse_reasons(finding: SavedFinding) -> dict[str, list[Reason]]:
    """The reasons that make it worse, by code."""
    found: dict[str, list[Reason]] = {}
    for reason in finding.reasons:
        if reason.rule[:1] in ("W", "O"):
            found.setdefault(reason.code, []).append(reason)
    return found


def _steps(before: Sequence[Reason], after: Sequence[Reason]) -> Iterator[int | None]:
    """One number of two that became worse is worse; their count alone tells it where they are not the same."""
    if len(before) != len(after):
        yield 1 if len(after) > len(before) else -1
        return
    yield from (further(one, other) for one, other in zip(before, after, strict=True))
