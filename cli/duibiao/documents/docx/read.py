"""Reads a docx: opens the package, rebuilds its numbering, walks its body."""

from pathlib import Path

from duibiao.documents import refuse
from duibiao.documents.assemble import assemble
from duibiao.documents.docx.counting import Counter
from duibiao.documents.docx.fields import Fields
from duibiao.documents.docx.inline import Leaf
from duibiao.documents.docx.numbering import read_numbering
from duibiao.documents.docx.package import Parts, open_parts
from duibiao.documents.docx.styles import read_styles
from duibiao.documents.docx.walk import Walk, walk
from duibiao.documents.docx.xml import Element, w
from duibiao.model.document import Extract
from duibiao.model.limits import DEFAULT, Limits

_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_docx(path: Path, limits: Limits = DEFAULT) -> Extract:
    """The text of a Word document. Headers, footers, footnotes and comments are left out.

    Raises:
        UnreadableError: empty, encrypted, damaged, too-large, unsupported, scan.
    """
    extract, _ = read_parts(open_parts(path, limits))
    return extract


def read_parts(parts: Parts) -> tuple[Extract, list[Leaf]]:
    """The text, and what printed it: the two hold the same characters but for white space."""
    body = parts.document.find(w("body"))
    if body is None:
        raise refuse.damaged()
    styles = read_styles(parts.styles)
    counter = Counter(lists=read_numbering(parts.numbering, styles))
    state = Walk(styles=styles, counter=counter, fields=Fields(balanced=_is_balanced(body)))
    pieces = list(walk(body, state))
    if not pieces:
        raise refuse.scan() if _has_pictures(body) else refuse.empty()
    return assemble(pieces, title=_title(parts)), state.printed


def _is_balanced(body: Element) -> bool:
    kinds = [mark.get(w("fldCharType")) for mark in body.iter(w("fldChar"))]
    return kinds.count("begin") == kinds.count("end")


def _title(parts: Parts) -> str | None:
    found = None if parts.core is None else parts.core.find(_TITLE)
    text = "" if found is None else (found.text or "").strip()
    return text or None


def _has_pictures(body: Element) -> bool:
    return any(next(body.iter(w(name)), None) is not None for name in ("drawing", "pict", "object"))
