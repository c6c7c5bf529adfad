"""Decides from its neighbours what is numbering, and which style stands inside which.

A plan may put (一) outside 一、, restart at 1, skip or double a number: the order of styles is therefore learned from
the document itself, and the usual order only breaks ties.
"""

from collections.abc import Sequence
from itertools import pairwise

from duibiao.documents.outline.numbering import Marker, Style

_CHAPTERS = (Style.PART, Style.CHAPTER, Style.SUBCHAPTER, Style.ARTICLE)
_DECIMALS = (Style.DECIMAL, Style.DECIMAL_3, Style.DECIMAL_4)
_SKIPPED = 2  # a number may be missing: after 3 also 5 is believed


def believed(markers: Sequence[Marker | None]) -> list[Marker | None]:
    """The markers without those whose neighbours do not bear them out (3.15国际消费者权益日, 第三条生产线)."""
    seen = {(marker.style, marker.value) for marker in markers if marker is not None}
    last: dict[Style, Marker] = {}
    kept: list[Marker | None] = []
    for marker in markers:
        if marker is None or not (marker.sure or _continues(marker, last.get(marker.style), seen)):
            kept.append(None)
            continue
        last[marker.style] = marker
        kept.append(marker)
    return kept


def _continues(marker: Marker, before: Marker | None, seen: set[tuple[Style, int]]) -> bool:
    if marker.style in _DECIMALS:
        # 1.2 follows 1.1; 2.1 follows 1.x or stands under 2; a lone 3.15 does neither.
        if before is not None and before.prefix == marker.prefix:
            return 0 < marker.value - before.value <= _SKIPPED
        return marker.value == 1 if before is None else marker.prefix > before.prefix and marker.value <= _SKIPPED + 1
    if marker.value == 1:
        return marker.style in _CHAPTERS or (marker.style, 2) in seen
    return before is not None and 0 < marker.value - before.value <= _SKIPPED


def order(markers: Sequence[Marker]) -> dict[Style, int]:
    """The depth of each style that occurs, 0 outermost."""
    styles = sorted({marker.style for marker in markers})
    votes = {(a, b): _restarts(markers, a, b) for a in styles for b in styles if a != b}
    # Few styles, so the plainest sort will do: move a style outward while the one before it stands inside it.
    for _ in styles:
        for at, (outer, inner) in enumerate(pairwise(styles)):
            if votes[inner, outer] > votes[outer, inner]:
                styles[at], styles[at + 1] = inner, outer
    return {style: depth for depth, style in enumerate(styles)}


def _restarts(markers: Sequence[Marker], outer: Style, inner: Style) -> int:
    """How often `inner` begins at 1 between one number of `outer` and its successor."""
    count, value, pending = 0, None, 0
    for marker in markers:
        if marker.style is outer:
            count += pending if value is not None and marker.value == value + 1 else 0
            value, pending = marker.value, 0
        elif marker.style is inner and marker.value == 1:
            pending = 1
    return count
