"""The number is stricter than upstream's.
指标高于上级要求。

What it finds: the same indicator with a stricter number: a larger floor or a smaller ceiling.
Why it matters: it may be ambition, it may be 层层加码; either way somebody should have decided it on purpose.
Known limits: as for W101. A total for the whole province is not compared (N301).

发现什么：同一指标的数值比上级更严格：下限更大或上限更小。
为何重要：可能是自我加压，也可能是层层加码；无论哪种，都应当是有意为之。
已知局限：同W101。全省总量指标不直接比较（见N301）。
"""

from collections.abc import Iterator

from duibiao.judging.compare import differing
from duibiao.model.match import Match
from duibiao.model.message import Message
from duibiao.model.report import Reason

RULE, CODE, EFFECT = "S201", "target-higher", "stricter"


def check(match: Match) -> Iterator[Reason]:
    for number in differing(match, 1):
        name, expected, found = number.name, number.expected, number.found
        yield Reason(
            rule=RULE,
            code=CODE,
            expected=expected,
            found=found,
            span=number.span,
            wanted=number.wanted,
            message=Message(
                zh=f"{name}：上级要求{expected}，方案提高为{found}",
                en=f"{name}: upstream asks {expected}, the plan goes to {found}",
            ),
        )
