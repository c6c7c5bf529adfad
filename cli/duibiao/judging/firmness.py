"""How firmly the plan binds itself to what a requirement asks: the verb that governs the words they share."""

from msgspec import Struct

from duibiao.model.fact import Strength, Verb
from duibiao.model.match import Match, Passage

TITLE = 4  # how often the title's words count; 1, 2 and 4 were tried on plans left out, and 4 was right oftenest


class Bond(Struct, frozen=True):
    """The governing verb and the passage it stands in."""

    verb: Verb
    passage: Passage


def bond(match: Match) -> Bond | None:
    """The verb of the best passage that governs most of what it shares with the requirement; None without a verb."""
    if not match.passages:
        return None
    passage = match.passages[0]
    title = match.wanted.requirement.title
    verb = _governing(passage.facts.verbs, passage.plain.text, match.wanted.plain.text, title)
    return Bond(verb, passage) if verb else None


def asked(match: Match) -> Strength:
    """How firmly upstream asks, as far as the plan can be held to it.

    The checklist says it for the requirement as a whole; where the very words that the plan takes up stand upstream
    under a softer verb (推进 inside a must), the plan need not be firmer than that verb.
    """
    given, title = match.wanted.requirement.strength, match.wanted.requirement.title
    verb = _governing(match.wanted.facts.verbs, match.wanted.plain.text, match.passages[0].plain.text, title)
    return min(given, verb.strength) if verb else given


def _governing(verbs: tuple[Verb, ...], text: str, other: str, title: str) -> Verb | None:
    """The verb that governs most of what `text` has in common with `other`; the firmer of two that govern as much.

    What the title names is the thing itself and counts several times: 探索设立质量中心,承担评估、监测等职能 is
    an exploration, however many words of the requirement stand behind the second verb.
    """
    common, named = _grams(other), _grams(title)
    keyed = []
    for verb in verbs:
        held = _grams(text[verb.opens : verb.reach])
        keyed.append(((len(common & held) + TITLE * len(named & held), int(verb.strength), -verb.start), verb))
    return max(keyed, key=lambda x: x[0])[1] if keyed else None


def _grams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
