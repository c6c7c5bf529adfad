"""duibiao check: hold plans against baselines and report."""

from pathlib import Path
from typing import Annotated

import typer

from duibiao.commands import streams
from duibiao.commands.options import (
    Baselines,
    Decisions,
    Everything,
    Failing,
    FailOn,
    Formats,
    IssueDate,
    LevelName,
    Output,
    RegionName,
    Strict,
)


def _print_schema(wanted: bool) -> None:
    if wanted:
        from duibiao.reports.json import schema  # noqa: PLC0415  only this option needs it

        streams.put(schema())
        raise typer.Exit


def check(
    ctx: typer.Context,
    *,
    plans: Annotated[list[Path] | None, typer.Argument(metavar="PLAN…")] = None,
    baselines: Baselines = None,  # noqa: ARG001  the settings take in what holds of these
    formats: Formats = None,
    output: Output = None,
    level: LevelName = None,  # noqa: ARG001  as above
    region: RegionName = None,  # noqa: ARG001  as above
    issued: IssueDate = None,  # noqa: ARG001  as above
    fail_on: Failing = None,  # noqa: ARG001  as above
    everything: Everything = False,
    decisions: Decisions = None,  # noqa: ARG001  as above
    since: Annotated[str | None, typer.Option("--since", metavar="REV")] = None,
    against: Annotated[Path | None, typer.Option("--against", metavar="REPORT")] = None,
    new_only: Annotated[bool, typer.Option("--new-only")] = False,
    strict: Strict = None,  # noqa: ARG001  as above
    watch: Annotated[bool, typer.Option("--watch")] = False,
    readiness: Annotated[bool, typer.Option("--readiness")] = False,
    chain: Annotated[bool, typer.Option("--chain")] = False,
    beside: Annotated[bool, typer.Option("--beside")] = False,
    report_schema: Annotated[bool, typer.Option("--report-schema", callback=_print_schema, is_eager=True)] = False,  # noqa: ARG001  printed by its callback
) -> int:
    from duibiao.commands.checking import Wish, carry_out  # noqa: PLC0415  loads what only a check needs
    from duibiao.commands.settings import decisions_of, settings_of  # noqa: PLC0415  YAML is not needed for help

    settings = settings_of(ctx)
    wish = Wish(
        plans=tuple(plans or ()),
        settings=settings,
        formats=tuple(formats or ()),
        output=output,
        fail_on=FailOn(settings.fail_on),
        everything=everything,
        decisions=decisions_of(settings, ctx.obj),
        since=since,
        against=against,
        new_only=new_only,
        strict=settings.strict,
        watch=watch,
        readiness=readiness,
        chain=chain,
        beside=beside,
    )
    return carry_out(wish, ctx.obj)
