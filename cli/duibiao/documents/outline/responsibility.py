"""Hands each note to the clauses that it governs.

A note at the end of an item governs the item back to the note before it; one in a heading, or before any text of its
section, governs the section and what stands in it; one that closes a chapter whose items have none governs the chapter.
"""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from duibiao.documents.outline.drafts import Draft
from duibiao.documents.outline.notes import content
from duibiao.model.document import Column, Role, Section


def govern(drafts: Sequence[Draft], sections: list[Section]) -> list[Section]:
    """Sets `responsibility` on the drafts; returns the sections with theirs."""
    own: dict[int, str] = {}  # notes that open a section and hold for what follows
    closing: dict[int, str] = {}
    rare = _rare(drafts, sections)
    boundary = 0  # no note reaches back beyond it
    for at, draft in enumerate(drafts):
        if draft.role is not Role.RESPONSIBILITY:
            continue
        note = content(draft.plain)
        if draft.headed or _opens(drafts, at, draft.section):
            own[draft.section] = _with(own.get(draft.section, ""), note)
        elif at and drafts[at - 1].role is Role.RESPONSIBILITY and not drafts[at - 1].headed:
            _extend(drafts, at, note)
        else:
            scope = _scope(draft, sections, rare)
            _backward(drafts, boundary, at, _subtree(sections, scope), note)
            closing.setdefault(scope, note)
        boundary = at + 1
    done = _inherited(drafts, sections, own)
    return [replace(section, responsibility=closing.get(section.index, section.responsibility)) for section in done]


def _with(before: str, note: str) -> str:
    return f"{before};{note}" if before else note


def _opens(drafts: Sequence[Draft], at: int, section: int) -> bool:
    """Whether the note stands under a heading before any text of the section."""
    if section == 0:
        return False
    back = at - 1
    while back >= 0 and drafts[back].section == section and drafts[back].role in (Role.HEADING, Role.RESPONSIBILITY):
        back -= 1
    return (
        (back < 0 or drafts[back].section != section)
        and at + 1 < len(drafts)
        and drafts[at + 1].section >= section
        and drafts[at + 1].role is not Role.HEADING
        and drafts[at + 1].section == section
    )


def _extend(drafts: Sequence[Draft], at: int, note: str) -> None:
    """牵头单位:… and on the next line 配合单位:… are one note."""
    before = drafts[at - 1].responsibility or content(drafts[at - 1].plain)
    for back in range(at - 1, -1, -1):
        if drafts[back].responsibility not in ("", before) and drafts[back].role is not Role.RESPONSIBILITY:
            break
        if drafts[back].responsibility == before:
            drafts[back].responsibility = _with(before, note)
        elif drafts[back].role is not Role.RESPONSIBILITY:
            break
    drafts[at].responsibility = _with(before, note)


def _backward(drafts: Sequence[Draft], start: int, stop: int, within: set[int], note: str) -> None:
    for back in range(stop, start - 1, -1):
        if drafts[back].section not in within:
            break
        drafts[back].responsibility = note


def _rare(drafts: Sequence[Draft], sections: Sequence[Section]) -> set[int]:
    """The levels whose sections mostly have no note of their own."""
    noted = {draft.section for draft in drafts if draft.role is Role.RESPONSIBILITY}
    filled = {draft.section for draft in drafts if draft.role.commits}
    levels = Counter(sections[index].level for index in filled)
    with_note = Counter(sections[index].level for index in noted)
    return {level for level, count in levels.items() if with_note[level] * 2 <= count}


def _scope(draft: Draft, sections: Sequence[Section], rare: set[int]) -> int:
    """The section that a note closes: its own, or where it stands alone the chapter whose items go without notes."""
    scope = draft.section
    if draft.item:
        return sections[scope].parent or scope
    while draft.lone and scope and sections[scope].level in rare:
        parent = sections[scope].parent
        if not parent or _siblings_before(sections, scope) == 0:
            break
        scope = parent
    return scope


def _siblings_before(sections: Sequence[Section], index: int) -> int:
    return sum(section.parent == sections[index].parent for section in sections[:index])


def _subtree(sections: Sequence[Section], root: int) -> set[int]:
    inside = {root}
    for section in sections[root + 1 :]:
        if section.parent in inside:
            inside.add(section.index)
        elif section.level <= sections[root].level:
            break
    return inside


def _inherited(drafts: Sequence[Draft], sections: list[Section], own: dict[int, str]) -> list[Section]:
    done: list[Section] = []
    for section in sections:
        above = done[section.parent].responsibility if section.parent is not None else ""
        done.append(replace(section, responsibility=own.get(section.index, above)))
    for draft in drafts:
        if draft.piece.cells:
            draft.responsibility = _of_row(draft) or draft.responsibility
        if not draft.responsibility and (draft.role.commits or draft.role in (Role.HEADING, Role.RESPONSIBILITY)):
            draft.responsibility = done[draft.section].responsibility
    return done


def _of_row(draft: Draft) -> str:
    """A row names those responsible in a column of its own."""
    named = [draft.plain.text[cell.start : cell.end] for cell in draft.piece.cells if cell.column is Column.DEPARTMENT]
    return ";".join(dict.fromkeys(name for name in named if name and name.strip("-/")))
