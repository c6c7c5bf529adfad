"""Builds documents from lines, so that outline tests need no reader.

A line is a paragraph; `| a | b |` is a table row, and `## 标题` a heading that the format declares.
"""

import re
from itertools import pairwise

from duibiao.documents.outline import build
from duibiao.model.document import Block, BlockKind, Document, Extract
from duibiao.model.span import Span


def extract(text: str, *, title: str | None = None) -> Extract:
    blocks: list[Block] = []
    offset, table, before = 0, -1, False
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        is_row = bare.startswith("|")
        if bare.strip():
            table += is_row and not before
            blocks.append(row(bare, offset, table) if is_row else paragraph(bare, offset))
        before = is_row
        offset += len(line)
    return Extract(text=text, blocks=tuple(blocks), title=title)


def paragraph(line: str, offset: int) -> Block:
    marks = re.match(r"(#+) ", line)
    start = marks.end() if marks else 0
    return Block(span=Span(offset + start, offset + len(line)), heading=len(marks[1]) if marks else None)


def row(line: str, offset: int, table: int) -> Block:
    bars = [at for at, char in enumerate(line) if char == "|"]
    cells: list[Span] = []
    for left, right in pairwise(bars):
        cell = line[left + 1 : right]
        start = offset + left + 1 + len(cell) - len(cell.lstrip())
        cells.append(Span(start, start + len(cell.strip())) if cell.strip() else Span(start - 1, start - 1))
    return Block(span=Span(offset, offset + len(line)), kind=BlockKind.ROW, cells=tuple(cells), table=table)


def document(text: str, *, title: str | None = None) -> Document:
    return build(extract(text, title=title))
