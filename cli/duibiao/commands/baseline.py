"""duibiao baseline schema: what editors need to know of a checklist."""

import json
from pathlib import Path
from typing import Annotated

import typer

from duibiao.commands import streams
from duibiao.commands.session import Session


def schema(
    ctx: typer.Context,
    *,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="PATH")] = None,
) -> int:
    from duibiao.baselines import json_schema  # noqa: PLC0415  YAML is not needed for help
    from duibiao.reports.write import refuse, write_all  # noqa: PLC0415  as above

    text = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        streams.put(text)
        return 0
    session: Session = ctx.obj
    refuse(output, [])
    write_all({output: text.encode()})
    session.note(session.say("wrote", path=output.as_posix()))
    return 0
