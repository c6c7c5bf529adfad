"""Plain text: the file itself, and where its paragraphs and table rows stand in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from duibiao.documents.encoding import decode
from duibiao.documents.furniture import is_furniture, menu
from duibiao.documents.lines import Line, cut, lines
from duibiao.documents.pagemarks import page_marks
from duibiao.documents.textrows import rows
from duibiao.documents.wrapping import goes_on, strays, wrap_widths
from duibiao.language.late import late
from duibiao.language.normalise import simplify
from duibiao.model.document import Block, Extract
from duibiao.model.span import Span

# 12.1 持续提升一体化交通网络体系......................96: a list of contents says everything twice.
_CONTENTS = late(r"(?<![.．·…・])[.．·…・]{4,}\s*\d{1,4}$")
# A ruled line; a lone dash is the empty cell of a table that was flattened to one cell per line.
_RULE = late(r"[-—─=_*~\s]{4,}|[|│+\s][-|│+\s]*")


def read_text(data: bytes) -> Extract:
    text = decode(data)
    return Extract(text=text, blocks=tuple(blocks(text, lines(text))), pages=_pages(text))


def blocks(text: str, all_lines: Sequence[Line]) -> Iterator[Block]:
    """The paragraphs and rows of `all_lines`, in order."""
    written = [line for line in all_lines if line.text and not _CONTENTS.search(line.text)]
    widths = wrap_widths(written)
    marks = page_marks(written, wrapped=bool(widths))
    stray = strays([line for line in written if line.number not in marks], widths)
    marks |= {line.number: line.span for line in written if line.number in stray}
    left_out = _portal(text, written)
    kept = [line for line in _without(all_lines, marks) if not _CONTENTS.search(line.text)]
    tabled = rows(kept)
    group: list[Line] = []
    for line in kept:
        if group and not _continues(group[-1], line, widths):
            yield from _paragraph(group, marks)
            group = []
        if line.number in tabled:
            yield tabled[line.number]
        elif line.text and line.number not in left_out:
            group.append(line)
    yield from _paragraph(group, marks)


def _portal(text: str, written: Sequence[Line]) -> set[int]:
    """The lines that were copied from a portal along with the document."""
    simple = simplify(text)
    said = [simple[line.start : line.end] for line in written]
    top = menu(said)
    return {line.number for at, line in enumerate(written) if at < top or is_furniture(said[at])}


def _without(all_lines: Sequence[Line], marks: dict[int, Span]) -> Iterator[Line]:
    """The lines without page numbers, and without the blank lines that set a page number off."""
    for line in all_lines:
        mark = marks.get(line.number)
        if mark is None:
            yield line
        elif mark != line.span:
            yield cut(line, len(mark))


def _continues(line: Line, following: Line, widths: Mapping[int, int]) -> bool:
    width = widths.get(line.number)
    return width is not None and bool(following.text) and goes_on(line, following, width)


def _paragraph(group: Sequence[Line], marks: dict[int, Span]) -> Iterator[Block]:
    if not group or all(_RULE.fullmatch(line.text) for line in group):
        return
    span = Span(group[0].start, group[-1].end)
    inside = sorted(mark for mark in _between(group, marks) if span.contains(mark))
    yield Block(span=span, gaps=tuple(inside))


def _between(group: Sequence[Line], marks: dict[int, Span]) -> Iterable[Span]:
    return (marks[number] for number in range(group[0].number, group[-1].number + 1) if number in marks)


def _pages(text: str) -> tuple[int, ...]:
    """A form feed begins a page; tools that turn pdf into text write one."""
    if "\f" not in text.rstrip():
        return ()
    return (0, *(at + 1 for at, char in enumerate(text.rstrip()) if char == "\f"))
