"""What a human reviewer ruled on a finding."""

from enum import StrEnum

from msgspec import Struct

from duibiao.model.verdict import Verdict


class Ruling(Struct, frozen=True, kw_only=True):
    """What a human reviewer decided: `action` is confirm, overrule or waive.

    `judged` is, once it overrules a finding, the verdict of the tool that `verdict` took the place of.
    """

    action: str
    reason: str
    by: str
    date: str
    verdict: Verdict | None = None
    expires: str | None = None
    judged: Verdict | None = None


class Decision(Struct, frozen=True, kw_only=True):
    """A ruling on a requirement in the plans that `plan` names, a path or a pattern, as it stands in `file`.

    `passage` is what a finding's was when it was ruled on, where the tool wrote it. `line` counts from 1.
    """

    requirement: str
    plan: str
    ruling: Ruling
    passage: str | None = None
    file: str = ""
    line: int = 1


class State(StrEnum):
    """Why a decision does not hold: its day is over, what was ruled on has changed, or it meets nothing."""

    EXPIRED = "expired"
    STALE = "stale"
    UNUSED = "unused"


class Lapsed(Struct, frozen=True, kw_only=True):
    """A decision that does not hold; `plan` is the one in which it does not, or what it was written for."""

    decision: Decision
    state: State
    plan: str
