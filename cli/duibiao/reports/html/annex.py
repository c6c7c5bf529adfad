"""What follows the findings: observations, what the rules mean, where the report comes from, the keys."""

from collections.abc import Sequence

from duibiao.model.report import Observation, RulePage, Run
from duibiao.reports.html.cards import MARK, Book, place_of
from duibiao.reports.html.findings import passage_link
from duibiao.reports.html.markup import NOTHING, Html, el, join
from duibiao.reports.words import say

SECTIONS = ("finds", "matters", "limits")
# What each key does; the script knows the same ones.
KEYS = (
    ("/", "key-search"),
    ("j ↓", "key-next"),
    ("k ↑", "key-previous"),
    ("Enter", "key-passage"),
    ("Esc", "key-back"),
    ("?", "key-help"),
)


def observations(seen: Sequence[Observation], book: Book, language: str) -> Html:
    if not seen:
        return NOTHING
    head = el("h2", say("count", language, word=say("observations", language), n=len(seen)))
    return el("section", head, el("ul", (_observation(o, book, language) for o in seen)), class_="observations")


def _observation(observation: Observation, book: Book, language: str) -> Html:
    evidence = (
        el("div", el("blockquote", e.text, lang="zh"), passage_link(e, place_of(e.span, book.places), language))
        for e in observation.evidence
    )
    code = el("span", observation.rule, class_="code")
    return el("li", code, el("span", observation.message.say(language), class_="why"), evidence)


def rules(pages: Sequence[RulePage], language: str) -> Html:
    """The pages of the rules that the findings name."""
    if not pages:
        return NOTHING
    head = el("h2", say("sheet-rules", language))
    return el("section", head, (_rule(page, language) for page in pages), class_="rules")


def _rule(page: RulePage, language: str) -> Html:
    sections = (
        join(el("dt", say(section, language)), el("dd", getattr(page, section).say(language))) for section in SECTIONS
    )
    title = join(el("span", page.rule, class_="code"), " ", page.title.say(language))
    return el("details", el("summary", title), el("dl", sections), id=f"{MARK}{page.rule}")


def colophon(run: Run, book: Book, language: str) -> Html:
    """Which bytes were compared, so that a printed page can be told from that of another draft."""
    digests = [(book.plan.path, book.plan.sha256)]
    digests += [(leaf.sheet.baseline.id, leaf.sheet.baseline.sha256) for leaf in book.leaves]
    rows = (el("div", el("dt", name), el("dd", f"SHA-256 {digest}")) for name, digest in digests if digest)
    return foot(el("dl", rows), run.version, language)


def foot(told: Html, version: str, language: str) -> Html:
    made = el("p", say("made-by", language, version=version))
    button = el("button", say("keys", language), " ", el("kbd", "?"), type="button", class_="keys", hidden=True)
    return el("footer", made, told, button)


def keys(language: str, known: Sequence[tuple[str, str]] = KEYS) -> Html:
    title = f"{MARK}keys"
    rows = (
        el("div", el("dt", (el("kbd", key) for key in pressed.split())), el("dd", say(word, language)))
        for pressed, word in known
    )
    close = el("button", say("close", language), type="button", class_="close")
    return el("dialog", el("h2", say("keys", language), id=title), el("dl", rows), close, aria_labelledby=title)
