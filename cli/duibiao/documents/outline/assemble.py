"""Puts the outline together: pieces -> frame -> sections -> clauses -> notes."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from duibiao.documents.outline import (
    flattened,
    frame,
    headings,
    looks,
    metadata,
    notes,
    numbering,
    ranking,
    responsibility,
    runs,
    sequence,
    shapes,
    tables,
)
from duibiao.documents.outline.drafts import Draft, finished
from duibiao.documents.outline.frame import Frame
from duibiao.documents.outline.headings import Lead, Setting
from duibiao.documents.outline.numbering import Marker, Style
from duibiao.documents.outline.pieces import Piece, pieces
from duibiao.documents.outline.sections import Tree
from duibiao.documents.outline.sentences import sentences
from duibiao.model.document import Document, Extract, Role, Section
from duibiao.model.span import Span

_ATTACHED = -100.0
# Inside every numbered section: a table's caption, and inside it the lines that head groups of rows.
_CAPTIONED = 85.0
_GROUPED = 90.0
_LONGEST_CAPTION = 40


def build(extract: Extract) -> Document:
    """The document that the blocks of a reader make: its outline, its clauses, and what it says about itself."""
    text = extract.text
    parts = flattened.rebuilt(runs.split(list(pieces(extract))))
    markers = sequence.believed([None if part.cells else numbering.read(text, part.plain) for part in parts])
    around = frame.read(parts, markers, extract.title)
    about = metadata.read(text, parts, around, extract.title)
    parts = tables.described(parts, about.year)
    walk = _Walk(text, parts, markers, around, ranking.ranks(parts, markers, around), Tree.of(Span(0, len(text))))
    walk.legal = any(marker is not None and marker.style is Style.ARTICLE for marker in markers)
    drafts = [draft for at in range(len(parts)) for draft in _drafts(walk, at)]
    sections = responsibility.govern(drafts, walk.tree.sections)
    looks.settle(drafts, sections)
    return Document(
        text=text,
        pages=extract.pages,
        sections=tuple(_spanned(sections, drafts)),
        clauses=finished(drafts, sections),
        title=about.title,
        number=about.number,
        issued=about.issued,
        region=about.region,
        level=about.level,
    )


class _Walk(Struct):
    """What is known while the pieces are walked, once and in order. `body` is the role of plain text just now."""

    text: str
    parts: Sequence[Piece]
    markers: Sequence[Marker | None]
    around: Frame
    ranks: dict[int, float]
    tree: Tree
    body: Role = Role.BODY
    naming: bool = False
    legal: bool = False


def _drafts(walk: _Walk, at: int) -> Iterator[Draft]:
    part, role = walk.parts[at], walk.around.roles[at]
    if role is not None:
        yield from _around(walk, part, role)
    elif part.cells:
        yield _row(walk, part)
    elif at in walk.around.attachments:
        yield _attachment(walk, part)
    elif walk.naming and _names_attachment(walk, at):
        yield _attachment_name(walk, part)
    else:
        walk.naming = False
        yield from _paragraph(walk, at)


def _around(walk: _Walk, part: Piece, role: Role) -> Iterator[Draft]:
    """Title, cover, preamble, signature, contacts: outside every section, sentence by sentence."""
    walk.tree.close()
    if role is not Role.PREAMBLE and role is not Role.COVER:
        yield Draft(part.plain, part, walk.tree.current, role)
        return
    for begin, end in sentences(walk.text, part.plain):
        plain = part.plain.cut(begin, end)
        commits = role is Role.PREAMBLE and looks.aims(plain.text)
        yield Draft(plain, part, walk.tree.current, walk.body if commits else role)


def _row(walk: _Walk, part: Piece) -> Draft:
    if part.group:
        walk.tree.close(_GROUPED)
        marker = numbering.read(walk.text, part.plain)
        length = marker.length if marker else 0
        title = part.text[part.cells[0].start : part.cells[0].end][length:]
        bare = marker.bare if marker else ""
        walk.tree.add(_GROUPED, bare=bare, number=part.text[:length], title=title, span=_span(part))
    elif part.header:
        walk.tree.close(_GROUPED)
    heads = part.header or part.group
    return Draft(part.plain, part, walk.tree.current, Role.HEADING if heads else Role.TABLE)


def _attachment(walk: _Walk, part: Piece) -> Draft:
    """附件2 and, on its line or below it, the attachment's name."""
    rest = shapes.after_attachment(part.text) or ""
    number = part.text[: len(part.text) - len(rest)].rstrip(":.、")
    walk.tree.close()
    walk.tree.add(_ATTACHED, bare=number, number=number, title=rest, span=_span(part))
    walk.body = Role.ATTACHMENT
    walk.naming = not rest
    return Draft(part.plain, part, walk.tree.current, Role.HEADING)


