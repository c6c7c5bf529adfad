"""How deep each heading of the document stands: the smaller the rank, the further out.

Numbered headings take the depth of their style. A heading that only the format declares (Heading 2, h3, ##) takes the
depth of numbered ones declared alike, and a short line above a paragraph stands just outside the list that it opens.
"""

from collections.abc import Sequence
from itertools import pairwise

from duibiao.documents.outline import sequence, shapes
from duibiao.documents.outline.frame import Frame
from duibiao.documents.outline.numbering import Marker
from duibiao.documents.outline.pieces import Piece
from duibiao.documents.outline.tables import is_value

INNERMOST = 80.0
_LONGEST = 25
_MARKS = frozenset("。;:,!?、()〔〕…")


def ranks(pieces: Sequence[Piece], markers: Sequence[Marker | None], around: Frame) -> dict[int, float]:
    """The ranks of the pieces that open a section; the plan and each attachment number on their own."""
    found: dict[int, float] = {}
    for start, stop in pairwise([0, *around.attachments, len(pieces)]):
        inside = [at for at in range(start, stop) if around.roles[at] is None and not pieces[at].cells]
        found.update(_zone(pieces, markers, inside))
    return found


def _zone(pieces: Sequence[Piece], markers: Sequence[Marker | None], inside: list[int]) -> dict[int, float]:
    depths = sequence.order([marker for at in inside if (marker := markers[at]) is not None])
    found: dict[int, float] = {}
    declared: dict[int, float] = {}
    for at in inside:
        if (marker := markers[at]) is not None:
            found[at] = float(depths[marker.style])
            if (heading := pieces[at].heading) is not None:
                declared[heading] = min(found[at], declared.get(heading, INNERMOST))
    free = set(inside)
    for at in inside:
        heading = pieces[at].heading
        if at in found:
            continue
        if heading is not None and len(pieces[at].plain) <= _LONGEST * 3:
            found[at] = _declared(heading, declared)
        elif _stands_above(pieces, markers, at) and not (
            at - 1 in free and at - 1 not in found and _is_short(pieces[at - 1])
        ):
            following = markers[at + 1]
            opens = following is not None and following.value == 1
            found[at] = depths[following.style] - 0.5 if opens and following is not None else INNERMOST
    return found


def _declared(heading: int, known: dict[int, float]) -> float:
    if heading in known:
        return known[heading]
    above = [rank for level, rank in known.items() if level < heading]
    if above:
        return max(above) + 0.5 + heading / 100
    return min(known.values(), default=0.0) - 10 + heading


def _is_short(piece: Piece) -> bool:
    """A line like the ones in a list of names: the last of them is no heading for what follows."""
    return len(piece.plain) <= _LONGEST and not piece.text.endswith(("。", ":", ";"))


def _stands_above(pieces: Sequence[Piece], markers: Sequence[Marker | None], at: int) -> bool:
    """Whether an unnumbered line is a heading: short, without marks, over a paragraph or the first item of a list."""
    line = pieces[at].text
    if not 2 <= len(line) <= _LONGEST or at + 1 >= len(pieces) or not _MARKS.isdisjoint(line):
        return False
    if is_value(line) or shapes.is_organ(line) or (at and pieces[at - 1].cells):
        return False
    following, marker = pieces[at + 1], markers[at + 1]
    if following.cells:
        return False
    if marker is not None:
        return marker.value == 1
    return len(following.plain) > 2 * len(line) and following.text.endswith(("。", ")", "〕"))
