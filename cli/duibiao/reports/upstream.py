"""Where a requirement stands upstream, as a reader would look it up: 云岭政办发〔2023〕18号 二（一）1."""

from duibiao.model.baseline import Requirement

# A title without a number is cited from 关于 on, and cut: the whole of it stands in the head of the report.
LONGEST = 24


def upstream_place(requirement: Requirement) -> str:
    parts = (_short(requirement.upstream) or requirement.document, requirement.clause)
    return " ".join(part for part in parts if part)


def _short(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    about = name.find("关于")
    rest = name[about:] if about > 0 else name
    return rest if len(rest) <= LONGEST else rest[: LONGEST - 1] + "…"
