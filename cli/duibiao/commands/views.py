"""Views of a check for people that take the place of the report: the page of readiness, and the chain of the rungs."""

from collections.abc import Sequence
from pathlib import Path

from duibiao.baselines.layers import resolve
from duibiao.model.baseline import Baseline
from duibiao.model.errors import UsageError
from duibiao.model.message import Message
from duibiao.model.report import Checked
from duibiao.observing.ladder import ladders
from duibiao.reports import chain, readiness
from duibiao.reports.deliver import Paint
from duibiao.reports.format import Format, Options
from duibiao.reports.view import View


def refuse(formats: Sequence[Format], *, ready: bool, along: bool) -> None:
    """Say before plans are read that there can be one view, in a format that shows it.

    Raises:
        UsageError: Both are asked for, or a format is for machines.
    """
    if ready and along:
        raise UsageError(
            Message("--readiness 和 --chain 不能同时用", "--readiness and --chain cannot go together"),
            Message("请分两次运行", "run the check twice"),
        )
    (readiness if ready else chain).refuse_others(formats)


def painter(files: Sequence[Path], folders: Sequence[Path], *, ready: bool) -> Paint:
    return readiness.render if ready else _along(files, folders)


def _along(files: Sequence[Path], folders: Sequence[Path]) -> Paint:
    """The rungs are the checklists that were given, and all that they extend."""
    resolved = [resolve(file, files, folders) for file in files]
    rungs: dict[str, Baseline] = {p.baseline.id: p.baseline for each in resolved for p in each.layers}
    refined = {step.below.id: step.above.id for each in resolved for step in each.sharpened}

    def paint(form: Format, view: View, options: Options) -> str:
        checked = [report for report in view.run.reports if isinstance(report, Checked)]
        found = tuple(ladders(tuple(rungs.values()), refined, checked))
        return chain.render(form, found, view.run.version, options)

    return paint
