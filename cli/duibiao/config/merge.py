"""The command line over the environment over the file: which of the three the parser has settled between already."""

from collections.abc import Iterator
from typing import Any

from duibiao.config.globs import matches
from duibiao.config.settings import Config, ForPlan, Origin, Said, Settings, Source

# what both the file and the command line can say
_EITHER = ("fail_on", "strict", "decisions", "language")
# what only the command line can say of all plans at once; the file says it of some
_OUTRIGHT = ("baselines", "level", "region", "issued")
_FILE_ONLY = ("folders", "plans")


def merge(said: Said, config: Config | None) -> Settings:
    """What holds, where nothing was said the default."""
    values = {name: getattr(said, name) for name in (*_EITHER, *_OUTRIGHT)}
    if config is not None:
        values |= {name: getattr(config, name) for name in _EITHER if values[name] is None}
        values |= {name: getattr(config, name) for name in _FILE_ONLY}
        values |= {"file": config.file, "folder": config.folder}
    known: dict[str, Any] = {name: value for name, value in values.items() if value is not None}
    return Settings(**known, sources=tuple(_sources(said, config)))


def _sources(said: Said, config: Config | None) -> Iterator[tuple[str, Source]]:
    spoken = {name: origin for name, origin in said.origins if getattr(said, name) is not None}
    yield from ((name, Source(origin=origin)) for name, origin in spoken.items())
    for name, line in config.lines if config else ():
        if name not in spoken:
            yield name, Source(origin=Origin.FILE, line=line)


def for_plan(settings: Settings, place: str) -> ForPlan:
    """What holds for the plan at `place`, a path with `/` from the configuration's folder.

    Every entry that names the plan speaks, and the later one wins, value by value: general entries come first.
    """
    known: dict[str, Any] = {}
    for entry in settings.plans:
        if matches(place, entry.paths):
            known |= {name: value for name in _OUTRIGHT if (value := getattr(entry, name))}
    known |= {name: value for name in _OUTRIGHT if (value := getattr(settings, name))}
    return ForPlan(**known)
