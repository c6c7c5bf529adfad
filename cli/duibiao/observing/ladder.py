"""Who tightened what along nation, province, city and county, by how much: 层层加码 made visible.

A requirement below is joined to the one above that it `refines`; where the checklists do not say so, targets are joined
by their indicators (the same words but for one in six, the same sort of unit), and that is marked. A total for its own
level is compared only with the share that it was given.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from duibiao.language import units
from duibiao.model.baseline import Baseline, Requirement, Target
from duibiao.model.chain import Chain, Ladder, Rung, Step, Turn
from duibiao.model.document import Level
from duibiao.model.fact import Op
from duibiao.model.report import Checked, Finding, Verdict

_ALIKE = 84.0  # 养老机构护理型床位占比 and 护理型床位占比 are one; …覆盖城市社区 and …覆盖行政村 two
_SIGNS = {Op.GE: "≥", Op.GT: ">", Op.LE: "≤", Op.LT: "<", Op.ABOUT: "约"}
_LOWER = {"W101", "S201"}
_DATED = {"W103", "S202"}


class Held(Struct, frozen=True, kw_only=True):
    """A target as one rung asks it."""

    rung: int
    requirement: Requirement
    target: Target


def ladder(rungs: Sequence[Baseline], refined: Mapping[str, str], reports: Sequence[Checked]) -> Ladder:
    """The chains of one plan; `rungs` in any order, `refined` maps a requirement to the one it refines."""
    ordered = sorted(rungs, key=lambda b: b.level.rank if b.level else len(Level))
    plan = reports[0].plan
    found = {f.requirement.id: f for report in reports for f in report.findings}
    shown = [Rung(id=b.id, name=b.region or b.title, level=b.level) for b in ordered]
    shown.append(Rung(id="", name=plan.region or plan.title or plan.path, level=plan.level))
    chains = (_chain(group, refined, found, ordered, plan.region) for group in _groups(ordered, refined))
    return Ladder(
        plan=plan.path,
        title=plan.title or plan.path,
        rungs=tuple(shown),
        chains=tuple(chain for chain in chains if len(chain.steps) > 1),
    )


def _groups(rungs: Sequence[Baseline], refined: Mapping[str, str]) -> list[list[Held]]:
    """Targets that are one indicator, each group at most one of a rung, highest first."""
    groups: list[list[Held]] = []
    for at, baseline in enumerate(rungs):
        for requirement in baseline.active:
            for target in requirement.targets:
                held = Held(rung=at, requirement=requirement, target=target)
                group = next((g for g in groups if _joins(held, g[-1], refined)), None)
                if group is None:
                    groups.append([held])
                else:
                    group.append(held)
    return groups


def _joins(held: Held, above: Held, refined: Mapping[str, str]) -> bool:
    if above.rung >= held.rung or not units.is_comparable(above.target.unit, held.target.unit):
        return False
    said = refined.get(held.requirement.id)
    if said is not None:
        alone = len(above.requirement.targets) == len(held.requirement.targets) == 1
        return said == above.requirement.id and (alone or _alike(held, above))
    return _alike(held, above)


def _alike(a: Held, b: Held) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415  only this view compares names

    return fuzz.ratio(a.target.indicator, b.target.indicator) >= _ALIKE


def _chain(
    group: Sequence[Held],
    refined: Mapping[str, str],
    found: Mapping[str, Finding],
    rungs: Sequence[Baseline],
    region: str | None,
) -> Chain:
    steps: list[Step] = []
    last: Target | None = None
    dated = ""
    for held in group:
        steps.append(_asked(held, last, dated))
        below = rungs[held.rung + 1].region if held.rung + 1 < len(rungs) else region
        last = held.target.share_of(below)
        dated = str(held.requirement.deadline) if held.requirement.deadline else dated
    lowest = group[-1]
    finding = found.get(lowest.requirement.id)
    if finding is not None and finding.verdict is not Verdict.NOT_APPLICABLE:
        steps.append(_said(finding, lowest.target.share_of(region), len(rungs), dated))
    matched = any(refined.get(b.requirement.id) != a.requirement.id for a, b in pairwise(group))
    return Chain(name=lowest.target.indicator, steps=tuple(steps), matched=matched)


def _asked(held: Held, above: Target | None, dated: str) -> Step:
    deadline = str(held.requirement.deadline) if held.requirement.deadline else ""
    turn, by = (Turn.FIRST, "") if above is None else _turn(above, held.target.value, held.target.op)
    date_turn, date_by = _date_turn(dated, deadline)
    return Step(
        rung=held.rung,
        requirement=held.requirement.id,
        value=shown(held.target),
        deadline=deadline,
        turn=turn,
        by=by,
        date_turn=date_turn,
        date_by=date_by,
    )


def _said(finding: Finding, target: Target, rung: int, dated: str) -> Step:
    """What the plan says of it, by the finding: what has no reason is as upstream asks."""
    if finding.verdict is Verdict.OMITTED:
        return Step(rung=rung, requirement="", turn=Turn.LEFT, date_turn=Turn.LEFT)
    expected = shown(target)
    reason = next((r for r in finding.reasons if r.rule in _LOWER and r.expected == expected), None)
    dropped = any(r.rule == "W102" and r.expected == expected for r in finding.reasons)
    late = next((r for r in finding.reasons if r.rule in _DATED), None)
    endless = any(r.rule == "W104" for r in finding.reasons)
    deadline = "" if endless else (late.found or "") if late else dated
    date_turn, date_by = (Turn.LEFT, "") if endless else _date_turn(dated, deadline)
    value, turn, by = expected, Turn.SAME, ""
    if target.aggregate:  # a total of the level above that nobody shared out says nothing of this place
        value, turn = "", Turn.OTHER
    elif dropped:
        value, turn = "", Turn.LEFT
    elif reason is not None:
        value, turn = reason.found or "", Turn.TIGHTER if reason.rule == "S201" else Turn.LOOSER
        by = _by(target, value)
    return Step(
        rung=rung,
        requirement="",
        value=value,
        deadline=deadline,
        turn=turn,
        by=by,
        date_turn=date_turn,
        date_by=date_by,
    )


def shown(target: Target) -> str:
    return _SIGNS.get(target.op, "") + units.show(target.value, target.unit)


def _turn(above: Target, value: float, op: Op) -> tuple[Turn, str]:
    if above.aggregate or above.op.is_ceiling != op.is_ceiling:
        return Turn.OTHER, ""
    if above.value == value:
        return Turn.SAME, ""
    stricter = (value > above.value) != above.op.is_ceiling
    return Turn.TIGHTER if stricter else Turn.LOOSER, _much(above, value)


def _much(above: Target, value: float) -> str:
    """A share by percentage points, anything else by its part of what was asked."""
    unit = units.lookup(above.unit)
    if unit is not None and unit.dimension == "share":
        return f"{value - above.value:+.4g}个百分点"
    return f"{100 * (value - above.value) / above.value:+.3g}%" if above.value else ""


def _by(target: Target, told: str) -> str:
    """By how much the plan's printed number differs, where it can be read back."""
    from duibiao.facts import read_facts  # noqa: PLC0415  only a differing number is read again
    from duibiao.language.normalise import plain_text  # noqa: PLC0415  as above

    read = read_facts(plain_text(told)).quantities
    return _much(target, read[0].value) if read and units.is_comparable(read[0].unit, target.unit) else ""


def _date_turn(above: str, own: str) -> tuple[Turn, str]:
    if not above:
        return Turn.FIRST, ""
    if not own:
        return Turn.SAME, ""
    was, now = _months(above), _months(own)
    if was == now:
        return Turn.SAME, ""
    return (Turn.TIGHTER if now < was else Turn.LOOSER), _span(abs(now - was))


def _months(deadline: str) -> int:
    parts = [int(part) for part in deadline.split("-")]
    return parts[0] * 12 + (parts[1] if len(parts) > 1 else 12)


def _span(months: int) -> str:
    years, rest = divmod(months, 12)
    return f"{years}年" * bool(years) + f"{rest}个月" * bool(rest)


def ladders(rungs: Sequence[Baseline], refined: Mapping[str, str], reports: Sequence[Checked]) -> Iterator[Ladder]:
    """One ladder for each plan, in the order of the reports."""
    plans: dict[str, list[Checked]] = {}
    for report in reports:
        plans.setdefault(report.plan.path, []).append(report)
    return (ladder(rungs, refined, group) for group in plans.values())
