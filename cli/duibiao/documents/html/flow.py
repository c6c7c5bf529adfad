"""Walks a page once and hands out its paragraphs and rows in reading order.

The walk keeps its own books instead of calling itself: depth costs memory, never the stack.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from duibiao.documents.html.pieces import Buffer, Piece
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
            yield from state.skip(element)
            walk.skip_subtree()
            continue
        rows = table_rows(element, hidden=hidden) if element.tag == "table" else None
        yield from state.enter(element)
        if rows is not None:
            yield from state.rows(element, rows)
            walk.skip_subtree()


@dataclass(slots=True)
class _State:
    buffer: Buffer = field(default_factory=Buffer)
    blocks: "list[_Element]" = field(default_factory=list)
    order: int = 0
    tables: int = 0
    links: int = 0
    around: int = 0
    pre: int = 0
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
        if element.tag != "table":
            yield from self._add(element.text)

    def leave(self, element: "_Element") -> Iterator[Piece]:
        if element is self.skipped:
            self.skipped = None
        else:
            if element.tag in BLOCKS:
                yield from self.flush()
                self.blocks.pop()
            self.links -= element.tag == "a"
            self.pre -= element.tag == "pre"
            self.around -= is_around(element)
        yield from self._add(element.tail)

    def skip(self, element: "_Element") -> Iterator[Piece]:
        """Its own text is not read, what follows it is; iterwalk still reports its end."""
        self.skipped = element
        return iter(())

    def rows(self, table: "_Element", rows: list[Row]) -> Iterator[Piece]:
        for row in rows:
            text = "\t".join(row.cells)
            yield self._piece(table, text, row.linked, cells=row.cells, table=self.tables if row.cells else None)
        self.tables += 1

    def flush(self) -> Iterator[Piece]:
        text, linked = self.buffer.take()
        if text and self.blocks:
            yield self._piece(self.blocks[-1], text, linked)

    def _add(self, text: str | None) -> Iterator[Piece]:
        if self.pre and text and "\n" in text:
            for line in text.split("\n"):
                self.buffer.add(line, link=self.links > 0)
                yield from self.flush()
        else:
            self.buffer.add(text, link=self.links > 0)

    def _piece(
        self, element: "_Element", text: str, linked: int, cells: tuple[str, ...] = (), table: int | None = None
    ) -> Piece:
        self.order += 1
        heading = next((HEADINGS[block.tag] for block in self.blocks[-3:] if block.tag in HEADINGS), None)
        return Piece(
            order=self.order,
            element=element,
            text=text,
            cells=cells,
            table=table,
            heading=heading if not cells else None,
            linked=linked,
            around=self.around > 0,
        )
