"""The same thing along the rungs: what the nation, the province, the city ask of it, and what the plan says."""

from enum import StrEnum

from msgspec import Struct

from duibiao.model.document import Level


class Turn(StrEnum):
    """What a rung does to the one above it; FIRST has none above, LEFT drops what was asked."""

    FIRST = "first"
    TIGHTER = "tighter"
    SAME = "same"
    LOOSER = "looser"
    OTHER = "other"
    LEFT = "left"


class Rung(Struct, frozen=True, kw_only=True):
    """One who asks, or the plan: `id` is the baseline's, empty for the plan."""

    id: str
    name: str
    level: Level | None = None


class Step(Struct, frozen=True, kw_only=True):
    """What a rung says of it: `value` as printed ("≥55%"), `deadline` ISO, `requirement` the id, empty for the plan.

    `turn` and `by` are of the number, `date_turn` and `days` of the date, against the last rung that has one.
    `by` is how much ("+20个百分点", "+25%"), empty where it cannot be said.
    """

    rung: int
    requirement: str
    value: str = ""
    deadline: str = ""
    turn: Turn = Turn.FIRST
    by: str = ""
    date_turn: Turn = Turn.FIRST
    date_by: str = ""


class Chain(Struct, frozen=True, kw_only=True):
    """One indicator, its steps highest rung first. `matched` marks one joined by its name and not by `refines`."""

    name: str
    steps: tuple[Step, ...]
    matched: bool = False

    @property
    def tightened(self) -> tuple[Step, ...]:
        """The steps that ask more than the rung above: 加码."""
        return tuple(step for step in self.steps if Turn.TIGHTER in (step.turn, step.date_turn))


class Ladder(Struct, frozen=True, kw_only=True):
    """All chains of one plan over its rungs, highest first; the plan is the last."""

    plan: str
    title: str
    rungs: tuple[Rung, ...]
    chains: tuple[Chain, ...]
