"""What holds for a run: the command line over the environment over the file, as one frozen value."""

from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from duibiao.model.document import Level

# as `commands.options.FailOn`, which stands above this package
FAIL_ON = ("error", "warning", "note", "never")
LANGUAGES = ("zh", "en")


class Origin(StrEnum):
    """Who said it, the strongest first."""

    COMMAND = "command"
    ENVIRONMENT = "environment"
    FILE = "file"
    DEFAULT = "default"


class Source(Struct, frozen=True, kw_only=True):
    """Where a value comes from; `line` is that of the file."""

    origin: Origin
    line: int | None = None


class Entry(Struct, frozen=True, kw_only=True):
    """Some plans of the file, by globs that count from its folder, and what is known of them.

    `baselines` are ids, or paths that were already brought to the working directory. `line` counts from 1.
    """

    paths: tuple[str, ...]
    baselines: tuple[str, ...] = ()
    level: Level | None = None
    region: str | None = None
    issued: str | None = None
    line: int = 1


class Config(Struct, frozen=True, kw_only=True):
    """What a file says; what it leaves out is None or empty. Its paths lead from the working directory.

    `lines` are those on which its keys stand.
    """

    file: Path
    folders: tuple[Path, ...] = ()
    plans: tuple[Entry, ...] = ()
    fail_on: str | None = None
    strict: bool | None = None
    decisions: Path | None = None
    language: str | None = None
    lines: tuple[tuple[str, int], ...] = ()

    @property
    def folder(self) -> Path:
        return self.file.parent


class Said(Struct, frozen=True, kw_only=True):
    """What the command line or the environment said outright; None where nothing was said."""

    baselines: tuple[str, ...] | None = None
    level: Level | None = None
    region: str | None = None
    issued: str | None = None
    fail_on: str | None = None
    strict: bool | None = None
    decisions: Path | None = None
    language: str | None = None
    origins: tuple[tuple[str, Origin], ...] = ()


class Settings(Struct, frozen=True, kw_only=True):
    """What holds. `baselines`, `level`, `region` and `issued` were said outright and beat every entry of `plans`.

    `folders` is where baselines are looked up; `folder` is where the names of plans count from. `sources` tells of
    each value where it comes from.
    """

    file: Path | None = None
    folder: Path = Path()
    folders: tuple[Path, ...] = ()
    plans: tuple[Entry, ...] = ()
    baselines: tuple[str, ...] = ()
    level: Level | None = None
    region: str | None = None
    issued: str | None = None
    fail_on: str = "error"
    strict: bool = False
    decisions: Path | None = None
    language: str = "zh"
    sources: tuple[tuple[str, Source], ...] = ()

    def source(self, name: str) -> Source:
        return dict(self.sources).get(name, Source(origin=Origin.DEFAULT))


class ForPlan(Struct, frozen=True, kw_only=True):
    """What holds for one plan. Without `baselines` they are chosen by what stands in the plan."""

    baselines: tuple[str, ...] = ()
    level: Level | None = None
    region: str | None = None
    issued: str | None = None
