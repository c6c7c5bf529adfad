"""Where each character of the text stands in the Word file: for whoever writes something back to it.

    （三）完善社区网络。到2025年，社区日间照料机构覆盖率达到80%左右。

The file holds this as four runs, with （三） in none of them: it is an automatic number. The reader is not gone over a
second time, which would be a second set of rules to keep alike. It notes what it prints while it reads; here the notes
are laid beside the text, from which they differ in white space alone (lines are trimmed, cells joined).
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from duibiao.documents.docx.inline import Leaf
from duibiao.documents.docx.package import open_parts
from duibiao.documents.docx.read import read_parts
from duibiao.documents.docx.xml import Element, w
from duibiao.model.document import Extract


class Stretch(Struct, frozen=True, kw_only=True):
    """`text[start:end]` of the extract is printed by `node`, from the place `at` of the node's own text on.

    The node is a `w:t`, or an element that stands for a sign (`w:sym`) and cannot be divided.
    """

    start: int
    end: int
    node: Element
    at: int


class Traced(Struct, frozen=True, kw_only=True):
    """A document that was read, its tree, and the places of its text in it, in order and apart."""

    extract: Extract
    document: Element
    stretches: tuple[Stretch, ...]


def trace_docx(path: Path) -> Traced:
    """The text of a Word document with its places.

    Raises:
        UnreadableError: As `read_docx`.
    """
    parts = open_parts(path)
    extract, printed = read_parts(parts)
    return Traced(extract=extract, document=parts.document, stretches=tuple(stretches(extract.text, printed)))


def stretches(text: str, printed: Iterable[Leaf]) -> Iterator[Stretch]:
    """The places of `text`, which holds what was printed but for white space.

    Raises:
        ValueError: It does not; a fault of the reader.
    """
    at = 0
    for node, words in printed:
        pairs: list[tuple[int, int]] = []
        for offset, char in enumerate(_own(node, words)):
            if not char.isspace():
                at = _next(text, at, char) + 1
                pairs.append((at - 1, offset))
        if node is None:
            continue
        for _, run in groupby(pairs, key=lambda pair: pair[0] - pair[1]):
            (start, offset), *rest = run
            yield Stretch(start=start, end=(rest[-1][0] if rest else start) + 1, node=node, at=offset)


def _own(node: Element | None, words: str) -> str:
    """The node's own text, whose white space the reader may have changed."""
    return (node.text or "") if node is not None and node.tag == w("t") else words


def _next(text: str, at: int, char: str) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    if text[at : at + 1] != char:
        raise ValueError(f"the text goes on with {text[at : at + 1]!r}, the document with {char!r}")
    return at
