"""One baseline file, read field by field: a Baseline whose layers are still open, or every fault at once."""

import hashlib
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from duibiao.baselines import schema
from duibiao.baselines.examples import Example, read_all
from duibiao.baselines.given import Given, read_fields, read_requirement, read_source
from duibiao.baselines.infer import complete
from duibiao.baselines.nodes import At, Faults, compose, items, shown
from duibiao.baselines.references import check_documents, check_links, check_requirement_ids, check_source_ids
from duibiao.baselines.scalars import read_choice, read_id, read_text
from duibiao.model.baseline import Baseline, Source
from duibiao.model.document import Level
from duibiao.model.errors import BaselineError, Fault, UsageError
from duibiao.model.message import Message


class Parsed(Struct, frozen=True, kw_only=True):
    """A baseline with the places of what its author wrote.

    `givens` stand beside `baseline.requirements`, one for one; `above` holds each id of `extends` with its place, and
    `head` the fields of `baseline:`.
    """

    path: Path
    baseline: Baseline
    givens: tuple[Given, ...]
    sources: tuple[tuple[At, Source], ...]
    head: dict[str, At]
    above: tuple[tuple[str, At], ...]
    examples: tuple[Example, ...]

    def place(self, index: int, field: str) -> At:
        """Where a field of a requirement stands, or its `id` where the field was left out."""
        places = self.givens[index].places
        return places.get(field) or places["id"]


def parse(path: Path) -> Parsed:
    """What stands in the file; `extends` is kept as written.

    Raises:
        UsageError: There is no such file, or it cannot be opened.
        BaselineError: The file has faults; it lists all of them.
    """
    return parse_text(path, _read(path))


def parse_text(path: Path, content: bytes) -> Parsed:
    """The same of content that does not stand there yet."""
    faults = Faults()
    text = _decode(content, faults)
    root = compose(text, faults) if text is not None else None
    parsed = _parsed(path, root, hashlib.sha256(content).hexdigest(), faults) if root is not None else None
    if faults.found or parsed is None:
        raise refusal(path, faults)
    return parsed


def refusal(path: Path, faults: Faults) -> BaselineError:
    return BaselineError(path.as_posix(), tuple(sorted(faults.found, key=lambda fault: fault.line)))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        what = Message(f"找不到基线清单 {path.as_posix()}", f"there is no baseline file {path.as_posix()}")
    except IsADirectoryError:
        what = Message(
            f"{path.as_posix()} 是文件夹，不是基线清单", f"{path.as_posix()} is a folder, not a baseline file"
        )
    except OSError as error:
        why = error.strerror or str(error)
        what = Message(
            f"无法打开基线清单 {path.as_posix()}：{why}", f"cannot open the baseline {path.as_posix()}: {why}"
        )
    raise UsageError(what, Message("请检查 -b 后面的路径", "check the path after -b"))


def _decode(content: bytes, faults: Faults) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        zh = "不是 UTF-8 编码；请用编辑器另存为 UTF-8"
        faults.found.append(Fault("", line, Message(zh, "not UTF-8; save the file as UTF-8")))
        return None


def _parsed(path: Path, root: At, sha256: str, faults: Faults) -> Parsed | None:
    if _is_newer(root, faults):
        return None
    top = read_fields(root, None, faults)
    head = read_fields(top["baseline"], "baseline", faults) if "baseline" in top else {}
    sources = _sources(head, faults)
    above = _above(head, faults)
    givens = _requirements(top, faults)
    check_source_ids(sources, faults)
    check_requirement_ids(givens, faults)
    check_documents(givens, sources, layered=bool(above), faults=faults)
    check_links(givens, layered=bool(above), faults=faults)
    examples = read_all(top, givens, layered=bool(above), faults=faults)
    bare = _head(head, sha256, faults)
    if bare is None or faults.found:
        return None
    issued = {source.id: source.issued for _, source in sources}
    baseline = replace(
        bare,
        extends=tuple(name for name, _ in above),
        sources=tuple(source for _, source in sources),
        requirements=tuple(complete(given, bare.id, issued.get(given.document or "")) for given in givens),
    )
    return Parsed(
        path=path, baseline=baseline, givens=givens, sources=sources, head=head, above=above, examples=examples
    )


def _head(head: dict[str, At], sha256: str, faults: Faults) -> Baseline | None:
    """What the file says of the baseline itself."""
    name = read_id(head["id"], faults) if "id" in head else None
    title, topic, region = (
        read_text(head[key], faults) if key in head else None for key in ("title", "topic", "region")
    )
    level = read_choice(head["level"], faults, schema.LEVELS) if "level" in head else None
    if name is None:
        return None
    return Baseline(
        id=name,
        title=title or name,
        topic=topic or "",
        level=Level(level) if level else None,
        region=region,
        requirements=(),
        sha256=sha256,
    )


def _is_newer(root: At, faults: Faults) -> bool:
    """Whether the file is in a format of a later version, of which nothing more can be said.

    A file without `schema` is taken as version 1.
    """
    if root.kind != "map":
        return False
    for key_node, value_node in root.node.value:
        if key_node.value != "schema":
            continue
        at = At(value_node, "schema")
        version = str(value_node.value) if at.kind == "int" else ""
        if version == str(schema.VERSION):
            return False
        if version.isdecimal() and int(version) > schema.VERSION:
            faults.add(
                at,
                f"格式版本 {version} 比本程序支持的 {schema.VERSION} 新;请升级 duibiao",
                f"schema {version} is newer than {schema.VERSION}; update duibiao",
            )
            return True
        faults.add(at, f"格式版本应为 {schema.VERSION},现为{shown(at)}", f"must be {schema.VERSION}, not {shown(at)}")
        return False
    return False


def _sources(head: dict[str, At], faults: Faults) -> tuple[tuple[At, Source], ...]:
    if "sources" not in head:
        return ()
    return tuple((item, read_source(item, faults)) for item in items(head["sources"], faults))


def _above(head: dict[str, At], faults: Faults) -> tuple[tuple[str, At], ...]:
    if "extends" not in head:
        return ()
    read = ((read_id(item, faults), item) for item in items(head["extends"], faults))
    return tuple((name, item) for name, item in read if name is not None)


def _requirements(top: dict[str, At], faults: Faults) -> tuple[Given, ...]:
    if "requirements" not in top:
        return ()
    return tuple(read_requirement(item, faults) for item in items(top["requirements"], faults, empty=False))
