"""The run of a git revision, computed and compared with the run of today.

The plans as they were there, against the baselines as they were there, with the decisions that stood there. Three
exceptions, each for a reason. A baseline that was not there yet (or cannot be read there) is taken as it is now, so
that the day on which a checklist comes to a repository blocks nobody. What lies outside the repository has no past and
is the same on both sides. And today is today on both sides: a waiver that ran out overnight is no change that somebody
made.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec.structs import replace

from duibiao import __version__
from duibiao.commands.comparing import saved
from duibiao.commands.names import root, shown_names
from duibiao.model.baseline import Baseline
from duibiao.model.errors import DuibiaoError
from duibiao.model.report import BaselineInfo, Checked, Run, Unreadable
from duibiao.review import compare, mark
from duibiao.review.git import Revision, content_at, files_at, place_in

if TYPE_CHECKING:
    from duibiao.commands.since import Earlier, Past

YAML = (".yaml", ".yml")

Reports = tuple[Checked | Unreadable, ...]
Load = Callable[[Sequence[Path]], tuple[Baseline, ...]]
# checks a file, under the name it is shown with, as what a plan of today was, against those baselines that are its own
Check = Callable[[Path, str, Path, Sequence[Baseline]], Reports]
# applies the decisions of a revision, or those of today
Rule = Callable[[Run, Revision | None], Run]


def compared(run: Run, earlier: "Earlier", plans: Mapping[str, Path], check: Check, rule: Rule) -> Run:
    """The run under its decisions, each finding with what became of it; `plans` by the names they are shown with."""
    ruled = rule(run, None)
    former: dict[str, str] = {}
    if earlier.past:
        then, former = _run_then(run, earlier.past, plans, check)
        old = saved(rule(then, earlier.past.revision), "zh")
    elif earlier.saved:
        old = earlier.saved
    else:
        return ruled
    return mark(ruled, old, compare(old, saved(ruled, "zh"), __version__, former), earlier.name)


def baselines_then(
    revision: Revision, files: Sequence[Path], baselines: Sequence[Baseline], load: Load
) -> tuple[Baseline, ...]:
    """The baselines as they were, in the same order; each as it is now where it was not there in a sound state."""
    held = files_at(revision)
    places = [place_in(revision, file) for file in files]
    with TemporaryDirectory() as name:
        folder = Path(name)
        # what lies beside them as well: the layers that they extend are looked up there
        beside = {_folder(place) for place in places if place in held}
        for place in held:
            if place.endswith(YAML) and _folder(place) in beside:
                path = folder / place
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content_at(revision, place) or b"")
        former = [
            folder / place if place in held and place else file for place, file in zip(places, files, strict=True)
        ]
        try:
            then = load(former)
        except DuibiaoError:
            return tuple(baselines)
    return tuple(old if old.id == new.id else new for old, new in zip(then, baselines, strict=True))


def was_there(revision: Revision, file: Path) -> bool:
    """Whether the revision held the file; what lies outside the repository has always been there."""
    place = place_in(revision, file)
    return place is None or place in files_at(revision)


def _folder(place: str | None) -> str:
    return (place or "").rpartition("/")[0]


def _run_then(run: Run, past: "Past", plans: Mapping[str, Path], check: Check) -> tuple[Run, dict[str, str]]:
    """The run of the revision, and what plans that were renamed were called there.

    A plan that has not changed since, against baselines that have not either, is not checked once more.
    """
    reports: list[Checked | Unreadable] = []
    renamed: dict[str, str] = {}
    for shown, path in plans.items():
        place = past.former.get(path, place_in(past.revision, path))
        if path not in past.former and past.same:
            reports.extend(report for report in run.reports if report.plan.path == shown)
        elif place is not None:
            name = shown if place == place_in(past.revision, path) else _shown(past.revision, place)
            renamed |= {} if name == shown else {shown: name}
            reports.extend(_check_then(past, place, name, path, check))
    infos = (
        BaselineInfo(id=b.id, title=b.title, sha256=b.sha256, requirements=len(b.active), sources=b.sources)
        for b in past.baselines
    )
    return replace(run, baselines=tuple(infos), reports=tuple(reports)), renamed


def _shown(revision: Revision, place: str) -> str:
    return shown_names([revision.root / place], root())[0]


def _check_then(past: "Past", place: str, shown: str, plan: Path, check: Check) -> Iterator[Checked | Unreadable]:
    content = content_at(past.revision, place)
    if content is None:
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / Path(place).name
        path.write_bytes(content)
        yield from check(path, shown, plan, past.baselines)
