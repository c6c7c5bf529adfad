"""The plan on the page: its outline with marks where findings lie, and its text with the passages in place."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, takewhile

from duibiao.model.document import Role
from duibiao.model.report import Verdict
from duibiao.reports.html.cards import Book, Card, Place, fixed_anchor
from duibiao.reports.html.markup import NOTHING, Child, Html, el, join
from duibiao.reports.html.passages import Marks, Stretch, marks_of, stretches
from duibiao.reports.marks import Tone
from duibiao.reports.view import ATTENTION, REST
from duibiao.reports.words import say

UNMARKED = Marks()
# A level deeper than this is set like it.
DEEPEST = 4
# How much of a section that has no heading stands in the outline.
FIRST_WORDS = 24


def outline(book: Book, language: str) -> Html:
    """The headings in order, each with how many findings lie before the next one."""
    marks = marks_of(book)
    entries: list[tuple[Place, dict[str, Card]]] = []
    for place in book.places:
        if not entries or _opens(place, book):
            entries.append((place, {}))
        entries[-1][1].update(marks.get(place.anchor, UNMARKED).cards)
    told = ((place, tuple(cards.values())) for place, cards in entries if cards or place.paragraph.level)
    return el("ol", (_entry(place, cards, language) for place, cards in told), class_="outline")


def text(book: Book, language: str) -> Html:
    """The plan as it was read. Rows that follow one another are a table."""
    marks = marks_of(book)
    blocks: list[Html] = []
    for rows, places in groupby(book.places, key=lambda place: bool(place.paragraph.cells)):
        if rows:
            blocks.append(_table(tuple(places), marks, language))
        else:
            blocks += [_paragraph(place, marks.get(place.anchor, UNMARKED), language) for place in places]
    head = el("h2", say("plan-text", language), id=fixed_anchor("plan", book.number), tabindex=-1)
    return el("section", head, el("div", blocks, class_="text"), class_="plan") if blocks else NOTHING


def _opens(place: Place, book: Book) -> bool:
    if any(other.paragraph.heading for other in book.places):
        return bool(place.paragraph.heading)
    return place.paragraph.level > 0


def _entry(place: Place, cards: Sequence[Card], language: str) -> Html:
    counts = Counter(card.finding.verdict for card in cards)
    paragraph = place.paragraph
    name = paragraph.heading or paragraph.text[:FIRST_WORDS] + "…" * (len(paragraph.text) > FIRST_WORDS)
    ticks = [_tick(verdict, counts[verdict], language) for verdict in (*ATTENTION, *REST) if counts[verdict]]
    link = el("a", el("span", name, lang="zh"), ticks, href=f"#{place.anchor}")
    return el("li", link, class_=f"level-{min(paragraph.level, DEEPEST)}")


def _tick(verdict: Verdict, count: int, language: str) -> Html:
    """弱2: colour alone would not tell everybody which verdict it is."""
    word = say(verdict, language)
    told = say("count", language, word=word, n=count)
    short = el("span", f"{word[0].upper()}{count}", aria_hidden="true")
    return el("span", short, el("span", told, class_="unseen"), class_=f"tick {verdict}", title=told)


def _paragraph(place: Place, marks: Marks, language: str) -> Html:
    paragraph = place.paragraph
    level = min(paragraph.level, DEEPEST) if paragraph.heading else 0
    chips = _chips(_ranked(marks), language)
    words = join(_stretch(stretch) for stretch in stretches(paragraph.text, paragraph.span.start, marks))
    kind = f"level-{level}" if level else f"role-{paragraph.role}"
    return el("div", el("p", words, lang="zh"), chips, id=place.anchor, class_=f"block {kind}", tabindex=-1)


def _table(rows: Sequence[Place], marks: Mapping[str, Marks], language: str) -> Html:
    width = max(len(place.paragraph.cells) for place in rows)
    top = tuple(takewhile(_is_column_heads, rows))
    painted = [_row(place, marks.get(place.anchor, UNMARKED), width, language) for place in rows]
    head = el("thead", painted[: len(top)]) if top else NOTHING
    return el(
        "div",
        el("table", head, el("tbody", painted[len(top) :])),
        class_="scroll",
        tabindex=0,
        role="region",
        aria_label=say("table", language),
    )


def _is_column_heads(place: Place) -> bool:
    """Not a row of one cell, which is a heading inside the table."""
    return place.paragraph.role is Role.HEADING and len(place.paragraph.cells) > 1


def _row(place: Place, marks: Marks, width: int, language: str) -> Html:
    paragraph = place.paragraph
    cell = "th" if paragraph.role is Role.HEADING else "td"
    cells: list[Html] = []
    for number, span in enumerate(paragraph.cells, 1):
        offset = span.start - paragraph.span.start
        words = paragraph.text[offset : offset + len(span)]
        wide = width - number + 1 if number == len(paragraph.cells) else 1
        shown = join(_stretch(stretch) for stretch in stretches(words, span.start, marks))
        cells.append(el(cell, shown, colspan=wide if wide > 1 else None))
    cells.append(el("td", _chips(_ranked(marks), language), class_="margin"))
    worst = _ranked(marks)[0].finding.verdict if marks.cards else None
    return el("tr", cells, id=place.anchor, class_=worst, tabindex=-1, lang="zh")


def _stretch(stretch: Stretch) -> Child:
    inside: Child = stretch.text if stretch.tone is Tone.PLAIN else el("mark", stretch.text, class_=stretch.tone)
    return el("span", inside, class_="taken") if stretch.taken else inside


def _ranked(marks: Marks) -> list[Card]:
    """The findings whose evidence stands here, what must be mended first."""
    order = (*ATTENTION, *REST)
    return sorted(marks.cards.values(), key=lambda card: order.index(card.finding.verdict))


def _chips(cards: Sequence[Card], language: str) -> Html:
    return el("p", _between(_chip(card, language) for card in cards), class_="chips") if cards else NOTHING


def _between(chips: Iterator[Html]) -> Iterator[Child]:
    """A space between two, at which a line may break."""
    for number, chip in enumerate(chips):
        if number:
            yield " "
        yield chip


def _chip(card: Card, language: str) -> Html:
    finding = card.finding
    return el(
        "a",
        f"{say(finding.verdict, language)} {finding.requirement.id}",
        href=f"#{card.anchor}",
        class_=f"chip {finding.verdict}",
        title=finding.requirement.title,
    )
