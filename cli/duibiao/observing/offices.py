"""Departments that upstream names, held against those that the plan names for the same thing."""

from collections.abc import Iterator

from msgspec import Struct

from duibiao.facts import concept_of
from duibiao.model.report import Finding, Verdict
from duibiao.model.span import Span
from duibiao.observing.rule import Subject, clauses_over

# the government at large answers for everything, and is no department
_EVERYBODY = "政府"
_OFTEN = 2  # an office that upstream names once may have none of its kind below


class Missing(Struct, frozen=True, kw_only=True):
    """A department as upstream names it, the requirements that name it, and where the plan answers them."""

    name: str
    requirements: tuple[str, ...]
    spans: tuple[Span, ...]


def absent(subject: Subject) -> Iterator[Missing]:
    """Departments of the requirements taken up that no note of the plan has; each once, as first named."""
    named = {department.concept for own in subject.facts for department in own.departments}
    if not named:
        return
    found: dict[str, list[Finding]] = {}
    called: dict[str, str] = {}
    for finding in _taken_up(subject):
        for name in finding.requirement.departments:
            concept = concept_of(name)
            if concept and concept != _EVERYBODY and concept not in named:
                called.setdefault(concept, name)
                found.setdefault(concept, []).append(finding)
    for concept, findings in found.items():
        if len(findings) >= _OFTEN:
            yield _missing(called[concept], findings)


def leaderless(subject: Subject, without: frozenset[str]) -> Iterator[Missing]:
    """Requirements whose first department the note at the plan's answer lacks."""
    for finding in _taken_up(subject):
        lead = finding.requirement.departments[0]
        concept = concept_of(lead)
        there = _there(finding, subject)
        if there and concept and concept != _EVERYBODY and concept not in there and lead not in without:
            yield _missing(lead, [finding])


def _taken_up(subject: Subject) -> Iterator[Finding]:
    for finding in subject.findings:
        answered = finding.evidence and finding.verdict not in (Verdict.OMITTED, Verdict.NOT_APPLICABLE)
        if answered and not finding.review and finding.requirement.departments:
            yield finding


def _there(finding: Finding, subject: Subject) -> set[str]:
    """The offices in the notes of the clauses that answer; a row of indicators names one of several."""
    clauses = subject.document.clauses
    there = {at for evidence in finding.evidence for at in clauses_over(subject.document, evidence.span)}
    if any(clauses[at].cells for at in there):
        return set()
    return {department.concept for at in there for department in subject.facts[at].departments}


def _missing(name: str, findings: list[Finding]) -> Missing:
    return Missing(
        name=name,
        requirements=tuple(finding.requirement.id for finding in findings),
        spans=tuple(finding.evidence[0].span for finding in findings),
    )
