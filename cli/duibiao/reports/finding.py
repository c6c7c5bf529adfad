"""One finding on the terminal: what is required and what the plan says, side by side, and why that is not enough."""

from collections.abc import Iterator

from rich.text import Text

from duibiao.model.report import Evidence, Finding, Run, Severity
from duibiao.reports.format import Options
from duibiao.reports.marks import Piece, Tone, found, shorten, tone, wanted
from duibiao.reports.rulings import became, lapsed, tag, where
from duibiao.reports.styled import FAINT, SEVERITIES, STRONG, TONES, Line, columns, flow, join, marked, word
from duibiao.reports.text import cells, printable
from duibiao.reports.upstream import own_share, upstream_place
from duibiao.reports.view import ATTENTION
from duibiao.reports.words import say

INDENT = 2
GAP = 3
# Below it a column holds fewer than 17 Chinese characters, and reading goes down instead of across.
NARROWEST = 34
# Longer texts are cut around the marks; --all shows them in full.
LONGEST = 240


def blocks(finding: Finding, options: Options) -> Iterator[Line]:
    """A finding in full, after an empty line."""
    yield Text()
    yield from flow(_title(finding, options), options.width, rest=" " * INDENT)
    side = (options.width - INDENT - GAP) // 2
    if not (finding.evidence or finding.nearest):
        yield from _indented(_required(finding, options, options.width - INDENT))
    elif side >= NARROWEST:
        both = columns(_required(finding, options, side), _passages(finding, options, side), side, gap=GAP)
        yield from _indented(both)
    else:
        yield from _indented(_required(finding, options, options.width - INDENT))
        yield from _indented(_passages(finding, options, options.width - INDENT))
    yield from _reasons(finding, options)


def compact(finding: Finding, options: Options) -> Iterator[Line]:
    """A finding in one line: its id and title, what was ruled, and the codes of its reasons."""
    told = tag(finding, options.language)
    codes = " ".join(dict.fromkeys(reason.rule for reason in finding.reasons))
    name = join((word(finding.requirement.id, FAINT), word(_short(finding.requirement.title, options))), " ")
    parts = (name, word(f"[{told}]" if told else "", "magenta"), word(codes, FAINT))
    yield from flow(
        join((part for part in parts if part.plain), "  "), options.width, first=" " * INDENT, rest=" " * 2 * INDENT
    )


def not_holding(run: Run, options: Options) -> Iterator[Line]:
    """The decisions that do not hold, and why."""
    if not run.lapsed:
        return
    language = options.language
    yield Text()
    yield word(say("count", language, word=say("lapsed", language), n=len(run.lapsed)), STRONG)
    for entry, told in lapsed(run, language):
        text = join((word(told), word(where(entry), FAINT)), "  ")
        yield from flow(text, options.width, first=" " * INDENT, rest=" " * 2 * INDENT)


def passage_head(evidence: Evidence, options: Options) -> Text:
    """二(二)3 · 第120行 · 第4页"""
    language = options.language
    page = say("page", language, n=evidence.page) if evidence.page else ""
    parts = (evidence.clause, say("line", language, n=evidence.line), page)
    return join((word(part, FAINT) for part in parts if part), " · ")


def _title(finding: Finding, options: Options) -> Text:
    language = options.language
    parts = [word(finding.requirement.id, STRONG), word(_short(finding.requirement.title, options), STRONG)]
    if finding.verdict in ATTENTION and finding.severity is not Severity.NONE:
        parts.insert(0, word(say(finding.severity, language), SEVERITIES[finding.severity]))
    if finding.review:
        parts.append(word("[" + say("doubt", language, n=round(finding.confidence * 100)) + "]", "magenta"))
    parts += [word(f"[{told}]", "magenta") for told in (became(finding, language), tag(finding, language)) if told]
    return join(parts, " ")


def _required(finding: Finding, options: Options, width: int) -> Iterator[Line]:
    requirement = finding.requirement
    parts = (word(say("requirement", options.language), FAINT), word(upstream_place(requirement), FAINT))
    yield from flow(join((part for part in parts if part.plain), " · "), width)
    yield from _text(wanted(finding), options, width)
    if share := own_share(requirement, options.language):
        yield from flow(word(share, FAINT), width)


def _passages(finding: Finding, options: Options, width: int) -> Iterator[Line]:
    """The first passage, and any other in which a word is marked; of the rest only the places, unless all is asked."""
    label = word(say("passage", options.language), FAINT)
    quoted: set[str] = set()
    others: list[Text] = []
    for number, evidence in enumerate(finding.evidence):
        pieces, head = found(finding, evidence), passage_head(evidence, options)
        if number and not options.everything and all(piece.tone is Tone.PLAIN for piece in pieces):
            others.append(head)
            continue
        quoted.add(head.plain)
        yield from flow(join((label, head), " · "), width)
        yield from _text(pieces, options, width)
    places = {head.plain: head for head in others if head.plain not in quoted}
    if places:
        head = word(say("see-also", options.language), FAINT)
        yield from flow(join((head, join(places.values(), say("semicolon", options.language))), " "), width)
    if finding.nearest and not finding.evidence:
        label = word(say("nearest", options.language), FAINT)
        yield from flow(join((label, passage_head(finding.nearest, options)), " · "), width)
        yield from _text((Piece(printable(finding.nearest.text)),), options, width, base=FAINT)


def _text(pieces: tuple[Piece, ...], options: Options, width: int, *, base: str = "") -> Iterator[Line]:
    shown = pieces if options.everything else shorten(pieces, LONGEST)
    yield from flow(marked(shown, colour=options.colour is not None, base=base), width)


def _short(text: str, options: Options) -> str:
    return "".join(piece.text for piece in shorten((Piece(text),), LONGEST)) if not options.everything else text


def _reasons(finding: Finding, options: Options) -> Iterator[Line]:
    for reason in finding.reasons:
        code = word(reason.rule, TONES[tone(reason)].replace("underline", "").strip())
        text = join((code, word(_short(reason.message.say(options.language), options))), " ")
        yield from flow(text, options.width, first=" " * INDENT, rest=" " * (INDENT + cells(reason.rule) + 1))


def _indented(rows: Iterator[Line]) -> Iterator[Line]:
    for row in rows:
        yield Text(" " * INDENT) + row
