"""Whether the plan reaches fewer or more than upstream, by the scope words of the best passage."""

import re

from msgspec import Struct

from duibiao.model.fact import Reach, Scope
from duibiao.model.match import Match, Passage


class Differing(Struct, frozen=True):
    """A scope word of the plan and, where there is one, the word of the requirement it differs from."""

    scope: Scope
    passage: Passage
    wanted: Scope | None


# A limit of a sort that upstream does not set at all narrows by itself; one sort of limit for another is a rewording.
SHARED = 3  # character pairs that a comma part shares with the requirement it takes up
_PART = re.compile(r"[^,;。:!?\t]+")
_LIMITS = (Reach.SOME, Reach.LOCAL, Reach.KIND)


def narrower(match: Match) -> Differing | None:
    """The first limit in the best passage that the requirement does not have."""
    asked = match.wanted.facts.scopes
    meant, reaches = {s.concept for s in asked}, {s.reach for s in asked}
    for passage in match.passages[:1]:
        named = {s.concept for s in passage.facts.scopes}
        everyone = next((s for s in asked if s.reach is Reach.ALL), None)
        for scope in passage.facts.scopes:
            if scope.concept in meant:
                continue
            if not _touches(passage.plain.text, scope, match.wanted.plain.text):
                continue
            # 所有…,有条件的可增设…: who keeps upstream's 所有 has limited something else
            kept = everyone is not None and everyone.concept in named
            if scope.reach in _LIMITS and scope.reach not in reaches and not kept:
                return Differing(scope, passage, everyone)
            # whoever names the wider thing as well has not narrowed it: 特困老年人和其他老年人
            broad = next((s for s in asked if s.concept in scope.within and s.concept not in named), None)
            if broad is not None and not _is_narrowed(broad, asked):
                return Differing(scope, passage, broad)
    return None


def _touches(text: str, scope: Scope, wanted: str) -> bool:
    """Whether a scope word stands in or before the comma part that takes up most of the requirement."""
    asked = {wanted[i : i + 2] for i in range(len(wanted) - 1)}
    parts = [
        (m.start(), m.end(), len(asked & {text[i : i + 2] for i in range(m.start(), m.end() - 1)}))
        for m in _PART.finditer(text)
    ]
    most = max((shared for _, _, shared in parts), default=0)
    for _, end, shared in parts:
        if scope.start < end:
            return True
        if shared == most:
            break
    return any(start <= scope.start < end and 2 * shared > most for start, end, shared in parts)


def wider(match: Match) -> Differing | None:
    """A word of the best passage that takes in what the requirement limits itself to."""
    asked = match.wanted.facts.scopes
    meant = {s.concept for s in asked}
    for passage in match.passages[:1]:
        named = {s.concept for s in passage.facts.scopes}
        for wanted in asked:
            if wanted.concept in named:
                continue
            for scope in passage.facts.scopes:
                freed = wanted.reach is Reach.SOME and scope.reach is Reach.ALL
                if scope.concept not in meant and (freed or scope.concept in wanted.within):
                    return Differing(scope, passage, wanted)
    return None


def _is_narrowed(broad: Scope, asked: tuple[Scope, ...]) -> bool:
    """Whether upstream names a narrower group beside the broad one, which then is not meant as such."""
    return any(broad.concept in s.within for s in asked)
