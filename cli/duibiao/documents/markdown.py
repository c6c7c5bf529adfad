"""Markdown: headings and tables as the format declares them, its marks left out of the sentences.

Positions count in the file itself, so that marks inside a sentence (**, `, a link's address) become gaps of its block.
Lines are joined as in plain text: by the evidence of a fixed width, not by Markdown's own rule that lines without a
blank line between them are one paragraph. Drafts in Chinese are typed with one line to a paragraph.
"""

import re
from collections.abc import Iterator, Sequence

from duibiao.documents.encoding import decode
from duibiao.documents.lines import Line, cut, lines
from duibiao.documents.wrapping import goes_on, wrap_width
from duibiao.language.late import late
from duibiao.model.document import Block, BlockKind, Extract
from duibiao.model.span import Span

_FENCE = late(r"(```+|~~~+)")
_HEADING = late(r"(#{1,6})(?!#)\s*(\S.*?)\s*#*$")
_UNDERLINE = late(r"(=+|-{2,})$")
_LEAD = late(r"(?:>\s?|[-*+]\s+(?:\[[ xX]\]\s+)?)+")
_DELIMITER = late(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$")
_RULE = late(r"(?:[-*_]\s*){3,}$|\[[^\]]+\]:\s*\S+")
_BAR = late(r"(?<!\\)\|")
# An emphasis mark, a code mark, a backslash, the frame of a link or picture, a tag, a comment, a footnote's mark.
_MARK = late(
    r"\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~|`+|\\(?=[!-/:-@\[-`{-~])|!\[[^\[\]]*\]\([^)]{0,300}\)|\[\^[^\[\]]+\]"
    r"|\[(?=[^\[\]]*\]\()|(?<=\S)\]\([^)]{0,300}\)|<!--(?:(?!<!--).)*?-->|</?[a-zA-Z][^<>]*>"
)


def read_markdown(data: bytes) -> Extract:
    text = decode(data)
    all_lines, title = _front_matter(lines(text))
    return Extract(text=text, blocks=tuple(_blocks(_without_code(all_lines))), title=title)


def _front_matter(all_lines: list[Line]) -> tuple[list[Line], str | None]:
    """A block of 「title: …」 lines between two rules at the very top is about the file."""
    if not all_lines or all_lines[0].text != "---":
        return all_lines, None
    for at, line in enumerate(all_lines[1:], 1):
        if line.text in ("---", "..."):
            titles = (
                found for head in all_lines[1:at] if (found := re.match(r"title:\s*[\"']?(.+?)[\"']?$", head.text))
            )
            title = next(titles, None)
            return all_lines[at + 1 :], title[1] if title else None
        if line.text and not re.match(r"[\w\-]+:|- |#", line.text):
            break
    return all_lines, None


def _without_code(all_lines: Sequence[Line]) -> Iterator[Line]:
    fence = ""
    for line in all_lines:
        mark = _FENCE.match(line.text)
        if fence:
            fence = "" if mark is not None and line.text.startswith(fence) else fence
        elif mark is not None:
            fence = mark[1]
        else:
            yield line


def _blocks(kept_lines: Iterator[Line]) -> Iterator[Block]:
    kept = list(kept_lines)
    width = wrap_width([line for line in kept if line.text and not line.text.startswith(("#", "|"))])
    table = -1
    group: list[Line] = []
    in_table = False
    for at, line in enumerate(kept):
        following = kept[at + 1].text if at + 1 < len(kept) else ""
        before = kept[at - 1].text if at else ""
        begins = not in_table and _BAR.search(line.text) is not None and _DELIMITER.match(following) is not None
        table += begins
        in_table = begins or (in_table and _BAR.search(line.text) is not None)
        heading = _heading(line, before, following)
        lead = _LEAD.match(line.text)
        bare = cut(line, lead.end() if lead else 0)
        prose = not in_table and heading is None and bare is line and bare.text
        if group and not (width and prose and goes_on(group[-1], line, width)):
            yield _paragraph(group)
            group = []
        if in_table:
            if not _DELIMITER.match(line.text):
                yield _row(line, table)
        elif heading is not None:
            yield heading
        elif bare.text and not _RULE.match(line.text) and not _is_underline(line.text, before):
            group.append(bare)
    if group:
        yield _paragraph(group)


def _heading(line: Line, before: str, following: str) -> Block | None:
    found = _HEADING.match(line.text)
    if found is not None:
        span = Span(line.start + found.start(2), line.start + found.end(2))
        return Block(span=span, heading=len(found[1]), gaps=_gaps(line))
    if line.text and not before and _is_underline(following, line.text) and not _LEAD.match(line.text):
        return Block(span=line.span, heading=1 if following.startswith("=") else 2, gaps=_gaps(line))
    return None


def _is_underline(text: str, above: str) -> bool:
    return bool(above) and _UNDERLINE.match(text) is not None


def _paragraph(group: Sequence[Line]) -> Block:
    gaps = tuple(gap for line in group for gap in _gaps(line))
    return Block(span=Span(group[0].start, group[-1].end), gaps=gaps)


def _row(line: Line, table: int) -> Block:
    start = 1 if line.text.startswith("|") else 0
    cells: list[Span] = []
    for bar in _BAR.finditer(line.text, start):
        cells.append(cut(line, start, bar.start()).span)
        start = bar.end()
    if line.text[start:].strip():
        cells.append(cut(line, start).span)
    return Block(span=line.span, kind=BlockKind.ROW, cells=tuple(cells), table=table, gaps=_gaps(line))


def _gaps(line: Line) -> tuple[Span, ...]:
    return tuple(Span(line.start + found.start(), line.start + found.end()) for found in _MARK.finditer(line.text))
