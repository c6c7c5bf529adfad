"""Puts the outline together: pieces -> frame -> sections -> clauses."""

import re
from collections.abc import Iterator

from duibiao.documents.outline.numbering import Marker, read
from duibiao.documents.outline.pieces import Piece, pieces
from duibiao.documents.outline.sections import Tree, rank
from duibiao.documents.outline.sentences import sentences
from duibiao.model.document import Clause, Document, Extract, Role
from duibiao.model.span import Plain, Span

_LEAD = 32
_NOTE = re.compile(r"[(〔]?(?:(?:责任|牵头|配合|主办|协办|参与)(?:单位|部门)[::]|[^。;]{2,200}负责[)〕]。?$)")
_TITLE = re.compile(r"(?:方案|意见|通知|规划|纲要|办法|措施|计划|条例|细则|指引|建议)(?:\([^)]{1,20}\))?$")


def build(extract: Extract) -> Document:
    tree = Tree()
    tree.start(Span(0, len(extract.text)))
    clauses: list[Clause] = []
    title: str | None = None
    for piece in pieces(extract):
        if title is None and not piece.cells and len(piece.plain) < 80 and _TITLE.search(piece.text):
            title = piece.text
            clauses.append(_clause(piece, piece.plain, Role.TITLE, tree, len(clauses)))
            continue
        for plain, role in _parts(extract.text, piece, tree):
            clauses.append(_clause(piece, plain, role, tree, len(clauses)))
    return Document(
        text=extract.text, pages=extract.pages, sections=tuple(tree.sections), clauses=tuple(clauses), title=title
    )


def _clause(piece: Piece, plain: Plain, role: Role, tree: Tree, index: int) -> Clause:
    return Clause(
        index=index,
        plain=plain,
        section=tree.current,
        block=piece.block,
        label=tree.label,
        role=role,
        cells=piece.cells,
    )


def _parts(text: str, piece: Piece, tree: Tree) -> Iterator[tuple[Plain, Role]]:
    plain = piece.plain
    if piece.cells:
        yield plain, Role.TABLE
        return
    start = 0
    marker = read(text, plain)
    if marker is not None or piece.heading is not None:
        start = _heading(plain, marker)
        _open(tree, piece, marker, start)
        if start:
            yield plain.cut(0, start), Role.HEADING
    for begin, end in sentences(text, plain, start):
        part = plain.cut(begin, end)
        yield part, Role.RESPONSIBILITY if _NOTE.match(part.text) else Role.BODY


def _heading(plain: Plain, marker: Marker | None) -> int:
    """Where the heading ends and its text begins; 0 where the paragraph is no heading but a numbered sentence."""
    from_ = marker.length if marker else 0
    stop = re.compile(r"[。;!?]").search(plain.text, from_)
    end = stop.end() if stop else len(plain)
    return end if end - from_ <= _LEAD else 0


def _open(tree: Tree, piece: Piece, marker: Marker | None, end: int) -> None:
    plain = piece.plain
    length = marker.length if marker else 0
    stop = end or length
    span = plain.origin(0, stop) if stop else plain.origin(0, len(plain))
    title = plain.text[length:end].rstrip("。;:") if end else ""
    tree.add(rank(marker, piece.heading), marker.bare if marker else "", plain.text[:length], title, span)
