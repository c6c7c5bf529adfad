"""SARIF 2.1.0: what is weakened or omitted, and what was noticed, for tools that keep track of such things.

What is covered or exceeded is left out although SARIF has a kind for it: GitHub shows every result as an alert. Each
finding is one result, filed under its first reason: one thing to mend is one alert, whatever the number of its reasons.
Lines and columns are given for plain text only; a Word file has no lines, and its place is a section.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from duibiao.model.change import Change
from duibiao.model.report import Evidence, Finding, Observation, PlanInfo, Reason, RulePage, Severity, Unreadable
from duibiao.model.span import Span
from duibiao.reports.format import Options
from duibiao.reports.table import ruling
from duibiao.reports.telling import because, headline, is_text, lines, main_reason
from duibiao.reports.text import printable
from duibiao.reports.view import ATTENTION, Sheet, View, is_waived
from duibiao.reports.words import say

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note", Severity.NONE: "note"}
SECTIONS = ("finds", "matters", "limits")
Json = dict[str, Any]


def render(view: View, options: Options) -> str:
    language = options.language
    sheets = sorted(view.checked, key=lambda sheet: sheet.plan.path)
    rules = _rules(view, sheets, language)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    results = [result for sheet in sheets for result in _results(sheet, language)]
    for result in results:
        result["ruleIndex"] = numbers[result["ruleId"]]
    run: Json = {
        "tool": {"driver": {"name": "duibiao", "version": view.run.version, "rules": rules}},
        "language": "en" if language == "en" else "zh-CN",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": say("repository-root", language)}}},
        "invocations": [_invocation(view.unreadable, language)],
        "artifacts": _artifacts(view),
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rules(view: View, sheets: Sequence[Sheet], language: str) -> list[Json]:
    """Every rule that has a page, and those without one that something was filed under."""
    pages = {page.rule: page for page in view.run.pages}
    filed = {reason.rule: reason.code for sheet in sheets for f in _attention(sheet) if (reason := main_reason(f))}
    filed |= {seen.rule: seen.code for sheet in sheets for seen in sheet.report.observations}
    return [
        _rule(pages[rule], language) if rule in pages else _bare(rule, filed[rule])
        for rule in sorted(pages.keys() | filed.keys())
    ]


def _bare(rule: str, code: str) -> Json:
    told = {key: {"text": code} for key in ("shortDescription", "fullDescription", "help")}
    return {"id": rule, "name": code, **told}


def _rule(page: RulePage, language: str) -> Json:
    """The page in both languages, the reader's first."""
    order = ("en", "zh") if language == "en" else ("zh", "en")
    whole = [_page(page, each) for each in order]
    return {
        "id": page.rule,
        "name": page.code,
        "shortDescription": {"text": page.title.say(language)},
        "fullDescription": {"text": "\n".join(page.finds.say(each) for each in order)},
        "help": {
            "text": "\n\n".join("\n".join(f"{head}{text}" for head, text in sections) for sections in whole),
            "markdown": "\n\n---\n\n".join(
                "\n\n".join(f"**{head.strip()}** {text}" for head, text in sections) for sections in whole
            ),
        },
        "defaultConfiguration": {"level": "warning"},
    }


def _page(page: RulePage, language: str) -> list[tuple[str, str]]:
    return [(say(key, language) + say("colon", language), getattr(page, key).say(language)) for key in SECTIONS]


def _artifacts(view: View) -> list[Json]:
    plans = {sheet.plan.path: sheet.plan for sheet in view.sheets}
    return [
        {
            "location": {"uri": uri(path), "uriBaseId": ROOT},
            "roles": ["analysisTarget"],
            **({"hashes": {"sha-256": plan.sha256}} if plan.sha256 else {}),
        }
        for path, plan in sorted(plans.items())
    ]


def _invocation(unreadable: Sequence[Unreadable], language: str) -> Json:
    told = [
        {
            "level": "error",
            "descriptor": {"id": plan.code},
            "message": {"text": _plain(plan.message.say(language))},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(plan.plan.path), "uriBaseId": ROOT}}}],
        }
        for plan in sorted(unreadable, key=lambda plan: plan.plan.path)
    ]
    return {"executionSuccessful": not told, **({"toolExecutionNotifications": told} if told else {})}


def _results(sheet: Sheet, language: str) -> Iterator[Json]:
    for finding in _attention(sheet):
        reason = main_reason(finding)
        if reason is not None:
            yield _result(sheet, finding, reason, language)
    for observation in sheet.report.observations:
        yield _observed(sheet.plan, observation, language)


def _attention(sheet: Sheet) -> Iterator[Finding]:
    return (finding for finding in sheet.report.findings if finding.verdict in ATTENTION)


