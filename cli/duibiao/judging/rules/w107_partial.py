"""Only some of what upstream names is taken up.
只落实了部分内容。

What it finds: a requirement with several things in it (建立机制,纳入目录; 助餐、助洁、助医) of which the
passages of the plan hold only some.
Why it matters: what is left out of the list is left out of the work.
Known limits: how much is enough is learned from labelled plans; what a reader takes as said in other words may be
counted as missing, and the message names the part that was not found.

发现什么：上级要求中有几层内容（建立机制并纳入目录；助餐、助洁、助医），方案只写了其中一部分。
为何重要：清单里漏掉的，工作中也会漏掉。
已知局限：写到多少算完整，是从已标注的方案中学来的；换了说法的内容可能被当作缺漏，提示中会列出未找到的部分。
"""

import re
from collections.abc import Iterator

from duibiao.model.match import Match
from duibiao.model.message import Message
from duibiao.model.report import Reason

RULE, CODE, EFFECT = "W107", "partial", "worse"


def check(match: Match) -> Iterator[Reason]:
    if not match.present or match.complete:
        return
    missing = _missing(match)
    zh = f"未见“{missing}”" if missing else "只见其中一部分内容"
    en = f"“{missing}” was not found" if missing else "only part of it was found"
    yield Reason(
        rule=RULE,
        code=CODE,
        expected=missing or None,
        message=Message(zh=f"方案只落实了一部分：{zh}", en=f"the plan takes up only part of it: {en}"),
    )


def _missing(match: Match) -> str:
    """The comma part of the requirement that the passages hold least of, where they hold less than half of it."""
    held = {p.plain.text[i : i + 2] for p in match.passages for i in range(len(p.plain.text) - 1)}
    text = match.wanted.plain.text
    for date in match.wanted.facts.dates:  # a missing date is another rule's
        text = text[: date.start] + "," * (date.end - date.start) + text[date.end :]
    worst, share = "", 0.5
    for part in re.split(r"[,;。、:]", text):
        grams = {part[i : i + 2] for i in range(len(part) - 1)}
        if len(grams) >= 2 and len(grams & held) / len(grams) < share:
            worst, share = part, len(grams & held) / len(grams)
    return worst
