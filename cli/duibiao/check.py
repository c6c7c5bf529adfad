"""The one place that composes the stages: read, facts, match, judge, report."""

from collections.abc import Sequence
from hashlib import file_digest
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from duibiao import judging, observing
from duibiao.documents import read
from duibiao.documents.paragraphs import paragraphs
from duibiao.facts import read_clauses, read_facts
from duibiao.judging.finding import finding
from duibiao.language import units
from duibiao.language.normalise import normalise
from duibiao.matching import match
from duibiao.model.baseline import Baseline, Requirement, Target
from duibiao.model.document import Document, Level
from duibiao.model.errors import UnreadableError
from duibiao.model.fact import Facts, Quantity
from duibiao.model.limits import DEFAULT, Limits
from duibiao.model.match import Match, Wanted
from duibiao.model.report import Checked, Finding, PlanInfo, RulePage, Severity, Unreadable, Verdict

TRACED = 8  # candidates shown by `explain`


class Given(Struct, frozen=True, kw_only=True):
    """What the user said about a plan; it wins over what is read in it."""

    level: Level | None = None
    region: str | None = None
    issued: str | None = None


class Trace(Struct, frozen=True, kw_only=True):
    """How one requirement got its verdict."""

    match: Match
    finding: Finding


def check_file(
    path: Path, shown: str, baselines: Sequence[Baseline], given: Given, limits: Limits = DEFAULT
) -> tuple[Checked | Unreadable, ...]:
    """Check one plan against each baseline; a plan that cannot be read gives one entry that says why."""
    plan = read_plan(path, shown, given, limits)
    return (plan,) if isinstance(plan, Unreadable) else check_plan(*plan, baselines, given.level)


def read_plan(path: Path, shown: str, given: Given, limits: Limits = DEFAULT) -> tuple[Document, PlanInfo] | Unreadable:
    """A plan, and what is known of it, before it is held against anything."""
    digest = _digest(path)
    try:
        document = known(read(path, limits), given)
    except UnreadableError as error:
        plan = PlanInfo(path=shown, sha256=digest, level=given.level, region=given.region, issued=given.issued)
        return Unreadable(plan=plan, code=error.code, message=error.message, advice=error.advice)
    return document, PlanInfo(
        path=shown,
        sha256=digest,
        title=document.title,
        number=document.number,
        issued=document.issued,
        region=document.region,
        level=document.level,
        clauses=len(document.clauses),
    )


def check_plan(
    document: Document, plan: PlanInfo, baselines: Sequence[Baseline], level: Level | None
) -> tuple[Checked, ...]:
    """A plan that has been read, against each baseline."""
    facts = read_clauses(document)
    return tuple(
        check(document, facts, plan, baseline, level, again=number > 0) for number, baseline in enumerate(baselines)
    )


def check(  # noqa: PLR0913  what is held against what, and one switch
    document: Document,
    facts: Sequence[Facts],
    plan: PlanInfo,
    baseline: Baseline,
    level: Level | None = None,
    *,
    again: bool = False,
) -> Checked:
    """Hold a plan that has been read against a baseline. Only a `level` that was given takes requirements out.

    `again` leaves out what was said of the plan alone when it was held against another baseline.
    """
    wanted = [wanted_of(requirement, plan.region) for requirement in baseline.active]
    bound = [w for w in wanted if applies(w.requirement, level)]
    found = {
        m.wanted.requirement.id: finding(m, judging.judge(m), document, plan.path, baseline.id)
        for m in match(bound, document, facts)
    }
    findings = tuple(found.get(w.requirement.id) or _not_applicable(w.requirement) for w in wanted)
    tasks = observing.tasks(document, facts)
    subject = observing.Subject(
        document=document, facts=tuple(facts), baseline=baseline, findings=findings, tasks=tasks
    )
    return Checked(
        plan=plan,
        baseline=baseline.id,
        findings=findings,
        observations=observing.observe(subject, again=again),
        paragraphs=paragraphs(document, facts),
        tasks=tasks,
    )


def trace(path: Path, baseline: Baseline, requirement: str, given: Given, limits: Limits = DEFAULT) -> Trace:
    """How `requirement` of `baseline` got its verdict on the plan at `path`.

    Raises:
        KeyError: The baseline has no such requirement.
        UnreadableError: The plan cannot be read.
    """
    document = known(read(path, limits), given)
    wanted = [wanted_of(r, document.region) for r in baseline.active]
    position = {w.requirement.id: i for i, w in enumerate(wanted)}[requirement]
    found = match(wanted, document, read_clauses(document), keep=TRACED)[position]
    return Trace(match=found, finding=finding(found, judging.judge(found), document, path.name, baseline.id))


def rule_pages() -> tuple[RulePage, ...]:
    return (*judging.pages(), *observing.pages())


def known(document: Document, given: Given) -> Document:
    """The document with what the user said about it in place of what was read."""
    return replace(
        document,
        level=given.level or document.level,
        region=given.region or document.region,
        issued=given.issued or document.issued,
    )


def applies(requirement: Requirement, level: Level | None) -> bool:
    return level is None or not requirement.applies_to or level in requirement.applies_to


def wanted_of(requirement: Requirement, region: str | None = None) -> Wanted:
    """A requirement as it is compared with a plan from `region`: a total gives way to the region's share of it."""
    targets = tuple(target.share_of(region) for target in requirement.targets)
    plain = normalise(requirement.text)
    facts = read_facts(plain.text)
    return Wanted(
        requirement=replace(requirement, targets=targets),
        plain=plain,
        facts=facts,
        targets=tuple(_quantity(target, facts) for target in targets),
    )


def _quantity(target: Target, facts: Facts) -> Quantity:
    """The target as a quantity, at the place where the requirement's text prints it."""
    unit = units.lookup(target.unit)
    dimension = unit.dimension if unit else "count"
    printed = next((q for q in facts.quantities if q.value == target.value and q.dimension == dimension), None)
    return Quantity(
        value=target.value,
        unit=target.unit,
        dimension=dimension,
        op=target.op,
        start=printed.start if printed else 0,
        end=printed.end if printed else 0,
        falling=printed.falling if printed else False,
        change=printed.change if printed else False,
        every=printed.every if printed else "",
        indicator=target.indicator,
        shown=units.show(target.value, target.unit),
    )


def _not_applicable(requirement: Requirement) -> Finding:
    return Finding(
        requirement=requirement,
        verdict=Verdict.NOT_APPLICABLE,
        severity=Severity.NONE,
        confidence=1.0,
        review=False,
        reasons=(),
        evidence=(),
        fingerprint="",
        passage="",
    )


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
