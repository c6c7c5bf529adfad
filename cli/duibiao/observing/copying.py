"""How much of a plan stands word for word in the upstream texts.

Runs of twelve characters are looked up: shorter ones are stock phrases, and whoever localises a sentence (全县, our own
department, another number) breaks the run. Titles in 《》 and quoted slogans are anybody's and are left out.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from duibiao.language.late import late
from duibiao.language.normalise import plain_text
from duibiao.model.document import Document, Role
from duibiao.model.span import Span

_RUN = 12
_SHORTEST = 24  # characters: a target is said in the same words by everybody
_COPIED = 0.9
_QUOTED = late(r"《[^《》]*》|\"[^\"]*\"")
_MARKS = late(r"[^一-鿿a-z0-9%]")
_HEAD = late(r"^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+[、.])")


class Copied(Struct, frozen=True, kw_only=True):
    """The clauses taken over, and how many there are that could have been."""

    spans: tuple[Span, ...]
    clauses: int

    @property
    def share(self) -> float:
        return len(self.spans) / self.clauses if self.clauses else 0.0


def copied(document: Document, upstream: Sequence[str]) -> Copied:
    runs = _known(tuple(upstream))
    own = [(clause, _bare(clause.plain.text)) for clause in document.clauses if clause.role is Role.BODY]
    long = [(clause, text) for clause, text in own if len(text) >= _SHORTEST]
    spans = tuple(clause.span for clause, text in long if _covered(text, runs) >= _COPIED)
    return Copied(spans=spans, clauses=len(long))


@lru_cache(maxsize=4)  # one checklist serves thousands of plans
def _known(upstream: tuple[str, ...]) -> frozenset[str]:
    return frozenset(run for text in upstream for run in _runs(_bare(plain_text(text))))


def _covered(text: str, runs: frozenset[str]) -> float:
    """The share of characters that stand in a run of the upstream texts."""
    marked = bytearray(len(text))
    for at, run in enumerate(_runs(text)):
        if run in runs:
            marked[at : at + _RUN] = b"\x01" * _RUN
    return sum(marked) / len(text)


def _runs(text: str) -> Iterator[str]:
    return (text[at : at + _RUN] for at in range(len(text) - _RUN + 1))


def _bare(text: str) -> str:
    return _MARKS.sub("", _QUOTED.sub("", _HEAD.sub("", text)))
