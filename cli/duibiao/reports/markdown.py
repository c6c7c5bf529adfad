"""The report as Markdown: for a merge request, a wiki page or a mail. What must be mended comes first."""

import re
from collections.abc import Iterable, Iterator, Sequence

from duibiao.model.report import Evidence, Finding, Unreadable
from duibiao.reports.format import Options
from duibiao.reports.marks import Piece, Tone, found, wanted
from duibiao.reports.rulings import became, beside, lapsed, tag, where
from duibiao.reports.text import printable
from duibiao.reports.upstream import own_share, upstream_place
from duibiao.reports.view import ATTENTION, VERDICTS, Group, Sheet, Tally, View
from duibiao.reports.words import say

# Everything that GitHub's and GitLab's Markdown could read as markup, and < and & that begin HTML.
_MARKUP = re.compile(r"([\\`*_{}\[\]#|~$])")


def render(view: View, options: Options) -> str:
    return "\n".join(_page(view, options)) + "\n"


def _page(view: View, options: Options) -> Iterator[str]:
    language = options.language
    yield f"# {say('report', language)}"
    if len(view.sheets) > 1:
        yield from ("", f"## {say('summary', language)}", "")
        yield from _summary(view, language)
    for sheet in view.sheets:
        yield ""
        if isinstance(sheet, Unreadable):
            yield from _unreadable(sheet, language)
        else:
            yield from _sheet(sheet, options)
    if view.run.lapsed:
        yield from ("", f"## {say('count', language, word=say('lapsed', language), n=len(view.run.lapsed))}", "")
        for entry, told in lapsed(view.run, language):
            yield f"- {escape(told)} {small(where(entry))}"


def _summary(view: View, language: str) -> Iterator[str]:
    heads = [*VERDICTS, "review", "waived"]
    yield row([say("plan", language), *(say(head, language) for head in heads)])
    yield row(["---", *("---:" for _ in heads)])
    several = len(view.run.baselines) > 1
    for sheet in view.sheets:
        name = escape(sheet.plan.path)
        if isinstance(sheet, Unreadable):
            yield row([name, say("unreadable", language), *("" for _ in heads[1:])])
        else:
            yield row([f"{name} · {escape(sheet.baseline.id)}" if several else name, *_numbers(sheet.tally)])
    yield row([f"**{say('all-plans', language, n=view.plans)}**", *_numbers(view.tally)])


def _sheet(sheet: Sheet, options: Options) -> Iterator[str]:
    language, plan = options.language, sheet.plan
    yield f"## {escape(plan.title or plan.path)}"
    yield ""
    level = say(plan.level, language) if plan.level else ""
    facts = (plan.path, plan.number, plan.issued, plan.region, level, say("clauses", language, n=plan.clauses))
    yield "- " + " · ".join(escape(fact) for fact in facts if fact)
    against = f"{escape(sheet.baseline.title)} · {escape(sheet.baseline.id)}"
    requirements = say("requirements", language, n=sheet.baseline.requirements)
    yield f"- {say('baseline', language)}{say('colon', language)}{against} · {requirements}"
    if sheet.report.before:
        yield f"- {escape(beside(sheet.report, language))}"
    yield ""
    yield from _counts(sheet.tally, language)
    if sheet.is_off_topic:
        yield from ("", f"**{say('off-topic', language)}**")
    if not sheet.attention:
        yield from ("", say("nothing-found", language))
    for group in sheet.attention:
        yield from _group(group, options)
    if options.everything:
        for group in sheet.rest:
            yield from _group(group, options)
    elif sheet.rest:
        names = (say("count", language, word=say(g.verdict, language), n=len(g.findings)) for g in sheet.rest)
        yield from ("", say("rest", language, what=say("comma", language).join(names)))
    yield from _observations(sheet, language)


def _counts(tally: Tally, language: str) -> Iterator[str]:
    heads = [*VERDICTS, "review", "waived"]
    yield row([say(head, language) for head in heads])
    yield row(["---:"] * len(heads))
    yield row(_numbers(tally))


def _numbers(tally: Tally) -> list[str]:
    return [*(str(count) for _, count in tally.verdicts), str(tally.review), str(tally.waived)]


def _group(group: Group, options: Options) -> Iterator[str]:
    language = options.language
    yield ""
    yield f"### {say('count', language, word=say(group.verdict, language), n=len(group.findings))}"
    yield ""
    yield row([say(head, language) for head in ("finding", "requirement", "passage", "reason")])
    yield row(["---"] * 4)
    for finding in group.findings:
        yield row(
            [
                _item(finding, language),
                _required(finding, language),
                _found(finding, language),
                _reasons(finding, language),
            ]
        )


def _item(finding: Finding, language: str) -> str:
    parts = [f"**{escape(finding.requirement.id)}**", escape(finding.requirement.title)]
    if finding.verdict in ATTENTION:
        parts.append(f"**{say(finding.severity, language)}**")
    if finding.review:
        parts.append(say("doubt", language, n=round(finding.confidence * 100)))
    parts += [escape(told) for told in (became(finding, language), tag(finding, language)) if told]
    return cell(parts)


def _required(finding: Finding, language: str) -> str:
    requirement = finding.requirement
    parts = (marked(wanted(finding)), escape(own_share(requirement, language)), small(upstream_place(requirement)))
    return cell([part for part in parts if part])


def _found(finding: Finding, language: str) -> str:
    parts: list[str] = []
    for evidence in finding.evidence:
        parts += [marked(found(finding, evidence)), small(_place(evidence, language))]
    if finding.nearest and not finding.evidence:
        label = say("nearest", language) + say("colon", language)
        parts += [label + escape(finding.nearest.text), small(_place(finding.nearest, language))]
    return cell(parts) or "—"


def _reasons(finding: Finding, language: str) -> str:
    return cell(f"{reason.rule} {escape(reason.message.say(language))}" for reason in finding.reasons)


def _place(evidence: Evidence, language: str) -> str:
    page = say("page", language, n=evidence.page) if evidence.page else ""
    return " · ".join(part for part in (evidence.clause, say("line", language, n=evidence.line), page) if part)


def _observations(sheet: Sheet, language: str) -> Iterator[str]:
    seen = sheet.report.observations
    if not seen:
        return
    yield from ("", f"### {say('count', language, word=say('observations', language), n=len(seen))}", "")
    for observation in seen:
        yield f"- {observation.rule} {escape(observation.message.say(language))}"
        for evidence in observation.evidence:
            yield f"  - {escape(evidence.text)} {small(_place(evidence, language))}"


def _unreadable(plan: Unreadable, language: str) -> Iterator[str]:
    yield f"## {escape(plan.plan.path)}"
    yield ""
    yield f"**{say('unreadable', language)}**{say('colon', language)}{escape(plan.message.say(language))}"
    if plan.advice:
        yield ""
        yield f"{say('advice', language)}{say('colon', language)}{escape(plan.advice.say(language))}"


def escape(text: str) -> str:
    """Text of a plan as plain text of Markdown, on one line."""
    plain = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(r"\\\1", plain)


def marked(pieces: Sequence[Piece]) -> str:
    # <b> and not **: beside Chinese punctuation the stars do not become bold (CommonMark's flanking rule)
    return "".join(
        escape(piece.text) if piece.tone is Tone.PLAIN else f"<b>{escape(piece.text)}</b>" for piece in pieces
    )


def small(text: str) -> str:
    return f"<sub>{escape(text)}</sub>" if text else ""


def cell(parts: Iterable[str]) -> str:
    return "<br>".join(part for part in parts if part)


def row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
