"""duibiao batch: check a folder of thousands of plans; what was done before is not done again."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from duibiao.commands.options import Baselines


class Pages(StrEnum):
    SHORT = "short"
    FULL = "full"
    NONE = "none"


def batch(
    ctx: typer.Context,
    *,
    plans: Annotated[Path, typer.Argument(metavar="PLANS_DIR")],
    baselines: Baselines = None,  # noqa: ARG001  the settings take it in
    out: Annotated[Path, typer.Option("--out", metavar="DIR")],
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", min=1)] = None,
    scheduler: Annotated[str | None, typer.Option("--scheduler", metavar="ADDR")] = None,
    glob: Annotated[str | None, typer.Option("--glob", metavar="PATTERN")] = None,
    manifest: Annotated[Path | None, typer.Option("--manifest", metavar="FILE")] = None,
    decisions: Annotated[Path | None, typer.Option("--decisions", metavar="FILE")] = None,
    pages: Annotated[Pages, typer.Option("--pages", metavar="|".join(Pages))] = Pages.SHORT,
) -> int:
    from duibiao.commands.batching import Order, carry_out  # noqa: PLC0415  loads what only a batch needs
    from duibiao.commands.settings import baseline_files, existing, settings_of  # noqa: PLC0415  as above

    settings = settings_of(ctx)
    order = Order(
        plans=plans,
        baselines=baseline_files(settings.baselines, settings),
        folders=tuple(existing(settings)),
        out=out,
        jobs=jobs,
        scheduler=scheduler,
        glob=glob,
        manifest=manifest,
        decisions=decisions,
        pages=str(pages),
    )
    return carry_out(order, ctx.obj)
