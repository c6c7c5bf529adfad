"""A comparison for reading at once: what became worse first, before and after side by side."""

from collections.abc import Iterator

from rich.text import Text

from duibiao.model.comparison import Change, Compared
from duibiao.model.report import Severity
from duibiao.model.saved import SavedFinding
from duibiao.reports.changes.view import SHOWN, Group, Sheet, View, notes, passages, verdicts
from duibiao.reports.finding import GAP, INDENT, LONGEST, NARROWEST, passage_head
from duibiao.reports.format import Options
from duibiao.reports.marks import Tone, shorten
from duibiao.reports.styled import FAINT, SEVERITIES, STRONG, Line, columns, flow, join, marked, to_text, word
from duibiao.reports.text import cells
from duibiao.reports.view import ATTENTION
from duibiao.reports.words import say

STYLES = {
    Change.WORSE: "red",
    Change.NEW: "magenta",
    Change.ALTERED: "yellow",
    Change.BETTER: "green",
    Change.GONE: "bright_black",
    Change.UNCHANGED: "bright_black",
}
SIGNS = {Tone.PLAIN: "  ", Tone.WANTED: "- ", Tone.WORSE: "+ "}
EMPTY = Text()


def render(view: View, options: Options) -> str:
    return to_text(_page(view, options), options)


def _page(view: View, options: Options) -> Iterator[Line]:
    for number, sheet in enumerate(view.sheets):
        if number:
            yield EMPTY
        yield from _sheet(sheet, options)
    told = notes(view, options.language)
    if told:
        yield EMPTY
    for note in told:
        yield from flow(word(note, "magenta"), options.width)
    if not view.sheets:
        yield word(say("nothing-compared", options.language))


def _sheet(sheet: Sheet, options: Options) -> Iterator[Line]:
    plan, language = sheet.plan, options.language
    yield word("─" * options.width, FAINT)
    sides = [(key, side) for key, side in (("before", plan.old), ("after", plan.new)) if side]
    for key, side in sides:
        facts = (say(key, language), side.title, side.path, side.issued, side.sha256[:8])
        parts = [word(fact, STRONG if at == 1 else FAINT) for at, fact in enumerate(facts) if fact]
        yield from flow(join(parts, " · "), options.width)
    if plan.unreadable:
        yield word(say("not-compared", language, why=plan.unreadable), "bold red")
        return
    yield from changes(sheet, options)


def changes(sheet: Sheet, options: Options) -> Iterator[Line]:
    """What changed in a plan, below whatever names the plan."""
    language = options.language
    yield from flow(_counts(sheet, options), options.width)
    for group in sheet.groups:
        if group.change in SHOWN or options.everything:
            yield from _group(group, options)
    if not any(group.change in SHOWN for group in sheet.groups):
        yield EMPTY
        yield word(say("nothing-changed", language), "green")


def _counts(sheet: Sheet, options: Options) -> Line:
    language = options.language
    return join(
        (
            word(
                say("count", language, word=say(change, language), n=count),
                f"bold {STYLES[change]}" if count else FAINT,
            )
            for change, count in sheet.counts
        ),
        "  ",
    )


def _group(group: Group, options: Options) -> Iterator[Line]:
    language = options.language
    yield EMPTY
    head = say("count", language, word=say(group.change, language), n=len(group.members))
    yield word(head, f"bold {STYLES[group.change]}")
    for compared in group.members:
        if group.change is Change.UNCHANGED:
            yield from flow(_title(compared, options), options.width, first=" " * INDENT, rest=" " * 2 * INDENT)
        else:
            yield from _block(compared, options)


def _block(compared: Compared, options: Options) -> Iterator[Line]:
    yield EMPTY
    yield from flow(_title(compared, options), options.width, rest=" " * INDENT)
    side = (options.width - INDENT - GAP) // 2
    old, new = (list(_side(compared, at, options, side)) for at in (0, 1))
    if old and new and side >= NARROWEST:
        yield from _indented(columns(old, new, side, gap=GAP))
    else:
        for at in (0, 1):
            yield from _indented(_side(compared, at, options, options.width - INDENT))
    yield from _reasons(compared, options)


def _title(compared: Compared, options: Options) -> Text:
    latest, language = compared.latest, options.language
    parts = [word(latest.requirement, STRONG), word(latest.title, STRONG)]
    parts.append(word(verdicts(compared, language), STYLES[compared.change]))
    if latest.verdict in ATTENTION and latest.severity is not Severity.NONE:
        parts.insert(0, word(say(latest.severity, language), SEVERITIES[latest.severity]))
    if latest.waived and latest.decision:
        parts.append(word("[" + say("waived-by", language, why=latest.decision.reason) + "]", "magenta"))
    return join(parts, " ")


def _side(compared: Compared, at: int, options: Options, width: int) -> Iterator[Line]:
    """One side's first passage, with the words in which it differs from the other's."""
    passage = passages(compared)[at]
    if passage is None:
        return
    evidence, pieces = passage
    label = word(say("before" if at == 0 else "after", options.language), FAINT)
    yield from flow(join((label, passage_head(evidence, options)), " · "), width)
    shown = pieces if options.everything else shorten(pieces, LONGEST)
    yield from flow(marked(shown, colour=options.colour is not None), width)


def _reasons(compared: Compared, options: Options) -> Iterator[Line]:
    """What is no longer said, then what is said now; what is said of both stands once."""
    before, after = _told(compared.old, options), _told(compared.new, options)
    lines = [(Tone.WANTED, line) for line in before if line not in after]
    lines += [(Tone.PLAIN if line in before else Tone.WORSE, line) for line in after]
    for kind, (rule, message) in lines:
        style = {Tone.WANTED: FAINT, Tone.WORSE: STYLES[compared.change]}.get(kind, "")
        text = join((word(SIGNS[kind] + rule, style), word(message, FAINT if kind is Tone.WANTED else "")), " ")
        yield from flow(text, options.width, first=" " * INDENT, rest=" " * (INDENT + cells(rule) + 3))


def _told(finding: SavedFinding | None, options: Options) -> list[tuple[str, str]]:
    if finding is None:
        return []
    return [(reason.rule, reason.message.say(options.language)) for reason in finding.reasons]


def _indented(rows: Iterator[Line]) -> Iterator[Line]:
    for row in rows:
        yield Text(" " * INDENT) + row
