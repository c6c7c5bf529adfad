"""Facts: what a clause commits to. Every `start`/`end` counts characters of the plain text they were read from."""

from enum import IntEnum, StrEnum

from msgspec import Struct


class Strength(IntEnum):
    """How firmly something is required; a larger number is firmer."""

    EXPLORE = 1
    ENCOURAGE = 2
    SHOULD = 3
    MUST = 4

    @property
    def word(self) -> str:
        return self.name.lower()


class Op(StrEnum):
    GE = ">="
    GT = ">"
    LE = "<="
    LT = "<"
    EQ = "=="
    ABOUT = "~"

    @property
    def is_ceiling(self) -> bool:
        return self in (Op.LE, Op.LT)


class Quantity(Struct, frozen=True, kw_only=True):
    """A number with its measure, in base units (2万名 -> 20000 名).

    `upper` is the far end of a range. `dimension` groups units that can be compared ("share", "count", "money",
    "duration", "area" ...). `op` is how the text bounds it. `hedged` marks 左右, 力争 and the like. `indicator` is
    the phrase the number belongs to, `base` a figure of the past that commits to nothing, `shown` how to print it.
    """

    value: float
    unit: str
    dimension: str
    op: Op
    start: int
    end: int
    upper: float | None = None
    hedged: bool = False
    falling: bool = False
    change: bool = False
    every: str = ""
    indicator: str = ""
    base: bool = False
    shown: str = ""


class DateKind(StrEnum):
    BY = "by"
    FROM = "from"
    RECURRING = "recurring"
    REFERENCE = "reference"


class Date(Struct, frozen=True, kw_only=True):
    """A date with the precision it was written in; `month` and `day` are None where not given.

    A deadline means the end of what is named: 到2025年 is the last day of 2025. `source` says where it was read:
    "clause", "heading", "column" or "horizon" (the opening of a sentence or list that governs it). `lead` marks a date
    that opens its own sentence.
    """

    year: int
    month: int | None = None
    day: int | None = None
    kind: DateKind = DateKind.BY
    start: int = 0
    end: int = 0
    source: str = "clause"
    lead: bool = False

    @property
    def last_day(self) -> tuple[int, int, int]:
        """Year, month, day of the last day it names, for comparing (31 stands for any month's end)."""
        return (self.year, self.month or 12, self.day or 31)

    @property
    def chinese(self) -> str:
        """The date as a Chinese sentence says it: 2022年, 2022年12月, 2022年12月31日."""
        return f"{self.year}年" + (f"{self.month}月" if self.month else "") + (f"{self.day}日" if self.day else "")

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{n:02d}" for n in (self.month, self.day) if n)]
        return "-".join(parts)


class Verb(Struct, frozen=True, kw_only=True):
    """A governing verb at `start`..`end`, with the strength it gives to all from `opens` to `reach`.

    `hedge` marks one that a 力争, 原则上 or the like takes back; `vague` one that readers take for a should or a must
    (健全, 统筹), and that says nothing about softening.
    """

    strength: Strength
    word: str
    opens: int
    start: int
    end: int
    reach: int
    hedge: bool = False
    vague: bool = False


class Reach(StrEnum):
    """Whom or what area a phrase takes in."""

    ALL = "all"
    SOME = "some"
    AREA = "area"
    LOCAL = "local"
    KIND = "kind"
    GROUP = "group"


class Scope(Struct, frozen=True, kw_only=True):
    """A scope word as it stands; `concept` is what it means, `within` the wider concepts that it is part of."""

    reach: Reach
    word: str
    concept: str
    start: int
    end: int
    within: frozenset[str] = frozenset()


class Department(Struct, frozen=True, kw_only=True):
    """`name` as written, `concept` the same office at any level (民政厅, 市民政局 -> 民政)."""

    name: str
    concept: str
    lead: bool = False


class Facts(Struct, frozen=True, kw_only=True):
    """`binding` is false for a sentence that only reports what was done or explains a word."""

    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()
    verbs: tuple[Verb, ...] = ()
    scopes: tuple[Scope, ...] = ()
    departments: tuple[Department, ...] = ()
    binding: bool = True
