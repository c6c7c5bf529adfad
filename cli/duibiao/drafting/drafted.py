"""What drafting hands on: requirements with what a reviewer should look at in each."""

from msgspec import Struct

from duibiao.model.baseline import Kind, Source, Target
from duibiao.model.document import Level
from duibiao.model.fact import Strength


class Drafted(Struct, frozen=True, kw_only=True):
    """A requirement as drafted. `deadline` as the file prints it; `doubts` say in Chinese what to look at
    (待核), `repeats` where further documents say the same.
    """

    text: str
    title: str
    kind: Kind
    strength: Strength
    document: str
    clause: str
    targets: tuple[Target, ...] = ()
    deadline: str | None = None
    departments: tuple[str, ...] = ()
    applies_to: tuple[Level, ...] = ()
    doubts: tuple[str, ...] = ()
    repeats: tuple[str, ...] = ()


class Draft(Struct, frozen=True, kw_only=True):
    """A checklist before anybody has looked at it. `rows_left` counts table rows from which nothing was drafted."""

    title: str
    level: Level | None
    region: str | None
    sources: tuple[Source, ...]
    requirements: tuple[Drafted, ...]
    conflicts: int = 0
    rows_left: int = 0
