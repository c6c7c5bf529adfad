"""The words that differ, marked inside the text they stand in.

到【2022年】覆盖率达到【90%】以上 / 到【2025年】覆盖率达到【80%】: a reason knows where the differing word stands in the
requirement and in the plan; here the two texts are cut so that any format can paint the pieces.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby, islice

from msgspec import Struct

from duibiao.model.report import Evidence, Finding, Reason
from duibiao.model.span import Span
from duibiao.reports.text import printable_chars

_OF_DATES = frozenset(("W103", "S202"))
_TIME = re.compile(r"[年月日季期底末]|(?:19|20)\d\d|当前|目前|届")


class Tone(StrEnum):
    """How a piece of text differs; PLAIN does not."""

    PLAIN = "plain"
    WANTED = "wanted"
    WORSE = "worse"
    STRICTER = "stricter"
    OTHER = "other"


class Piece(Struct, frozen=True):
    text: str
    tone: Tone = Tone.PLAIN


def wanted(finding: Finding) -> tuple[Piece, ...]:
    """The requirement's text, ready to be shown, with the words that the plan does not keep to."""
    return cleaned(cut(finding.requirement.text, ((reason.wanted, Tone.WANTED) for reason in finding.reasons)))


def found(finding: Finding, evidence: Evidence) -> tuple[Piece, ...]:
    """A passage, ready to be shown, with the words that differ from the requirement."""
    here = evidence.span
    marks = (
        (
            Span(max(reason.span.start, here.start) - here.start, min(reason.span.end, here.end) - here.start),
            tone(reason),
        )
        for reason in finding.reasons
        if reason.span is not None and reason.span.overlaps(here) and is_meant(reason, evidence.text, here.start)
    )
    return cleaned(cut(evidence.text, marks))


def is_meant(reason: Reason, text: str, start: int) -> bool:
    """Whether the words at the reason's place, in the text that begins at `start`, are what it speaks of.

    The date of a row stands in the head of its column; the cell below, 55 for one, is no date and may even be better
    than what is asked for.
    """
    if reason.span is None or reason.rule not in _OF_DATES:
        return reason.span is not None
    return bool(_TIME.search(text[max(reason.span.start - start, 0) : reason.span.end - start]))


def tone(reason: Reason) -> Tone:
    families = {"W": Tone.WORSE, "O": Tone.WORSE, "S": Tone.STRICTER}
    return families.get(reason.rule[:1], Tone.OTHER)


def cut(text: str, marks: Iterable[tuple[Span | None, Tone]]) -> tuple[Piece, ...]:
    """The text in pieces of one tone, nothing lost. Of two marks on one character the first stays."""
    tones = [Tone.PLAIN] * len(text)
    for span, mark in marks:
        for at in range(span.start, min(span.end, len(text))) if span else ():
            if tones[at] is Tone.PLAIN:
                tones[at] = mark
    runs = groupby(zip(text, tones, strict=True), key=lambda pair: pair[1])
    return tuple(Piece("".join(char for char, _ in run), mark) for mark, run in runs)


def cleaned(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces on one line and made harmless, as one text: a line break between two cells may end a piece."""
    chars = iter(printable_chars("".join(piece.text for piece in pieces)))
    return tuple(Piece("".join(islice(chars, len(piece.text))), piece.tone) for piece in pieces)


def shorten(pieces: tuple[Piece, ...], limit: int) -> tuple[Piece, ...]:
    """The pieces in about `limit` characters: marks stay whole, the plain text between them gives way.

    An upstream paragraph of 800 characters would otherwise fill the screen around one differing year.
    """
    if sum(len(piece.text) for piece in pieces) <= limit:
        return pieces
    plain = [piece for piece in pieces if piece.tone is Tone.PLAIN]
    share = max(limit // max(len(plain), 1), 16)
    return tuple(_squeezed(piece, share, last=piece is pieces[-1]) for piece in pieces)


def _squeezed(piece: Piece, share: int, *, last: bool) -> Piece:
    if piece.tone is not Tone.PLAIN or len(piece.text) <= share:
        return piece
    head = share if last else share // 2
    tail = "" if last else piece.text[-(share - head) :]
    return Piece(f"{piece.text[:head]}…{tail}")
