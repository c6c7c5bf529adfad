"""duibiao check: hold plans against baselines and report."""

from pathlib import Path
from typing import Annotated

import typer

from duibiao.commands import streams
from duibiao.commands.options import (
    Baselines,
    Everything,
    FailOn,
    Formats,
    IssueDate,
    LevelName,
    Output,
    RegionName,
    Threshold,
)


def _print_schema(wanted: bool) -> None:
    if wanted:
        from duibiao.reports.json import schema  # noqa: PLC0415  only this option needs it

        streams.put(schema())
        raise typer.Exit


def check(
    ctx: typer.Context,
    *,
    plans: Annotated[list[Path], typer.Argument(metavar="PLAN…")],
    baselines: Baselines = None,
    formats: Formats = None,
    output: Output = None,
    level: LevelName = None,
    region: RegionName = None,
    issued: IssueDate = None,
    fail_on: Threshold = FailOn.ERROR,
    everything: Everything = False,
    decisions: Annotated[Path | None, typer.Option("--decisions", metavar="FILE")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="REV")] = None,
    against: Annotated[Path | None, typer.Option("--against", metavar="REPORT")] = None,
    new_only: Annotated[bool, typer.Option("--new-only")] = False,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    watch: Annotated[bool, typer.Option("--watch")] = False,
    report_schema: Annotated[bool, typer.Option("--report-schema", callback=_print_schema, is_eager=True)] = False,  # noqa: ARG001  printed by its callback
) -> int:
    from duibiao.commands.checking import Wish, carry_out  # noqa: PLC0415  loads what only a check needs

    wish = Wish(
        plans=tuple(plans),
        baselines=tuple(baselines or ()),
        formats=tuple(formats or ()),
        output=output,
        level=level,
        region=region,
        issued=issued,
        fail_on=fail_on,
        everything=everything,
        decisions=decisions,
        since=since,
        against=against,
        new_only=new_only,
        strict=strict,
        watch=watch,
    )
    return carry_out(wish, ctx.obj)
