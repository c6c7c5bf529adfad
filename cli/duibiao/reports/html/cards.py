"""What the page shows, worked out before anything is painted: anchors, where passages stand, who answers for them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from msgspec import Struct

from duibiao.model.baseline import Source
from duibiao.model.report import Checked, Evidence, Finding, Paragraph, PlanInfo, Unreadable
from duibiao.model.span import Span
from duibiao.reports.view import Group, Sheet, View, by_plan

# Every id of the page that is not a finding's begins with it, and no finding's can.
MARK = "§"
_NOT_OF_AN_ANCHOR = re.compile(r"[^\w.-]+")


class Place(Struct, frozen=True, kw_only=True):
    """A paragraph of the plan and the id by which the page finds it."""

    paragraph: Paragraph
    anchor: str


class Card(Struct, frozen=True, kw_only=True):
    """A finding, its id on the page, and the places of its evidence (of the nearest passage where there is none).

    `departments` are those that the plan names where the evidence stands.
    """

    finding: Finding
    anchor: str
    places: tuple[Place | None, ...]
    departments: tuple[str, ...]

    @property
    def passages(self) -> tuple[tuple[Evidence, Place | None], ...]:
        return tuple(zip(passages_of(self.finding), self.places, strict=True))


class Leaf(Struct, frozen=True, kw_only=True):
    """A plan held against one baseline; `number` counts them through the page."""

    number: int
    sheet: Sheet
    groups: tuple[tuple[Group, tuple[Card, ...]], ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        return tuple(card for _, cards in self.groups for card in cards)


class Book(Struct, frozen=True, kw_only=True):
    """A plan with all that was found about it; `unreadable` stands where nothing could be."""

    number: int
    plan: PlanInfo
    places: tuple[Place, ...]
    leaves: tuple[Leaf, ...]
    unreadable: Unreadable | None = None

    @property
    def cards(self) -> tuple[Card, ...]:
        return tuple(card for leaf in self.leaves for card in leaf.cards)


class Office(Struct, frozen=True, kw_only=True):
    """A department to filter for: named by the plan itself, or by upstream. `number` stands for it in the page."""

    number: int
    name: str
    upstream: bool
    findings: int


class Look(Struct, frozen=True, kw_only=True):
    """How everything on the page is painted.

    `offices` are by side and name, `rules` those that have a page, `sources` the upstream documents by their ids.
    """

    language: str
    offices: Mapping[tuple[bool, str], Office]
    rules: frozenset[str]
    sources: Mapping[str, Source]


def offices(cards: Iterable[Card]) -> dict[tuple[bool, str], Office]:
    """Who can be filtered for, those with most findings first."""
    counted = Counter(named for card in cards for named in named_in(card))
    return {
        (upstream, name): Office(number=number, name=name, upstream=upstream, findings=count)
        for number, ((upstream, name), count) in enumerate(counted.most_common())
    }


def named_in(card: Card) -> tuple[tuple[bool, str], ...]:
    """The departments of a finding, each with whether it is upstream that names it."""
    upstream = ((True, name) for name in card.finding.requirement.departments)
    return tuple(dict.fromkeys((*upstream, *((False, name) for name in card.departments))))


def fixed_anchor(name: str, number: int) -> str:
    """The id of a part that every book or leaf has."""
    return f"{MARK}{name}" if number == 1 else f"{MARK}{name}-{number}"


def passages_of(finding: Finding) -> tuple[Evidence, ...]:
    """What is shown beside the requirement: the evidence, or the nearest passage that was refused."""
    return finding.evidence or ((finding.nearest,) if finding.nearest else ())


def books(view: View) -> tuple[Book, ...]:
    """One for each plan; a file holds one, but nothing here depends on it."""
    taken: set[str] = set()
    sheets = iter(enumerate(view.sheets, 1))
    found = []
    for number, reports in enumerate(by_plan(view.run.reports), 1):
        places = _places(reports[0], number)
        mine = [next(sheets) for _ in reports]
        found.append(
            Book(
                number=number,
                plan=reports[0].plan,
                places=places,
                leaves=tuple(_leaf(at, sheet, places, taken) for at, sheet in mine if isinstance(sheet, Sheet)),
                unreadable=next((sheet for _, sheet in mine if isinstance(sheet, Unreadable)), None),
            )
        )
    return tuple(found)


def place_of(span: Span, places: Sequence[Place]) -> Place | None:
    """Where a passage begins."""
    return next(places_at(span, places), None)


def _places(report: Checked | Unreadable, number: int) -> tuple[Place, ...]:
    if isinstance(report, Unreadable):
        return ()
    book = f"{number}-" if number > 1 else ""
    return tuple(Place(paragraph=p, anchor=f"{MARK}{book}{at}") for at, p in enumerate(report.paragraphs, 1))


def _leaf(number: int, sheet: Sheet, places: Sequence[Place], taken: set[str]) -> Leaf:
    groups = (*sheet.attention, *sheet.rest)
    return Leaf(
        number=number,
        sheet=sheet,
        groups=tuple((group, tuple(_card(finding, places, taken) for finding in group.findings)) for group in groups),
    )


def _card(finding: Finding, places: Sequence[Place], taken: set[str]) -> Card:
    covering = [place for evidence in finding.evidence for place in places_at(evidence.span, places)]
    named = (name for place in covering for name in place.paragraph.departments)
    return Card(
        finding=finding,
        anchor=free_anchor(finding.requirement.id, taken),
        places=tuple(place_of(evidence.span, places) for evidence in passages_of(finding)),
        departments=tuple(dict.fromkeys(named)),
    )


def places_at(span: Span, places: Sequence[Place]) -> Iterator[Place]:
    """The paragraphs that a span touches; they are in order and do not overlap."""
    first = bisect_right(places, span.start, key=lambda place: place.paragraph.span.end)
    return takewhile(lambda place: place.paragraph.span.start < span.end, places[first:])


def free_anchor(identity: str, taken: set[str]) -> str:
    """The requirement's own id as far as it may stand in a link, so that report.html#SC-014 leads there."""
    plain = _NOT_OF_AN_ANCHOR.sub("-", identity)
    free, number = plain, 2
    while free in taken:
        free = f"{plain}~{number}"
        number += 1
    taken.add(free)
    return free
