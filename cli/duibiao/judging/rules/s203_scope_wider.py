"""The plan reaches more people or places than upstream does.
范围宽于上级要求。

What it finds: an area or group of which upstream names only a part (特困老年人 -> 老年人), or a limit of
upstream's that the plan has turned into 所有, 全部.
Why it matters: a wider reach costs more; it should be wanted.
Known limits: as for W106; that upstream's limit is merely absent does not count, since plans often leave it understood.

发现什么：方案所写的区域、人群宽于上级（特困老年人→老年人），或把上级的限定改成了“所有”“全部”。
为何重要：范围扩大意味着投入增加，应当是有意为之。
已知局限：同W106；仅仅没有写出上级的限定不算，方案常常默认沿用。
"""

from collections.abc import Iterator

from duibiao.judging.compare import spot
from duibiao.judging.reach import wider
from duibiao.model.match import Match
from duibiao.model.message import Message
from duibiao.model.report import Reason

RULE, CODE, EFFECT = "S203", "scope-wider", "stricter"


def check(match: Match) -> Iterator[Reason]:
    found = wider(match) if match.present else None
    if found is None or found.wanted is None:
        return
    yield Reason(
        rule=RULE,
        code=CODE,
        expected=found.wanted.word,
        found=found.scope.word,
        span=spot(found.passage, found.scope.start, found.scope.end),
        wanted=match.wanted.plain.origin(found.wanted.start, found.wanted.end),
        message=Message(
            zh=f"上级限于“{found.wanted.word}”，方案扩大到“{found.scope.word}”",
            en=f"upstream is limited to “{found.wanted.word}”, the plan reaches “{found.scope.word}”",
        ),
    )
