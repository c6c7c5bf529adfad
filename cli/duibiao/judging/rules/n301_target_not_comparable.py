"""A total for the issuing level, without a share for this place, is not compared.
上级总量指标未分解到本地，不作比较。

What it finds: a target that the baseline marks `aggregate: true` (全省新增床位2万张) and for which it has no share for
the plan's region, or the region is not known.
Why it matters: a county cannot be held to the number of a province; what it must meet is its share.
Known limits: without the mark in the baseline, numbers are compared as they stand.

发现什么：基线标明为本级总量（如“全省新增床位2万张”）的指标，且没有分解到本地的数值，或不知道本地是哪里。
为何重要：不能用全省的数字去衡量一个县，应当看分解到本地的份额。
已知局限：基线没有标明总量的，按原数比较。
"""

from collections.abc import Iterator

from duibiao.judging.compare import amount, pairs
from duibiao.model.match import Match
from duibiao.model.message import Message
from duibiao.model.report import Reason

RULE, CODE = "N301", "target-not-comparable"


def check(match: Match) -> Iterator[Reason]:
    if not match.present:
        return
    for pair in pairs(match):
        if not pair.aggregate:
            continue
        expected = amount(pair.target)
        yield Reason(
            rule=RULE,
            code=CODE,
            expected=expected,
            message=Message(
                zh=f"{pair.target.indicator}{expected}是上级的总量，未分解到本地，不作比较",
                en=f"{pair.target.indicator} {expected} is a total of the level above with no share for this place;"
                " not compared",
            ),
        )
