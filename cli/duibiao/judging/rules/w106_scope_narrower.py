"""The plan reaches fewer people or places than upstream does.
范围窄于上级要求。

What it finds: a limit that upstream does not have (有条件的, 部分, 试点), or an area or group that is part of the one
upstream names (城乡 -> 城区, 老年人 -> 特困老年人).
Why it matters: those left out are usually those who need it most.
Known limits: groups and areas are known from a list; a limit put in other words is not seen.

发现什么：加上了上级没有的限定（有条件的、部分、试点），或者所写的区域、人群只是上级所指的一部分（城乡→城区，老年人→特困老年人）。
为何重要：被排除在外的往往是最需要的。
已知局限：区域和人群按词表识别，换一种说法的限定识别不到。
"""

from collections.abc import Iterator

from duibiao.judging.compare import spot
from duibiao.judging.reach import narrower
from duibiao.model.match import Match
from duibiao.model.message import Message
from duibiao.model.report import Reason

RULE, CODE, EFFECT = "W106", "scope-narrower", "worse"


def check(match: Match) -> Iterator[Reason]:
    found = narrower(match) if match.present else None
    if found is None:
        return
    expected = found.wanted.word if found.wanted else None
    against = f"上级为“{expected}”" if expected else "上级没有这一限定"
    yield Reason(
        rule=RULE,
        code=CODE,
        expected=expected,
        found=found.scope.word,
        span=spot(found.passage, found.scope.start, found.scope.end),
        wanted=match.wanted.plain.origin(found.wanted.start, found.wanted.end) if found.wanted else None,
        message=Message(
            zh=f"{against}，方案限于“{found.scope.word}”",
            en=f"the plan is limited to “{found.scope.word}”"
            + (f", upstream says “{expected}”" if expected else ", which upstream is not"),
        ),
    )
