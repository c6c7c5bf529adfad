"""Page numbers in a text file that came out of a paged one.

They stand on a line of their own (「- 3 -」「第3页 共10页」「3」) or, where the tool lost the line end, right before
the first word of the page (「31建设一批面向产业发展的」). A number is only taken for a page number where it counts up
with about equally many lines between; the numbered rows of a flattened table count up as well, but not evenly.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from duibiao.documents.lines import Line
from duibiao.language.late import late
from duibiao.model.span import Span

_DRESSED = late(r"[-—–―－_·•]+\s*(\d{1,4})\s*[-—–―－_·•]+|第\s*(\d{1,4})\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?")
_OF = late(r"(\d{1,4})\s*/\s*\d{1,4}")
_BARE = late(r"\d{1,4}")
_DIGITS = late(r"\d+")
_FEWEST_LINES = 3
_MOST_LINES = 90
_CHAIN = 3
_GLUED_CHAIN = 5
_EVEN = 0.7  # of the pages hold about as many lines as the middle one
_SKIPPED = 3  # pages with a picture, or whose number was lost


class _Candidate(Struct, frozen=True):
    line: int
    value: int
    span: Span
    trust: float


def page_marks(written: Sequence[Line], *, wrapped: bool) -> dict[int, Span]:
    """The page numbers by line number; `wrapped` files alone may have them bare or glued to a line."""
    dressed = {line.number: line.span for line in written if _DRESSED.fullmatch(line.text)}
    counted = [
        _Candidate(line.number, int(found[1]), line.span, 1.0)
        for line in written
        if (found := _OF.fullmatch(line.text))
    ]
    if not wrapped:
        return _chain(counted, _CHAIN) | dressed
    bare = [_Candidate(line.number, int(line.text), line.span, 1.0) for line in written if _BARE.fullmatch(line.text)]
    glued = [candidate for line in written for candidate in _glued(line)]
    return _chain(glued, _GLUED_CHAIN) | _chain(bare, _CHAIN) | _chain(counted, _CHAIN) | dressed


def _glued(line: Line) -> Iterator[_Candidate]:
    """Every number that could stand before the line: 「14822、云」 is page 148 and item 22, or page 14, or page 1."""
    digits = _DIGITS.match(line.text)
    if digits is None:
        return
    whole = len(digits[0])
    after = line.text[whole : whole + 1]
    for length in range(1, min(whole, 3) + 1):
        if length == whole and after in ".．、)）,%％ ":
            continue
        trust = 1.0 if length == whole else 0.4
        yield _Candidate(line.number, int(line.text[:length]), Span(line.start, line.start + length), trust)


def _chain(candidates: Sequence[_Candidate], least: int) -> dict[int, Span]:
    """The most trusted run of candidates whose numbers count up, a page apart."""
    best: list[float] = []
    back: list[int] = []
    for at, candidate in enumerate(candidates):
        best.append(candidate.trust)
        back.append(-1)
        for earlier in range(at - 1, -1, -1):
            distance = candidate.line - candidates[earlier].line
            step = candidate.value - candidates[earlier].value
            if distance > _MOST_LINES * _SKIPPED:
                break
            if 1 <= step <= _SKIPPED and step * _FEWEST_LINES <= distance <= step * _MOST_LINES:
                score = best[earlier] + candidate.trust - (step - 1) * 0.7
                if score > best[at]:
                    best[at], back[at] = score, earlier
    if not best:
        return {}
    at = max(range(len(best)), key=best.__getitem__)
    chain: list[_Candidate] = []
    while at >= 0:
        chain.append(candidates[at])
        at = back[at]
    return {mark.line: mark.span for mark in chain} if len(chain) >= least and _is_even(chain) else {}


def _is_even(chain: Sequence[_Candidate]) -> bool:
    """Pages are about equally long; the rows of a table and the items of a list are not."""
    pages = sorted(abs((a.line - b.line) / (a.value - b.value)) for a, b in pairwise(chain))
    middle = pages[len(pages) // 2]
    return sum(middle * 0.6 <= page <= middle * 1.5 for page in pages) >= len(pages) * _EVEN
