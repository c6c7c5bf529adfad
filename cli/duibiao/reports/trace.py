"""How one requirement got its verdict: what was asked, what was considered, how well it fits, what was compared."""

from collections.abc import Iterator

from rich.text import Text

from duibiao.model.fact import Facts, Quantity
from duibiao.model.match import Candidate, Match
from duibiao.model.report import Finding
from duibiao.reports.finding import blocks
from duibiao.reports.format import Options
from duibiao.reports.styled import FAINT, STRONG, VERDICTS, Line, flow, join, to_text, word
from duibiao.reports.words import say

# A person looks at the first few; --verbose shows what else was considered, and the features.
CANDIDATES = 5


def render_trace(match: Match, finding: Finding, options: Options) -> str:
    return to_text(_trace(match, finding, options), options)


def _trace(match: Match, finding: Finding, options: Options) -> Iterator[Line]:
    language = options.language
    verdict = word(say(finding.verdict, language), f"bold {VERDICTS[finding.verdict]}")
    sure = say("confidence", language, n=round(finding.confidence * 100))
    yield join((word(say("verdict", language), STRONG), verdict, word(sure, FAINT)), "  ")
    yield from blocks(finding, options)
    yield Text()
    yield word(say("wanted-facts", language), STRONG)
    yield from _facts(match.wanted.facts, options, targets=match.wanted.targets)
    yield Text()
    presence, whole = round(match.presence * 100), round(match.whole * 100)
    yield from flow(word(say("presence", language, presence=presence, whole=whole)), options.width)
    yield Text()
    shown = match.candidates if options.everything else match.candidates[:CANDIDATES]
    head = say("candidates", language, n=len(match.candidates), shown=len(shown))
    yield word(head, STRONG)
    for number, candidate in enumerate(shown, 1):
        yield from _candidate(number, candidate, match, options)


def _candidate(number: int, candidate: Candidate, match: Match, options: Options) -> Iterator[Line]:
    passage = candidate.passage
    taken = say("taken", options.language) if passage in match.passages else ""
    place = " · ".join(part for part in (passage.label, str(passage.role), passage.context) if part)
    parts = (word(f"{number:2}"), word(f"{candidate.score:.2f}", STRONG), word(taken, "green"), word(place, FAINT))
    yield from flow(join((part for part in parts if part.plain), "  "), options.width, rest=" " * 4)
    yield from flow(word(passage.plain.text), options.width, first=" " * 4, rest=" " * 4)
    yield from _facts(passage.facts, options)
    if options.everything:
        features = "  ".join(f"{name} {value:.2f}" for name, value in candidate.features)
        yield from flow(word(features, FAINT), options.width, first=" " * 4, rest=" " * 4)


def _facts(facts: Facts, options: Options, *, targets: tuple[Quantity, ...] = ()) -> Iterator[Line]:
    """One line for each kind of fact that occurs, each fact as it was understood."""
    language = options.language
    quantities = targets or facts.quantities
    kinds = (
        ("quantity", [_quantity(quantity) for quantity in quantities]),
        ("date", [f"{date} ({date.kind}, {date.source})" for date in facts.dates]),
        ("strength", [f"{verb.word} ({verb.strength.word})" for verb in facts.verbs]),
        ("scope", [f"{scope.word} ({scope.reach})" for scope in facts.scopes]),
        ("department", [department.name for department in facts.departments]),
    )
    for key, values in kinds:
        if values:
            line = say(key, language) + say("colon", language) + say("comma", language).join(values)
            yield from flow(word(line, "cyan"), options.width, first=" " * 4, rest=" " * 6)


def _quantity(quantity: Quantity) -> str:
    upper = f"..{quantity.upper:g}" if quantity.upper is not None else ""
    name = f"{quantity.indicator} " if quantity.indicator else ""
    hedged = " ~" if quantity.hedged else ""
    return f"{name}{quantity.op} {quantity.value:g}{upper} {quantity.unit}{hedged}"
