"""Which element of the page holds the article.

Scored is what only an article has: sentences with Chinese punctuation that are no links. From the page downwards the
choice goes into whichever child still holds nearly all of that, and never past a numbered item or a table row, since
to lose a paragraph is worse than to keep a line of the portal. Names that portals give to the article's element lower
what "nearly" means, for a page whose portal also talks in sentences. Names alone were refused: the next portal has
other names, and 「content」 is what some call the whole page.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from duibiao.documents.furniture import is_furniture, is_label
from duibiao.documents.html.pieces import Piece
from duibiao.documents.html.shown import is_article
from duibiao.documents.wrapping import starts_item
from duibiao.language.late import late

if TYPE_CHECKING:
    from lxml.etree import _Element

_NEARLY_ALL = 0.95
_MOST = 0.8
_MOST_NAMED = 0.7
_FEW = 3
_SENTENCE = late(r"[，。；：！？、,;]")
_SHORTEST = 15
_AROUND_DISCOUNT = 0.3


class _Sum(Struct):
    """What stands in an element: `items` counts the numbered items and rows, which only an article has."""

    score: float = 0.0
    pieces: int = 0
    items: int = 0

    def add(self, other: "_Sum") -> None:
        self.score += other.score
        self.pieces += other.pieces
        self.items += other.items


def article(root: "_Element", pieces: Sequence[Piece]) -> "_Element":
    """The smallest element that holds the article."""
    sums = _sums(root, pieces)
    chosen = root
    while True:
        best = max(chosen, key=lambda child: sums[child].score if child in sums else 0.0, default=None)
        if best is None or best not in sums or not _holds_all(best, sums[best], sums[chosen]):
            return chosen
        chosen = best


def _holds_all(best: "_Element", part: _Sum, whole: _Sum) -> bool:
    if best.tag == "p" or part.items < whole.items:
        return False
    least = _MOST_NAMED if is_article(best) else _MOST
    return part.score >= whole.score * (least if part.pieces >= _FEW else _NEARLY_ALL)


def _sums(root: "_Element", pieces: Sequence[Piece]) -> "dict[_Element, _Sum]":
    sums: dict[_Element, _Sum] = {}
    # A page that stands as a whole in an element with such a name tells nothing by it.
    told = sum(score(piece) for piece in pieces if not piece.around) > sum(score(piece) for piece in pieces) / 2
    for piece in pieces:
        doubted = told and piece.around
        if value := score(piece) * (_AROUND_DISCOUNT if doubted else 1.0):
            item = not doubted and (bool(piece.cells) or starts_item(piece.text))
            sums.setdefault(piece.element, _Sum()).add(_Sum(value, 1, int(item)))
    # Children come after their parents in document order, so that backwards every sum is complete when it is handed up.
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if element is not root and parent is not None and element in sums:
            sums.setdefault(parent, _Sum()).add(sums[element])
    return sums


def score(piece: Piece) -> float:
    """How much the piece looks like a part of an article: its characters, where they make a sentence."""
    if piece.is_link or is_furniture(piece.text) or is_label(piece.text, piece.cells):
        return 0.0
    length = len(piece.text) - piece.linked
    if piece.cells:
        return length * 0.5
    if length < _SHORTEST or not _SENTENCE.search(piece.text):
        return 0.0
    return length
