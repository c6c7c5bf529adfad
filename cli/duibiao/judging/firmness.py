"""How firmly the plan binds itself to what a requirement asks: the verb that governs the words they share."""

from dataclasses import dataclass

from duibiao.model.fact import Verb
from duibiao.model.match import Match, Passage


@dataclass(frozen=True, slots=True)
class Bond:
    """The governing verb and the passage it stands in."""

    verb: Verb
    passage: Passage


def bond(match: Match) -> Bond | None:
    """The verb of the best passage that governs most of what it shares with the requirement; None without a verb."""
    if not match.passages:
        return None
    passage = match.passages[0]
    asked = _grams(match.wanted.plain.text)
    best: tuple[int, int, int] | None = None
    chosen: Verb | None = None
    for verb in passage.facts.verbs:
        shared = len(asked & _grams(passage.plain.text[verb.start : verb.reach]))
        key = (shared, int(verb.strength), -verb.start)
        if best is None or key > best:
            best, chosen = key, verb
    return Bond(chosen, passage) if chosen else None


def _grams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
