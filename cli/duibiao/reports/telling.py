"""A finding in a few lines of plain text, for formats whose readers see no table: annotations, JUnit, SARIF."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from duibiao.model.message import Message
from duibiao.model.report import Evidence, Finding, PlanInfo, Reason
from duibiao.reports.marks import Piece, Tone, found, shorten, tone, wanted
from duibiao.reports.rulings import became
from duibiao.reports.table import place, ruling, source
from duibiao.reports.text import printable
from duibiao.reports.upstream import own_share
from duibiao.reports.words import say

# Of these files the extracted text is the file itself, so that its lines and columns are those an editor shows.
TEXT_SUFFIXES = frozenset({".txt", ".md", ".markdown"})


OVERRULED = "overruled"


def is_text(plan: PlanInfo) -> bool:
    return PurePosixPath(plan.path).suffix.lower() in TEXT_SUFFIXES


def headline(finding: Finding, language: str, limit: int | None = None) -> str:
    """弱化：QS-003 日间照料覆盖率"""
    title = cut((Piece(printable(finding.requirement.title)),), limit)
    verdict = say(finding.verdict, language)
    return say("told", language, verdict=verdict, id=printable(finding.requirement.id), title=title)


def because(finding: Finding, language: str) -> str:
    """The reasons in one line."""
    return say("semicolon", language).join(printable(reason.message.say(language)) for reason in finding.reasons)


def lines(finding: Finding, language: str, limit: int | None = None) -> Iterator[str]:
    """Why, what upstream says and where, what the plan says and where, and what a reviewer ruled.

    Texts longer than `limit` are cut around the words that differ.
    """
    for reason in finding.reasons:
        yield f"{reason.rule} {cut((Piece(printable(reason.message.say(language))),), limit)}"
    yield say("upstream", language, text=_with(cut(wanted(finding), limit), source(finding)))
    if share := own_share(finding.requirement, language):
        yield share
    for evidence in finding.evidence:
        yield say("planned", language, text=_quoted(cut(found(finding, evidence), limit), evidence, language))
    if finding.nearest and not finding.evidence:
        text = cut((Piece(printable(finding.nearest.text)),), limit)
        yield say("nearest", language) + say("colon", language) + _quoted(text, finding.nearest, language)
    if finding.review:
        yield say("doubt", language, n=round(finding.confidence * 100))
    if finding.decision:
        yield ruling(finding, language)
    if told := became(finding, language):
        yield told


def cut(pieces: tuple[Piece, ...], limit: int | None) -> str:
    return "".join(piece.text for piece in (shorten(pieces, limit) if limit else pieces))


def _quoted(text: str, evidence: Evidence, language: str) -> str:
    return _with(text, printable(place(evidence, language)))


def _with(text: str, where: str) -> str:
    return f"{text} ({where})" if where else text


def main_reason(finding: Finding) -> Reason | None:
    """The reason by which the finding is filed: the first that makes it worse, else the first."""
    worse = (reason for reason in finding.reasons if tone(reason) is Tone.WORSE)
    return next(worse, finding.reasons[0] if finding.reasons else _human(finding))


def _human(finding: Finding) -> Reason | None:
    """What a reviewer found, and the tool did not, is filed under that."""
    ruling = finding.decision
    if ruling is None or ruling.action != "overrule":
        return None
    return Reason(code=OVERRULED, rule=OVERRULED, message=Message(ruling.reason, ruling.reason))
