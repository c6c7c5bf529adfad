"""The name under which a plan is reported: relative to the configuration's folder, always with `/`."""

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from duibiao.config.find import find
from duibiao.desk.paths import shortened


def root() -> Path:
    """The folder from which the names of plans count: that of the configuration, else the working directory."""
    file = find(Path())
    return Path(os.path.abspath(file.parent)) if file else Path.cwd()  # noqa: PTH100  see _below


def each_once(paths: Sequence[Path]) -> list[Path]:
    """The paths without those that mean a file named before, in another way of writing it."""
    known: dict[str, Path] = {}
    for path in paths:
        known.setdefault(os.path.abspath(path), path)  # noqa: PTH100  see _below
    return list(known.values())


def shown_names(paths: Sequence[Path], base: Path) -> list[str]:
    """One name for each path.

    A plan below `base` goes by its path from there, any other by its bare file name. Where two would then be called
    the same, both keep as many folders as tell them apart: findings are told apart by the plan's name.
    """
    names = [_written(_below(path, base)) for path in paths]
    twice = {name for name, count in Counter(names).items() if count > 1}
    return [_written(_longer(path, paths)) if name in twice else name for name, path in zip(names, paths, strict=True)]


def _written(name: str) -> str:
    """A name that is no UTF-8 can be kept by a disk but by no report: its odd bytes are spelt out."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _below(path: Path, base: Path) -> str:
    for start, place in ((base, path), (base.resolve(), path.parent.resolve() / path.name)):
        whole = Path(shortened(os.path.abspath(place)))  # noqa: PTH100  absolute() keeps .. and resolve() follows the plan's own link
        if whole.is_relative_to(start):
            return whole.relative_to(start).as_posix()
    return path.name


def _longer(path: Path, others: Sequence[Path]) -> str:
    parts = path.resolve().parts
    rivals = [other.resolve().parts for other in others if other != path]
    for length in range(1, len(parts)):
        if all(rival[-length:] != parts[-length:] for rival in rivals):
            return "/".join(parts[-length:])
    return path.name
