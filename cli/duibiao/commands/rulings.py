"""The decisions of reviewers as a run meets them: read from their file, with plans that were renamed since followed."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from duibiao.commands.messages import WORDS, filled
from duibiao.decisions import apply, fits, frame, is_pattern, read_decisions
from duibiao.model.decision import Decision
from duibiao.model.errors import DecisionsError, UsageError
from duibiao.model.frame import Frame
from duibiao.model.report import Run
from duibiao.review.git import Revision, content_at, place_in, renames_so_far


class Book(Struct, frozen=True, kw_only=True):
    """A file of decisions; `base` is the folder from which plans are named, `today` the local day of the command."""

    path: Path
    content: bytes
    decisions: tuple[Decision, ...]
    base: Path
    today: date


def open_book(path: Path, base: Path, today: date, *, missing: bool = False) -> Book:
    """The decisions in the file; with `missing` a file that is not there yet holds none.

    Raises:
        UsageError: It cannot be read.
        DecisionsError: It has faults.
    """
    shown = path.as_posix()
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        if not missing:
            raise UsageError(filled("no-decisions", path=shown), WORDS["no-decisions-advice"]) from None
        content = b""
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(filled("cannot-read", path=shown, why=why), WORDS["cannot-read-advice"]) from error
    return Book(path=path, content=content, decisions=read_decisions(content, shown), base=base, today=today)


def ruled(run: Run, book: Book) -> Run:
    """The run under the decisions that are about it, with the place where new ones go."""
    concerned = _concerned(book, {report.plan.path for report in run.reports})
    return replace(apply(run, concerned, book.today), frame=_frame(book))


def _frame(book: Book) -> Frame | None:
    try:
        return frame(book.content, book.path.as_posix())
    except DecisionsError:
        return None  # sound, but written so that nothing can be added: only who wants to add must know


def ruled_then(run: Run, book: Book, revision: Revision) -> Run:
    """The run of a revision under the decisions that stood there, on the day that is today."""
    then = decisions_then(book, revision)
    return ruled(run, book) if then is None else apply(run, then, book.today)


def decisions_then(book: Book, revision: Revision) -> Sequence[Decision] | None:
    """The decisions as they stood, or None where their file lies outside the repository and has no past."""
    place = place_in(revision, book.path)
    if place is None:
        return None
    try:
        return read_decisions(content_at(revision, place) or b"", place)
    except DecisionsError:
        return ()  # today's file is what stops a run


def touched(book: Book, revision: Revision, path: str) -> bool:
    """Whether a decision on this plan has come, gone or changed since the revision."""
    then = decisions_then(book, revision)
    if then is None:
        return False
    old, new = ({replace(decision, file="", line=1) for decision in side} for side in (then, book.decisions))
    return any(fits(decision.plan, path) for decision in old ^ new)


def _concerned(book: Book, paths: Collection[str]) -> Sequence[Decision]:
    """The decisions on the plans of this run, and those on plans that are nowhere.

    What is about a plan that this run left out has no say in it, and is not unused for that.
    """
    here = [decision for decision in book.decisions if any(fits(decision.plan, path) for path in paths)]
    lost = [d for d in book.decisions if d not in here and not _is_elsewhere(book.base, d.plan)]
    followed = dict(_followed(book, lost)) if lost else {}
    known = {*here, *lost}
    return [replace(d, plan=followed.get(d.plan, d.plan)) for d in book.decisions if d in known]


def _is_elsewhere(base: Path, plan: str) -> bool:
    if (base / plan).exists():
        return True
    return is_pattern(plan) and any(True for _ in base.glob(plan))


def _followed(book: Book, lost: Sequence[Decision]) -> Iterator[tuple[str, str]]:
    """What plans are called now that git knows to have been renamed."""
    found = renames_so_far(book.base)
    if found is None:
        return
    root, latest = found
    for plan in {decision.plan for decision in lost}:
        whole = (book.base / plan).resolve()
        now = latest.get(whole.relative_to(root.resolve()).as_posix()) if whole.is_relative_to(root.resolve()) else None
        renamed = (root / now).resolve() if now else None
        if renamed and renamed.is_relative_to(book.base.resolve()):
            yield plan, renamed.relative_to(book.base.resolve()).as_posix()
