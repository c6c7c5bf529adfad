"""Which element of the page holds the article.

Scored is what only an article has: sentences with Chinese punctuation that are no links. From the page downwards the
choice goes into whichever child still holds nearly all of that; names that portals give to the article's element are
hints that lower what "nearly" means, for a page whose portal also talks in sentences. Names alone were refused: the
next portal has other names, and 「content」 is what some call the whole page.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from duibiao.documents.furniture import is_furniture, is_label
from duibiao.documents.html.pieces import Piece
from duibiao.documents.html.shown import is_article

if TYPE_CHECKING:
    from lxml.etree import _Element

_NEARLY_ALL = 0.95
_NEARLY_ALL_NAMED = 0.75
_SENTENCE = re.compile(r"[，。；：！？、,;]")
_SHORTEST = 15
_AROUND_DISCOUNT = 0.3


def article(root: "_Element", pieces: Sequence[Piece]) -> "_Element":
    """The smallest element that holds the article."""
    scores = _scores(root, pieces)
    chosen = root
    while True:
        whole = scores.get(chosen, 0.0)
        best = max(chosen, key=lambda child: scores.get(child, 0.0), default=None)
        if best is None or whole == 0:
            return chosen
        named = is_article(best) or is_article(chosen)
        if scores.get(best, 0.0) < whole * (_NEARLY_ALL_NAMED if named else _NEARLY_ALL) or _is_row(best):
            return chosen
        chosen = best


def _is_row(element: "_Element") -> bool:
    return element.tag == "p"


def _scores(root: "_Element", pieces: Sequence[Piece]) -> "dict[_Element, float]":
    scores: dict[_Element, float] = {}
    # A page that stands as a whole in an element with such a name tells nothing by it.
    told = sum(score(piece) for piece in pieces if not piece.around) > sum(score(piece) for piece in pieces) / 2
    for piece in pieces:
        if value := score(piece) * (_AROUND_DISCOUNT if told and piece.around else 1.0):
            scores[piece.element] = scores.get(piece.element, 0.0) + value
    # Children come after their parents in document order, so that backwards every sum is complete when it is handed up.
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if element is not root and parent is not None and element in scores:
            scores[parent] = scores.get(parent, 0.0) + scores[element]
    return scores


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
