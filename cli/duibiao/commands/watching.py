"""duibiao check --watch: check again on every save, and say what the save changed.

A save is noticed by the folder, not by the file: Word and most editors write a new file and rename it over the old
one. What is noticed is only a reason to look; whether a plan changed is told by its bytes, so that a save during a
check is not lost and a touched file is not checked twice. A plan that is gone or cannot be read is given a moment,
since most often its save is not finished.
"""

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from duibiao import __version__
from duibiao import check as engine
from duibiao.commands import streams
from duibiao.commands.checking import (
    STDOUT,
    Job,
    Round,
    check_once,
    exit_code,
    hand_out,
    load_baselines,
    screen_options,
)
from duibiao.commands.comparing import saved
from duibiao.commands.failures import tell
from duibiao.commands.gather import Known
from duibiao.commands.messages import WORDS, filled
from duibiao.commands.noticing import Files, digest, wakes
from duibiao.commands.planned import plans_of
from duibiao.model.errors import DuibiaoError, UsageError
from duibiao.model.report import Run, Unreadable
from duibiao.reports.changes.news import render_news
from duibiao.reports.registry import FORMATS, render
from duibiao.reports.view import arrange, by_plan
from duibiao.review import compare

# How many seconds a plan may be missing or unreadable before that is told: a network drive may take one to save.
PATIENCE = 2.0


_HARMLESS = "实施方案\n\n一、主要任务\n（一）建立工作制度，到2025年，覆盖率达到90%以上。\n"


class Watch(Struct, kw_only=True):
    """What the watch has seen. `good` holds each plan as it was when it could last be read."""

    job: Job
    plans: list[Path]
    done: Round
    good: dict[str, Run]
    files: Files
    waiting_since: float | None = None
    told: str = ""


def watch(job: Job) -> int:
    """The code is that of the last check, as if it had been the only one: Ctrl-C is how a watch ends, not a failure."""
    _refuse_streams(job)
    _warm(job)
    plans = plans_of(job.wish.plans, job.wish.settings)
    files = Files({path: digest(path) for path in _looked_at(job, plans)})
    done = check_once(job)
    hand_out(done, job)
    files.digests |= _digests(done)
    seen = Watch(job=job, plans=plans, done=done, good=_readable(done.run), files=files)
    try:
        job.session.note(job.session.say("watching"))
        for _ in wakes(_folders(seen)):
            _look(seen)
    except KeyboardInterrupt:
        job.session.note("\n" + job.session.say("stopped"))
    return exit_code(seen.done.run, job.wish)


def _warm(job: Job) -> None:
    """Load in this process what every check needs: a plan is checked in a child, which is forked anew for each round.

    That is the segmenter, the weights and the requirements taken apart, three quarters of the work of a check. The
    plan that is checked for it is our own; a reader of anybody else's file stays out of this process.
    """
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder, "plan.txt")
        plan.write_text(_HARMLESS, "utf-8")
        engine.check_file(plan, plan.name, job.baselines, engine.Given())


def _refuse_streams(job: Job) -> None:
    """The screen takes what is read at once; everything else would be one file after another on one stream."""
    output = job.wish.output
    to_file = output is not None and output != STDOUT
    others = [form.name for form in job.formats if form.name != "terminal" and (form.screen or not to_file)]
    if others:
        raise UsageError(filled("watch-screen", names=", ".join(others)), WORDS["watch-screen-advice"])
    if output is None or not to_file:
        return
    for folder in job.wish.plans:
        if folder.is_dir() and output.resolve().is_relative_to(folder.resolve()):
            raise UsageError(filled("watch-inside", path=output.as_posix()), WORDS["watch-inside-advice"])


def _digests(done: Round) -> dict[Path, str]:
    return {done.plans[report.plan.path]: report.plan.sha256 for report in done.run.reports}


def _looked_at(job: Job, plans: Sequence[Path]) -> list[Path]:
    decisions = [job.wish.decisions] if job.wish.decisions else []
    return [*plans, *job.files, *decisions]


def _folders(seen: Watch) -> list[Path]:
    folders = [path for path in seen.job.wish.plans if path.is_dir()]
    return sorted({path.parent for path in _looked_at(seen.job, seen.plans)} | set(folders))


def _look(seen: Watch) -> None:
    job = seen.job
    try:
        plans = plans_of(job.wish.plans, job.wish.settings)
        anew = {path: digest(path) for path in _looked_at(job, plans) if not seen.files.is_same(path)}
        if not anew and plans == seen.plans:
            seen.waiting_since = None
            return
        same = _unchanged(seen)
        if not anew.keys().isdisjoint(job.files):
            folders = job.wish.settings.folders
            job, same = replace(job, baselines=load_baselines(job.files, job.session, folders)), {}
        done = check_once(job, same)
    except DuibiaoError as error:
        if not _is_patient(seen):
            _tell_once(error, seen)
        return
    if not _has_lost_one(seen, done) or not _is_patient(seen):
        seen.files.digests |= anew | _digests(done)
        seen.job, seen.plans = job, plans
        _take(done, seen)


def _take(done: Round, seen: Watch) -> None:
    """Remember a round and tell what it changed."""
    before, now = seen.good, _readable(done.run)
    fresh = {name: run for name, run in now.items() if name not in before or before[name].reports != run.reports}
    seen.done, seen.good = done, before | fresh
    seen.waiting_since, seen.told = None, ""
    try:
        hand_out(replace(done, delivery=replace(done.delivery, screen=())), seen.job)
        _tell_news(before, fresh, seen)
    except DuibiaoError as error:
        tell(error, seen.job.session)


def _tell_news(before: dict[str, Run], fresh: dict[str, Run], seen: Watch) -> None:
    options = screen_options(seen.job, watched=True)
    known = [name for name in fresh if name in before]
    if known:
        old, new = (saved(_joined([runs[name] for name in known]), options.language) for runs in (before, fresh))
        streams.put(render_news(compare(old, new, __version__), seen.done.run, options))
    for name, run in fresh.items():
        if name not in before:
            streams.put(str(render(FORMATS["terminal"], arrange(run), options)))


def _has_lost_one(seen: Watch, done: Round) -> bool:
    """Whether a plan that could be read cannot be now."""
    now = _readable(done.run)
    return any(name not in now for name in _readable(seen.done.run))


def _is_patient(seen: Watch) -> bool:
    if seen.waiting_since is None:
        seen.waiting_since = time.monotonic()
    return time.monotonic() - seen.waiting_since < PATIENCE


def _tell_once(error: DuibiaoError, seen: Watch) -> None:
    if seen.told != str(error):
        seen.told = str(error)
        tell(error, seen.job.session)


def _unchanged(seen: Watch) -> Known:
    """What was found about the plans whose bytes are as they were."""
    found = {reports[0].plan.path: reports for reports in by_plan(seen.done.bare.reports)}
    return {name: found[name] for name, path in seen.done.plans.items() if seen.files.is_same(path)}


def _readable(run: Run) -> dict[str, Run]:
    """A run for each plan that could be read, by its name."""
    plans = by_plan(run.reports)
    return {
        reports[0].plan.path: replace(run, reports=reports)
        for reports in plans
        if not any(isinstance(report, Unreadable) for report in reports)
    }


def _joined(runs: list[Run]) -> Run:
    return replace(runs[0], reports=tuple(report for run in runs for report in run.reports))
