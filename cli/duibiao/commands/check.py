"""duibiao check: hold plans against baselines and report."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from duibiao.commands import streams


class FailOn(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


# model.Level, which is not loaded for the help page
LEVELS = "national|province|city|county"
FAIL_ON = "|".join(FailOn)


def _print_schema(wanted: bool) -> None:
    if wanted:
        from duibiao.reports.json import schema  # noqa: PLC0415  only this option needs it

        streams.put(schema())
        raise typer.Exit


def check(
    ctx: typer.Context,
    *,
    plans: Annotated[list[Path], typer.Argument(metavar="PLAN…")],
    baselines: Annotated[list[Path] | None, typer.Option("--baseline", "-b", metavar="BASELINE")] = None,
    formats: Annotated[list[str] | None, typer.Option("--format", "-f", metavar="FORMAT")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="PATH")] = None,
    level: Annotated[str | None, typer.Option("--level", metavar=LEVELS)] = None,
    region: Annotated[str | None, typer.Option("--region", metavar="REGION")] = None,
    issued: Annotated[str | None, typer.Option("--issued", metavar="YYYY-MM-DD")] = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", metavar=FAIL_ON)] = FailOn.ERROR,
    everything: Annotated[bool, typer.Option("--all")] = False,
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
        watch=watch,
    )
    return carry_out(wish, ctx.obj)
