"""Human rulings and what became of findings, in the words that every format for people shares."""

from collections.abc import Iterator, Sequence

from duibiao.model.change import BLOCKING, Change
from duibiao.model.decision import Lapsed
from duibiao.model.report import Checked, Finding, Run
from duibiao.reports.text import printable
from duibiao.reports.view import changes
from duibiao.reports.words import say

# ids of what is new or worse; a new plan has too many to name
MOST = 10


def tag(finding: Finding, language: str) -> str:
    """已豁免：本市无建制乡镇, or nothing where nobody has ruled."""
    ruling = finding.decision
    if ruling is None:
        return ""
    if ruling.action == "waive":
        return say("waived-by", language, why=printable(ruling.reason))
    if ruling.action == "confirm":
        return say("confirmed-by", language, by=printable(ruling.by))
    judged = say(ruling.judged or finding.verdict, language)
    return say(
        "overruled-by", language, verdict=say(finding.verdict, language), judged=judged, why=printable(ruling.reason)
    )


def became(finding: Finding, language: str) -> str:
    """变差：落实 → 弱化, or nothing where nothing changed."""
    change = finding.change
    if change in (None, Change.UNCHANGED):
        return ""
    told = say(change, language)
    if finding.was in (None, finding.verdict):
        return told
    return say("became", language, change=told, was=say(finding.was, language), now=say(finding.verdict, language))


def beside(report: Checked, language: str) -> str:
    """与 main 相比：变差 1（YL-028）、不变 36"""
    before = report.before
    if before is None:
        return ""
    parts = [_count(report, change, n, language) for change, n in changes(report) if n]
    if before.path is None:
        parts.insert(0, say("not-there", language))
    elif before.path != report.plan.path:
        parts.append(say("formerly", language, path=printable(before.path)))
    return say("beside", language, name=printable(before.name)) + say("comma", language).join(parts)


def _count(report: Checked, change: Change, n: int, language: str) -> str:
    told = say("count", language, word=say(change, language), n=n)
    if change is Change.GONE:
        ids: Sequence[str] = report.before.gone if report.before else ()
    elif change in BLOCKING:
        ids = [finding.requirement.id for finding in report.findings if finding.change is change]
    else:
        return told
    shown = " ".join(ids[:MOST]) + (" …" if len(ids) > MOST else "")
    return told + say("those", language, ids=printable(shown))


def lapsed(run: Run, language: str) -> Iterator[tuple[Lapsed, str]]:
    """Each decision that does not hold, and why: YL-001 plans/lanxi.docx 豁免“试点”（林，2026-11-20）：已于 … 到期"""
    for entry in run.lapsed:
        ruling = entry.decision.ruling
        action = say(ruling.action, language)
        made = say("lapsed-line", language, action=action, by=ruling.by, date=ruling.date, why=ruling.reason)
        why = say(entry.state, language, expires=ruling.expires)
        head = f"{entry.decision.requirement} {entry.plan} {made}"
        yield entry, printable(head) + say("colon", language) + why


def where(entry: Lapsed) -> str:
    return f"{entry.decision.file}:{entry.decision.line}"
