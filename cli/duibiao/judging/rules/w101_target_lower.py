"""The number is less strict than upstream's.
指标低于上级要求。

What it finds: the same indicator with a less strict number: a smaller floor (90% -> 80%), a larger ceiling (10 days ->
15 days), or the same number made vague (不低于90% -> 90%左右).
Why it matters: a county below the line pulls the whole province below it.
Known limits: numbers are paired by the name in front of them; two indicators with nearly the same name in one sentence
may be taken for each other. A total for the whole province is not compared (N301).

发现什么：同一指标的数值不如上级严格：下限变小（90%→80%）、上限变大（10个工作日→15个工作日），或同一数值变得含糊（不低于90%→90%左右）。
为何重要：一地不达标，会拉低全省的完成情况。
已知局限：数值按前面的指标名称配对，同一句里名称相近的两个指标可能配错。全省总量指标不直接比较（见N301）。
"""

from collections.abc import Iterator

from duibiao.judging.compare import differing
from duibiao.model.match import Match
from duibiao.model.message import Message
from duibiao.model.report import Reason

RULE, CODE, EFFECT = "W101", "target-lower", "worse"


def check(match: Match) -> Iterator[Reason]:
    for number in differing(match, -1):
        name, expected, found = number.name, number.expected, number.found
        yield Reason(
            rule=RULE,
            code=CODE,
            expected=expected,
            found=found,
            span=number.span,
            wanted=number.wanted,
            message=Message(
                zh=f"{name}：上级要求{expected}，方案为{found}",
                en=f"{name}: upstream asks {expected}, the plan says {found}",
            ),
        )
