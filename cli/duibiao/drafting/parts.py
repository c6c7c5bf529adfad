"""Takes a sentence apart at the places where one requirement may end and the next begin.

A part ends at a comma or semicolon outside brackets and quotation marks, or at a 、 between two works
("加大财政投入、加强金融支持"), not between two things ("助餐、助洁").
"""

import re
from itertools import pairwise

from msgspec import Struct

from duibiao.drafting import heads

_OPEN, _CLOSE = "(《〔", ")》〕"
_SHORTEST_WORK = 5


class Part(Struct, frozen=True):
    """`text[start:end]` of a sentence with the mark that ends it; `listed` where that mark is a 、."""

    text: str
    start: int
    end: int
    listed: bool = False

    @property
    def words(self) -> str:
        return self.text.rstrip(",;。、:!?")


def parts(text: str, begin: int = 0) -> tuple[Part, ...]:
    """The parts of a plain sentence from `begin` on, in order; joined they are that text again."""
    found: list[Part] = []
    for start, end in _pieces(text, begin):
        cuts = [start, *_works(text, start, end), end]
        for one, two in pairwise(cuts):
            found.append(Part(text[one:two], one, two, listed=two != end))
    return tuple(found)


def _pieces(text: str, begin: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    depth, start, quoted = 0, begin, False
    for at, char in enumerate(text[begin:], begin):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif char == '"':
            quoted = not quoted
        elif char in ",;。!?" and depth == 0 and not quoted:
            pieces.append((start, at + 1))
            start = at + 1
    return [*pieces, (start, len(text))] if start < len(text) else pieces


def _works(text: str, start: int, end: int) -> list[int]:
    """Where a 、 parts two works: each opens with a word of work and is long enough to say what it works on."""
    cuts: list[int] = []
    begin = start
    for mark in re.finditer("、", text[start:end]):
        at = start + mark.start()
        rest = re.split("[、,;。]", text[at + 1 : end], maxsplit=1)[0]
        if _is_work(text[begin:at]) and _is_work(rest) and not _inside(text[start:at]):
            cuts.append(at + 1)
            begin = at + 1
    return cuts


def _is_work(words: str) -> bool:
    """建设标准 and 科学研究 are things: a work opens with its verb itself and goes on to what is worked on."""
    head = heads.read(words)
    at = words.find(head.word) + len(head.word)
    opens = head.kind in ("makes", "moves", "encourages") and len(head.word) > 1
    return opens and len(words) >= _SHORTEST_WORK and words[at : at + 1] not in ("和", "与", "及", "的", "等")


def _inside(before: str) -> bool:
    """Within brackets or quotation marks, or in what a 通过 or 的 takes along."""
    open_ = sum(before.count(mark) for mark in _OPEN) - sum(before.count(mark) for mark in _CLOSE)
    return open_ > 0 or before.count('"') % 2 == 1
