"""Whether the plan reaches fewer or more than upstream, by the scope words of the best passage."""

from dataclasses import dataclass

from duibiao.model.fact import Reach, Scope
from duibiao.model.match import Match, Passage


@dataclass(frozen=True, slots=True)
class Differing:
    """A scope word of the plan and, where there is one, the word of the requirement it differs from."""

    scope: Scope
    passage: Passage
    wanted: Scope | None


# A limit of a sort that upstream does not set at all narrows by itself; one sort of limit for another is a rewording.
_LIMITS = (Reach.SOME, Reach.LOCAL, Reach.KIND)


def narrower(match: Match) -> Differing | None:
    """The first limit in the best passage that the requirement does not have."""
    asked = match.wanted.facts.scopes
    words = {s.word for s in asked}
    reaches = {s.reach for s in asked}
    for passage in match.passages[:1]:
        # whoever names the wider thing as well has not narrowed it: 特困老年人和其他老年人
        named = {s.word for s in passage.facts.scopes}
        for scope in passage.facts.scopes:
            if scope.word in words:
                continue
            if scope.reach in _LIMITS and scope.reach not in reaches:
                everyone = next((s for s in asked if s.reach is Reach.ALL), None)
                return Differing(scope, passage, everyone)
            broad = next((s for s in asked if s.word in scope.within), None)
            if broad is not None and broad.word not in named and _alone(broad, asked):
                return Differing(scope, passage, broad)
    return None


def wider(match: Match) -> Differing | None:
    """A word of the best passage that takes in what the requirement limits itself to."""
    asked = match.wanted.facts.scopes
    words = {s.word for s in asked}
    for passage in match.passages[:1]:
        named = {s.word for s in passage.facts.scopes}
        for wanted in asked:
            if wanted.word in named:
                continue
            for scope in passage.facts.scopes:
                if wanted.reach is Reach.SOME and scope.reach is Reach.ALL and scope.word not in words:
                    return Differing(scope, passage, wanted)
    return None


def _alone(broad: Scope, asked: tuple[Scope, ...]) -> bool:
    """Whether upstream means the broad word as such, and not with a narrower one beside it (失能老年人)."""
    return not any(broad.word in s.within for s in asked)
