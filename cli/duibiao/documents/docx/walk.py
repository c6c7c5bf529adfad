"""Walks a body, a cell or a text box: paragraphs and tables in document order, with their numbers put back."""

from collections.abc import Iterator
from itertools import count

from msgspec import Struct, field

from duibiao.documents.assemble import Paragraph, Piece, Row
from duibiao.documents.docx.counting import Counter
from duibiao.documents.docx.fields import Fields
from duibiao.documents.docx.grid import read_grid
from duibiao.documents.docx.inline import Leaf, read_inline, text_of
from duibiao.documents.docx.lines import split_lines
from duibiao.documents.docx.styles import Styles, heading_level
from duibiao.documents.docx.xml import Element, branch, compat, is_on, number, value, w

_WRAPPERS = frozenset(w(name) for name in ("sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink"))


class Walk(Struct):
    """The state carried through the document. `carried` is text whose paragraph mark was deleted: it joins the next.

    `printed` is everything read so far, in the order in which it comes to stand in the extract (see trace.py).
    """

    styles: Styles
    counter: Counter
    fields: Fields
    carried: list[Leaf] = field(default_factory=list)
    printed: list[Leaf] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    tables: Iterator[int] = field(default_factory=count)


def walk(container: Element, state: Walk, *, in_cell: bool = False) -> Iterator[Piece]:
    """The pieces of a container. In a cell an automatic number may stand alone (the column 序号)."""
    yield from _children(container, state, in_cell=in_cell)
    yield from _flush(state)


def _children(container: Element, state: Walk, *, in_cell: bool) -> Iterator[Piece]:
    for node in container:
        tag = node.tag
        if tag == w("p"):
            yield from _paragraph(node, state, in_cell=in_cell)
        elif tag == w("tbl"):
            yield from _flush(state)
            yield from _table(node, state)
        elif tag == w("sdt"):
            if not _is_contents(node):
                yield from _children(node, state, in_cell=in_cell)
        elif tag in _WRAPPERS:
            yield from _children(node, state, in_cell=in_cell)
        elif tag == compat("AlternateContent"):
            chosen = branch(node)
            if chosen is not None:
                yield from _children(chosen, state, in_cell=in_cell)


def _paragraph(node: Element, state: Walk, *, in_cell: bool) -> Iterator[Piece]:
    properties = node.find(w("pPr"))
    style_id = value(properties, "pStyle") or state.styles.default
    inline = read_inline(node, state.fields, state.styles, style_id)
    state.boxes += inline.boxes
    state.carried += inline.leaves
    if _mark_is_gone(properties):
        return
    label = _label(properties, style_id, state)
    heading = _heading(properties, style_id, state.styles)
    alone = not text_of(state.carried).strip()
    if label and (in_cell or not alone):
        state.printed.append((None, label))
    text = _take(state)
    if in_cell and label and alone:
        yield Paragraph(text=label.strip())
    yield from (Paragraph(text=line, heading=heading) for line in split_lines(label, text))
    yield from _anchored(state)


def _flush(state: Walk) -> Iterator[Piece]:
    """What is still carried when no paragraph follows."""
    yield from (Paragraph(text=line) for line in split_lines("", _take(state)))
    yield from _anchored(state)


def _take(state: Walk) -> str:
    """The text carried up to here, which is now printed."""
    leaves, state.carried = state.carried, []
    state.printed += leaves
    return text_of(leaves)


def _anchored(state: Walk) -> Iterator[Piece]:
    """The text boxes of the paragraph just read."""
    boxes, state.boxes = state.boxes, []
    for box in boxes:
        yield from walk(box, state)


def _label(properties: Element | None, style_id: str | None, state: Walk) -> str:
    direct = None if properties is None else properties.find(w("numPr"))
    list_id, level = state.styles.list_of(style_id)
    from_style = value(direct, "numId") is None
    list_id = list_id if from_style else value(direct, "numId")
    used = None if list_id is None else state.counter.lists.get(list_id)
    if list_id is None or used is None:  # numId 0, or a list that is not defined: no number
        return ""
    at = number(direct, "ilvl")
    if at is None and from_style:
        at = used.level_of_style(style_id)
    return state.counter.label(list_id, at if at is not None else level or 0)


def _heading(properties: Element | None, style_id: str | None, styles: Styles) -> int | None:
    direct = number(properties, "outlineLvl")
    return styles.heading(style_id) if direct is None else heading_level(direct)


def _mark_is_gone(properties: Element | None) -> bool:
    """Whether a tracked change (or hiding) takes the paragraph mark away, so that the next paragraph joins on."""
    marks = None if properties is None else properties.find(w("rPr"))
    if marks is None:
        return False
    return any(marks.find(w(name)) is not None for name in ("del", "moveFrom")) or bool(is_on(marks, "vanish"))


def _is_contents(node: Element) -> bool:
    """Whether a content control holds the generated table of contents, which only repeats the headings."""
    properties = node.find(w("sdtPr"))
    gallery = None if properties is None else next(properties.iter(w("docPartGallery")), None)
    return gallery is not None and gallery.get(w("val")) == "Table of Contents"


def _table(node: Element, state: Walk) -> Iterator[Piece]:
    """A table's rows. One of a single column is only a frame around prose: its paragraphs."""
    index = next(state.tables)
    rows = read_grid(node)
    if all(len(row) <= 1 for row in rows):
        for row in rows:
            for cell in row:
                yield from () if cell is None else walk(cell, state)
        return
    for row in rows:
        cells = tuple("" if cell is None else _cell_text(cell, state) for cell in row)
        if any(cells):
            yield Row(cells=cells, table=index)


def _cell_text(cell: Element, state: Walk) -> str:
    pieces = (" ".join(piece.text.split("\t")) for piece in walk(cell, state, in_cell=True))
    return "\n".join(filter(None, (text.strip() for text in pieces)))