def _result(sheet: Sheet, finding: Finding, reason: Reason, language: str) -> Json:
    plan = sheet.plan
    primary = finding.evidence[0] if finding.evidence else None
    related = [*finding.evidence[1:], *((finding.nearest,) if finding.nearest and not primary else ())]
    location = _location(plan, primary, reason.span)
    prints = {"duibiaoFinding/v1": finding.fingerprint, "duibiaoPassage/v1": finding.passage}
    if "region" not in location["physicalLocation"]:
        # Where a result has a line, its uploader makes this from the line; elsewhere it would take all for one alert.
        prints["primaryLocationLineHash"] = f"{finding.fingerprint}:1"
    result: Json = {
        "ruleId": reason.rule,
        "level": LEVELS[finding.severity],
        "message": {
            "text": _plain(headline(finding, language) + say("colon", language) + because(finding, language)),
            "markdown": "\n\n".join(
                _markdown(line) for line in (headline(finding, language), *lines(finding, language))
            ),
        },
        "locations": [location],
    }
    if related:
        note = "nearest" if primary is None else "see-also"
        result["relatedLocations"] = [
            {"id": number, "message": {"text": say(note, language)}, **_location(plan, evidence, None)}
            for number, evidence in enumerate(related, 1)
        ]
    return result | {
        "partialFingerprints": prints,
        "suppressions": [_suppression(finding, language)] if is_waived(finding) else [],
        **({"baselineState": _state(finding)} if finding.change else {}),
        "properties": _properties(sheet, finding),
    }


def _state(finding: Finding) -> str:
    """What was no result before is new, however it came to be one; SARIF knows no better and no worse."""
    if finding.was not in ATTENTION:
        return "new"
    return "unchanged" if finding.change is Change.UNCHANGED else "updated"


def _suppression(finding: Finding, language: str) -> Json:
    return {"kind": "external", "status": "accepted", "justification": ruling(finding, language)}


def _properties(sheet: Sheet, finding: Finding) -> Json:
    return {
        "baseline": sheet.baseline.id,
        "requirement": finding.requirement.id,
        "verdict": finding.verdict,
        "codes": [reason.code for reason in finding.reasons],
        "confidence": round(finding.confidence, 3),
        "review": finding.review,
    }


def _observed(plan: PlanInfo, observation: Observation, language: str) -> Json:
    first, *others = observation.evidence or (None,)
    return {
        "ruleId": observation.rule,
        "level": LEVELS[observation.severity],
        "message": {"text": _plain(observation.message.say(language))},
        "locations": [_location(plan, first, None)],
        **({"relatedLocations": [_location(plan, evidence, None) for evidence in others]} if others else {}),
        "suppressions": [],
    }


def _location(plan: PlanInfo, evidence: Evidence | None, word: Span | None) -> Json:
    """Where a passage stands: in plain text by line and column, elsewhere by section and page."""
    physical: Json = {"artifactLocation": {"uri": uri(plan.path), "uriBaseId": ROOT}}
    if evidence is None:
        # what is omitted belongs to the file as a whole; code scanning wants a line all the same
        return {"physicalLocation": physical | ({"region": {"startLine": 1}} if is_text(plan) else {})}
    if is_text(plan):
        whole = region(evidence, evidence.span) | {"snippet": {"text": evidence.text}}
        inside = word is not None and evidence.span.contains(word)
        physical |= {"region": region(evidence, word), "contextRegion": whole} if word and inside else {"region": whole}
    location: Json = {"physicalLocation": physical}
    if evidence.clause:
        name = printable(evidence.clause)
        location["logicalLocations"] = [{"name": name, "fullyQualifiedName": name, "kind": "section"}]
    if evidence.page:
        location["properties"] = {"page": evidence.page}
    return location


def region(evidence: Evidence, span: Span) -> Json:
    """Lines and columns of a span inside a passage, counted in code points from 1, the end column exclusive."""
    start, end = (_position(evidence, at - evidence.span.start) for at in (span.start, span.end))
    return {"startLine": start[0], "startColumn": start[1], "endLine": end[0], "endColumn": end[1]}


def _position(evidence: Evidence, offset: int) -> tuple[int, int]:
    before = evidence.text[:offset]
    breaks = before.count("\n")
    column = offset - before.rfind("\n") if breaks else evidence.column + offset
    return evidence.line + breaks, column


def uri(path: str) -> str:
    """A relative path as a relative URI: 云岭市/方案[终稿].docx has characters that no URI may hold."""
    try:
        return quote(path.encode("utf-8", "surrogateescape"), safe="/")
    except UnicodeEncodeError:
        return quote(path.encode("utf-8", "surrogatepass"), safe="/")


def _plain(text: str) -> str:
    """Text in which nothing is a link: SARIF reads [words](1) as one."""
    return printable(text).replace("](", "]\\(")


def _markdown(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>#|~" else char for char in text)
