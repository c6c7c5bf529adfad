"""The report for reading at once: what must be mended comes first, the differing words are marked.

Every piece of text goes through `styled.word` or `styled.marked`: what stands in a plan is shown, never obeyed.
"""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from duibiao.model.change import Change
from duibiao.model.report import Finding, Unreadable, Verdict
from duibiao.reports.besides import duties, observations
from duibiao.reports.duties import arranged
from duibiao.reports.finding import blocks, compact, not_holding
from duibiao.reports.format import Options
from duibiao.reports.rulings import beside
from duibiao.reports.styled import (
    FAINT,
    GLYPHS,
    SEVERITIES,
    STRONG,
    VERDICTS,
    Line,
    bar,
    columns,
    flow,
    join,
    to_text,
    word,
)
from duibiao.reports.text import cells
from duibiao.reports.view import VERDICTS as VERDICT_ORDER
from duibiao.reports.view import Group, Sheet, Tally, View, is_new
from duibiao.reports.words import say

BAR = 64
# Beside the numbers of the summary a name needs this much room.
NARROWEST_NAME = 24
SUMMARY = (*VERDICT_ORDER, "review")
EMPTY = Text()


def render(view: View, options: Options) -> str:
    return to_text(_page(view, options), options)


def _page(view: View, options: Options) -> Iterator[Line]:
    for number, sheet in enumerate(view.sheets):
        if number:
            yield EMPTY
        if isinstance(sheet, Unreadable):
            yield from _unreadable(sheet, options)
        else:
            yield from _sheet(sheet, options)
    for plan in arranged(view) if options.everything else ():
        yield from duties(plan, options)
    yield from not_holding(view.run, options)
    yield EMPTY
    if len(view.sheets) > 1:
        yield from _summary(view, options)
    elif view.checked:
        yield from flow(counts(view.tally, options), options.width)
    yield from _news(view, options)
    if options.hints:
        yield from _hints(view, options)


def _sheet(sheet: Sheet, options: Options) -> Iterator[Line]:
    yield from _heading(sheet, options)
    yield EMPTY
    yield bar(sheet.tally.verdicts, min(BAR, options.width), colour=options.colour is not None)
    yield from flow(counts(sheet.tally, options, legend=True), options.width)
    if sheet.is_off_topic:
        yield EMPTY
        yield from flow(word(say("off-topic", options.language), "magenta"), options.width)
    if not sheet.attention:
        yield EMPTY
        yield word(say("nothing-found", options.language), "green")
    for group in sheet.attention:
        yield from _group(group, options)
    if options.everything:
        for group in sheet.rest:
            yield from _group(group, options)
    elif sheet.rest:
        yield EMPTY
        yield from flow(_left_out(sheet, options), options.width)
    yield from observations(sheet, options)


def _heading(sheet: Sheet, options: Options) -> Iterator[Line]:
    plan, language = sheet.plan, options.language
    yield word("─" * options.width, FAINT)
    yield from flow(word(plan.title or say("untitled", language), STRONG), options.width)
    level = say(plan.level, language) if plan.level else None
    facts = (plan.path, plan.number, plan.issued, plan.region, level, say("clauses", language, n=plan.clauses))
    yield from flow(join((word(fact, FAINT) for fact in facts if fact), " · "), options.width)
    baseline = sheet.baseline
    against = (
        say("baseline", language) + say("colon", language) + baseline.title,
        baseline.id,
        say("requirements", language, n=baseline.requirements),
    )
    yield from flow(join((word(fact, FAINT) for fact in against), " · "), options.width)
    if sheet.report.before:
        yield from flow(word(beside(sheet.report, language), "magenta"), options.width)


def counts(tally: Tally, options: Options, *, legend: bool = False) -> Line:
    """落实 40  加码 6  弱化 21  缺失 62, with the glyphs of a plain bar where it stands under one."""
    plain = legend and options.colour is None
    parts = [
        word((GLYPHS[verdict] + " " if plain else "") + _count(verdict, count, options), _verdict_style(verdict, count))
        for verdict, count in tally.verdicts
        if count or verdict is not Verdict.NOT_APPLICABLE
    ]
    parts += [
        word(_count(key, count, options), STRONG)
        for key, count in (("review", tally.review), ("waived", tally.waived))
        if count
    ]
    return join(parts, "  ")


def _verdict_style(verdict: Verdict, count: int) -> str:
    return f"bold {VERDICTS[verdict]}" if count else FAINT


def _count(key: str, count: int, options: Options) -> str:
    return say("count", options.language, word=say(key, options.language), n=count)


