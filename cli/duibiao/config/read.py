"""From the text of `.duibiao.yaml` to a Config, or to every fault in it at once.

Nothing is looked up on the disk here: `load.py` asks whether what the file names is there.
"""

import os
from pathlib import Path

from msgspec import Struct

from duibiao.baselines.nodes import At, Faults, compose, items, pairs, shown, wrong_type
from duibiao.baselines.scalars import nearest, read_choice, read_date, read_flag, read_text
from duibiao.config import schema
from duibiao.config.settings import FAIL_ON, LANGUAGES, Config, Entry
from duibiao.model.document import Level

# the names of Settings for what the file calls otherwise
_NAMES = {"fail-on": "fail_on", "baselines": "folders"}
_BASELINE_SUFFIXES = (".yaml", ".yml")


class Named(Struct, frozen=True):
    """Something that the file names and that must be there: `name` as it is in the Config."""

    at: At
    name: str


class Read(Struct, frozen=True, kw_only=True):
    """A Config, and the places of what it names."""

    config: Config
    folders: tuple[Named, ...] = ()
    plans: tuple[Named, ...] = ()
    baselines: tuple[Named, ...] = ()


def read(text: str, file: Path, faults: Faults) -> Read | None:
    """What the text says; None where nothing could be read of it. Paths in it count from the file's folder."""
    root = compose(text, faults)
    if root is None or _is_newer(root, faults):
        return None
    top = _fields(root, None, faults)
    folder = file.parent
    config = Config(
        file=file,
        folders=tuple(from_folder(folder, name) for _, name in _names(top, "baselines", faults)),
        plans=_entries(top, folder, faults),
        fail_on=read_choice(top["fail-on"], faults, FAIL_ON) if "fail-on" in top else None,
        strict=read_flag(top["strict"], faults) if "strict" in top else None,
        decisions=from_folder(folder, name) if (name := _text(top, "decisions", faults)) else None,
        language=read_choice(top["language"], faults, LANGUAGES) if "language" in top else None,
        lines=tuple((_NAMES.get(key, key), at.line) for key, at in top.items()),
    )
    entries = [dict(pairs(at, Faults())) for at in _maps(top)]
    return Read(
        config=config,
        folders=tuple(
            Named(at, from_folder(folder, name).as_posix()) for at, name in _names(top, "baselines", Faults())
        ),
        plans=tuple(Named(at, name) for found in entries for at, name in _names(found, "path", Faults())),
        baselines=tuple(
            Named(at, _baseline(folder, name)) for found in entries for at, name in _names(found, "baseline", Faults())
        ),
    )


def from_folder(folder: Path, name: str) -> Path:
    """What the file calls `name`, as a path from the working directory."""
    path = Path(name).expanduser()
    return path if path.is_absolute() else Path(os.path.normpath(folder / path))


def is_path(name: str) -> bool:
    """Whether a baseline is named by its file and not by its id."""
    return "/" in name or name.endswith(_BASELINE_SUFFIXES)


def _is_newer(root: At, faults: Faults) -> bool:
    if root.kind != "map":
        return False
    at = next((value for key, value in pairs(root, Faults()) if key == "schema"), None)
    if at is None or (at.kind == "int" and str(at.node.value) == str(schema.VERSION)):
        return False
    newer = at.kind == "int" and str(at.node.value).isdigit() and int(str(at.node.value)) > schema.VERSION
    zh, en = (";请升级 duibiao", "; update duibiao") if newer else ("", "")
    faults.add(
        at, f"格式版本应为 {schema.VERSION},现为{shown(at)}{zh}", f"must be {schema.VERSION}, not {shown(at)}{en}"
    )
    return newer


def _fields(at: At, definition: str | None, faults: Faults) -> dict[str, At]:
    """The fields of a mapping; keys that the schema does not know and required ones that are missing are faults."""
    known = schema.keys(definition)
    found: dict[str, At] = {}
    for key, value in pairs(at, faults):
        if key in known:
            found[key] = value
            continue
        # fail_on is how it is called in code
        zh, en = nearest(key.replace("_", "-"), known)
        listed = "、".join(known), ", ".join(known)
        faults.add(value, f"不认识的键{zh or ';可用的键:' + listed[0]}", f"unknown key{en or '; known: ' + listed[1]}")
    for key in schema.required(definition) if at.kind == "map" else ():
        if key not in found:
            place = f"{at.path}.{key}" if at.path else key
            faults.add(At(at.node, place), "缺少这一项,必须填写", "missing; it must be given")
    return found


def _entries(top: dict[str, At], folder: Path, faults: Faults) -> tuple[Entry, ...]:
    if "plans" not in top:
        return ()
    return tuple(_entry(at, folder, faults) for at in items(top["plans"], faults, empty=False))


def _entry(at: At, folder: Path, faults: Faults) -> Entry:
    """A mapping, or a glob alone."""
    if at.kind == "str":
        return Entry(paths=_globs([(at, read_text(at, faults) or "")], faults), line=at.line)
    if at.kind != "map":
        wrong_type(at, "路径,或 {path: …, baseline: …}", "a path, or {path: …, baseline: …}", faults)
        return Entry(paths=(), line=at.line)
    found = _fields(at, "plan", faults)
    level = read_choice(found["level"], faults, schema.LEVELS) if "level" in found else None
    names = (name for _, name in _names(found, "baseline", faults))
    return Entry(
        paths=_globs(_names(found, "path", faults), faults),
        baselines=tuple(_baseline(folder, name) for name in names),
        level=Level(level) if level else None,
        region=_text(found, "region", faults),
        issued=_day(found["issued"], faults) if "issued" in found else None,
        line=at.line,
    )


def _maps(top: dict[str, At]) -> list[At]:
    listed = items(top["plans"], Faults()) if "plans" in top else ()
    return [at for at in listed if at.kind == "map"]


def _baseline(folder: Path, name: str) -> str:
    return from_folder(folder, name).as_posix() if is_path(name) else name


def _globs(named: list[tuple[At, str]], faults: Faults) -> tuple[str, ...]:
    for at, name in named:
        if "\\" in name:
            faults.add(at, "路径里请用 / 而不是 \\", "write / in a path, not \\")
        elif Path(name.removeprefix("!")).is_absolute():
            faults.add(
                at,
                "路径要从本文件所在的文件夹算起,不能是绝对路径",
                "must count from this file's folder, not be absolute",
            )
    if named and all(name.startswith("!") for _, name in named):
        faults.add(named[0][0], "只有排除(!),没有要检查的方案", "only exclusions (!), and nothing to check")
    return tuple(name for _, name in named)


def _day(at: At, faults: Faults) -> str | None:
    day = read_date(at, faults)
    if day is not None and day.day is None:
        faults.add(at, f"应写到日,如 2022-09-30,现为{shown(at)}", f"must name the day, as 2022-09-30, not {shown(at)}")
        return None
    return str(day) if day else None


def _names(found: dict[str, At], key: str, faults: Faults) -> list[tuple[At, str]]:
    """One word, or a list of them, each with its place."""
    if key not in found:
        return []
    at = found[key]
    listed = [at] if at.kind != "seq" else list(items(at, faults, empty=False))
    return [(item, name) for item in listed if (name := read_text(item, faults)) is not None]


def _text(found: dict[str, At], key: str, faults: Faults) -> str | None:
    return read_text(found[key], faults) if key in found else None
