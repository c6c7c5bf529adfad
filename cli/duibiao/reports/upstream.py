"""Where a requirement stands upstream, as a reader would look it up: 云岭政办发〔2023〕18号 二（一）1."""

import re

from duibiao.model.baseline import Requirement
from duibiao.reports.mend import amount
from duibiao.reports.text import printable
from duibiao.reports.words import say

# A title is cited from 关于 on, without （征求意见稿） and the like, and cut: it stands beside every finding.
LONGEST = 16
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]$")


def upstream_place(requirement: Requirement) -> str:
    parts = (_short(requirement.upstream) or requirement.document, requirement.clause)
    return " ".join(part for part in parts if part)


def own_share(requirement: Requirement, language: str) -> str:
    """其中本地承担：养老床位≥4.6万张, where a total is shared out and the plan held to its part."""
    shares = [printable(amount(target)) for target in requirement.targets if target.shares and not target.aggregate]
    return say("own-share", language, what=say("comma", language).join(shares)) if shares else ""


def _short(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    rest = _BRACKETS.sub("", name[max(name.find("关于"), 0) :])
    return rest if len(rest) <= LONGEST else rest[: LONGEST - 1] + "…"
