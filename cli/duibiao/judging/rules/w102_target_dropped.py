"""The thing is there, its number is not.
有任务、无指标。

What it finds: a target whose indicator the plan takes up without any number that could be held against upstream's.
Why it matters: without the number nobody can say later whether it was reached.
Known limits: a number that stands far from its indicator (in an attachment of its own) may be missed; one that the
baseline marks as a total for its own level is left out (N301).

发现什么：方案写到了该项指标的内容，却没有可与上级比较的数值。
为何重要：没有数值，事后无法判断是否完成。
已知局限：数值写在离指标很远的地方（如单独的附件）可能漏看；基线标明为本级总量的指标不在此列（见N301）。
"""

from collections.abc import Iterator

from duibiao.judging.compare import amount, pairs
from duibiao.model.match import Match
from duibiao.model.message import Message
from duibiao.model.report import Reason

RULE, CODE, EFFECT = "W102", "target-dropped", "worse"


def check(match: Match) -> Iterator[Reason]:
    if not match.present:
        return
    for pair in pairs(match):
        if pair.aggregate or pair.found is not None:
            continue
        expected = amount(pair.target)
        yield Reason(
            rule=RULE,
            code=CODE,
            expected=expected,
            wanted=match.wanted.plain.origin(pair.target.start, pair.target.end) if pair.target.end else None,
            message=Message(
                zh=f"{pair.target.indicator}：上级要求{expected}，方案未写明数值",
                en=f"{pair.target.indicator}: upstream asks {expected}, the plan gives no number",
            ),
        )
