"""Writes comments into a Word file: a mark around the words, and the comment itself in its own part."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from duibiao.annotate.ground import Ground
from duibiao.annotate.package import Package, open_package
from duibiao.documents.docx.trace import trace_docx
from duibiao.documents.docx.xml import Element, parse, w
from duibiao.model.comment import Comment, Words

AUTHOR, INITIALS = "对标 duibiao", "对标"
_TAGS = tuple(w(name) for name in ("commentRangeStart", "commentRangeEnd", "commentReference", "comment"))
# A comment takes over the looks of body text where a draft has no style for comments: 三号 with indented lines.
_PARAGRAPH = (
    ("spacing", {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}),
    ("ind", {"left": "0", "right": "0", "firstLineChars": "0", "firstLine": "0"}),
    ("jc", {"val": "left"}),
)
_SIZE = "18"  # half points


def annotate(path: Path, comments: Sequence[Comment]) -> bytes:
    """A copy of the Word file at `path` with these comments, after those that it has already.

    Nobody's clock is asked: the comments carry no date. Parts other than the text, the comments and what leads to
    them stay byte for byte what they were.

    Raises:
        UnreadableError: The file cannot be read.
    """
    traced = trace_docx(path)
    package = open_package(path)
    root = _comments_part(package, traced.document)
    ground = Ground(list(traced.stretches))
    number = _next_number(traced.document, root)
    for comment in comments:
        fence = ground.fenced(comment.span)
        if fence is None:
            continue
        first, last, boxed = fence
        _mark(first, last, str(number))
        root.append(_comment(root, comment, str(number), boxed=boxed))
        number += 1
    package.put(package.main, traced.document)
    package.add_comments(root)
    return package.packed()


def _comments_part(package: Package, document: Element) -> Element:
    if package.comments is not None:
        return parse(package.parts[package.comments])
    return document.makeelement(w("comments"), nsmap={"w": w("")[1:-1]})


def _next_number(*roots: Element) -> int:
    """Above every number in use, also of marks that have lost their comment."""
    found = (node.get(w("id")) or "" for root in roots for node in root.iter(*_TAGS))
    return max((int(number) + 1 for number in found if number.isdecimal()), default=0)


def _mark(first: Element, last: Element, number: str) -> None:
    first.addprevious(_made(first, "commentRangeStart", {"id": number}))
    reference = _made(last, "r")
    reference.append(_made(last, "commentReference", {"id": number}))
    last.addnext(reference)
    last.addnext(_made(last, "commentRangeEnd", {"id": number}))


def _comment(root: Element, comment: Comment, number: str, *, boxed: bool) -> Element:
    made = _made(root, "comment", {"id": number, "author": AUTHOR, "initials": INITIALS})
    lines = [comment.aside, *comment.lines] if boxed and comment.aside else comment.lines
    for at, line in enumerate(lines):
        made.append(_paragraph(root, line, opening=at == 0))
    return made


def _paragraph(root: Element, line: Iterable[Words], *, opening: bool) -> Element:
    made = _made(root, "p")
    properties = _made(root, "pPr")
    properties.extend(_made(root, name, values) for name, values in _PARAGRAPH)
    made.append(properties)
    if opening:
        mark = _made(root, "r")
        mark.append(_made(root, "annotationRef"))
        made.append(mark)
    made.extend(_run(root, words) for words in line if words.text)
    return made


def _run(root: Element, words: Words) -> Element:
    made = _made(root, "r")
    looks = _made(root, "rPr")
    if words.strong:
        looks.extend(_made(root, name) for name in ("b", "bCs"))
    looks.extend(_made(root, name, {"val": _SIZE}) for name in ("sz", "szCs"))
    text = _made(root, "t")
    text.text = words.text
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.extend((looks, text))
    return made


def _made(near: Element, name: str, values: dict[str, str] | None = None) -> Element:
    made = near.makeelement(w(name))
    for key, value in (values or {}).items():
        made.set(w(key), value)
    return made
