"""What holds for a command: its options over `DUIBIAO_…` over `.duibiao.yaml`. Every command asks here."""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import typer
from msgspec.structs import replace

from duibiao.commands.messages import WORDS, filled
from duibiao.commands.options import LEVELS
from duibiao.commands.session import Session
from duibiao.config.heads import Head, heads
from duibiao.config.load import folders_of, load
from duibiao.config.merge import merge
from duibiao.config.read import is_path
from duibiao.config.settings import Origin, Said, Settings
from duibiao.model.document import Level
from duibiao.model.errors import UsageError
from duibiao.model.message import Message

_SPOKEN = {"COMMANDLINE": Origin.COMMAND, "ENVIRONMENT": Origin.ENVIRONMENT}


def settings_of(ctx: typer.Context) -> Settings:
    """The settings of a command, from its parameters of these names, as far as it has them.

    Raises:
        UsageError: A value is none, or the configuration cannot be opened.
        ConfigError: The configuration has faults; all of them are listed.
    """
    session: Session = ctx.obj
    config = load(Path())
    origins = {
        name: _SPOKEN[source]
        for name in ctx.params.keys() & set(Said.__struct_fields__)
        if (source := _source(ctx, name)) in _SPOKEN
    }
    said: dict[str, Any] = {name: ctx.params[name] for name in origins}
    if "level" in said:
        said["level"] = level_of(said["level"], "--level" if origins["level"] is Origin.COMMAND else "DUIBIAO_LEVEL")
    if "issued" in said:
        said["issued"] = date_of(said["issued"])
    if "baselines" in said:
        said["baselines"] = tuple(Path(name).as_posix() for name in said["baselines"])
    if "decisions" in said:
        said["decisions"] = Path(said["decisions"])
    if "fail_on" in said:
        said["fail_on"] = str(said["fail_on"])
    spoken = Origin(session.spoken)
    if spoken in _SPOKEN.values():
        said["language"], origins["language"] = session.language, spoken
    settings = merge(Said(**said, origins=tuple(origins.items())), config)
    return replace(settings, folders=folders_of(config))


def _source(ctx: typer.Context, name: str) -> str:
    source = ctx.get_parameter_source(name)
    return source.name if source else ""


def baseline_files(names: Iterable[str], settings: Settings) -> tuple[Path, ...]:
    """The files of baselines that are named by path or by id.

    Raises:
        UsageError: There is no such id in the folders of baselines, or several files have it.
    """
    listed = tuple(names)
    by_id = [name for name in listed if not is_path(name) and not Path(name).is_file()]
    known = heads(existing(settings)) if by_id else ()
    return tuple(_file_of(name, known, settings) if name in by_id else Path(name) for name in listed)


def decisions_of(settings: Settings, session: Session) -> Path | None:
    """The file of decisions; one that only the configuration names need not be there yet."""
    file = settings.decisions
    if file is None or file.exists() or settings.source("decisions").origin is not Origin.FILE:
        return file
    session.note(session.say("no-decisions-yet", path=file.as_posix()))
    return None


def existing(settings: Settings) -> list[Path]:
    return [folder for folder in settings.folders if folder.exists()]


def _file_of(name: str, known: tuple[Head, ...], settings: Settings) -> Path:
    found = [head.file for head in known if head.id == name]
    if len(found) == 1:
        return found[0]
    if found:
        files = ", ".join(file.as_posix() for file in found)
        raise UsageError(filled("same-id", id=name, files=files), WORDS["same-id-advice"])
    where = ", ".join(folder.as_posix() for folder in settings.folders) or "-"
    ids = [head.id for head in known]
    near = get_close_matches(name, ids, n=3, cutoff=0.4) or ids[:5]
    advice = filled("no-such-baseline-advice", names=", ".join(near)) if near else WORDS["no-baseline-advice"]
    raise UsageError(filled("no-such-baseline", name=name, folders=where), advice)


def level_of(name: str | None, option: str = "--level") -> Level | None:
    if name is None:
        return None
    try:
        return Level(name)
    except ValueError:
        one_of = filled("one-of", names=LEVELS)
        raise UsageError(
            Message(
                zh=WORDS["bad-value"].zh.format(name=option, why=one_of.zh),
                en=WORDS["bad-value"].en.format(name=option, why=one_of.en),
            ),
            WORDS["bad-level-advice"],
        ) from None


def date_of(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(filled("bad-date", value=text), WORDS["bad-date-advice"]) from None
