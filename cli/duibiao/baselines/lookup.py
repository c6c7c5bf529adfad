"""Finds the file of a baseline by its id."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from duibiao.baselines.nodes import At, Faults, compose, pairs

_SUFFIXES = (".yaml", ".yml")
_LARGEST = 4_000_000  # bytes; what is larger is no checklist, and lint says so of it


def find(name: str, given: Sequence[Path], folders: Iterable[Path]) -> tuple[Path, ...]:
    """The files that hold the baseline `name`: one among `given`, else in the first folder that has any.

    A file called by the id is taken without looking at its neighbours. More than one file is for the caller to refuse.
    """
    if found := tuple(path for path in given if _holds(path, name)):
        return found[:1]
    for folder in dict.fromkeys(folders):
        called = [folder / f"{name}{suffix}" for suffix in _SUFFIXES]
        if found := tuple(path for path in called if path.is_file() and _holds(path, name))[:1]:
            return found
        if found := tuple(path for path in _beside(folder) if _holds(path, name)):
            return found
    return ()


def _beside(folder: Path) -> Iterator[Path]:
    try:
        return iter(sorted(path for path in folder.iterdir() if path.suffix in _SUFFIXES and path.is_file()))
    except OSError:
        return iter(())


def _holds(path: Path, name: str) -> bool:
    """Whether `baseline.id` of the file is `name`; a broken file holds nothing."""
    try:
        if path.stat().st_size > _LARGEST:
            return False
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    # most neighbours are told apart without parsing them
    if re.search(rf"\bid:[ \t]*[\"']?{re.escape(name)}(?![\w-])", text) is None:
        return False
    root = compose(text, Faults())
    return root is not None and _id(root) == name


def _id(root: At) -> str | None:
    if root.kind != "map":
        return None
    top = dict(pairs(root, Faults()))
    if "baseline" not in top or top["baseline"].kind != "map":
        return None
    at = dict(pairs(top["baseline"], Faults())).get("id")
    return str(at.node.value).strip() if at is not None else None
