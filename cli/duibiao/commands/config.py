"""duibiao config: what holds here, and who said it; or the JSON Schema of `.duibiao.yaml`."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from duibiao.commands import streams
from duibiao.commands.options import Baselines, Decisions, Failing, IssueDate, LevelName, RegionName, Strict
from duibiao.commands.session import Session
from duibiao.reports.text import cells

if TYPE_CHECKING:
    from duibiao.config.settings import Entry, Settings

_SPELT = {"baselines": "baseline", "language": "lang"}
_VALUES = ("baselines", "level", "region", "issued", "fail_on", "strict", "decisions", "language")


def _print_schema(wanted: bool) -> None:
    if wanted:
        from duibiao.config.schema import json_schema  # noqa: PLC0415  only this option needs it

        streams.put(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
        raise typer.Exit


def config(
    ctx: typer.Context,
    *,
    baselines: Baselines = None,  # noqa: ARG001  the settings take in what holds of these
    level: LevelName = None,  # noqa: ARG001  as above
    region: RegionName = None,  # noqa: ARG001  as above
    issued: IssueDate = None,  # noqa: ARG001  as above
    fail_on: Failing = None,  # noqa: ARG001  as above
    strict: Strict = None,  # noqa: ARG001  as above
    decisions: Decisions = None,  # noqa: ARG001  as above
    schema: Annotated[bool, typer.Option("--schema", callback=_print_schema, is_eager=True)] = False,  # noqa: ARG001  printed by its callback
) -> int:
    from duibiao.commands.settings import settings_of  # noqa: PLC0415  YAML is not needed for help

    session: Session = ctx.obj
    settings = settings_of(ctx)
    blocks = (_file(settings, session), _values(settings, session), _known(settings), _plans(settings, session))
    streams.put("\n".join("".join(f"{line}\n" for line in block) for block in map(list, blocks) if block))
    return 0


def _file(settings: "Settings", session: Session) -> Iterator[str]:
    yield settings.file.as_posix() if settings.file else session.say("no-config")


def _values(settings: "Settings", session: Session) -> Iterator[str]:
    """`name: value` as the file would say it, and behind it who did."""
    rows = [(f"{name.replace('_', '-')}: {_shown(getattr(settings, name))}", name) for name in _VALUES]
    left = max(cells(row) for row, _ in rows)
    for row, name in rows:
        yield f"{row}{' ' * (left - cells(row))}  # {_who(settings, name, session)}"


def _who(settings: "Settings", name: str, session: Session) -> str:
    source = settings.source(name)
    variable = f"DUIBIAO_{_SPELT.get(name, name)}".upper()
    place = f"{settings.file.as_posix()}:{source.line}" if settings.file else ""
    return session.say(f"from-{source.origin.value}", name=variable, place=place)


def _known(settings: "Settings") -> Iterator[str]:
    """The baselines that can be named by id."""
    from duibiao.commands.settings import existing  # noqa: PLC0415  YAML is not needed for help
    from duibiao.config.heads import heads  # noqa: PLC0415  as above

    for head in heads(existing(settings)):
        about = " · ".join(filter(None, (head.title, head.region, head.level)))
        yield f"{head.id}  # {head.file.as_posix()} · {about}"


def _plans(settings: "Settings", session: Session) -> Iterator[str]:
    from duibiao.commands.planned import plans_of_entry  # noqa: PLC0415  readers are not needed for help

    for entry in settings.plans:
        count = len(plans_of_entry(entry, settings.folder))
        yield f"{', '.join(entry.paths)}{_said(entry)}  # {session.say('entry', line=entry.line, n=count)}"


def _said(entry: "Entry") -> str:
    values = (*entry.baselines, entry.level, entry.region, entry.issued)
    told = ", ".join(filter(None, values))
    return f" ({told})" if told else ""


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return "-" if value is None else str(value)
