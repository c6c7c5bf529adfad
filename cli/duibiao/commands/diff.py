"""duibiao diff: what changed between two reports, or two drafts of a plan."""

from pathlib import Path
from typing import Annotated

import typer

from duibiao.commands import streams
from duibiao.commands.options import (
    Baselines,
    Everything,
    Failing,
    FailOn,
    Formats,
    IssueDate,
    LevelName,
    Output,
    RegionName,
)


def _print_schema(wanted: bool) -> None:
    if wanted:
        from duibiao.reports.changes.json import schema  # noqa: PLC0415  only this option needs it

        streams.put(schema())
        raise typer.Exit


def diff(
    ctx: typer.Context,
    *,
    old: Annotated[Path, typer.Argument(metavar="OLD")],
    new: Annotated[Path, typer.Argument(metavar="NEW")],
    baselines: Baselines = None,  # noqa: ARG001  the settings take in what holds of these
    formats: Formats = None,
    output: Output = None,
    level: LevelName = None,  # noqa: ARG001  as above
    region: RegionName = None,  # noqa: ARG001  as above
    issued: IssueDate = None,  # noqa: ARG001  as above
    fail_on: Failing = None,  # noqa: ARG001  as above
    everything: Everything = False,
    report_schema: Annotated[bool, typer.Option("--report-schema", callback=_print_schema, is_eager=True)] = False,  # noqa: ARG001  printed by its callback
) -> int:
    from duibiao.commands.comparing import Wish, carry_out  # noqa: PLC0415  loads what only a comparison needs
    from duibiao.commands.settings import settings_of  # noqa: PLC0415  YAML is not needed for help

    settings = settings_of(ctx)
    wish = Wish(
        old=old,
        new=new,
        settings=settings,
        formats=tuple(formats or ()),
        output=output,
        fail_on=FailOn(settings.fail_on),
        everything=everything,
    )
    return carry_out(wish, ctx.obj)
