"""A judged match as a finding: severity, confidence, evidence, and the hashes that follow it from run to run."""

from bisect import bisect_right

from duibiao.judging.confidence import confidence, shipped
from duibiao.judging.judge import Judgement
from duibiao.judging.passage import hash_of, passage_of
from duibiao.model.document import Document
from duibiao.model.match import Match, Passage
from duibiao.model.report import Evidence, Finding
from duibiao.model.severity import severity
from duibiao.model.span import Span


def finding(match: Match, judgement: Judgement, document: Document, path: str, baseline: str) -> Finding:
    """The finding on one requirement; `path` is the plan's as shown, `baseline` the checklist's id."""
    requirement = match.wanted.requirement
    evidence = tuple(_evidence(document, p) for p in match.passages) if match.present else ()
    nearest = None if match.present or not match.candidates else _evidence(document, match.candidates[0].passage)
    sure = confidence(match, judgement)
    review = sure < shipped().review_at
    codes = sorted({reason.code for reason in judgement.reasons})
    identity = f"{path}\n{baseline}\n{requirement.id}"
    return Finding(
        requirement=requirement,
        verdict=judgement.verdict,
        severity=severity(judgement.verdict, requirement.strength, review=review),
        confidence=round(sure, 3),
        review=review,
        reasons=judgement.reasons,
        evidence=evidence,
        nearest=nearest,
        fingerprint=hash_of(f"{identity}\n{judgement.verdict}\n{codes}"),
        passage=passage_of((e.text for e in evidence), requirement),
    )


def _evidence(document: Document, passage: Passage) -> Evidence:
    """The passage in the author's own words, without the marks it ends on."""
    span = passage.plain.origin(0, len(passage.plain.text.rstrip(",;:、\t")) or len(passage.plain))
    return Evidence(
        text=document.quote(span),
        span=span,
        clause=passage.label,
        line=_line(document, span),
        column=span.start - document.text.rfind("\n", 0, span.start),
        page=bisect_right(document.pages, span.start) if document.pages else None,
    )


def _line(document: Document, span: Span) -> int:
    return document.text.count("\n", 0, span.start) + 1
