"""Annotations for a job on GitHub: the ten worst findings beside the lines they are about, and one line that counts.

More than ten of a kind are dropped without a word by GitHub itself, and nobody reads them. A summary of the job is
another format: `duibiao check … -f github -f markdown -o "$GITHUB_STEP_SUMMARY"` writes both in one run, and this one
stays a function of the report alone. A plan's text stands only inside an annotation, on one line and escaped, so that
it never begins a command of its own.
"""

from collections.abc import Iterator
from itertools import islice

from duibiao.model.decision import Lapsed
from duibiao.model.report import Finding, PlanInfo, Severity, Unreadable
from duibiao.reports.format import Options
from duibiao.reports.rulings import lapsed
from duibiao.reports.telling import headline, is_text, lines
from duibiao.reports.text import printable
from duibiao.reports.view import ATTENTION, VERDICTS, View, is_new, is_waived
from duibiao.reports.words import say

MOST = 10
LONGEST = 240  # what is longer is cut around the words that differ; the summary of the job has it whole
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice", Severity.NONE: "notice"}


def render(view: View, options: Options) -> str:
    language = options.language
    unreadable = [_unreadable(plan, language) for plan in view.unreadable]
    worst = sorted(_counting(view), key=_weight)
    # a folder of scans must not push every finding out
    told = unreadable[: max(MOST // 2, MOST - len(worst))]
    shown = worst[: MOST - len(told)]
    annotations = [*told, *(_finding(plan, finding, language) for plan, finding in shown)]
    ruled = (_lapsed(entry, text, language) for entry, text in islice(lapsed(view.run, language), MOST))
    seen = islice(_observed(view, language), MOST - len(annotations))
    whole = (*annotations, *seen, *ruled, _summary(view, len(worst), len(shown), language))
    return "".join(f"{line}\n" for line in whole)


def _counting(view: View) -> Iterator[tuple[PlanInfo, Finding]]:
    for sheet in view.checked:
        for group in sheet.attention:
            for finding in group.findings:
                # beside an earlier state, what was there before is no news
                if not is_waived(finding) and (sheet.report.before is None or is_new(finding)):
                    yield sheet.plan, finding


def _weight(entry: tuple[PlanInfo, Finding]) -> tuple[int, int]:
    _, finding = entry
    return -finding.severity.rank, ATTENTION.index(finding.verdict)


def _finding(plan: PlanInfo, finding: Finding, language: str) -> str:
    properties = {"file": plan.path}
    if is_text(plan) and finding.evidence:
        first = finding.evidence[0]
        properties |= {"line": str(first.line), "endLine": str(first.line + first.text.rstrip("\n").count("\n"))}
    properties["title"] = headline(finding, language, LONGEST // 4)
    return command(COMMANDS[finding.severity], properties, "\n".join(lines(finding, language, LONGEST)))


def _observed(view: View, language: str) -> Iterator[str]:
    """Observations that weigh something, where findings leave room; notes are for whoever reads the report."""
    for sheet in view.checked:
        for observation in sheet.report.observations:
            if observation.severity.rank < Severity.WARNING.rank:
                continue
            properties = {"file": sheet.plan.path}
            if is_text(sheet.plan) and observation.evidence:
                properties["line"] = str(observation.evidence[0].line)
            properties["title"] = observation.rule
            yield command(COMMANDS[observation.severity], properties, printable(observation.message.say(language)))


def _unreadable(plan: Unreadable, language: str) -> str:
    told = [printable(plan.message.say(language))]
    if plan.advice:
        told.append(say("advice", language) + say("colon", language) + printable(plan.advice.say(language)))
    title = say("unreadable", language)
    return command("error", {"file": plan.plan.path, "title": title}, "\n".join(told))


def _lapsed(entry: Lapsed, text: str, language: str) -> str:
    """A notice, of which the runner shows another ten: nobody's plan is worse for it."""
    properties = {"file": entry.decision.file, "line": str(entry.decision.line), "title": say("lapsed", language)}
    return command("notice", properties, text)


def _summary(view: View, total: int, shown: int, language: str) -> str:
    counts = [
        say("count", language, word=say(verdict, language), n=view.tally.of(verdict))
        for verdict in VERDICTS
        if view.tally.of(verdict)
    ]
    if view.unreadable:
        counts.append(say("count", language, word=say("unreadable", language), n=len(view.unreadable)))
    head = say("all-plans", language, n=view.plans) + say("colon", language)
    beside = any(sheet.report.before for sheet in view.checked)
    some, none = ("news", "no-news") if beside else ("annotated", "nothing-found")
    told = say(some, language, total=total, shown=shown) if total else say(none, language)
    return head + say("comma", language).join(counts) + (say("semicolon", language) if counts else "") + told


def command(name: str, properties: dict[str, str], message: str) -> str:
    """A line that the runner obeys; what could end a property or the line is escaped."""
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
