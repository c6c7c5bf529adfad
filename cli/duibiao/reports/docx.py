"""What is written into a copy of the draft: one comment for each finding, on the very words it is about.

    弱化 · 错误　QS-003 日间照料覆盖率
    上级要求（青政发〔2021〕8号 二（三）3）：到2022年，社区日间照料机构覆盖率达到90%以上
    理由：目标值低于要求：要求90%以上，方案80%左右（W101）
    建议：将“80%左右”改为“90%以上”。可写为：…

Covered requirements get none, nor does what a reviewer has waived: a drafter mends one comment after the other, and
every one that asks for nothing hides one that does. What is omitted stands together at the heading of the part where
it belongs. The file itself is the business of `annotate`; here nothing but the report is known.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from duibiao.model.baseline import Source
from duibiao.model.comment import Comment, Words
from duibiao.model.document import Role
from duibiao.model.report import Finding, Observation, Reason, Severity, Verdict
from duibiao.model.span import Span
from duibiao.reports.format import Options
from duibiao.reports.homes import Upstream, homes, upstream
from duibiao.reports.marks import Piece, Tone, shorten, wanted
from duibiao.reports.mend import LONGEST, advice, sentence, share
from duibiao.reports.text import printable
from duibiao.reports.view import VERDICTS, Sheet, View, is_waived
from duibiao.reports.words import say

Line = tuple[Words, ...]
NAMED = 3
_COMMENTED = (Verdict.WEAKENED, Verdict.OMITTED, Verdict.EXCEEDED)


def comments(view: View, options: Options) -> tuple[Comment, ...]:
    """The comments on one plan, in the order of its text."""
    made = [comment for sheet in view.checked for comment in _sheet(sheet, options.language)]
    opening = _opening(view.checked, options.language)
    return tuple(sorted([*opening, *made], key=lambda comment: (comment.span.start, -comment.span.end)))


def ruled(finding: Finding) -> Verdict | None:
    """The verdict that counts: the reviewer's where there is one, none where the finding was waived."""
    if is_waived(finding):
        return None
    decision = finding.decision
    return decision.verdict if decision and decision.verdict else finding.verdict


def _opening(sheets: Sequence[Sheet], language: str) -> Iterator[Comment]:
    """One comment at the top that says what the draft was held against and how it came out."""
    paragraphs = [paragraph for sheet in sheets[:1] for paragraph in sheet.report.paragraphs]
    titles = [paragraph for paragraph in paragraphs if paragraph.role is Role.TITLE]
    if not paragraphs:
        return
    lines: list[Line] = []
    for sheet in sheets:
        against = say("held-against", language, title=printable(sheet.baseline.title), n=sheet.tally.total)
        lines += [(Words(against, strong=True),), _line(_counts(sheet, language))]
        lines += [_line(say("off-topic", language))] if sheet.is_off_topic else []
        named = {finding.requirement.document for finding in sheet.report.findings}
        sources = (source for source in sheet.baseline.sources if source.id in named)
        lines += (_labelled("basis", _cited(source), language) for source in sources)
        lines += (_line(_told(o, language)) for o in sheet.report.observations if not o.evidence)
    span = (titles or paragraphs)[0].span
    yield Comment(span=span, lines=(*lines, _line(say("not-commented", language))))


def _counts(sheet: Sheet, language: str) -> str:
    """All verdicts, then what is counted in them already: waived findings, and those that a person should look at."""
    verdicts = [(verdict.value, sheet.tally.of(verdict)) for verdict in VERDICTS]
    among = _counted([("waived", sheet.tally.waived), ("review", sheet.tally.review)], language)
    parts = (_counted(verdicts, language), among and say("among-them", language, what=among))
    return say("semicolon", language).join(part for part in parts if part)


def _counted(counts: Iterable[tuple[str, int]], language: str) -> str:
    shown = (say("count", language, word=say(key, language), n=count) for key, count in counts if count)
    return say("comma", language).join(shown)


def _sheet(sheet: Sheet, language: str) -> Iterator[Comment]:
    omitted = []
    for finding in sheet.report.findings:
        verdict = ruled(finding)
        if verdict not in _COMMENTED:
            continue
        if finding.evidence:
            lines = tuple(_lines(finding, verdict, sheet, language))
            aside = _aside(finding.evidence[0].text, language)
            yield Comment(span=_words_of(finding, verdict), lines=lines, aside=aside)
        else:
            omitted.append(finding)
    yield from _omissions(omitted, sheet, language)
    for observation in sheet.report.observations:
        for passage in observation.evidence[:1]:
            told = (Words(say("observation", language), strong=True), Words(" " + _told(observation, language)))
            yield Comment(span=passage.span, lines=(told,), aside=_aside(passage.text, language))


def _lines(finding: Finding, verdict: Verdict, sheet: Sheet, language: str) -> Iterator[Line]:
    yield (Words(" · ".join(_head(finding, verdict, language)), strong=True),)
    yield _required(finding, sheet, language)
    reasons = [f"{_short(reason.message.say(language))} [{reason.rule}]" for reason in finding.reasons]
    if reasons:
        yield _labelled("reason", say("semicolon", language).join(reasons), language)
    tip = say("mind-stricter", language) if verdict is Verdict.EXCEEDED else advice(finding, sheet.plan, language)
    for text in (tip, *share(finding.requirement, language)):
        if text:
            yield _labelled("suggestion", text, language)
    yield from _around(finding, language)
    yield from _decided(finding, language)


