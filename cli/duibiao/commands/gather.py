"""Check one plan after another, saying how far it has come."""

import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from duibiao import __version__
from duibiao.commands.messages import WORDS, filled
from duibiao.commands.names import shown_names
from duibiao.commands.session import Session
from duibiao.model.baseline import Baseline
from duibiao.model.report import BaselineInfo, Checked, PlanInfo, Run, Unreadable

if TYPE_CHECKING:
    from duibiao.check import Given


def gather(plans: Sequence[Path], baselines: Sequence[Baseline], given: "Given", session: Session) -> Run:
    from duibiao.check import rule_pages  # noqa: PLC0415  the stages are heavy

    reports: list[Checked | Unreadable] = []
    with _progress(len(plans), session) as step:
        for path, shown in zip(plans, shown_names(plans, Path.cwd()), strict=True):
            step(shown)
            reports.extend(_check(path, shown, baselines, given, session))
    return Run(
        version=__version__,
        baselines=tuple(
            BaselineInfo(id=b.id, title=b.title, sha256=b.sha256, requirements=len(b.active)) for b in baselines
        ),
        reports=tuple(reports),
        pages=rule_pages(),
    )


def _check(
    path: Path, shown: str, baselines: Sequence[Baseline], given: "Given", session: Session
) -> tuple[Checked | Unreadable, ...]:
    from duibiao.check import check_file  # noqa: PLC0415  as above

    try:
        return check_file(path, shown, baselines, given)
    except Exception as error:  # noqa: BLE001  a bug met in one plan must not lose the report on the others
        if session.verbose:
            traceback.print_exc()
        return (
            Unreadable(
                plan=PlanInfo(path=shown, sha256=""),
                code="internal",
                message=filled("crashed", what=type(error).__name__),
                advice=WORDS["bug-advice"],
            ),
        )


@contextmanager
def _progress(total: int, session: Session) -> Iterator[Callable[[str], None]]:
    """A bar on standard error while several plans are checked and somebody is watching; a line for each if asked."""
    if session.verbose:
        yield lambda name: session.note(session.say("reading", path=name))
    elif total < 2 or session.quiet or not sys.stderr.isatty():
        yield lambda _: None
    else:
        from rich.console import Console  # noqa: PLC0415  heavy
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415  heavy

        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[name]}", markup=False))
        console = Console(stderr=True, no_color=session.plain or None)
        with Progress(*columns, console=console, transient=True) as bar:
            task = bar.add_task("", total=total, completed=-1, name="")
            yield lambda name: bar.update(task, advance=1, name=name)
