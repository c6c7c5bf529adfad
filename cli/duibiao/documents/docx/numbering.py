"""Automatic numbering as it is defined: the levels of each list (numbering.xml).

A draft's 一、 (一) 1. are mostly not in its text. Word computes them from a list definition (`abstractNum`), the
list that uses it (`num`, which may override levels) and the paragraphs counted so far (see counting.py).
"""

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from duibiao.documents.docx.styles import Styles
from duibiao.documents.docx.xml import Element, is_on, number, value, w

DEPTH = 9


class Level(Struct, frozen=True, kw_only=True):
    """`text` is the pattern ("%1.%2"); `restart` the level (from 1) whose use restarts this one, 0 for none."""

    start: int = 0
    style: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    suffix: str = "tab"
    paragraph_style: str | None = None


class List(Struct, frozen=True, kw_only=True):
    """A list: lists of one `definition` go on counting from each other; `starts` begin anew at their first use."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)

    def level_of_style(self, style_id: str | None) -> int | None:
        """The level that a paragraph style is tied to."""
        tied = (at for at, level in self.levels.items() if style_id and level.paragraph_style == style_id)
        return next(tied, None)


def read_numbering(root: Element | None, styles: Styles) -> dict[str, List]:
    """The lists of the numbering part, by id."""
    if root is None:
        return {}
    definitions = {node.get(w("abstractNumId")): node for node in root.iter(w("abstractNum"))}
    nums = {node.get(w("numId")): node for node in root.iter(w("num"))}
    lists: dict[str, List] = {}
    for num_id, node in nums.items():
        definition = _resolve(value(node, "abstractNumId"), definitions, nums, styles)
        if num_id is not None and definition is not None:
            lists[num_id] = _read_list(node, definition, definitions[definition])
    return lists


def _resolve(
    definition: str | None, definitions: dict[str | None, Element], nums: dict[str | None, Element], styles: Styles
) -> str | None:
    """The definition that holds the levels: one that links to a list style is only a pointer to another."""
    seen: set[str] = set()
    while definition is not None and definition in definitions and definition not in seen:
        seen.add(definition)
        link = value(definitions[definition], "numStyleLink")
        if link is None:
            return definition
        num_id, _ = styles.list_of(link)
        owner = next((at for at, node in definitions.items() if value(node, "styleLink") == link), None)
        definition = owner or value(nums.get(num_id), "abstractNumId")
    return None


def _read_list(node: Element, definition: str, source: Element) -> List:
    levels = dict(_levels(source))
    starts: dict[int, int] = {}
    for override in node.iter(w("lvlOverride")):
        at = _index(override)
        if at is None:
            continue
        levels.update(_levels(override))
        start = number(override, "startOverride")
        if start is not None:
            starts[at] = start
            levels[at] = replace(levels.get(at, Level()), start=start)
    return List(definition=definition, levels=levels, starts=starts)


def _levels(parent: Element) -> Iterator[tuple[int, Level]]:
    for node in parent.iterchildren(w("lvl")):
        at = _index(node)
        if at is not None:
            yield at, _read_level(node)


def _index(node: Element) -> int | None:
    found = node.get(w("ilvl")) or ""
    return int(found) if found.isdecimal() and int(found) < DEPTH else None


def _read_level(node: Element) -> Level:
    # numFmt may stand inside mc:AlternateContent: a custom pattern first, then a plain one for older programs.
    formats = [found.get(w("val")) or "" for found in node.iter(w("numFmt"))]
    plain = next((name for name in formats if name != "custom"), "decimal")
    return Level(
        start=number(node, "start") or 0,
        style=plain,
        text=value(node, "lvlText") or "",
        legal=bool(is_on(node, "isLgl")),
        restart=number(node, "lvlRestart"),
        suffix=value(node, "suff") or "tab",
        paragraph_style=value(node, "pStyle"),
    )