def _group(group: Group, options: Options) -> Iterator[Line]:
    yield EMPTY
    head = word(_count(group.verdict, len(group.findings), options), f"bold {VERDICTS[group.verdict]}")
    counts = (word(_count(severity, count, options), SEVERITIES[severity]) for severity, count in group.severities)
    detail = join(counts, " · ") if group.verdict in (Verdict.WEAKENED, Verdict.OMITTED) else Text()
    yield join((part for part in (head, detail) if part.plain), "  ")
    whole = [finding for finding in group.findings if not _is_brief(finding, options)]
    for finding in whole:
        yield from blocks(finding, options)
    if whole and len(whole) < len(group.findings):
        yield EMPTY
    for finding in group.findings:
        if finding not in whole:
            yield from compact(finding, options)


def _is_brief(finding: Finding, options: Options) -> bool:
    """What was so before is told in one line each, so that what is news stands out."""
    known = finding.change is Change.UNCHANGED and not options.everything
    return known or finding.verdict is Verdict.NOT_APPLICABLE


def _left_out(sheet: Sheet, options: Options) -> Text:
    language = options.language
    what = say("comma", language).join(_count(group.verdict, len(group.findings), options) for group in sheet.rest)
    return word(say("rest", language, what=what), FAINT)


def _unreadable(plan: Unreadable, options: Options) -> Iterator[Line]:
    yield word("─" * options.width, FAINT)
    yield from flow(
        join((word(plan.plan.path, STRONG), word(say("unreadable", options.language), "bold red")), "  "), options.width
    )
    yield from flow(word(plan.message.say(options.language)), options.width)
    if plan.advice:
        label = say("advice", options.language) + say("colon", options.language)
        yield from flow(word(label + plan.advice.say(options.language)), options.width)


def _summary(view: View, options: Options) -> Iterator[Line]:
    """One row for each sheet, at the very end, where the eye is when a long run has scrolled by."""
    language = options.language
    yield word("─" * options.width, FAINT)
    rows = [(_name(sheet, view), _state(sheet)) for sheet in view.sheets]
    rows.append((word(say("all-plans", language, n=view.plans), STRONG), view.tally))
    widths = [cells(say(head, language)) + 2 for head in SUMMARY]
    room = options.width - sum(widths)
    title = word(say("summary", language), STRONG)
    if room < NARROWEST_NAME:
        yield title
        for name, tally in rows:
            yield from flow(name, options.width)
            told = counts(tally, options) if tally else word(say("unreadable", language), "bold red")
            yield from flow(told, options.width, first="  ", rest="  ")
        return
    heads = [word(say(head, language)) for head in SUMMARY]
    yield from columns(flow(title, room), [_right(heads, widths)], room, gap=0)
    for name, tally in rows:
        numbers = _right(_numbers(tally), widths) if tally else _unread(sum(widths), language)
        yield from columns(flow(name, room - 1), [numbers], room, gap=0)


def _news(view: View, options: Options) -> Iterator[Line]:
    """What is new or worse once more, where the eye is when a long run has scrolled by."""
    for sheet in view.checked if len(view.sheets) > 1 else ():
        if any(is_new(finding) for finding in sheet.report.findings):
            text = join((_name(sheet, view), word(beside(sheet.report, options.language), "magenta")), "  ")
            yield from flow(text, options.width, rest="  ")


def _name(sheet: Sheet | Unreadable, view: View) -> Text:
    name = word(sheet.plan.path)
    if isinstance(sheet, Sheet) and len(view.run.baselines) > 1:
        return join((name, word(sheet.baseline.id, FAINT)), " · ")
    return name


def _state(sheet: Sheet | Unreadable) -> Tally | None:
    return sheet.tally if isinstance(sheet, Sheet) else None


def _numbers(tally: Tally) -> list[Text]:
    numbers = [word(str(count), _verdict_style(verdict, count)) for verdict, count in tally.verdicts]
    return [*numbers, word(str(tally.review), STRONG if tally.review else FAINT)]


def _right(values: Sequence[Text], widths: Sequence[int]) -> Text:
    """The values set flush right, each in its width."""
    return join(Text(" " * (width - cells(value.plain))) + value for width, value in zip(widths, values, strict=True))


def _unread(width: int, language: str) -> Text:
    return _right([word(say("unreadable", language), "bold red")], [width])


def _hints(view: View, options: Options) -> Iterator[Line]:
    language = options.language
    if not options.everything and any(sheet.rest for sheet in view.checked):
        yield from flow(word(say("rest-hint", language), FAINT), options.width)
    first = _first_reason(finding for sheet in view.checked for group in sheet.attention for finding in group.findings)
    if first:
        yield from flow(word(say("explain-hint", language, rule=first), FAINT), options.width)


def _first_reason(findings: Iterable[Finding]) -> str | None:
    return next((reason.rule for finding in findings for reason in finding.reasons), None)
