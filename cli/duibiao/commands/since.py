"""`--since`, `--against`, `--new-only`: what a check is compared with, settled before any plan is read."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from duibiao.commands.messages import WORDS, filled
from duibiao.commands.then import Load, baselines_then, was_there
from duibiao.model.baseline import Baseline
from duibiao.model.errors import UsageError
from duibiao.model.saved import SavedRun
from duibiao.review import read_saved
from duibiao.review.git import Revision, changed_since, files_at, open_revision, place_in
from duibiao.review.told import outside

HEAD = "HEAD"


class Past(Struct, frozen=True, kw_only=True):
    """A git revision to compare with.

    `former` holds the plans whose file has changed since, each with its place in the repository then, or None where
    it was not there. `baselines` are as they were there; `same` where that is as they are now.
    """

    revision: Revision
    former: Mapping[Path, str | None]
    baselines: tuple[Baseline, ...]
    same: bool


class Earlier(Struct, frozen=True, kw_only=True):
    """What to compare with: a saved report or a revision. `plans` are those that are to be checked."""

    name: str
    plans: tuple[Path, ...]
    saved: SavedRun | None = None
    past: Past | None = None


def against(report: Path, plans: Sequence[Path]) -> Earlier:
    """To be compared with a saved report.

    Raises:
        UsageError: It cannot be read, or is no report.
    """
    shown = report.as_posix()
    try:
        content = report.read_bytes()
    except FileNotFoundError:
        raise UsageError(filled("no-report", path=shown), WORDS["no-report-advice"]) from None
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(filled("cannot-read", path=shown, why=why), WORDS["cannot-read-advice"]) from error
    return Earlier(name=shown, plans=tuple(plans), saved=read_saved(content, shown))


def since(
    name: str | None, plans: Sequence[Path], files: Sequence[Path], baselines: Sequence[Baseline], load: Load
) -> Earlier:
    """To be compared with a git revision; without a name with the last commit, and then no plan is left out.

    `files` are those that `baselines` were loaded from.

    Raises:
        UsageError: There is no such revision, or a plan lies outside the repository.
    """
    folder = plans[0].parent if plans else Path()
    revision = open_revision(folder, name or HEAD)
    former = dict(_former(revision, plans))
    then = baselines_then(revision, files, baselines, load)
    same = all(one.requirements == other.requirements for one, other in zip(then, baselines, strict=True))
    held = same and all(map(partial(was_there, revision), files))
    return Earlier(
        name=revision.name,
        plans=tuple(plan for plan in plans if plan in former) if name and held else tuple(plans),
        past=Past(revision=revision, former=former, baselines=then, same=same),
    )


def _former(revision: Revision, plans: Sequence[Path]) -> Iterator[tuple[Path, str | None]]:
    changed, held = changed_since(revision), frozenset(files_at(revision))
    for plan in plans:
        place = place_in(revision, plan)
        if place is None:
            raise outside(plan, revision.root)
        if place in changed:
            yield plan, changed[place]
        elif place not in held:
            yield plan, None  # nothing that git follows yet
