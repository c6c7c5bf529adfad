"""Where a requirement stands upstream, as a reader would look it up: 云岭政办发〔2023〕18号 二（一）1."""

import re

from duibiao.model.baseline import Requirement

# A title is cited from 关于 on, without （征求意见稿） and the like, and cut: it stands beside every finding.
LONGEST = 16
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]$")


def upstream_place(requirement: Requirement) -> str:
    parts = (_short(requirement.upstream) or requirement.document, requirement.clause)
    return " ".join(part for part in parts if part)


def _short(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    rest = _BRACKETS.sub("", name[max(name.find("关于"), 0) :])
    return rest if len(rest) <= LONGEST else rest[: LONGEST - 1] + "…"
