"""How firmly a clause binds: must > should > encourage > explore.

"鼓励银行通过延期还款等方式调整还款计划": the first binding verb of a comma part governs the part, since the verbs
behind it are its object; a part without one goes on under the verb before it, or waits for the one behind it where
the sentence opens with it ("养老服务设施用地,可依法出让"). A good word that says little (增强, 统筹) does not end the
reach of a 鼓励 or 探索 before it. "通过政府支持、产业引导等方式" only names
means: 支持 and 引导 are nouns there. A hedge (力争, 原则上, 逐步) takes a must down to a should.
"""

import re
from functools import cache

from msgspec.structs import replace

from duibiao.language import lexicon
from duibiao.language.late import late
from duibiao.model.fact import Strength, Verb

_PART = late(r"[^,;。:!?\t]+")
# 力争到2025年,… / 到2025年,力争…: the hedge of a lead-in reaches to the end of its sentence.
# A condition or a topic binds nobody: 编制规划时,… / 不符合目录的,…
_CONDITION = late(r"(?:的|时|后|前提下|基础上|情况下)$")
# 鼓励停车场,按不低于10%的比例配建…: how it is to be done, under the verb before it
_MANNER = late(r"按照?|以(?!上)|通过|采取|采用|利用|依托|结合")
_LEAD_HEDGE = late(r"^(?P<hedge>力争|争取|原则上|力求)[^,;。:]{0,14}$")


def read_verbs(text: str) -> tuple[Verb, ...]:
    """One verb for each comma part that has one, in order; `reach` is where its part (and its heirs) end."""
    verbs: list[Verb] = []
    hedged_until, lead = -1, (0, 0)
    text = _mask(text)
    waiting = -1  # where the parts began that have no verb of their own yet
    for part in _PART.finditer(text):
        goes_on = text[part.start() - 1 : part.start()] == ","
        if not goes_on:
            waiting = -1
        if opening := _LEAD_HEDGE.match(part.group()):
            lead = part.start(), part.start() + opening.end("hedge")
            stop = re.search(r"[;。]", text[part.end() :])
            hedged_until = part.end() + (stop.start() if stop else len(text))
        verb = _first(part.group(), part.start())
        if verb is not None and part.start() < hedged_until:
            verb = _hedged(verb, text, *lead)
        soft = bool(verbs) and goes_on and verbs[-1].strength <= Strength.ENCOURAGE
        if verb is None or _CONDITION.search(part.group()):
            if goes_on and verbs and waiting < 0:
                verbs[-1] = replace(verbs[-1], reach=part.end())
            elif waiting < 0:
                waiting = part.start()
        elif soft and (verb.vague or _MANNER.match(part.group())):
            verbs[-1] = replace(verbs[-1], reach=part.end())
        else:
            verbs.append(replace(verb, opens=waiting if waiting >= 0 else verb.start))
            waiting = -1
    return tuple(verbs)


def _hedged(verb: Verb, text: str, start: int, end: int) -> Verb:
    """A must that a hedge takes down to a should; the hedge is what there is to see."""
    if verb.strength is not Strength.MUST:
        return replace(verb, hedge=True, vague=False)
    return replace(verb, strength=Strength.SHOULD, hedge=True, vague=False, word=text[start:end], start=start, end=end)


def _first(part: str, offset: int) -> Verb | None:
    steps, pattern, hedges, noun_before, noun_after, vague = _tables()
    hedge = hedges.search(part)
    for match in pattern.finditer(part):
        word = match.group()
        if part[max(0, match.start() - 1) : match.start()] in ("未", "已", "无"):
            continue
        if noun_before.search(part[: match.start()]) and steps[word] is Strength.ENCOURAGE:
            continue
        if steps[word] is Strength.EXPLORE and noun_after.match(part[match.end() :]):
            continue
        if word == "可" and not _is_modal(part, match.start()):
            continue
        verb = Verb(
            strength=steps[word],
            word=word,
            opens=offset + match.start(),
            start=offset + match.start(),
            end=offset + match.end(),
            reach=offset + len(part),
            vague=word in vague,
        )
        if hedge is None or hedge.start() > match.end():
            return verb
        return _hedged(verb, " " * offset + part, offset + hedge.start(), offset + hedge.end())
    return None


def _is_modal(part: str, at: int) -> bool:
    data = lexicon.load("strength")
    after, before = part[at + 1 :], part[:at]
    return not after.startswith(tuple(data["not_modal_after"])) and not before.endswith(tuple(data["not_modal_before"]))


def _mask(text: str) -> str:
    """The text with quoted titles, names and set phrases blanked: their verbs bind nobody here."""
    return _nouns().sub(lambda m: "\0" * len(m.group()), text)


@cache
def _nouns() -> re.Pattern[str]:
    names = "|".join(map(re.escape, lexicon.load("strength")["nouns"]))
    return re.compile(rf"《[^《》]{{0,120}}》|\"[^\"]{{1,24}}\"|{names}")


@cache
def _tables() -> tuple[
    dict[str, Strength], re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str], frozenset[str]
]:
    data = lexicon.load("strength")
    steps = {word: strength for strength in Strength for word in data[strength.word]}
    steps |= dict.fromkeys(data["vague"], Strength.SHOULD)
    longest = sorted(steps, key=lambda w: (-len(w), w))
    return (
        steps,
        re.compile("|".join(longest)),
        re.compile("|".join(data["hedges"])),
        re.compile(f"(?:{'|'.join(data['noun_before'])})$"),
        re.compile("|".join(data["noun_after"])),
        frozenset(data["vague"]),
    )
