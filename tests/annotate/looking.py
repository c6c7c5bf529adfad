"""What a test sees of a Word file: its comments with the words they stand on, and the text with its looks."""

import zipfile
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path
from typing import Any

from lxml import etree
from msgspec import Struct

from duibiao.annotate import annotate
from duibiao.documents.docx import read_docx
from duibiao.documents.docx.xml import parse, w
from duibiao.model.comment import Comment, Words
from duibiao.model.span import Span

MARKS = tuple(w(name) for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))


class Seen(Struct, frozen=True):
    """A comment: its number, its author, the words between its marks, its paragraphs."""

    number: str
    author: str
    words: str
    lines: tuple[str, ...]


def on(text: str, quote: str, *lines: str, aside: str = "") -> Comment:
    """A comment on the first place of `text` that says `quote`."""
    start = text.index(quote)
    return Comment(
        span=Span(start, start + len(quote)),
        lines=tuple((Words(line),) for line in lines or (f"about {quote}",)),
        aside=(Words(aside),) if aside else (),
    )


def annotated(path: Path, *quotes: str) -> Path:
    """A copy with a comment on each quote, made twice to see that both are the same, and read as before."""
    text = read_docx(path).text
    made = [on(text, quote) for quote in quotes]
    content = annotate(path, made)
    assert annotate(path, made) == content
    copy = path.with_name("copy.docx")
    copy.write_bytes(content)
    assert read_docx(copy).text == text
    return copy


def part(path: Path, name: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(path) as archive:
        return parse(archive.read(name))


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def seen(path: Path, comments: str = "word/comments.xml") -> list[Seen]:
    """Every comment, in the order of its part; a mark that is missing or doubled fails."""
    document = part(path)
    return [_seen(comment, document) for comment in part(path, comments)]


def words(path: Path) -> list[str]:
    return [comment.words for comment in seen(path)]


def shape(document: Any, *, without: Iterable[str] = ()) -> list[list[tuple[str, str, str]]]:
    """Each paragraph as characters and signs with their looks and what they stand in, whatever runs hold them.

    `without` are numbers of comments whose marks are passed over.
    """
    return [_paragraph(paragraph, set(without)) for paragraph in document.iter(w("p"))]


def _paragraph(paragraph: Any, without: set[str]) -> list[tuple[str, str, str]]:
    found = []
    for node in paragraph.iter():
        ours = next(node.iterancestors(w("p")), None) is paragraph
        if not ours or node.tag in (w("r"), w("rPr")) or any(a.tag == w("rPr") for a in node.iterancestors()):
            continue
        if node.tag in MARKS and node.get(w("id")) in without:
            continue
        run = next(node.iterancestors(w("r")), None)
        looks = "" if run is None or run.find(w("rPr")) is None else _xml(run.find(w("rPr")))
        place = "/".join(a.tag.rpartition("}")[2] for a in node.iterancestors() if a.tag not in (w("r"), w("t")))
        name = node.tag.rpartition("}")[2]
        if node.tag == w("t"):
            found += [(char, looks, place) for char in node.text or ""]
        else:
            found.append((name + str(sorted(node.attrib.items())), looks, place))
    return found


def _seen(comment: Any, document: Any) -> Seen:
    number = comment.get(w("id"))
    order = [node for node in document.iter(*MARKS, w("t")) if node.tag == w("t") or node.get(w("id")) == number]
    marks = [node.tag for node in order if node.tag in MARKS]
    assert marks == list(MARKS), f"comment {number} has the marks {marks}"
    start, end = (next(at for at, node in enumerate(order) if node.tag == mark) for mark in MARKS[:2])
    deleted = [a for a in order if a.tag == w("t") and any(b.tag == w("del") for b in a.iterancestors())]
    lines = ("".join(node.text or "" for node in line.iter(w("t"))) for line in comment.iter(w("p")))
    return Seen(
        number=number,
        author=comment.get(w("author")),
        words="".join(node.text or "" for node in order[start:end] if node.tag == w("t") and node not in deleted),
        lines=tuple(lines),
    )


def _xml(element: Any) -> str:
    alone = deepcopy(element)
    alone.tail = None
    return etree.tostring(alone, method="c14n", exclusive=True).decode()
