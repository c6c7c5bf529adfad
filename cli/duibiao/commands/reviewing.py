"""A check under human decisions, and beside an earlier one: what `--decisions`, `--since` and their kin ask for."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from duibiao.baselines import load_many
from duibiao.commands.gather import check_plan
from duibiao.commands.messages import WORDS
from duibiao.commands.since import Earlier, against, since
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

    def apply(self, run: Run, plans: Mapping[str, Path]) -> Run:
        """The run under its decisions, each finding with what became of it."""
        if self.earlier is None:
            return self._rule(run, None)
        return compared(run, self.earlier, plans, self._check, self._rule)

    def _check(self, path: Path, shown: str, baselines: Sequence[Baseline]) -> Reports:
        return check_plan(path, shown, baselines, self.job.given, self.job.session)

    def _rule(self, run: Run, revision: Revision | None) -> Run:
        return run


def settle(job: "Job", plans: Sequence[Path]) -> Review:
    """Everything that can be wrong with what a run is held against is told before the first plan is read.

    Raises:
        UsageError: There is nothing to compare with, or two things.
    """
    earlier = _earlier(job, plans)
    return Review(job=job, plans=earlier.plans if earlier else tuple(plans), earlier=earlier)


def _earlier(job: "Job", plans: Sequence[Path]) -> Earlier | None:
    wish, session = job.wish, job.session
    if wish.since and wish.against:
        raise UsageError(WORDS["one-past"], WORDS["one-past-advice"])
    if wish.against:
        return against(wish.against, plans)
    if not (wish.since or wish.new_only):
        return None
    earlier = since(wish.since, plans, wish.baselines, job.baselines, load_many)
    if not wish.since:
        session.note(session.say("since-head"))
    elif not earlier.plans:
        session.note(session.say("since-nothing", name=earlier.name, n=len(plans)))
    elif len(earlier.plans) < len(plans):
        left = len(plans) - len(earlier.plans)
        session.note(session.say("since-some", name=earlier.name, n=len(earlier.plans), left=left))
    elif earlier.past and not earlier.past.same:
        session.note(session.say("since-baseline", name=earlier.name))
    return earlier
