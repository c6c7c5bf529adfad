"""Which plans a batch is about, and what is known of each before it is read."""

from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path

from msgspec.structs import replace

from duibiao.batch.manifest import NAME, Line, read_manifest
from duibiao.batch.pages import FOLDER
from duibiao.batch.places import from_path
from duibiao.batch.values import Found
from duibiao.check import Given
from duibiao.documents import find_plans
from duibiao.model.errors import UsageError
from duibiao.model.message import Message


def find(
    folder: Path, manifest: Path | None, pattern: str | None, baselines: Sequence[str], out: Path
) -> tuple[Found, ...]:
    """The plans below `folder`, by path. A plan that only the manifest names is among them: that it is missing is told.

    `pattern` is a glob that a plan's path or name must match. What an earlier run left in `out` is no plan.

    Raises:
        UsageError: There is no such folder, or nothing in it that could be a plan.
        FaultyFileError: The manifest has faults.
    """
    if not folder.is_dir():
        raise UsageError(
            Message(f"没有文件夹 {folder.as_posix()}", f"there is no folder {folder.as_posix()}"),
            Message("请给出放有方案的文件夹", "give the folder that holds the plans"),
        )
    listed = manifest or folder / NAME
    lines = read_manifest(listed, baselines) if manifest or listed.is_file() else {}
    pages, index = out.resolve() / FOLDER, out.resolve() / "index.html"
    paths = {
        path.relative_to(folder).as_posix(): path
        for path in find_plans([folder])
        if not out.exists() or not (path.resolve() == index or path.resolve().is_relative_to(pages))
    }
    paths |= {name: folder / name for name in lines if name not in paths}
    chosen = {name: path for name, path in paths.items() if pattern is None or _matches(name, pattern)}
    if not chosen:
        raise UsageError(
            Message(f"{folder.as_posix()} 中没有符合“{pattern or '*'}”的方案", f"no plan matches '{pattern or '*'}'"),
            Message("请检查 --glob，或文件夹中的文件", "check --glob, and what is in the folder"),
        )
    return tuple(_found(chosen, lines, folder))


def _matches(name: str, pattern: str) -> bool:
    return fnmatch(name, pattern) or fnmatch(name.rpartition("/")[2], pattern)


def _found(paths: Mapping[str, Path], lines: Mapping[str, Line], folder: Path) -> Iterator[Found]:
    base = _shown_base(folder)
    for name in sorted(paths):
        shown = f"{base}/{name}" if base else name
        plan = Found(path=paths[name], shown=shown, near=from_path(name))
        line = lines.get(name)
        yield replace(plan, given=line.given, baselines=line.baselines) if line else replace(plan, given=Given())


def _shown_base(folder: Path) -> str:
    """A plan is called as `check` calls it, by its path below the working directory; elsewhere by that in its folder.

    There `check` uses the bare name, which is that of a hundred plans here.
    """
    here, there = Path.cwd().resolve(), folder.resolve()
    if not there.is_relative_to(here) or there == here:
        return ""
    return there.relative_to(here).as_posix()
