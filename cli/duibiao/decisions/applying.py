"""Decisions applied to a run: a human verdict takes the place of the tool's, what is waived fails no run.

Of several decisions on one finding the last in the file holds, since tools and people add to its end; one that names
the plan itself comes before a pattern. A decision that another took the place of is silent. Today is an argument: the
same run with the same decisions is the same on every day that is called today.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from duibiao.decisions.pattern import fits, is_literal
from duibiao.model.decision import Decision, Lapsed, State
from duibiao.model.report import Checked, Finding, Run, Unreadable, Verdict
from duibiao.model.severity import severity

_FAILING = (Verdict.WEAKENED, Verdict.OMITTED)


class _Outcome(Struct, frozen=True, kw_only=True):
    """A finding under its decisions; `met` are the decisions that had a say, or that another took the place of."""

    finding: Finding
    met: tuple[Decision, ...] = ()
    lapsed: tuple[Lapsed, ...] = ()


def apply(run: Run, decisions: Sequence[Decision], today: date) -> Run:
    """The run under its decisions. Those that do not hold are told in the order of the file."""
    about: dict[str, list[Decision]] = {}
    for decision in decisions:
        about.setdefault(decision.requirement, []).append(decision)
    met: set[Decision] = set()
    lapsed: list[Lapsed] = []
    reports: list[Checked | Unreadable] = []
    for report in run.reports:
        if isinstance(report, Checked):
            path = report.plan.path
            outcomes = [_outcome(f, path, about.get(f.requirement.id, ()), today) for f in report.findings]
            met.update(decision for outcome in outcomes for decision in outcome.met)
            lapsed += [entry for outcome in outcomes for entry in outcome.lapsed]
            reports.append(replace(report, findings=tuple(outcome.finding for outcome in outcomes)))
        else:
            reports.append(report)
    lapsed += [_idle(decision, today) for decision in decisions if decision not in met]
    told = dict.fromkeys(sorted(lapsed, key=lambda entry: entry.decision.line))
    return replace(run, reports=tuple(reports), lapsed=tuple(told))


def _idle(decision: Decision, today: date) -> Lapsed:
    state = State.EXPIRED if _is_over(decision, today) else State.UNUSED
    return Lapsed(decision=decision, state=state, plan=decision.plan)


def _outcome(finding: Finding, path: str, about: Sequence[Decision], today: date) -> _Outcome:
    fit = [decision for decision in about if fits(decision.plan, path)]
    force = list(_in_force(fit, path))
    met = [decision for decision in fit if decision not in force]
    lapsed: list[Lapsed] = []
    for decision in force:
        state = _why_not(decision, finding, today)
        if state is State.UNUSED:
            continue  # a pattern may have no work in this plan, and some in another
        met.append(decision)
        if state is None:
            return _Outcome(finding=_under(decision, finding), met=(*met, *force), lapsed=tuple(lapsed))
        lapsed.append(Lapsed(decision=decision, state=state, plan=decision.plan if state is State.EXPIRED else path))
    return _Outcome(finding=finding, met=tuple(met), lapsed=tuple(lapsed))


def _in_force(fit: Sequence[Decision], path: str) -> Iterator[Decision]:
    """The last that names the plan itself, then the last that fits it."""
    named = [decision for decision in fit if is_literal(decision.plan, path)]
    yield from named[-1:]
    yield from [decision for decision in fit if decision not in named][-1:]


def _why_not(decision: Decision, finding: Finding, today: date) -> State | None:
    ruling = decision.ruling
    if _is_over(decision, today):
        return State.EXPIRED
    if decision.passage is not None and decision.passage != finding.passage:
        return State.STALE
    # what was confirmed or waived as weakened has been ruled on as that, and as nothing else
    if ruling.action != "overrule" and ruling.verdict not in (None, finding.verdict):
        return State.STALE
    idle = finding.verdict is Verdict.NOT_APPLICABLE or (ruling.action == "waive" and finding.verdict not in _FAILING)
    return State.UNUSED if idle else None


def _is_over(decision: Decision, today: date) -> bool:
    """An expiry holds to the end of its day."""
    expires = decision.ruling.expires
    return expires is not None and today > date.fromisoformat(expires)


def _under(decision: Decision, finding: Finding) -> Finding:
    """A person has looked: nobody needs to look again, and doubt caps nothing any more."""
    ruling, verdict = decision.ruling, finding.verdict
    if ruling.action == "overrule" and ruling.verdict is not None:
        verdict = ruling.verdict
        ruling = replace(ruling, judged=finding.verdict)
    weight = severity(verdict, finding.requirement.strength, review=False)
    return replace(finding, verdict=verdict, severity=weight, decision=ruling, review=False)
