"""duibiao explain: a rule's page, or how a requirement got its verdict on a plan."""

import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from duibiao.commands import streams
from duibiao.commands.messages import WORDS, filled
from duibiao.commands.session import Session
from duibiao.model.errors import UsageError
from duibiao.reports.format import Options

if TYPE_CHECKING:
    from duibiao.check import Trace
    from duibiao.model.baseline import Baseline
    from duibiao.model.report import RulePage


def explain(
    ctx: typer.Context,
    subject: Annotated[str | None, typer.Argument(metavar="CODE|PLAN")] = None,
    requirement: Annotated[str | None, typer.Argument(metavar="REQUIREMENT")] = None,
    baselines: Annotated[list[Path] | None, typer.Option("--baseline", "-b", metavar="BASELINE")] = None,
) -> int:
    session: Session = ctx.obj
    from duibiao.reports.pages import render_index, render_page  # noqa: PLC0415  rich is heavy

    options = Options(
        language=session.language,
        everything=session.verbose,
        colour=streams.colour(plain=session.plain),
        width=streams.width(),
    )
    if requirement is not None or baselines:
        streams.put(_verdict(subject, requirement, baselines or (), options))
        return 0
    from duibiao.check import rule_pages  # noqa: PLC0415  the stages are heavy

    pages = rule_pages()
    streams.put(render_page(_page(pages, subject), options) if subject else render_index(pages, options))
    return 0


def _page(pages: "tuple[RulePage, ...]", name: str) -> "RulePage":
    for page in pages:
        if name.lower() in (page.rule.lower(), page.code):
            return page
    if Path(name).exists():
        raise UsageError(WORDS["no-requirement"], WORDS["no-requirement-advice"])
    raise UsageError(filled("no-rule", name=name), WORDS["no-rule-advice"])


def _verdict(plan: str | None, requirement: str | None, paths: "list[Path] | tuple[()]", options: Options) -> str:
    from duibiao.baselines import load_many  # noqa: PLC0415  heavy
    from duibiao.check import Given, trace  # noqa: PLC0415  heavy
    from duibiao.documents import find_plans  # noqa: PLC0415  heavy
    from duibiao.reports.trace import render_trace  # noqa: PLC0415  heavy

    if plan is None or requirement is None:
        raise UsageError(WORDS["no-requirement"], WORDS["no-requirement-advice"])
    if not paths:
        raise UsageError(WORDS["no-baseline"], WORDS["no-baseline-advice"])
    find_plans([Path(plan)])
    baseline = _holding(load_many(paths), requirement)
    found: Trace = trace(Path(plan), baseline, requirement, Given())
    return render_trace(found.match, found.finding, options)


def _holding(baselines: "tuple[Baseline, ...]", requirement: str) -> "Baseline":
    ids: list[str] = []
    for baseline in baselines:
        active = [r.id for r in baseline.active]
        if requirement in active:
            return baseline
        ids += active
    near = difflib.get_close_matches(requirement, ids, n=5, cutoff=0.3) or ids[:5]
    raise UsageError(
        filled("unknown-requirement", id=requirement), filled("unknown-requirement-advice", names=", ".join(near))
    )
