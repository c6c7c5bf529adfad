"""Typesets small pdf files the way official documents are set, with a font that needs no file."""

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from pathlib import Path

from msgspec import Struct
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from duibiao.documents.pdf import read_pdf
from duibiao.model.document import Extract
from tests.documents.shared import lawful

WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP, BOTTOM = 79.0, 105.0, 100.0
SIZE, PITCH, CHARS = 16.0, 28.0, 27
_FONT = "STSong-Light"
_NEVER_FIRST = "，。、；：！？）》”"

PROSE = (
    "坚持以人民为中心的发展思想，加快建设居家社区机构相协调、医养康养相结合的养老服务体系，全面提升养老服务的质量和水平，"
    "到规划期末全县养老机构护理型床位占比达到百分之五十五以上，每个乡镇至少建成一所具备综合功能的养老服务中心，社区日间照料"
    "服务实现全覆盖，老年人的获得感、幸福感、安全感明显增强，基本养老服务体系更加完善。"
)

Mark = Callable[[Canvas, int], None]


class Text(Struct, frozen=True):
    """A line at a place: `x` from the left, `y` from the top, to the baseline."""

    x: float
    y: float
    text: str
    size: float = SIZE


def draw(canvas: Canvas, *texts: Text) -> None:
    for text in texts:
        canvas.setFont(_FONT, text.size)
        canvas.drawString(text.x, HEIGHT - text.y, text.text)


def canvas(path: Path) -> Canvas:
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    return Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=True)


def wrap(paragraph: str, chars: int = CHARS, indent: int = 2) -> list[str]:
    """The lines of a paragraph; the first is indented, and no line begins with a closing mark."""
    lines: list[str] = []
    room = chars - indent
    while paragraph:
        cut = room + (1 if paragraph[room : room + 1] and paragraph[room] in _NEVER_FIRST else 0)
        lines.append(paragraph[:cut])
        paragraph, room = paragraph[cut:], chars
    return lines


def typeset(paragraphs: Iterable[str], *, left: float = LEFT, chars: int = CHARS, indent: int = 2) -> list[list[Text]]:
    """The lines of paragraphs, page by page."""
    pages: list[list[Text]] = [[]]
    y = TOP
    for paragraph in paragraphs:
        for at, line in enumerate(wrap(paragraph, chars, indent)):
            y += PITCH
            if y > HEIGHT - BOTTOM:
                pages.append([])
                y = TOP + PITCH
            pages[-1].append(Text(left + (indent * SIZE if at == 0 else 0), y, line))
    return pages


def save(path: Path, pages: Sequence[Sequence[Text]], *marks: Mark) -> Path:
    """A file of those pages; each mark draws something more on every page (a page number, a head)."""
    made = canvas(path)
    for number, texts in zip(count(1), pages):
        draw(made, *texts)
        for mark in marks:
            mark(made, number)
        made.showPage()
    made.save()
    return path


def page_number(pattern: str = "— {} —") -> Mark:
    return lambda made, number: draw(made, Text(270, HEIGHT - 45, pattern.format(number), 14))


def head(text: str) -> Mark:
    return lambda made, number: draw(made, Text(LEFT, 60, text.format(number), 12))


def grid(made: Canvas, xs: Sequence[float], ys: Sequence[float]) -> None:
    """Rules at those places, `ys` from the top."""
    for y in ys:
        made.line(xs[0], HEIGHT - y, xs[-1], HEIGHT - y)
    for x in xs:
        made.line(x, HEIGHT - ys[0], x, HEIGHT - ys[-1])


def read(path: Path) -> Extract:
    extract = read_pdf(path)
    lawful(extract)
    return extract
