"""Which plans a change of the checklist touches: each held against both versions."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from duibiao.baselines.differing import Entry, Kind
from duibiao.check import Given
from duibiao.commands.assigning import Own
from duibiao.commands.gather import gather
from duibiao.commands.names import each_once
from duibiao.commands.session import Session
from duibiao.documents import find_plans
from duibiao.model.baseline import Baseline
from duibiao.model.message import Message
from duibiao.model.report import Checked, Finding, Severity, Unreadable, Verdict

_WANTING = (Verdict.WEAKENED, Verdict.OMITTED)


class Effect(Struct, frozen=True, kw_only=True):
    """What becomes of one requirement; `before` is None where it was not asked."""

    requirement: str
    title: str
    before: Verdict | None
    after: Verdict
    codes: tuple[str, ...]
    severity: Severity


class Affected(Struct, frozen=True, kw_only=True):
    path: str
    effects: tuple[Effect, ...] = ()
    unreadable: Message | None = None

    @property
    def worst(self) -> Severity:
        """The severity of the worst effect for the worse; what became better fails nothing."""
        worse = [each.severity for each in self.effects if each.after in _WANTING]
        return max(worse, key=lambda severity: severity.rank, default=Severity.NONE)


def affected(
    plans: Sequence[Path],
    both: tuple[Baseline, Baseline],
    entries: Sequence[Entry],
    given: Given,
    session: Session,
) -> tuple[Affected, ...]:
    """Every plan, in order, with what changes for it; a requirement that is no longer asked touches nobody."""
    found: list[Affected] = []
    paths = each_once(find_plans(plans))
    old = _reports(_gathered(paths, both[0], given, session))
    for report in _gathered(paths, both[1], given, session):
        if isinstance(report, Unreadable):
            found.append(Affected(path=report.plan.path, unreadable=report.message))
        else:
            before = old[report.plan.path]
            effects = tuple(_effects(before, report, entries)) if before else ()
            found.append(Affected(path=report.plan.path, effects=effects))
    return tuple(found)


def _gathered(
    paths: Sequence[Path], baseline: Baseline, given: Given, session: Session
) -> tuple[Checked | Unreadable, ...]:
    """One version at a time: both may have the same id."""
    own = {path: Own(baselines=(baseline.id,), given=given) for path in paths}
    return gather(paths, [baseline], own, session).reports


def _reports(reports: Sequence[Checked | Unreadable]) -> dict[str, Checked | None]:
    return {report.plan.path: report if isinstance(report, Checked) else None for report in reports}


def _effects(old: Checked, new: Checked, entries: Sequence[Entry]) -> Iterator[Effect]:
    before = {finding.requirement.id: finding for finding in old.findings}
    after = {finding.requirement.id: finding for finding in new.findings}
    for entry in entries:
        if entry.new is None or entry.kind is Kind.SAME:
            continue
        was, now = before[entry.old.id] if entry.old else None, after[entry.new.id]
        if _differs(was, now):
            yield Effect(
                requirement=entry.new.id,
                title=entry.new.title,
                before=was.verdict if was else None,
                after=now.verdict,
                codes=tuple(dict.fromkeys(reason.code for reason in now.reasons)),
                severity=now.severity,
            )


def _differs(was: Finding | None, now: Finding) -> bool:
    """A requirement that is new touches a plan that does not meet it."""
    if was is None:
        return now.verdict in _WANTING
    return was.verdict is not now.verdict or {r.code for r in was.reasons} != {r.code for r in now.reasons}
