"""What `duibiao batch` does once its command line is parsed."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from duibiao.batch.batch import Result, batch
from duibiao.batch.find import find
from duibiao.batch.pool import Pool, cluster, local
from duibiao.batch.run import Step, Tell, Wish
from duibiao.batch.values import Found
from duibiao.commands import streams
from duibiao.commands.batch_words import say
from duibiao.commands.checking import load_baselines
from duibiao.commands.messages import WORDS
from duibiao.commands.session import Session
from duibiao.model.errors import UsageError
from duibiao.reports.text import printable

UNREADABLE = 3


class Order(Struct, frozen=True, kw_only=True):
    """What the command line asked for."""

    plans: Path
    baselines: tuple[Path, ...]
    folders: tuple[Path, ...]
    out: Path
    jobs: int | None
    scheduler: str | None
    glob: str | None
    manifest: Path | None
    decisions: Path | None
    pages: str


def carry_out(order: Order, session: Session) -> int:
    if not order.baselines:
        raise UsageError(WORDS["no-baseline"], WORDS["no-baseline-advice"])
    baselines = load_baselines(order.baselines, session, order.folders)
    ids = [baseline.id for baseline in baselines]
    found = _ruled(find(order.plans, order.manifest, order.glob, ids, order.out), order)
    wish = Wish(
        found=found,
        baselines=baselines,
        language=session.language,
        pages=order.pages,
        limits=session.limits,
        today=_today().isoformat(),
    )
    with _progress(len(found), session) as tell:
        result = batch(wish, order.out, lambda: _pool(order), tell)
    _report(result, order.out, session)
    return UNREADABLE if result.counts["unreadable"] else 0


def _ruled(found: Sequence[Found], order: Order) -> tuple[Found, ...]:
    """The plans, each with the decisions about it."""
    if order.decisions is None:
        return tuple(found)
    from duibiao.commands.rulings import open_book  # noqa: PLC0415  most batches have none
    from duibiao.decisions import fits  # noqa: PLC0415  as above

    book = open_book(order.decisions, Path(), _today())
    return tuple(
        replace(plan, decisions=tuple(d for d in book.decisions if fits(d.plan, plan.shown))) for plan in found
    )


def _today() -> date:
    return date.today()  # noqa: DTZ011  a decision holds to the end of its day where the person is


def _pool(order: Order) -> AbstractContextManager[Pool]:
    return cluster(order.scheduler) if order.scheduler else local(order.jobs or _processors())


def _processors() -> int:
    """Those that this process may use, which in a container are fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _report(result: Result, out: Path, session: Session) -> None:
    language = session.language
    if result.rebuilt:
        session.note(say("rebuilt", language))
    for known in result.known[: None if session.verbose else 0]:
        if known.plan.trouble:
            message = known.plan.trouble.message.say(language)
            session.note(session.say("of-plan", path=printable(known.found.shown), message=message))
    if result.counts["unreadable"]:
        session.note(say("see-errors", language, path=(out / "errors.csv").as_posix()))
    if not result.parquet:
        session.note(say("no-parquet", language))
    streams.put(say("done", language, **result.counts) + "\n")
    streams.put(f"{(out / 'index.html').as_posix()}\n")


@contextmanager
def _progress(total: int, session: Session) -> Iterator[Tell]:
    """A bar with rate, time left and failures where somebody is watching; a line for each plan with --verbose."""
    if session.verbose:
        yield lambda step: session.note(_line(step, session))
    elif session.quiet or not sys.stderr.isatty():
        yield lambda _: None
    else:
        with _bar(total, session) as tell:
            yield tell


def _line(step: Step, session: Session) -> str:
    key = "failed" if step.failed else "taken" if step.reused else "was-checked"
    return f"{say(key, session.language)} {printable(step.plan)}"


@contextmanager
def _bar(total: int, session: Session) -> Iterator[Tell]:
    from rich.console import Console  # noqa: PLC0415  heavy
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415  heavy

    language = session.language
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[told]}", markup=False),
    )
    console = Console(stderr=True, no_color=session.plain or None)
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=total, rate="", told="")
        counts = {"failed": 0, "reused": 0}

        def tell(step: Step) -> None:
            counts["failed"] += step.failed
            counts["reused"] += step.reused
            speed = bar.tasks[0].finished_speed or bar.tasks[0].speed or 0
            bar.update(
                task,
                advance=1,
                rate=say("rate", language, n=f"{speed:.1f}"),
                told=say("so-far", language, **counts),
            )

        yield tell
