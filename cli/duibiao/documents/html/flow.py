"""Walks a page once and hands out its paragraphs and rows in reading order.

The walk keeps its own books instead of calling itself: depth costs memory, never the stack.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from duibiao.documents.html.lists import marker
from duibiao.documents.html.pieces import Buffer, Piece, tidy
from duibiao.documents.html.shown import BLOCKS, HEADINGS, is_around, is_shown
from duibiao.documents.html.tables import Row, table_rows

if TYPE_CHECKING:
    from lxml.etree import _Element


def flow(root: "_Element", *, hidden: bool = False) -> Iterator[Piece]:
    """The paragraphs and rows below `root`; `hidden` also takes what the page's style hides."""
    from lxml import etree  # noqa: PLC0415  heavy, and only web pages need it

    walk = etree.iterwalk(root, events=("start", "end"))
    state = _State()
    for event, element in walk:
        if event == "end":
            yield from state.leave(element)
            continue
        if not is_shown(element, hidden=hidden):
            state.skipped = element  # its end is still reported, and with it the text that follows
            walk.skip_subtree()
            continue
        rows = table_rows(element, hidden=hidden) if element.tag == "table" else None
        yield from state.enter(element)
        if rows is not None:
            yield from state.rows(element, rows)
            walk.skip_subtree()


class _State(Struct):
    buffer: Buffer = field(default_factory=Buffer)
    blocks: "list[_Element]" = field(default_factory=list)
    order: int = 0
    tables: int = 0
    links: int = 0
    around: int = 0
    pre: int = 0
    number: str = ""
    skipped: "_Element | None" = None

    def enter(self, element: "_Element") -> Iterator[Piece]:
        if element.tag in BLOCKS:
            yield from self.flush()
            self.blocks.append(element)
        elif element.tag == "br":
            yield from self.flush()
        self.links += element.tag == "a"
        self.pre += element.tag == "pre"
        self.around += is_around(element)
        if element.tag == "li":
            self.number = marker(element)
        if element.tag != "table":
            yield from self._add(element.text)

    def leave(self, element: "_Element") -> Iterator[Piece]:
        if element is self.skipped:
            self.skipped = None
        else:
            if element.tag in BLOCKS:
                yield from self.flush()
                self.blocks.pop()
            if element.tag == "li":
                self.number = ""
            self.links -= element.tag == "a"
            self.pre -= element.tag == "pre"
            self.around -= is_around(element)
        yield from self._add(element.tail)

    def rows(self, table: "_Element", rows: list[Row]) -> Iterator[Piece]:
        caption = tidy("".join(str(text) for said in table.iterchildren("caption") for text in said.itertext()))
        if caption:
            yield self._piece(table, caption)
        for row in rows:
            piece = self._piece(table, "\t".join(row.cells))
            yield replace(piece, cells=row.cells, table=self.tables, heading=None, linked=row.linked)
        self.tables += 1

    def flush(self) -> Iterator[Piece]:
        text, linked, indent = self.buffer.take()
        if text and self.blocks:
            piece = self._piece(self.blocks[-1], f"{self.number}{text}")
            self.number = ""  # it stands before the first paragraph of its item
            yield replace(piece, linked=linked, indent=indent)

    def _add(self, text: str | None) -> Iterator[Piece]:
        if not self.pre or not text:
            self.buffer.add(text, link=self.links > 0)
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                yield from self.flush()
            self.buffer.add(line, link=self.links > 0)

    def _piece(self, element: "_Element", text: str) -> Piece:
        self.order += 1
        heading = next((HEADINGS[block.tag] for block in self.blocks[-3:] if block.tag in HEADINGS), None)
        return Piece(order=self.order, element=element, text=text, heading=heading, around=self.around > 0)
