"""duibiao baseline …: make and keep checklists."""

import json
from pathlib import Path
from typing import Annotated

import typer

from duibiao.commands import streams
from duibiao.commands.failures import fault_lines
from duibiao.commands.session import Session
from duibiao.model.errors import BaselineError


def schema() -> int:
    from duibiao.baselines import json_schema  # noqa: PLC0415  YAML is not needed for help

    streams.put(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
    return 0


def lint(ctx: typer.Context, files: Annotated[list[Path], typer.Argument(metavar="FILE…")]) -> int:
    """The faults are what was asked for: they are the payload, and the code says that there are some."""
    from duibiao.baselines import load  # noqa: PLC0415  as above

    session: Session = ctx.obj
    faulty = False
    for file in files:
        try:
            baseline = load(file)
        except BaselineError as error:
            faulty = True
            streams.put("".join(f"{line}\n" for line in fault_lines(error, session)))
        else:
            session.note(session.say("sound", path=file.as_posix(), n=len(baseline.requirements)))
    return BaselineError.exit_code if faulty else 0
