"""The baselines that lie in folders, known by their heads: what each is, without reading its requirements."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from duibiao.baselines import load, schema
from duibiao.baselines.given import read_source
from duibiao.baselines.nodes import At, Faults, compose, items, pairs
from duibiao.baselines.scalars import read_id, read_text
from duibiao.model.baseline import Source
from duibiao.model.document import Level

SUFFIXES = (".yaml", ".yml")
_LARGEST = 4_000_000  # bytes; what is larger is no checklist
# requirements come last in every checklist that people write, and are nearly all of it
_HEAD = re.compile(r"\A.*?(?=^requirements[ \t]*:)", re.MULTILINE | re.DOTALL)
_FIELD = re.compile(r"^baseline[ \t]*:", re.MULTILINE)


class Head(Struct, frozen=True, kw_only=True):
    """What a baseline says about itself; None or empty where its author left it out.

    `until` is the last date that it sets, where each of its requirements has one. It does not stand in the head: see
    `dated`.
    """

    file: Path
    id: str
    title: str
    topic: str = ""
    level: Level | None = None
    region: str | None = None
    sources: tuple[Source, ...] = ()
    extends: tuple[str, ...] = ()
    until: str | None = None

    @property
    def issued(self) -> str | None:
        """The date of the youngest document in it: before that day nobody could have followed it."""
        return max((source.issued for source in self.sources if source.issued), default=None)


def heads(folders: Sequence[Path]) -> tuple[Head, ...]:
    """The baselines in these folders and below, and those named as files; each file once, in order."""
    files = dict.fromkeys(file for folder in folders for file in _files(folder))
    return tuple(head for file in files if (head := head_of(file)) is not None)


def dated(head: Head) -> Head:
    """The head with `until`, for which the whole file is read.

    Raises:
        BaselineError: The file has faults; it lists all of them.
    """
    deadlines = [requirement.deadline for requirement in load(head.file).active]
    dates = [str(deadline) for deadline in deadlines if deadline is not None]
    return replace(head, until=max(dates, default=None) if len(dates) == len(deadlines) else None)


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_file():
        yield folder
        return
    yield from sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )


def head_of(file: Path) -> Head | None:
    """What the file says about itself, or None where it is no baseline, or broken: lint tells of that."""
    try:
        if file.stat().st_size > _LARGEST:
            return None
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    if _FIELD.search(text) is None:
        return None
    found = _HEAD.match(text)
    return _parsed(found[0], file) if found and _FIELD.search(found[0]) else _parsed(text, file)


def _parsed(text: str, file: Path) -> Head | None:
    faults = Faults()
    root = compose(text, faults)
    top = dict(pairs(root, faults)) if root is not None and root.kind == "map" else {}
    if "baseline" not in top or top["baseline"].kind != "map":
        return None
    found = dict(pairs(top["baseline"], faults))
    name = read_id(found["id"], faults) if "id" in found else None
    if name is None:
        return None
    title, topic, region, level = (_text(found, key) for key in ("title", "topic", "region", "level"))
    return Head(
        file=file,
        id=name,
        title=title or name,
        topic=topic or "",
        level=Level(level) if level in schema.LEVELS else None,
        region=region,
        sources=tuple(read_source(at, Faults()) for at in _items(found, "sources") if at.kind == "map"),
        extends=tuple(name for at in _items(found, "extends") if (name := read_text(at, Faults()))),
    )


def _text(found: dict[str, At], key: str) -> str | None:
    return read_text(found[key], Faults()) if key in found else None


def _items(found: dict[str, At], key: str) -> Iterator[At]:
    return items(found[key], Faults()) if key in found else iter(())
