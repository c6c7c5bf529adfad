"""Where the findings lie in the plan: for each paragraph its findings, the ranges taken, the words that differ."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

from msgspec import Struct, field

from duibiao.model.span import Span
from duibiao.reports.html.cards import Book, Card, places_at
from duibiao.reports.marks import Tone, is_meant, tone
from duibiao.reports.text import printable_chars

T = TypeVar("T")


class Marks(Struct):
    """What one paragraph holds: its cards by their anchors; spans count characters of the plan's text."""

    cards: dict[str, Card] = field(default_factory=dict)
    taken: list[Span] = field(default_factory=list)
    words: list[tuple[Span, Tone]] = field(default_factory=list)


class Stretch(Struct, frozen=True):
    """Characters of a paragraph that look the same."""

    text: str
    taken: bool
    tone: Tone


def marks_of(book: Book) -> Mapping[str, Marks]:
    """The marks of each paragraph that has any, by its anchor."""
    found: dict[str, Marks] = defaultdict(Marks)
    for card in book.cards:
        for evidence in card.finding.evidence:
            for place in places_at(evidence.span, book.places):
                marks = found[place.anchor]
                marks.taken.append(evidence.span)
                marks.cards[card.anchor] = card
        for reason in card.finding.reasons:
            if reason.span:
                for place in places_at(reason.span, book.places):
                    if is_meant(reason, place.paragraph.text, place.paragraph.span.start):
                        found[place.anchor].words.append((reason.span, tone(reason)))
    return dict(found)


def stretches(text: str, start: int, marks: Marks) -> tuple[Stretch, ...]:
    """The text that stands at `start` of the plan, made harmless and cut where its look changes."""
    taken = _painted(len(text), start, ((span, True) for span in marks.taken), plain=False)
    tones = _painted(len(text), start, marks.words, plain=Tone.PLAIN)
    shown = zip(printable_chars(text), taken, tones, strict=True)
    looks = groupby(shown, key=lambda char: (char[1], char[2]))
    return tuple(Stretch("".join(char for char, _, _ in run), *look) for look, run in looks)


def _painted(length: int, start: int, spans: Iterable[tuple[Span, T]], *, plain: T) -> Sequence[T]:
    """The value of each character; of two on one character the first stays."""
    values = [plain] * length
    for span, value in spans:
        for at in range(max(span.start - start, 0), min(span.end - start, length)):
            if values[at] == plain:
                values[at] = value
    return values
