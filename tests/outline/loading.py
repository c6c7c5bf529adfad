"""Builds documents from lines, so that outline tests need no reader."""

from duibiao.documents.outline import build
from duibiao.model.document import Block, Document, Extract
from duibiao.model.span import Span


def extract(text: str) -> Extract:
    blocks: list[Block] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(span=Span(offset, offset + len(line.rstrip("\r\n")))))
        offset += len(line)
    return Extract(text=text, blocks=tuple(blocks))


def document(text: str) -> Document:
    return build(extract(text))
