"""Clauses in the making: what the outline knows of each before the notes are handed out."""

from msgspec import Struct

from duibiao.documents.outline.pieces import Piece
from duibiao.model.document import Clause, Role, Section
from duibiao.model.span import Plain


class Draft(Struct):
    """`lone` marks a note on a line of its own, `headed` one in a heading, `item` one that is a numbered item."""

    plain: Plain
    piece: Piece
    section: int
    role: Role
    lone: bool = False
    headed: bool = False
    item: bool = False
    responsibility: str = ""


def finished(drafts: list[Draft], sections: list[Section]) -> tuple[Clause, ...]:
    return tuple(
        Clause(
            index=index,
            plain=draft.plain,
            section=draft.section,
            block=draft.piece.block,
            label=sections[draft.section].label,
            role=draft.role,
            cells=draft.piece.cells,
            responsibility=draft.responsibility,
        )
        for index, draft in enumerate(drafts)
    )
