"""A check under human decisions, and beside an earlier one: what `--decisions`, `--since` and their kin ask for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from duibiao.baselines import load_many
from duibiao.commands.gather import check_plan
from duibiao.commands.messages import WORDS
from duibiao.commands.names import root, shown_names
from duibiao.commands.rulings import Book, open_book, ruled, ruled_then, touched
from duibiao.commands.since import Earlier, Past, against, since
from duibiao.commands.then import Reports, compared
from duibiao.model.baseline import Baseline
from duibiao.model.errors import UsageError
from duibiao.model.report import Run
from duibiao.review.git import Revision

if TYPE_CHECKING:
    from duibiao.commands.checking import Job


class Review(Struct, frozen=True, kw_only=True):
    """What a run is held against; `plans` are those that are to be checked."""

    job: "Job"
    plans: tuple[Path, ...]
    earlier: Earlier | None = None
    book: Book | None = None

    def apply(self, run: Run, plans: Mapping[str, Path]) -> Run:
        """The run under its decisions, each finding with what became of it."""
        if self.earlier is None:
            return self._rule(run, None)
        return compared(run, self.earlier, plans, self._check, self._rule)

    def _check(self, path: Path, shown: str, plan: Path, baselines: Sequence[Baseline]) -> Reports:
        own = self.job.own[plan]
        return check_plan(path, shown, own.of(baselines), own.given, self.job.session)

    def _rule(self, run: Run, revision: Revision | None) -> Run:
        if self.book is None:
            return run
        return ruled_then(run, self.book, revision) if revision else ruled(run, self.book)


def settle(job: "Job", plans: Sequence[Path]) -> Review:
    """Everything that can be wrong with what a run is held against is told before the first plan is read.

    Raises:
        UsageError: There is nothing to compare with, or two things; or decisions cannot be read.
        DecisionsError: They have faults.
    """
    # the only clock there is: a decision holds to the end of a day in the place where the command is run
    today = date.today()  # noqa: DTZ011  as above
    book = open_book(job.wish.decisions, root(), today) if job.wish.decisions else None
    earlier = _earlier(job, plans, book)
    return Review(job=job, plans=earlier.plans if earlier else tuple(plans), earlier=earlier, book=book)


def _earlier(job: "Job", plans: Sequence[Path], book: Book | None) -> Earlier | None:
    wish = job.wish
    if wish.since and wish.against:
        raise UsageError(WORDS["one-past"], WORDS["one-past-advice"])
    if wish.against:
        return against(wish.against, plans)
    if not (wish.since or wish.new_only):
        return None
    earlier = since(wish.since, plans, job.files, job.baselines, load_many)
    if book and earlier.past and len(earlier.plans) < len(plans):
        earlier = replace(earlier, plans=tuple(_also_ruled(plans, earlier, earlier.past, book)))
    _tell(earlier, job, len(plans))
    return earlier


def _also_ruled(plans: Sequence[Path], earlier: Earlier, past: Past, book: Book) -> Iterator[Path]:
    """The plans to check, with those on which somebody has ruled since, or taken a ruling back."""
    for plan, shown in zip(plans, shown_names(plans, book.base), strict=True):
        if plan in earlier.plans or touched(book, past.revision, shown):
            yield plan


def _tell(earlier: Earlier, job: "Job", total: int) -> None:
    session, shown = job.session, len(earlier.plans)
    if not job.wish.since:
        session.note(session.say("since-head"))
    elif not shown:
        session.note(session.say("since-nothing", name=earlier.name, n=total))
    elif shown < total:
        session.note(session.say("since-some", name=earlier.name, n=shown, left=total - shown))
    elif earlier.past and len(earlier.past.former) < total:
        session.note(session.say("since-baseline", name=earlier.name))
