"""The page as a whole: its policy, its parts in order, style and script taken in."""

import base64
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template

from duibiao.model.report import Run, Unreadable
from duibiao.reports.duties import arranged
from duibiao.reports.html import annex
from duibiao.reports.html.cards import Book, Look, books, fixed_anchor, offices
from duibiao.reports.html.duties import matrix
from duibiao.reports.html.filters import filters
from duibiao.reports.html.findings import findings
from duibiao.reports.html.markup import NOTHING, Html, el, join
from duibiao.reports.html.masthead import masthead
from duibiao.reports.html.plan import outline, text
from duibiao.reports.html.ruling import desk
from duibiao.reports.view import View
from duibiao.reports.words import say

LANGUAGES = {"zh": "zh-Hans", "en": "en"}
START = "findings"
STYLES = tuple(
    f"style/{name}.css" for name in ("colours", "page", "head", "side", "findings", "duties", "ruling", "plan", "paper")
)
SCRIPTS = ("script.js", "ruling.js")


def page(view: View, language: str) -> str:
    shown = books(view)
    body = _body(view, shown, language)
    title = _title(shown, language)
    return whole(body, title=title, version=view.run.version, language=language, assets=(*STYLES, *SCRIPTS))


def whole(
    body: Html,
    *,
    title: str,
    version: str,
    language: str,
    assets: Sequence[str] = (*STYLES, *SCRIPTS[:1]),
) -> str:
    """A page with everything that it needs inside."""
    style, script = ("\n".join(asset(name) for name in assets if name.endswith(suffix)) for suffix in (".css", ".js"))
    return Template(asset("page.html")).substitute(
        language=LANGUAGES[language],
        policy=policy(style, script),
        generator=el("meta", name="generator", content=f"duibiao {version}").text,
        title=el("title", title).text,
        style=style,
        script=script,
        body=body.text,
    )


def policy(style: str, script: str) -> str:
    """Nothing may be loaded and nothing run but these two texts, whatever a plan may have smuggled in.

    frame-ancestors and sandbox are left out: a browser ignores them in a page, and says so on its console.
    """
    rules = {
        "default-src": "'none'",
        "style-src": _digest(style),
        "script-src": _digest(script),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


@cache
def asset(name: str) -> str:
    """A file of this folder, with line feeds as its only line ends: browsers take the digest of that."""
    return files("duibiao.reports.html").joinpath(name).read_text("utf-8").replace("\r\n", "\n")


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def _title(shown: Sequence[Book], language: str) -> str:
    names = (book.plan.title or book.plan.path for book in shown)
    return " · ".join((*names, say("report", language)))


def _body(view: View, shown: Sequence[Book], language: str) -> Html:
    cards = tuple(card for book in shown for card in book.cards)
    rules = {reason.rule for card in cards for reason in card.finding.reasons}
    rules |= {seen.rule for sheet in view.checked for seen in sheet.report.observations}
    duties = {plan.plan: plan for plan in arranged(view)}
    known = tuple(rule for rule in view.run.pages if rule.rule in rules)
    look = Look(
        language=language,
        offices=offices(cards),
        rules=frozenset(rule.rule for rule in known),
        sources={source.id: source for baseline in view.run.baselines for source in baseline.sources},
    )
    # one panel for the page and one list of rules: a file holds one plan
    first = shown[0] if shown else None
    panel = filters(cards, look.offices, language) if cards else NOTHING
    pages = annex.rules(known, language)
    parts = (
        _book(
            book,
            panel if book is first else NOTHING,
            (matrix(duties.get(book.plan.path), language), pages if book is first else NOTHING),
            view.run,
            look,
        )
        for book in shown
    )
    skip = el("a", say("skip", language), href=f"#{fixed_anchor(START, 1)}", class_="skip") if cards else NOTHING
    extras = (annex.keys(language), desk(view.run, language)) if cards else ()
    return join(skip, el("main", parts), extras)


def _book(book: Book, panel: Html, after: tuple[Html, Html], run: Run, look: Look) -> Html:
    """`after` holds the matrix of duties and the pages of the rules."""
    duties, pages = after
    language = look.language
    if book.unreadable:
        body = _unreadable(book.unreadable, language)
        return el("div", masthead(book, language), body, annex.colophon(run, book, language), class_="frame alone")
    contents = el("details", el("summary", say("outline", language)), outline(book, language), class_="fold", open=True)
    nav = el("nav", contents, aria_label=say("outline", language))
    body = el(
        "div",
        (findings(leaf, look) for leaf in book.leaves),
        el("p", say("no-match", language), class_="no-match", hidden=True),
        (annex.observations(leaf.sheet.report.observations, book, language) for leaf in book.leaves),
        duties,
        text(book, language),
        pages,
        id=fixed_anchor(START, book.number),
        class_="body",
        tabindex=-1,
    )
    side = el("div", panel, nav if book.places else NOTHING, class_="side")
    return el("div", masthead(book, language), side, body, annex.colophon(run, book, language), class_="frame")


def _unreadable(plan: Unreadable, language: str) -> Html:
    advice = el("p", el("b", say("advice", language)), plan.advice.say(language)) if plan.advice else NOTHING
    told = el("p", el("b", say("unreadable", language)), plan.message.say(language))
    return el("div", told, advice, class_="body unreadable", role="note")
