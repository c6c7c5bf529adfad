"""duibiao decide: rule on findings, one after another."""

from pathlib import Path
from typing import Annotated

import typer

from duibiao.commands.options import Baselines, Decisions, Everything, IssueDate, LevelName, RegionName


def decide(
    ctx: typer.Context,
    *,
    plans: Annotated[list[Path] | None, typer.Argument(metavar="PLAN…|REPORT")] = None,
    baselines: Baselines = None,  # noqa: ARG001  the settings take in what holds of these
    level: LevelName = None,  # noqa: ARG001  as above
    region: RegionName = None,  # noqa: ARG001  as above
    issued: IssueDate = None,  # noqa: ARG001  as above
    decisions: Decisions = None,  # noqa: ARG001  as above
    by: Annotated[str | None, typer.Option("--by", metavar="NAME")] = None,
    everything: Everything = False,
) -> int:
    from duibiao.commands.deciding import Wish, carry_out  # noqa: PLC0415  loads what only a check needs
    from duibiao.commands.settings import settings_of  # noqa: PLC0415  YAML is not needed for help

    wish = Wish(plans=tuple(plans or ()), settings=settings_of(ctx), by=by, everything=everything)
    return carry_out(wish, ctx.obj)
