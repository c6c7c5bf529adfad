"""The plan binds itself more firmly than upstream does.
力度强于上级要求。

What it finds: the governing verb has gone up at least one step (鼓励建立 -> 建立).
Why it matters: it is told for the record and never makes a finding `exceeded` by itself: firmer words are often only
plainer words.
Known limits: as for W105.

发现什么：主导动词升了至少一档（鼓励建立→建立）。
为何重要：仅作提示，不单独构成“加码”：措辞更硬往往只是写得更直接。
已知局限：同W105。
"""

from collections.abc import Iterator

from duibiao.judging.compare import spot
from duibiao.judging.firmness import bond
from duibiao.judging.rules.w105_strength_softer import STEPS_ZH
from duibiao.model.match import Match
from duibiao.model.message import Message
from duibiao.model.report import Reason

RULE, CODE = "S204", "strength-firmer"


def check(match: Match) -> Iterator[Reason]:
    wanted = match.wanted.requirement.strength
    found = bond(match) if match.present else None
    if found is None or found.verb.vague or found.verb.strength <= wanted:
        return
    verb = found.verb
    yield Reason(
        rule=RULE,
        code=CODE,
        expected=wanted.word,
        found=verb.strength.word,
        span=spot(found.passage, verb.start, verb.end),
        message=Message(
            zh=f"上级是“{STEPS_ZH[wanted.word]}”的要求，方案用“{verb.word}”，力度更强",
            en=f"upstream says {wanted.word}, the plan's “{verb.word}” is firmer",
        ),
    )