def _head(finding: Finding, verdict: Verdict, language: str) -> Iterator[str]:
    yield say(verdict, language)
    if finding.severity is not Severity.NONE:
        yield say(finding.severity, language)
    yield _name(finding)
    if finding.review:
        yield say("doubt", language, n=round(finding.confidence * 100))


def _name(finding: Finding) -> str:
    return f"{finding.requirement.id} {_short(finding.requirement.title)}"


def _required(finding: Finding, sheet: Sheet, language: str) -> Line:
    place = _place(finding.requirement.document or "", finding.requirement.clause or "", sheet)
    label = say("upstream-at", language, place=place) if place else say("upstream-says", language)
    pieces = (Words(piece.text, strong=piece.tone is not Tone.PLAIN) for piece in shorten(wanted(finding), LONGEST))
    return (Words(label + say("colon", language)), *pieces)


def _around(finding: Finding, language: str) -> Iterator[Line]:
    places = dict.fromkeys(passage.clause for passage in finding.evidence[1:] if passage.clause)
    others = [place for place in places if place != finding.evidence[0].clause]
    if others:
        yield _labelled("see-also", say("comma", language).join(others), language)


def _decided(finding: Finding, language: str) -> Iterator[Line]:
    if finding.decision:
        decision = finding.decision
        ruling = say(
            "ruled", language, action=say(decision.action, language), by=decision.by, date=decision.date,
            why=decision.reason,
        )  # fmt: skip
        yield _line(printable(ruling))


def _omissions(findings: Sequence[Finding], sheet: Sheet, language: str) -> Iterator[Comment]:
    """One comment for each part of the plan, its requirements grouped as they stand upstream."""
    known = homes(sheet.report)
    placed = [(home, finding) for finding in findings if (home := known.of(finding))]
    placed.sort(key=lambda pair: pair[0])  # stable: in each part the order of the baseline stays
    for home, pairs in groupby(placed, key=lambda pair: pair[0]):
        sections: dict[Upstream, list[Finding]] = {}
        for _, finding in pairs:
            sections.setdefault(upstream(finding.requirement), []).append(finding)
        key = "omitted-last" if home == known.end else "omitted-here"
        head = say(key, language, n=sum(map(len, sections.values())))
        lines: list[Line] = [(Words(head, strong=True),)]
        for (document, section), members in sections.items():
            place = _place(document, section, sheet)
            lines += [(Words(f"【{place}】", strong=True),)] if place else []
            lines += (line for finding in members for line in _missing(finding, sheet, language))
        yield Comment(span=home, lines=tuple(lines))


def _missing(finding: Finding, sheet: Sheet, language: str) -> Iterator[Line]:
    requirement = finding.requirement
    head = " · ".join(_head(finding, Verdict.OMITTED, language))
    yield (Words(head, strong=True), Words(f" {requirement.clause}" if requirement.clause else ""))
    better = _short(sentence(requirement, sheet.plan))
    if better.rstrip("。…") != _short(requirement.text).rstrip("。…"):
        yield _labelled("upstream-says", _short(requirement.text), language)
    if better:
        yield _labelled("add", better, language)
    yield from (_labelled("suggestion", text, language) for text in share(requirement, language))
    if requirement.departments:
        yield _labelled("upstream-owners", _first_of(requirement.departments, language), language)
    yield from _decided(finding, language)


def _words_of(finding: Finding, verdict: Verdict) -> Span:
    """The words that differ: all of those in the passage of the first one, so that one comment shows them together."""
    family = "S" if verdict is Verdict.EXCEEDED else "W"
    spans = [span for reason in _first(finding.reasons, family) if (span := reason.span)]
    if not spans:
        return finding.evidence[0].span
    home = next((passage.span for passage in finding.evidence if passage.span.contains(spans[0])), spans[0])
    inside = [span for span in spans if home.contains(span)]
    return Span(min(span.start for span in inside), max(span.end for span in inside))


def _first(reasons: Iterable[Reason], family: str) -> list[Reason]:
    """The reasons that make the verdict, else all of them."""
    known = tuple(reasons)
    return [reason for reason in known if reason.rule.startswith(family)] or list(known)


def _place(document: str, clause: str, sheet: Sheet) -> str:
    """云岭政办发〔2023〕18号 二（一）1: the number that a drafter knows the document by, else its title."""
    source = next((s for s in sheet.baseline.sources if s.id == document), None)
    name = (source.number or f"《{source.title}》") if source else document
    return printable(" ".join(part for part in (name, clause) if part))


def _cited(source: Source) -> str:
    return printable(f"《{source.title}》" + (f"（{source.number}）" if source.number else ""))


def _told(observation: Observation, language: str) -> str:
    return f"{printable(observation.message.say(language))} [{observation.rule}]"


def _aside(text: str, language: str) -> Line:
    return _line(say("in-a-box", language, text=printable(text)))


def _first_of(names: Sequence[str], language: str) -> str:
    """The leading departments; a list of twelve under each of ten requirements would bury them."""
    shown = say("comma", language).join(map(printable, names[:NAMED]))
    return shown if len(names) <= NAMED else say("and-others", language, names=shown, n=len(names))


def _short(text: str) -> str:
    return "".join(piece.text for piece in shorten((Piece(printable(text)),), LONGEST))


def _labelled(key: str, text: str, language: str) -> Line:
    return _line(say(key, language) + say("colon", language) + text)


def _line(text: str) -> Line:
    return (Words(text),)
