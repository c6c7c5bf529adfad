"""An Excel file laid into the YAML that it was made from: only what was changed there changes, comments stay.

A requirement that is no longer in the Excel file stays as well: ids are never reused, and what is not to be checked any
more says so with `superseded_by`. It is named, so that nobody wonders.
"""

import io
import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from duibiao.baselines.workbook.columns import COLUMNS, REQUIREMENTS, SOURCES, TARGETS, Column
from duibiao.baselines.workbook.reading import Book, Row, targets_of
from duibiao.baselines.workbook.remarks import comments

HEADER = "# yaml-language-server: $schema=schema.json\n"
_LISTS = {column.key for name in (REQUIREMENTS, SOURCES) for column in COLUMNS[name] if column.form == "list"}
_DATES = ("deadline", "issued")


class Merged(Struct, frozen=True, kw_only=True):
    """`order[i]` is the row of Excel of `requirements[i]` in `text`, None where Excel no longer has it."""

    text: str
    changed: tuple[str, ...]
    added: tuple[str, ...]
    kept: tuple[str, ...]
    order: tuple[int | None, ...]


def merge(book: Book, text: str | None) -> Merged:
    """The YAML with what the Excel file says; `text` is what there was, None where there was nothing.

    A new file names the schema beside it, which `duibiao baseline schema -o` puts there, for editors.
    """
    yaml = _yaml(text or "")
    data = yaml.load(text) if text else _empty(yaml, book)
    remarks = _remarks(text, data)
    items = data["requirements"]
    places = {str(item["id"]): item for item in items}
    targets: dict[str, list[Row]] = {}
    for name, target in targets_of(book):
        targets.setdefault(name, []).append(target)
    changed, added = list[str](), list[str]()
    at = -1
    for row in book.requirements:
        name = str(row.get("id", ""))
        item = places.get(name)
        if item is None:
            at += 1
            items.insert(at, _new(row, targets.get(name, [])))
            _remark(items, at, row.get("#"))
            added.append(name)
            continue
        at = next(index for index, each in enumerate(items) if each is item)
        touched = _lay(item, row, COLUMNS[REQUIREMENTS], book.known)
        if book.targets is not None:
            touched = _lay_targets(item, targets.get(name, [])) or touched
        touched = _lay_remark(items, at, row, remarks.get(name, "")) or touched
        changed += [name] if touched else []
    touched = _lay_sources(data["baseline"], book)
    lines = dict(zip((str(row.get("id", "")) for row in book.requirements), book.lines, strict=True))
    out = io.StringIO()
    yaml.dump(data, out)
    same = text is not None and not (changed or added or touched)
    return Merged(
        text=text if same and text is not None else _headed(out.getvalue(), text),
        changed=tuple(changed),
        added=tuple(added),
        kept=tuple(name for name in places if name not in lines),
        order=tuple(lines.get(str(item["id"])) if "id" in item else None for item in items),
    )


def loaded(text: str) -> Any:
    """The file as it was written, value by value."""
    return _yaml(text).load(text)


def _yaml(text: str) -> Any:
    """Set up so that what is not changed comes out byte for byte; how far lists are indented is seen in the file."""
    from ruamel.yaml import YAML  # noqa: PLC0415  only this needs it

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 100_000
    found = re.search(r"^requirements:[^\n]*\n(?:\s*#[^\n]*\n|\s*\n)*( *)-", text, re.MULTILINE)
    offset = len(found[1]) if found else 2
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml


def _empty(yaml: Any, book: Book) -> Any:
    head: dict[str, Any] = dict(book.head)
    if "extends" in head:
        head["extends"] = re.split(r"[、,，]", str(head["extends"]))
    data = yaml.load("schema: 1\nbaseline: {}\nrequirements: []\n")
    data["baseline"] = _mapping(head)
    data["requirements"] = _sequence()
    return data


def _remarks(text: str | None, data: Any) -> Mapping[str, str]:
    if not text or not data["requirements"]:
        return {}
    starts = [item.lc.line + 1 for item in data["requirements"]]
    return dict(zip((str(item["id"]) for item in data["requirements"]), comments(text, starts), strict=True))


