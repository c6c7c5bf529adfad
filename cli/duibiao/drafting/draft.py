"""From upstream documents to a checklist that somebody can review."""

import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from duibiao.documents import read
from duibiao.drafting import conflicts
from duibiao.drafting.drafted import Draft, Drafted
from duibiao.drafting.reading import Origin, read_requirements
from duibiao.language.normalise import simplify
from duibiao.model.baseline import Source
from duibiao.model.document import Document, Level
from duibiao.model.errors import UnreadableError
from duibiao.model.message import Message


class Wish(Struct, frozen=True, kw_only=True):
    """What the user said about the checklist; it wins over what the documents say."""

    id: str
    level: Level | None = None
    region: str | None = None


def draft(paths: Sequence[Path], wish: Wish) -> Draft:
    """The requirements of all documents, one document after another.

    Raises:
        UnreadableError: A document cannot be read, or nothing in it asks anybody for anything.
    """
    documents = [_read(path) for path in paths]
    sources = _sources(documents, paths, wish.id)
    level = wish.level or next((d.level for d in documents if d.level), None)
    found: list[Drafted] = []
    left = 0
    for path, document, source in zip(paths, documents, sources, strict=True):
        own = read_requirements(document, Origin(id=source.id, level=wish.level or document.level))
        if not own.requirements:
            raise _nothing(path, own.rows_left)
        found += own.requirements
        left += own.rows_left
    kept, count = conflicts.marked(_together(found))
    return Draft(
        title=sources[0].title,
        level=level,
        region=wish.region or next((d.region for d in documents if d.region), None),
        sources=sources,
        requirements=kept,
        conflicts=count,
        rows_left=left,
    )


def _read(path: Path) -> Document:
    """The document; one in which nothing could be promised is told as what it is here, no plan but an upstream text."""
    try:
        return read(path)
    except UnreadableError as error:
        if error.code == "no-clause":
            raise _nothing(path, 0) from error
        raise


def _together(drafted: Sequence[Drafted]) -> tuple[Drafted, ...]:
    """What several documents say in the same words is one requirement, that of the first."""
    kept: dict[tuple[str, str | None], Drafted] = {}
    for each in drafted:
        key = (each.text, each.deadline)
        first = kept.setdefault(key, each)
        if first is not each:
            kept[key] = replace(first, repeats=(*first.repeats, f"{each.document} {each.clause}".strip()))
    return tuple(kept.values())


def _nothing(path: Path, rows: int) -> UnreadableError:
    if rows:
        return UnreadableError(
            "no-requirement",
            Message(
                f"没有从 {path.name} 中读到要求：{rows} 行表格都没有目标值、责任单位或任务栏",
                f"no requirement in {path.name}: none of its {rows} table rows has a target, a department or a task",
            ),
            Message(
                "请改用含有要求的正文，或在表头写明“目标值”“责任单位”“工作任务”再试",
                "take the document that sets the requirements, or name the columns 目标值, 责任单位, 工作任务",
            ),
        )
    return UnreadableError(
        "no-requirement",
        Message(
            f"没有从 {path.name} 中读到要求：没有一句话规定要做什么、做到多少、何时完成",
            f"no requirement in {path.name}: no sentence says what is to be done, how much, or by when",
        ),
        Message(
            f"请确认这是上级文件正文；可用 duibiao text {path.name} --outline 查看读到了什么",
            f"make sure this is the upstream document itself; duibiao text {path.name} --outline shows what was read",
        ),
    )


def _sources(documents: Sequence[Document], paths: Sequence[Path], name: str) -> tuple[Source, ...]:
    """Handles like sc2019: the opening of the checklist's id and the year; further ones of a year get a letter."""
    found: list[Source] = []
    for document, path in zip(documents, paths, strict=True):
        handle = f"{prefix(name).lower()}{(document.issued or '')[:4]}"
        taken = {source.id for source in found}
        every = [handle, *(f"{handle}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"), *map(str, range(len(paths)))]
        found.append(
            Source(
                id=next(each for each in every if each not in taken),
                title=simplify(document.title or path.stem),
                number=document.number,
                issued=document.issued,
            )
        )
    return tuple(found)


def prefix(name: str) -> str:
    """The opening of requirement ids: SC for sc-elderly-2019."""
    opening = re.match(r"[A-Za-z]{1,6}", name)
    return opening[0].upper() if opening else "R"
