"""Takes the portal's furniture out of the article's own element."""

import re
from collections.abc import Sequence

from duibiao.documents.furniture import is_furniture, is_label
from duibiao.documents.html.article import score
from duibiao.documents.html.pieces import Piece
from duibiao.language.late import late
from duibiao.language.normalise import plain_text

_ATTACHMENT = late(r"附\s*件|附\s*表|^\s*\d{1,2}\s*[.．、]|《", re.IGNORECASE)
_FILE = late(r"\.(?:docx?|wps|pdf|xlsx?|ofd)$", re.IGNORECASE)
_ABOUT = late(r"解读|图解|问答|发布会|一图读懂")


def trim(pieces: Sequence[Piece], title: str | None) -> tuple[list[Piece], list[Piece]]:
    """What the portal says about the document or links to around it, and the pieces that are the document's."""
    kept = [piece for piece in pieces if not is_furniture(piece.text)]
    sure = sum(len(piece.text) for piece in kept if not piece.around)
    if sure * 2 > sum(len(piece.text) for piece in kept):
        kept = [piece for piece in kept if not piece.around]
    begins = next((piece.order for piece in kept if score(piece)), 0)
    named = [piece for piece in kept if piece.order > begins or not is_label(piece.text, piece.cells)]
    document = _without_link_ends(named, plain_text(title or ""))
    chosen = {piece.order for piece in document}
    return [
        piece for piece in pieces if piece.order not in chosen and (piece.order < begins or piece.is_link)
    ], document


def _without_link_ends(pieces: list[Piece], title: str) -> list[Piece]:
    """Links before and after the article are the portal's; among its paragraphs they are the author's."""
    start, end = 0, len(pieces)
    while start < end and _is_portal_link(pieces[start], title):
        start += 1
    while end > start and _is_portal_link(pieces[end - 1], title):
        end -= 1
    return pieces[start:end]


def _is_portal_link(piece: Piece, title: str) -> bool:
    """A download of the document itself is the portal's as well, a link to an attachment is not."""
    if not piece.is_link or piece.cells:
        return False
    name = plain_text(_FILE.sub("", piece.text))
    return not _ATTACHMENT.search(piece.text) or _ABOUT.search(piece.text) is not None or (bool(name) and name in title)
