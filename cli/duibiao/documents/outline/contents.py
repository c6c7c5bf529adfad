"""A table of contents: it names the sections but is none of them."""

import re
from collections.abc import Sequence

from duibiao.documents.outline.pieces import Piece
from duibiao.language.late import late

_LEADER = late(r"(?<![.·…])[.·…]{4,}-?\d{0,4}$")
_MOST = 400


def lines(pieces: Sequence[Piece]) -> list[int]:
    """The places of 目录 and of the lines below it, up to where its first entry comes again as a heading."""
    dotted = [at for at, piece in enumerate(pieces) if len(piece.text) < 120 and _LEADER.search(piece.text)]
    start = next((at for at, piece in enumerate(pieces[:60]) if re.sub(r"\s", "", piece.text) == "目录"), None)
    if start is None or start + 2 >= len(pieces):
        return dotted
    opening = _LEADER.sub("", pieces[start + 1].text)
    for at in range(start + 2, min(len(pieces), start + _MOST)):
        if _LEADER.sub("", pieces[at].text) == opening:
            return sorted({*range(start, at), *dotted})
        if len(pieces[at].text) > 80:
            break
    return sorted({start, *dotted})