def _lay(item: Any, row: Row, columns: tuple[Column, ...], known: frozenset[str]) -> bool:
    """Whether anything was changed. A column that the Excel file does not have says nothing."""
    touched = False
    for column in columns:
        if column.key in ("id", "#") or column.key not in known:
            continue
        first, _, second = column.key.partition(".")
        holder = item.get(first) if second else item
        key, value = second or first, row.get(column.key)
        before = holder.get(key) if holder is not None else None
        if _same(before, value):
            continue
        touched = True
        if value is None:
            del holder[key]
        elif holder is None:
            item[first] = _flow({key: value})
        else:
            holder[key] = _written(key, value)
    return touched


def _same(before: Any, value: Any) -> bool:
    if isinstance(before, bool) or isinstance(value, bool) or before is None or value is None:
        return before is value or before == value
    if isinstance(before, int | float) and isinstance(value, int | float):
        return float(before) == float(value)
    if isinstance(before, list) and isinstance(value, list):
        return [str(each) for each in before] == [str(each) for each in value]
    if isinstance(before, dict) and isinstance(value, dict):
        return dict(before) == dict(value)
    return str(before).strip() == str(value)


def _lay_targets(item: Any, rows: list[Row]) -> bool:
    """In order: the first row is the first target; rows beyond are new, targets beyond were taken out."""
    present = item.get("targets")
    if present is None and not rows:
        return False
    if present is None:
        item["targets"] = _sequence(_flow(row) for row in rows)
        return True
    known = frozenset(column.key for column in COLUMNS[TARGETS])
    touched = [_lay(target, row, COLUMNS[TARGETS], known) for target, row in zip(present, rows, strict=False)]
    if len(present) == len(rows):
        return any(touched)
    for row in rows[len(present) :]:
        present.append(_flow(row))
    while len(present) > len(rows):
        del present[-1]
    if not present:
        del item["targets"]
    return True


def _lay_sources(head: Any, book: Book) -> bool:
    if not book.sources:
        return False
    present = {str(source["id"]): source for source in head.get("sources") or ()}
    known = frozenset(column.key for column in COLUMNS[SOURCES])
    touched = False
    for row in book.sources:
        source = present.get(str(row.get("id", "")))
        if source is None:
            if "sources" not in head:
                head["sources"] = _sequence()
            head["sources"].append(_mapping(row))
            touched = True
        else:
            touched = _lay(source, row, COLUMNS[SOURCES], known) or touched
    return touched


def _new(row: Row, targets: list[Row]) -> Any:
    item: dict[str, Any] = {}
    for column in COLUMNS[REQUIREMENTS]:
        first, _, second = column.key.partition(".")
        if column.key == "#" or column.key not in row:
            continue
        if second:
            item.setdefault(first, _flow({}))[second] = row[column.key]
        else:
            item[first] = _written(first, row[column.key])
    if targets:
        item["targets"] = _sequence(_flow(target) for target in targets)
    return _mapping(item)


def _lay_remark(items: Any, at: int, row: Row, before: str) -> bool:
    """What was remarked on in Excel and does not stand in the file yet, above the requirement."""
    fresh = [line for line in str(row.get("#") or "").splitlines() if line.strip() and line not in before.splitlines()]
    _remark(items, at, "\n".join(fresh))
    return bool(fresh)


def _remark(items: Any, at: int, text: str | None) -> None:
    if text:
        items.yaml_set_comment_before_after_key(at, before=str(text), indent=2)


def _written(key: str, value: Any) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString  # noqa: PLC0415  as above

    if key in _DATES:
        return DoubleQuotedScalarString(str(value))
    return _sequence(value, flow=True) if key in _LISTS else value


def _mapping(values: Mapping[str, Any]) -> Any:
    from ruamel.yaml.comments import CommentedMap  # noqa: PLC0415  as above

    return CommentedMap((key, _written(key, value)) for key, value in values.items())


def _flow(values: Mapping[str, Any]) -> Any:
    mapping = _mapping(values)
    mapping.fa.set_flow_style()
    return mapping


def _sequence(values: Any = (), *, flow: bool = False) -> Any:
    from ruamel.yaml.comments import CommentedSeq  # noqa: PLC0415  as above

    sequence = CommentedSeq(values)
    if flow:
        sequence.fa.set_flow_style()
    return sequence


def _headed(text: str, before: str | None) -> str:
    return text if before is not None else HEADER + text
