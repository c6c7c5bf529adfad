"""duibiao explain: a rule's page, or how a requirement got its verdict on a plan."""

import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from duibiao.commands import streams
from duibiao.commands.messages import WORDS, filled
from duibiao.commands.options import Baselines
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
    baselines: Baselines = None,
) -> int:
    session: Session = ctx.obj
    from duibiao.reports.pages import render_index, render_page  # noqa: PLC0415  rich is heavy

    options = Options(
        language=session.language,
        everything=session.verbose,
        colour=streams.colour(plain=session.plain),
        width=streams.width(),
    )
    # a rule needs no baseline, and one that the environment names for every check makes no plan of its code
    named = bool(baselines) and _is_typed(ctx)
    if requirement is not None or named:
        streams.put(_verdict(subject, requirement, ctx, options))
        return 0
    from duibiao.check import rule_pages  # noqa: PLC0415  the stages are heavy

    pages = rule_pages()
    streams.put(render_page(_page(pages, subject), options) if subject else render_index(pages, options))
    return 0


def _is_typed(ctx: typer.Context) -> bool:
    source = ctx.get_parameter_source("baselines")
    return source is not None and source.name == "COMMANDLINE"


def _page(pages: "tuple[RulePage, ...]", name: str) -> "RulePage":
    for page in pages:
        if name.lower() in (page.rule.lower(), page.code):
            return page
    if Path(name).exists():
        raise UsageError(WORDS["no-requirement"], WORDS["no-requirement-advice"])
    raise UsageError(filled("no-rule", name=name), WORDS["no-rule-advice"])


def _verdict(plan: str | None, requirement: str | None, ctx: typer.Context, options: Options) -> str:
    from duibiao.baselines import load_many  # noqa: PLC0415  heavy
    from duibiao.check import trace  # noqa: PLC0415  heavy
    from duibiao.commands.assigning import assign  # noqa: PLC0415  heavy
    from duibiao.commands.settings import settings_of  # noqa: PLC0415  heavy
    from duibiao.contain import contained  # noqa: PLC0415  heavy
    from duibiao.documents import find_plans, read  # noqa: PLC0415  heavy
    from duibiao.reports.trace import render_trace  # noqa: PLC0415  heavy

    if plan is None or requirement is None:
        raise UsageError(WORDS["no-requirement"], WORDS["no-requirement-advice"])
    (path,) = find_plans([Path(plan)])[:1]
    settings = settings_of(ctx)
    files, given = assign([path], settings, ctx.obj).plans[path]
    limits = ctx.obj.limits
    if not files:  # no baseline was chosen for what cannot be read: this says why
        contained(lambda: len(read(path, limits).clauses), int, limits)
    baseline = _holding(load_many(files, settings.folders), requirement)

    def traced() -> str:
        found: Trace = trace(path, baseline, requirement, given, limits)
        return render_trace(found.match, found.finding, options)

    return contained(traced, str, limits)


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
