"""A pdf as an office prints it: lines broken at the margin, a running head, page numbers, a ruled table.

The font is one of those every pdf viewer knows by name, so that nothing is embedded and the text has a Unicode map.
"""

import io
from collections.abc import Iterator

from msgspec import Struct, field
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.samples.source import Block, Part, Sample, numbered

_FONT = "STSong-Light"
_SIZE = 16
_LINE = 28
_LEFT, _TOP, _BOTTOM = 79, 90, 80
_WIDTH = 28 * _SIZE  # 28 characters on a line, 22 lines on a page: the standard of official papers
_NEVER_FIRST = "，。；：、）》”？！"
_CELL_SIZE = 11
_ROW = 24.0


def build(sample: Sample) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=0)
    canvas.setTitle(sample.title)
    sheet = _Sheet(canvas, sample.agency)
    sheet.open()
    for line in _wrap(sample.title, _WIDTH, 20):
        sheet.line(line, size=20, centre=True)
    sheet.line(sample.number, centre=True)
    sheet.skip()
    for block, number in numbered(sample):
        _draw(sheet, block, number)
    sheet.close()
    canvas.save()
    return out.getvalue()


class _Sheet(Struct):
    """The page being written; a new one is begun where the next line would not fit."""

    canvas: Canvas
    head: str
    page: int = 0
    y: float = field(default=0.0)

    def open(self) -> None:
        self.page += 1
        self.y = A4[1] - _TOP
        self.canvas.setFont(_FONT, 10.5)
        self.canvas.drawCentredString(A4[0] / 2, A4[1] - 50, f"{self.head}文件")

    def close(self) -> None:
        self.canvas.setFont(_FONT, 12)
        self.canvas.drawCentredString(A4[0] / 2, 45, f"— {self.page} —")
        self.canvas.showPage()

    def room(self, height: float) -> None:
        if self.y - height < _BOTTOM:
            self.close()
            self.open()

    def line(self, text: str, *, size: int = _SIZE, centre: bool = False, right: bool = False) -> None:
        self.room(_LINE)
        self.canvas.setFont(_FONT, size)
        if centre:
            self.canvas.drawCentredString(A4[0] / 2, self.y, text)
        elif right:
            self.canvas.drawRightString(_LEFT + _WIDTH - 2 * _SIZE, self.y, text)
        else:
            self.canvas.drawString(_LEFT, self.y, text)
        self.y -= _LINE

    def skip(self) -> None:
        self.y -= _LINE


def _draw(sheet: _Sheet, block: Block, number: str) -> None:
    if block.part is Part.TABLE:
        sheet.room(_LINE * 2 + _ROW * len(block.rows))  # a table is not torn, nor parted from the line above it
        sheet.line(block.text, centre=True)
        _table(sheet, block.rows)
    elif block.part is Part.SIGNATURE:
        sheet.line(block.text, right=True)
    else:
        for line in _wrap(f"　　{number}{block.text}", _WIDTH, _SIZE):
            sheet.line(line)


def _wrap(text: str, width: float, size: float) -> Iterator[str]:
    """Lines no wider than `width`, but for a mark that must not open the next one."""
    line = ""
    for char in text:
        if pdfmetrics.stringWidth(line + char, _FONT, size) > width and char not in _NEVER_FIRST:
            yield line
            line = ""
        line += char
    if line:
        yield line


def _table(sheet: _Sheet, rows: tuple[tuple[str, ...], ...]) -> None:
    shares = [max(len(row[column]) for row in rows) + 2 for column in range(len(rows[0]))]
    widths = [_WIDTH * share / sum(shares) for share in shares]
    top = sheet.y + _SIZE
    for index, row in enumerate(rows):
        x, y = float(_LEFT), top - _ROW * (index + 1)
        for cell, width in zip(row, widths, strict=True):
            sheet.canvas.rect(x, y, width, _ROW)
            sheet.canvas.setFont(_FONT, _CELL_SIZE)
            sheet.canvas.drawCentredString(x + width / 2, y + 7, cell)
            x += width
    sheet.y = top - _ROW * len(rows) - _LINE
