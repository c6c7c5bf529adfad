"""The body of the index: everything but the heat map stands in it as plain elements, readable without scripts."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from duibiao.batch.outputs.areas import Area, Item, most, ranked
from duibiao.batch.outputs.index.plots import bars, histogram
from duibiao.batch.outputs.matrix import Matrix, Row
from duibiao.batch.outputs.overview import Overview
from duibiao.batch.outputs.summary import counts
from duibiao.batch.pages import link
from duibiao.batch.places import Place
from duibiao.batch.run import Known
from duibiao.batch.words import say
from duibiao.reports.html.markup import NOTHING, Html, el, join

_SHOWN = 15  # requirements and plans in a ranking; the workbook has all
_FILES = ("matrix.xlsx", "findings.csv", "summary.json", "errors.csv")


def body(shown: Overview) -> str:
    matrix, items, language, linked = shown.matrix, shown.items, shown.language, shown.linked
    parts = (
        _head(shown.plans, language),
        _map(matrix, language),
        _section("coverage", el("div", _areas(shown.areas, language), class_="scroll"), language),
        _section("ranking", _ranking(matrix, language, linked=linked), language),
        _section("requirements", _items(matrix, items, language), language),
        _section("distribution", _plots(matrix, items, language), language),
        _troubles(shown.plans, language),
    )
    return el("main", parts).text


def _head(plans: Sequence[tuple[Place, Known]], language: str) -> Html:
    told = counts([known for _, known in plans])
    numbers = (el("li", el("b", f"{n:,}"), say(key, language)) for key, n in told.items())
    kept = (el("a", name, href=name) for name in _FILES)
    return el(
        "header",
        el("h1", say("title", language)),
        el("ul", numbers, class_="numbers"),
        el("p", say("files", language), ": ", (join(a, " ") for a in kept), class_="faint"),
    )


def _map(matrix: Matrix, language: str) -> Html:
    lists = sorted({column.baseline for column in matrix.columns})
    provinces = [name for name, _ in groupby(row.place.province for row in matrix.rows) if name]
    choices = (
        _choice("province", [("", say("all-places", language)), *((p, p) for p in dict.fromkeys(provinces))], language),
        _choice("baseline", [("", say("all", language)), *((name, name) for name in lists)], language)
        if len(lists) > 1
        else NOTHING,
        _choice("sort", [(key, say(key, language)) for key in ("by-place", "by-rate-up", "by-rate-down")], language),
        _choice("columns", [(key, say(key, language)) for key in ("by-list", "by-omitted", "by-weakened")], language),
        el("label", say("search", language), " ", el("input", id="search", type="search")),
    )
    legend = (el("span", el("i", class_=f"key {v}"), say(v, language)) for v in _VERDICTS)
    canvas = el("canvas", id="map", tabindex=0, role="application", aria_label=say("hint", language))
    return el(
        "section",
        el("h2", say("matrix", language)),
        el("form", choices, id="choices"),
        el("p", legend, class_="legend"),
        el("p", say("hint", language), class_="faint"),
        el("noscript", el("p", say("needs-script", language))),
        el("div", canvas, el("div", el("div", id="room"), id="scroller"), id="frame"),
        el("p", id="told", role="status"),
        id="matrix",
    )


_VERDICTS = ("covered", "exceeded", "weakened", "omitted", "not-applicable", "none")


def _choice(key: str, options: Sequence[tuple[str, str]], language: str) -> Html:
    chosen = (el("option", text, value=value) for value, text in options)
    return el("label", say(key, language), " ", el("select", chosen, id=key))


def _section(key: str, content: Html, language: str) -> Html:
    return el("section", el("h2", say(key, language)), content, id=key)


def _areas(areas: Sequence[Area], language: str) -> Html:
    heads = ("place", "plans", "rate", "covered", "exceeded", "weakened", "omitted")
    head = el("thead", el("tr", (el("th", say(key, language), scope="col") for key in heads)))
    rows = (_area(area, at, _below(areas, at), language) for at, area in enumerate(areas))
    return el("table", head, el("tbody", rows), id="areas")


def _below(areas: Sequence[Area], at: int) -> bool:
    return at + 1 < len(areas) and areas[at + 1].depth > areas[at].depth


def _area(area: Area, at: int, below: bool, language: str) -> Html:
    name = area.place.rungs[-1] if area.place.rungs else say("unplaced", language)
    # without a script all rows are there; the script folds what lies in a province
    fold = el("button", name, type="button", aria_expanded="true") if below else el("span", name)
    numbers = (el("td", f"{area.counts[letter]:,}", class_="n") for letter in "cewo")
    return el(
        "tr",
        el("th", fold, scope="row", class_=f"depth{area.depth}"),
        el("td", f"{area.plans:,}", class_="n"),
        el("td", _percent(area.rate), bars(area.counts), class_="n"),
        numbers,
        data_depth=area.depth,
        id=f"area{at}",
    )


def _ranking(matrix: Matrix, language: str, *, linked: bool) -> Html:
    rows = ranked(matrix.rows)
    sides = (("best", rows[:_SHOWN]), ("worst", rows[::-1][:_SHOWN]))
    return el("div", (_side(key, side, language, linked=linked) for key, side in sides), class_="two")


def _side(key: str, rows: Sequence[Row], language: str, *, linked: bool) -> Html:
    lines = (el("li", _named(row, linked=linked), " ", el("b", _percent(row.rate))) for row in rows)
    return el("div", el("h3", say(key, language)), el("ol", lines))


def _named(row: Row, *, linked: bool) -> Html:
    name = row.place.name or row.shown
    return el("a", name, href=link(row.shown), title=row.shown) if linked else el("span", name, title=row.shown)


def _items(matrix: Matrix, items: Sequence[Item], language: str) -> Html:
    sides = (("most-omitted", "o"), ("most-weakened", "w"))
    return el("div", (_most(matrix, items, key, letter, language) for key, letter in sides), class_="two")


def _most(matrix: Matrix, items: Sequence[Item], key: str, letter: str, language: str) -> Html:
    lines = []
    for item in most(items, letter)[:_SHOWN]:
        requirement = matrix.columns[item.at].requirement
        bound = sum(item.counts[known] for known in "cewo")
        share = f"{item.counts[letter]:,} / {bound:,}"
        told = " ".join(_rules(matrix, item)) if letter == "w" else ""
        name = el("b", requirement.id)
        why = el("small", " ", told) if told else NOTHING
        lines.append(el("li", name, " ", el("span", requirement.title, title=requirement.text), " ", share, why))
    return el("div", el("h3", say(key, language)), el("ol", lines) if lines else el("p", say("nothing", language)))


def _rules(matrix: Matrix, item: Item) -> Iterator[str]:
    for mark, count in item.rules.most_common(3):
        if mark != " ":
            yield f"{matrix.rules[ord(mark) - ord('A')]}×{count}"


def _plots(matrix: Matrix, items: Sequence[Item], language: str) -> Html:
    plans = [row.rate for row in matrix.rows if row.rate is not None]
    shares = [item.rate for item in items if item.rate is not None]
    plots = (("histogram", plans), ("histogram-items", shares))
    figures = (
        el("figure", el("figcaption", say(key, language)), histogram(values, say(key, language)))
        for key, values in plots
    )
    return el("div", figures, class_="two")


def _troubles(plans: Sequence[tuple[Place, Known]], language: str) -> Html:
    lines = [
        el("li", el("b", known.found.shown), " ", known.plan.trouble.message.say(language))
        for _, known in plans
        if known.plan.trouble
    ]
    return _section("errors", el("ul", lines), language) if lines else NOTHING


def _percent(rate: float | None) -> str:
    return "–" if rate is None else f"{rate:.1%}"
