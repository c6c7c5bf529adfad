"""duibiao check: hold plans against baselines and report."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from duibiao.commands import streams
from duibiao.commands.gather import gather
from duibiao.commands.messages import WORDS, filled
from duibiao.commands.session import Session
from duibiao.model.baseline import Baseline
from duibiao.model.document import Level
from duibiao.model.errors import UsageError
from duibiao.model.report import Run, Severity, Unreadable
from duibiao.reports.deliver import arrange_delivery, in_files, on_screen
from duibiao.reports.format import Format, Options
from duibiao.reports.registry import for_suffix, named, render
from duibiao.reports.view import arrange, worst
from duibiao.reports.write import write_all


class FailOn(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


LEVELS = "|".join(Level)
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
    level: Annotated[Level | None, typer.Option("--level", metavar=LEVELS)] = None,
    region: Annotated[str | None, typer.Option("--region", metavar="REGION")] = None,
    issued: Annotated[str | None, typer.Option("--issued", metavar="YYYY-MM-DD")] = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", metavar=FAIL_ON)] = FailOn.ERROR,
    everything: Annotated[bool, typer.Option("--all")] = False,
    report_schema: Annotated[bool, typer.Option("--report-schema", callback=_print_schema, is_eager=True)] = False,  # noqa: ARG001  printed by its callback
) -> int:
    session: Session = ctx.obj
    from duibiao import check as engine  # noqa: PLC0415  the stages are heavy
    from duibiao.documents import find_plans  # noqa: PLC0415  as above

    chosen = _formats(formats or (), output)
    given = engine.Given(level=level, region=region, issued=_date(issued))
    loaded = _baselines(baselines or (), session)
    files = find_plans(plans)
    target = None if output == Path("-") else output
    delivery = arrange_delivery(chosen, target, plans=len(files), inputs=[*files, *(baselines or ())])

    run = gather(files, loaded, given, session)
    view = arrange(run)
    options = Options(
        language=session.language,
        everything=everything,
        hints=not session.quiet,
        colour=streams.colour(plain=session.plain) if any(form.screen for form in delivery.screen) else None,
        width=streams.width(),
    )
    written = in_files(delivery, view, options, render)
    payload = list(on_screen(delivery, view, options, render))
    write_all(written)
    for path in written:
        session.note(session.say("wrote", path=path.as_posix()))
    for text in payload:
        streams.put(text)
    return exit_code(run, fail_on)


def exit_code(run: Run, fail_on: FailOn) -> int:
    """1 where something counts, even where a plan could not be read as well; 3 where only that went wrong."""
    if fail_on is not FailOn.NEVER and worst(run).rank >= Severity(fail_on).rank:
        return 1
    return 3 if any(isinstance(report, Unreadable) for report in run.reports) else 0


def _formats(names: Sequence[str], output: Path | None) -> list[Format]:
    """The formats asked for; where none is, the one that the output's name asks for, else the screen."""
    if names:
        return [named(name) for name in names]
    meant = for_suffix(output.suffix) if output else None
    return [meant or named("terminal")]


def _baselines(paths: Sequence[Path], session: Session) -> tuple[Baseline, ...]:
    from duibiao.baselines import load_many  # noqa: PLC0415  YAML is not needed for help

    if not paths:
        raise UsageError(WORDS["no-baseline"], WORDS["no-baseline-advice"])
    loaded: tuple[Baseline, ...] = load_many(paths)
    for baseline in loaded:
        doubtful = sum(not requirement.verified for requirement in baseline.active)
        if doubtful:
            session.note(session.say("unverified", id=baseline.id, n=doubtful))
    return loaded


def _date(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(filled("bad-date", value=text), WORDS["bad-date-advice"]) from None
