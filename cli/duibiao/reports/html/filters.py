"""What narrows the list down: nothing ticked in a group means all of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from duibiao.model.baseline import Kind
from duibiao.reports.html.cards import MARK, Card, Office
from duibiao.reports.html.findings import states
from duibiao.reports.html.markup import NOTHING, Html, el
from duibiao.reports.view import SEVERITIES, VERDICTS
from duibiao.reports.words import say

SEARCH = f"{MARK}search"


def filters(cards: Sequence[Card], offices: Mapping[tuple[bool, str], Office], language: str) -> Html:
    found = [card.finding for card in cards]
    choices = (
        boxes("verdict", VERDICTS, [finding.verdict for finding in found], language),
        boxes("severity", SEVERITIES, [finding.severity for finding in found], language),
        boxes("kind", tuple(Kind), [finding.kind for finding in found], language),
        boxes("look", ("review", "waived"), [state for finding in found for state in states(finding)], language),
        _departments(offices, language),
    )
    return panel(choices, len(found), language)


def panel(choices: Sequence[Html], total: int, language: str) -> Html:
    """Without scripts it stays hidden, since nothing in it would work."""
    return el(
        "div",
        _search(language),
        el("details", el("summary", say("filter", language)), choices, class_="fold", open=True),
        _shown(total, language),
        class_="filters",
        role="search",
        aria_label=say("filter", language),
        hidden=True,
    )


def _search(language: str) -> Html:
    box = el(
        "input",
        type="search",
        id=SEARCH,
        placeholder=say("search-hint", language),
        autocomplete="off",
        spellcheck="false",
        aria_keyshortcuts="/",
    )
    return el("p", el("label", say("search", language), for_=SEARCH), box, class_="search")


def boxes(name: str, values: Iterable[str], found: Sequence[str], language: str) -> Html:
    """A box for each value that occurs, with how often; a group that could not narrow anything down is left out."""
    occurring = [value for value in values if value in found]
    if len(occurring) < (1 if name == "look" else 2):
        return NOTHING
    legend = el("legend", say(name, language))
    return el("fieldset", legend, (_choice(name, v, found.count(v), language) for v in occurring), class_=name)


def _choice(name: str, value: str, count: int, language: str) -> Html:
    box = el("input", type="checkbox", name=name, value=value)
    return el("label", box, el("span", say(value, language), class_="word"), " ", el("b", str(count)), class_=value)


def _departments(offices: Mapping[tuple[bool, str], Office], language: str) -> Html:
    if not offices:
        return NOTHING
    identity = f"{MARK}office"
    everyone = el("option", say("any-department", language), value="")
    groups = (
        el("optgroup", options, label=say(key, language))
        for key, upstream in (("named-in-plan", False), ("named-upstream", True))
        if (options := tuple(_options(offices.values(), upstream=upstream)))
    )
    label = el("label", say("owners", language), for_=identity)
    return el("p", label, el("select", everyone, groups, id=identity), class_="office")


def _options(offices: Iterable[Office], *, upstream: bool) -> Iterator[Html]:
    for office in offices:
        if office.upstream is upstream:
            yield el("option", f"{office.name} ({office.findings})", value=office.number)


def _shown(total: int, language: str) -> Html:
    """The script fills the numbers in; it holds no words of its own."""
    status = el(
        "span",
        say("shown", language, n=total, total=total),
        role="status",
        data_words=say("shown", language, n="{n}", total="{total}"),
    )
    return el(
        "p", status, el("button", say("reset", language), type="button", class_="reset", hidden=True), class_="shown"
    )
