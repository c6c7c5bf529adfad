"""A baseline: the checklist of what upstream requires."""

from enum import StrEnum

from msgspec import Struct

from duibiao.model.document import Level
from duibiao.model.fact import Date, Op, Strength


class Kind(StrEnum):
    TASK = "task"
    TARGET = "target"


class Source(Struct, frozen=True, kw_only=True):
    """An upstream document. `issued` is ISO; `supersedes` lists numbers or titles that it replaces."""

    id: str
    title: str
    number: str | None = None
    issued: str | None = None
    supersedes: tuple[str, ...] = ()


class Target(Struct, frozen=True, kw_only=True):
    """A number to reach, in base units. `shares` maps a region to its part of an `aggregate` total."""

    indicator: str
    op: Op
    value: float
    unit: str
    aggregate: bool = False
    shares: tuple[tuple[str, float], ...] = ()


class Requirement(Struct, frozen=True, kw_only=True):
    """One thing a reviewer would tick.

    `text` is the upstream wording. `document` and `clause` say where it stands upstream. `applies_to` is empty
    where every level below the baseline's must act. `given` names the fields that stood in the file; the others
    were read from the text. `layer` is the id of the baseline that set it.
    """

    id: str
    text: str
    title: str
    kind: Kind
    strength: Strength
    targets: tuple[Target, ...] = ()
    deadline: Date | None = None
    departments: tuple[str, ...] = ()
    applies_to: tuple[Level, ...] = ()
    keywords: tuple[str, ...] = ()
    document: str | None = None
    clause: str | None = None
    refines: str | None = None
    superseded_by: str | None = None
    verified: bool = True
    layer: str = ""
    given: frozenset[str] = frozenset()


class Baseline(Struct, frozen=True, kw_only=True):
    """`sha256` is of the file's bytes; `extends` holds the ids of the layers above it."""

    id: str
    title: str
    topic: str
    level: Level | None
    region: str | None
    requirements: tuple[Requirement, ...]
    sources: tuple[Source, ...] = ()
    extends: tuple[str, ...] = ()
    sha256: str = ""

    @property
    def active(self) -> tuple[Requirement, ...]:
        """The requirements that are checked: those that nothing has superseded."""
        return tuple(r for r in self.requirements if r.superseded_by is None)
