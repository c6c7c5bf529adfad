"""The work itself: a plan's bytes in, the rows to keep and the page to show out. Nothing else is read or written."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec.structs import replace

from duibiao import __version__
from duibiao import check as engine
from duibiao.batch.engine import identity
from duibiao.batch.layers import pick
from duibiao.batch.places import joined
from duibiao.batch.rows import packed, sheet, sheet_of, trouble_of
from duibiao.batch.values import Outcome, Packed, PlanRow, Sheet, Task
from duibiao.model.baseline import Baseline
from duibiao.model.document import Document
from duibiao.model.limits import Limits
from duibiao.model.report import BaselineInfo, Checked, PlanInfo, Run, Unreadable


def do(checklists: bytes, task: Task, limits: Limits) -> Outcome:
    """Carry out `task`. `checklists` are the baselines of the batch as `carried` packs them."""
    baselines = unpacked(checklists)
    if task.kept is not None:
        plan, kept = task.kept
        return Outcome(engine=identity(), plan=plan, page=_short_page(plan, tuple(map(sheet, kept)), baselines, task))
    return _checked(task, baselines, limits)


def carried(baselines: Sequence[Baseline]) -> bytes:
    return msgspec.msgpack.encode(tuple(baselines), order="deterministic")


@lru_cache(maxsize=2)
def unpacked(checklists: bytes) -> tuple[Baseline, ...]:
    return msgspec.msgpack.decode(checklists, type=tuple[Baseline, ...])


def infos(baselines: Sequence[Baseline]) -> tuple[BaselineInfo, ...]:
    return tuple(
        BaselineInfo(id=b.id, title=b.title, sha256=b.sha256, requirements=len(b.active), sources=b.sources)
        for b in baselines
    )


def _checked(task: Task, baselines: Sequence[Baseline], limits: Limits) -> Outcome:
    with TemporaryDirectory(prefix="duibiao-", ignore_cleanup_errors=True) as folder:
        path = Path(folder, "plan" + task.suffix)
        path.write_bytes(task.content)
        read = engine.read_plan(path, task.shown, task.given, limits)
    if isinstance(read, Unreadable):
        return Outcome(engine=identity(), plan=trouble_of(read))
    document, plan = _placed(*read, task)
    bound = pick(baselines, plan, task.baselines)
    reports = _ruled(engine.check_plan(document, plan, bound, task.given.level), bound, task)
    row, sheets = PlanRow(info=plan), tuple(map(sheet_of, reports))
    kept = tuple(Packed(each.baseline, packed(each)) for each in sheets)
    return Outcome(engine=identity(), plan=row, sheets=kept, page=_page(row, sheets, reports, baselines, task))


def _ruled(reports: tuple[Checked, ...], bound: Sequence[Baseline], task: Task) -> tuple[Checked, ...]:
    """The reports under the decisions of reviewers; the day is the task's, since a decision may have expired."""
    if not task.decisions:
        return reports
    from duibiao.decisions import apply  # noqa: PLC0415  most batches have none

    run = Run(version=__version__, baselines=infos(bound), reports=reports)
    ruled = apply(run, task.decisions, date.fromisoformat(task.today))
    return tuple(report for report in ruled.reports if isinstance(report, Checked))


def _placed(document: Document, plan: PlanInfo, task: Task) -> tuple[Document, PlanInfo]:
    """The region as a person gave it, else as the plan tells it where it lies in the path's place, else the path's."""
    if task.given.region:
        return document, plan
    region = joined(task.near, document.region or "").name or document.region
    return replace(document, region=region), replace(plan, region=region)


def _page(
    row: PlanRow, sheets: Sequence[Sheet], reports: Sequence[Checked], baselines: Sequence[Baseline], task: Task
) -> str:
    if task.pages == "none":
        return ""
    if task.pages == "full" and reports:
        return _full_page(reports, baselines, task.language)
    return _short_page(row, sheets, baselines, task)


def _short_page(row: PlanRow, sheets: Sequence[Sheet], baselines: Sequence[Baseline], task: Task) -> str:
    from duibiao.batch.outputs.page import page  # noqa: PLC0415  a batch without pages does not load it

    return page(row, sheets, baselines, task.language)


def _full_page(reports: Sequence[Checked], baselines: Sequence[Baseline], language: str) -> str:
    from duibiao.reports import html  # noqa: PLC0415  heavy, and only where it was asked for
    from duibiao.reports.format import Options  # noqa: PLC0415  as above
    from duibiao.reports.view import arrange  # noqa: PLC0415  as above

    bound = [b for b in baselines if any(report.baseline == b.id for report in reports)]
    run = Run(version=__version__, baselines=infos(bound), reports=tuple(reports), pages=engine.rule_pages())
    return html.render(arrange(run), Options(language=language))
