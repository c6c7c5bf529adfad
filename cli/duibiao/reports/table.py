"""Findings as a table: one row for each, one column for each thing to say of it; csv and the workbook paint it."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from duibiao.model.report import Evidence, Finding, Severity
from duibiao.reports.marks import Piece, found, wanted
from duibiao.reports.text import printable
from duibiao.reports.upstream import own_share, upstream_place
from duibiao.reports.view import Sheet, is_waived
from duibiao.reports.words import say

Content = str | float | tuple[Piece, ...]
# Excel and its kin take a cell that begins so for a formula, the full-width signs in East Asian settings.
_FORMULA = frozenset("=+-@＝＋－＠")


class Column(Struct, frozen=True, kw_only=True):
    """`key` is its heading in the table of words, `width` about what it takes in characters of a sheet."""

    key: str
    width: int
    content: Callable[[Sheet, Finding, str], Content]


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could obey the text instead of showing it. Some strip white space from the front first."""
    return text[:1] in ("\t", "\r", "\n") or text.lstrip()[:1] in _FORMULA


def place(evidence: Evidence, language: str) -> str:
    """三(二) · 第120行 · 第4页"""
    page = say("page", language, n=evidence.page) if evidence.page else ""
    return " · ".join(part for part in (evidence.clause, say("line", language, n=evidence.line), page) if part)


def source(finding: Finding) -> str:
    return printable(upstream_place(finding.requirement))


def ruling(finding: Finding, language: str) -> str:
    """豁免：本市无建制乡镇（林，2024-03-01）"""
    decision = finding.decision
    if decision is None:
        return ""
    verdict = say(decision.verdict, language) if decision.verdict else ""
    until = f"–{decision.expires}" if decision.expires else ""
    judged = say("instead-of", language, judged=say(decision.judged, language)) if decision.judged else ""
    what = say(decision.action, language) + verdict + judged + say("colon", language)
    return printable(f"{what}{decision.reason}（{decision.by}，{decision.date}{until}）")


def reasons(finding: Finding, language: str) -> str:
    return "\n".join(f"{reason.rule} {printable(reason.message.say(language))}" for reason in finding.reasons)


def _severity(_: Sheet, finding: Finding, language: str) -> str:
    return "" if finding.severity is Severity.NONE else say(finding.severity, language)


def _wording(_: Sheet, finding: Finding, language: str) -> Content:
    share = own_share(finding.requirement, language)
    return (*wanted(finding), Piece(f"\n{share}")) if share else wanted(finding)


def _quote(_: Sheet, finding: Finding, language: str) -> Content:
    if finding.nearest and not finding.evidence:
        label = say("nearest", language) + say("colon", language)
        return label + printable(finding.nearest.text)
    return tuple(_joined(found(finding, evidence) for evidence in finding.evidence))


def _joined(passages: Iterator[tuple[Piece, ...]]) -> Iterator[Piece]:
    for number, pieces in enumerate(passages):
        if number:
            yield Piece("\n")
        yield from pieces


def _place(_: Sheet, finding: Finding, language: str) -> str:
    nearest = (finding.nearest,) if finding.nearest and not finding.evidence else ()
    return "\n".join(place(evidence, language) for evidence in (*finding.evidence, *nearest))


def _codes(_: Sheet, finding: Finding, __: str) -> str:
    return " ".join(dict.fromkeys(reason.rule for reason in finding.reasons))


def _look(_: Sheet, finding: Finding, language: str) -> str:
    return say("yes", language) if finding.review and not is_waived(finding) else ""


COLUMNS = (
    Column(key="plan", width=24, content=lambda sheet, _, __: printable(sheet.plan.path)),
    Column(key="baseline", width=16, content=lambda sheet, _, __: printable(sheet.baseline.id)),
    Column(key="verdict", width=11, content=lambda _, finding, language: say(finding.verdict, language)),
    Column(key="severity", width=9, content=_severity),
    Column(key="id", width=10, content=lambda _, finding, __: printable(finding.requirement.id)),
    Column(key="finding", width=18, content=lambda _, finding, __: printable(finding.requirement.title)),
    Column(key="wording", width=42, content=_wording),
    Column(key="quote", width=42, content=_quote),
    Column(key="reason", width=38, content=lambda _, finding, language: reasons(finding, language)),
    Column(key="place", width=18, content=_place),
    Column(key="source", width=15, content=lambda _, finding, __: source(finding)),
    Column(key="rules", width=11, content=_codes),
    Column(key="sure", width=8, content=lambda _, finding, __: round(finding.confidence, 3)),
    Column(key="look", width=9, content=_look),
    Column(key="ruling", width=20, content=lambda _, finding, language: ruling(finding, language)),
    Column(key="kind", width=8, content=lambda _, finding, language: say(finding.kind, language)),
)
