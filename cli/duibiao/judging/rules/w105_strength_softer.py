"""The plan binds itself less firmly than upstream does.
力度弱于上级要求。

What it finds: the governing verb has come down at least one step: must -> should -> encourage -> explore
(建立 -> 探索建立, 纳入 -> 鼓励纳入), or a hedge such as 力争, 原则上, 逐步 has come in.
Why it matters: 鼓励 and 探索 cannot be checked at the end of the year.
Known limits: the verb that governs most of the shared words decides; in a long sentence with several verbs that may be
the neighbour's.

发现什么：主导动词降了至少一档：必须→应当→鼓励→探索（建立→探索建立、纳入→鼓励纳入），或加入了“力争”“原则上”“逐步”等缓冲词。
为何重要：“鼓励”“探索”到年底无法考核。
已知局限：以管辖共同词语最多的动词为准；长句中动词较多时可能取到相邻的动词。
"""

from collections.abc import Iterator

from duibiao.judging.compare import spot
from duibiao.judging.firmness import asked, bond
from duibiao.model.match import Match
from duibiao.model.message import Message
from duibiao.model.report import Reason

RULE, CODE, EFFECT = "W105", "strength-softer", "worse"
STEPS_ZH = {"must": "必须", "should": "应当", "encourage": "鼓励", "explore": "探索"}


def check(match: Match) -> Iterator[Reason]:
    found = bond(match) if match.present else None
    if found is None or found.verb.vague or found.verb.strength >= asked(match):
        return
    wanted = match.wanted.requirement.strength
    verb = found.verb
    yield Reason(
        rule=RULE,
        code=CODE,
        expected=wanted.word,
        found=verb.strength.word,
        span=spot(found.passage, verb.start, verb.end),
        message=Message(
            zh=f"上级是“{STEPS_ZH[wanted.word]}”的要求，方案用“{verb.word}”，力度为“{STEPS_ZH[verb.strength.word]}”",
            en=f"upstream says {wanted.word}, the plan's “{verb.word}” only {verb.strength.word}",
        ),
    )