def _names_attachment(walk: _Walk, at: int) -> bool:
    part = walk.parts[at]
    named = len(walk.tree.sections[walk.tree.current].title)
    short = len(part.plain) <= 50 and not part.text.endswith(("。", ";")) and ":" not in part.text
    return short and walk.markers[at] is None and named < 60 and walk.tree.sections[-1].index == walk.tree.current


def _attachment_name(walk: _Walk, part: Piece) -> Draft:
    section = walk.tree.sections[walk.tree.current]
    walk.tree.sections[section.index] = replace(section, title=section.title + part.text)
    if shapes.is_title(walk.tree.sections[section.index].title):
        walk.naming = False
    return Draft(part.plain, part, section.index, Role.HEADING)


def _paragraph(walk: _Walk, at: int) -> Iterator[Draft]:
    part = walk.parts[at]
    walk.tree.close(_CAPTIONED if at == 0 or not _is_caption(walk, at - 1) else _GROUPED)
    start = 0
    if at in walk.ranks:
        lead = _opened(walk, at)
        if notes.opens(part.text[lead.marker :]):  # (三)责任单位:市民政局 is an item of its own
            yield Draft(part.plain, part, walk.tree.current, Role.RESPONSIBILITY, lone=True, item=True)
            return
        start = lead.end
    elif _is_caption(walk, at):
        start = len(part.plain)
        if not part.text.startswith("单位"):
            walk.tree.add(_CAPTIONED, bare="", number="", title=part.text, span=_span(part))
    if start:
        yield Draft(part.plain.cut(0, start), part, walk.tree.current, Role.HEADING)
    for begin, end in sentences(walk.text, part.plain, start):
        for draft in _sentence(walk, part, begin, end):
            # 二、重点任务(责任单位:市民政局): the note stands in the heading.
            draft.headed = draft.role is Role.RESPONSIBILITY and 0 < start == begin
            yield draft


def _is_caption(walk: _Walk, at: int) -> bool:
    """表1 主要指标, 单位:亿元: a line that only heads the table below it."""
    line = walk.parts[at].text
    above = at + 1 < len(walk.parts) and bool(walk.parts[at + 1].cells)
    return above and len(line) <= _LONGEST_CAPTION and not line.endswith(("。", ";", ":"))


def _opened(walk: _Walk, at: int) -> Lead:
    """Opens the section of a piece, and says where its heading ends."""
    part, marker = walk.parts[at], walk.markers[at]
    note = notes.note_at_end(part.text)
    plain = part.plain if not note else part.plain.cut(0, note)
    setting = Setting(
        declared=marker is None or part.heading is not None,
        followed=_followed(walk, at),
        legal=walk.legal,
        run=part.run,
    )
    lead = headings.lead(plain, marker, setting)
    walk.tree.add(
        walk.ranks[at],
        bare=marker.bare if marker else "",
        number=part.text[: lead.marker],
        title=lead.title,
        span=_span(part),
    )
    return lead


def _sentence(walk: _Walk, part: Piece, begin: int, end: int) -> Iterator[Draft]:
    section = walk.tree.current
    cut = notes.note_at_end(part.text[begin:end])
    stop = end if cut is None else begin + cut
    if stop > begin:
        yield Draft(part.plain.cut(begin, stop), part, section, walk.body)
    if stop < end:
        yield Draft(
            part.plain.cut(stop, end), part, section, Role.RESPONSIBILITY, lone=stop == 0 and end == len(part.plain)
        )


def _followed(walk: _Walk, at: int) -> bool:
    """Whether something stands under a numbered line: text without a number, or a number further in."""
    for below in range(at + 1, len(walk.parts)):
        part = walk.parts[below]
        if walk.around.roles[below] is not None or below in walk.around.attachments:
            return False
        if part.cells:
            return True
        rank = walk.ranks.get(below)
        if rank is not None:
            return rank > walk.ranks[at]
        if notes.note_at_end(part.text) != 0:
            return True
    return False


def _span(part: Piece) -> Span:
    return part.plain.origin(0, len(part.plain))


def _spanned(sections: Sequence[Section], drafts: Sequence[Draft]) -> Iterator[Section]:
    """Each section reaches to the end of its last clause, those of the sections inside it included."""
    ends = [section.span.end for section in sections]
    for draft in drafts:
        if draft.section:
            ends[draft.section] = max(ends[draft.section], draft.plain.places[-1] + 1)
    for section in reversed(sections):
        if section.parent:
            ends[section.parent] = max(ends[section.parent], ends[section.index])
    for section in sections:
        yield replace(section, span=Span(section.span.start, ends[section.index]))
