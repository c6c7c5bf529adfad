"""Styles: which numbering, heading level and hiding a paragraph inherits from its style."""

import re
from collections.abc import Iterator

from msgspec import Struct, field

from duibiao.documents.docx.xml import Element, is_on, number, value, w
from duibiao.language.late import late

_HEADING_NAME = late(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_BODY_LEVEL = 9  # outline levels count from 0; 9 is Word's "body text"


class Style(Struct, frozen=True, kw_only=True):
    name: str = ""
    parent: str | None = None
    num_id: str | None = None
    list_level: int | None = None
    outline: int | None = None
    hidden: bool | None = None


class Styles(Struct, frozen=True, kw_only=True):
    """`default` is the id of the style of paragraphs that name none."""

    table: dict[str, Style] = field(default_factory=dict)
    default: str | None = None

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """A style and those it is based on, nearest first; a circle ends where it closes."""
        seen: set[str] = set()
        while style_id is not None and style_id in self.table and style_id not in seen:
            seen.add(style_id)
            style = self.table[style_id]
            yield style
            style_id = style.parent

    def list_of(self, style_id: str | None) -> tuple[str | None, int | None]:
        """The numbering that a style gives: list id and level."""
        num_id = next((style.num_id for style in self.chain(style_id) if style.num_id is not None), None)
        level = next((style.list_level for style in self.chain(style_id) if style.list_level is not None), None)
        return num_id, level

    def is_hidden(self, style_id: str | None) -> bool:
        return next((style.hidden for style in self.chain(style_id) if style.hidden is not None), False)

    def heading(self, style_id: str | None) -> int | None:
        """The heading level of a style: what its outline level says, else its name ("heading 2", "标题 2")."""
        for style in self.chain(style_id):
            if style.outline is not None:
                return heading_level(style.outline)
            named = _HEADING_NAME.fullmatch(style.name.strip())
            if named:
                return int(named.group(1))
        return None


def heading_level(outline: int) -> int | None:
    return outline + 1 if 0 <= outline < _BODY_LEVEL else None


def read_styles(root: Element | None) -> Styles:
    """The styles part; an absent one gives none."""
    if root is None:
        return Styles()
    table: dict[str, Style] = {}
    default: str | None = None
    for node in root.iter(w("style")):
        style_id = node.get(w("styleId"))
        if style_id is None:
            continue
        table[style_id] = _read_style(node)
        if node.get(w("type")) == "paragraph" and node.get(w("default")) in ("1", "true", "on"):
            default = style_id
    return Styles(table=table, default=default)


def _read_style(node: Element) -> Style:
    properties = node.find(w("pPr"))
    numbering = None if properties is None else properties.find(w("numPr"))
    return Style(
        name=value(node, "name") or "",
        parent=value(node, "basedOn"),
        num_id=value(numbering, "numId"),
        list_level=number(numbering, "ilvl"),
        outline=number(properties, "outlineLvl"),
        hidden=is_on(node.find(w("rPr")), "vanish"),
    )
