"""A baseline: the checklist of what upstream requires."""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

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

    def share_of(self, region: str | None) -> "Target":
        """The target as it stands for a place: its share of the total, where it was given one."""
        if not self.aggregate or region is None:
            return self
        for name, value in self.shares:
            if region.endswith(name):
                return replace(self, value=value, aggregate=False)
        return self


class Requirement(Struct, frozen=True, kw_only=True):
    """One thing a reviewer would tick.

    `text` is the upstream wording. `document` and `clause` say where it stands upstream, and `upstream` how readers
    know that document: by its number, else its title. `applies_to` is empty
    where every level below the baseline's must act. `given` names the fields that stood in the file; the others
    were read from the text. `layer` is the id of the baseline that set it; `origins` names the fields that a layer
    above it set, each with the id of that layer.
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
    upstream: str = ""
    clause: str | None = None
    refines: str | None = None
    superseded_by: str | None = None
    verified: bool = True
    layer: str = ""
    given: frozenset[str] = frozenset()
    origins: tuple[tuple[str, str], ...] = ()

    def origin(self, field: str) -> str:
        """The id of the baseline that set this field."""
        return dict(self.origins).get(field, self.layer)


class Layer(Struct, frozen=True, kw_only=True):
    """A baseline that another one extends."""

    id: str
    title: str
    level: Level | None = None
    region: str | None = None


class Baseline(Struct, frozen=True, kw_only=True):
    """`sha256` is of the file's bytes; `extends` holds the ids of the layers above it.

    Once these are resolved, `layers` holds all of them, highest first, `requirements` and `sources` take theirs in,
    `looser` names those that ask less than the one they refine, and `sha256` is of all the files.
    """

    id: str
    title: str
    topic: str
    level: Level | None
    region: str | None
    requirements: tuple[Requirement, ...]
    sources: tuple[Source, ...] = ()
    extends: tuple[str, ...] = ()
    layers: tuple[Layer, ...] = ()
    looser: tuple[str, ...] = ()
    sha256: str = ""

    @property
    def active(self) -> tuple[Requirement, ...]:
        """The requirements that are checked: those that nothing has superseded."""
        return tuple(r for r in self.requirements if r.superseded_by is None)
