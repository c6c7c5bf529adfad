"""How firmly a clause binds: must > should > encourage > explore.

"鼓励银行通过延期还款等方式调整还款计划": the first binding verb of a comma part governs the part, since the verbs
behind it are its object; a part without one goes on under the verb before it. "通过政府支持、产业引导等方式" only names
means: 支持 and 引导 are nouns there. A hedge (力争, 原则上, 逐步) takes a must down to a should.
"""

import re
from dataclasses import replace
from functools import cache

from duibiao.language import lexicon
from duibiao.model.fact import Strength, Verb

_PART = re.compile(r"[^,;。:!?\t]+")
# 力争到2025年,… / 到2025年,力争…: the hedge of a lead-in reaches to the end of its sentence.
_LEAD_HEDGE = re.compile(r"^(?:力争|争取|原则上|力求)[^,;。:]{0,14}$")


def read_verbs(text: str) -> tuple[Verb, ...]:
    """One verb for each comma part that has one, in order; `reach` is where its part (and its heirs) end."""
    verbs: list[Verb] = []
    hedged_until = -1
    for part in _PART.finditer(text):
        if _LEAD_HEDGE.match(part.group()):
            stop = re.search(r"[;。]", text[part.end() :])
            hedged_until = part.end() + (stop.start() if stop else len(text))
        verb = _first(part.group(), part.start(), hedged=part.start() < hedged_until)
        if verb is not None:
            verbs.append(verb)
        elif verbs and text[part.start() - 1 : part.start()] == ",":
            verbs[-1] = replace(verbs[-1], reach=part.end())
    return tuple(verbs)


def strength_at(verbs: tuple[Verb, ...], start: int, end: int) -> Verb | None:
    """The verb that governs most of `start`..`end`; the firmer one of two that govern the same length."""
    best: tuple[int, int] | None = None
    chosen: Verb | None = None
    for verb in verbs:
        shared = min(end, verb.reach) - max(start, verb.start)
        key = (shared, int(verb.strength))
        if shared > 0 and (best is None or key > best):
            best, chosen = key, verb
    return chosen


def _first(part: str, offset: int, *, hedged: bool) -> Verb | None:
    steps, pattern, hedges, noun_before, noun_after = _tables()
    hedge = hedges.search(part)
    for match in pattern.finditer(part):
        word = match.group()
        if noun_before.search(part[: match.start()]) and steps[word] is Strength.ENCOURAGE:
            continue
        if steps[word] is Strength.EXPLORE and noun_after.match(part[match.end() :]):
            continue
        if word == "可" and not _is_modal(part, match.start()):
            continue
        strength = steps[word]
        soft = hedged or (hedge is not None and hedge.start() <= match.end())
        if soft and strength is Strength.MUST:
            strength = Strength.SHOULD
        return Verb(
            strength=strength,
            word=word,
            start=offset + match.start(),
            end=offset + match.end(),
            reach=offset + len(part),
            hedge=soft,
        )
    return None


def _is_modal(part: str, at: int) -> bool:
    data = lexicon.load("strength")
    after, before = part[at + 1 :], part[:at]
    return not after.startswith(tuple(data["not_modal_after"])) and not before.endswith(tuple(data["not_modal_before"]))


@cache
def _tables() -> tuple[dict[str, Strength], re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = lexicon.load("strength")
    steps = {word: strength for strength in Strength for word in data[strength.word]}
    longest = sorted(steps, key=lambda w: (-len(w), w))
    return (
        steps,
        re.compile("|".join(longest)),
        re.compile("|".join(data["hedges"])),
        re.compile(f"(?:{'|'.join(data['noun_before'])})$"),
        re.compile("|".join(data["noun_after"])),
    )
