"""What is on each page: characters, whether it has pictures, whether it has ruled lines; read once, by pypdfium2."""

from collections.abc import Iterator
from ctypes import c_float
from pathlib import Path
from typing import Any

from msgspec import Struct

from duibiao.documents import refuse
from duibiao.documents.pdf.glyphs import Frame, Glyph, read_glyphs
from duibiao.model.errors import UnreadableError
from duibiao.model.limits import DEFAULT, Limits, over

_THIN = 3.0
_LONG = 12.0
_FORM_DEPTH = 4


class Page(Struct, frozen=True, kw_only=True):
    """`ruled` where lines run across and down, so that there may be a table."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    pictures: bool
    ruled: bool


def read_pages(path: Path, limits: Limits = DEFAULT) -> list[Page]:
    """All pages of the file.

    Raises:
        UnreadableError: empty, encrypted, damaged, too-large.
    """
    if path.stat().st_size == 0:
        raise refuse.empty()
    import pypdfium2  # noqa: PLC0415  heavy
    from pypdfium2 import raw  # noqa: PLC0415  heavy

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise _refusal(raw.FPDF_GetLastError(), raw) from error
    try:
        if over(len(document), limits.pages):
            raise refuse.beyond("pages", len(document), limits.pages)
        return [_read_page(document[number], number, raw) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise refuse.damaged() from error
    finally:
        document.close()


def _refusal(code: int, raw: Any) -> UnreadableError:
    locked = code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
    return refuse.encrypted() if locked else refuse.damaged()


def _read_page(page: Any, number: int, raw: Any) -> Page:
    width, height = Frame.of(page).size
    drawn = list(_objects(page, raw))
    rules = [_extent(item, raw) for item in drawn if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_PATH]
    return Page(
        number=number,
        width=width,
        height=height,
        glyphs=tuple(read_glyphs(page, raw)),
        pictures=any(raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_IMAGE for item in drawn),
        ruled=_is_ruled(rules),
    )


def _objects(page: Any, raw: Any) -> Iterator[Any]:
    """Everything drawn on the page, also inside the forms that some producers wrap whole pages in."""
    todo = [(raw.FPDFPage_GetObject(page, at), 0) for at in range(raw.FPDFPage_CountObjects(page))]
    while todo:
        item, depth = todo.pop()
        yield item
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
            todo += [
                (raw.FPDFFormObj_GetObject(item, at), depth + 1) for at in range(raw.FPDFFormObj_CountObjects(item))
            ]


def _extent(item: Any, raw: Any) -> tuple[float, float]:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return right.value - left.value, top.value - bottom.value


def _is_ruled(extents: list[tuple[float, float]]) -> bool:
    across = sum(height < _THIN and width > _LONG for width, height in extents)
    down = sum(width < _THIN and height > _LONG for width, height in extents)
    boxes = sum(width > 2 * _LONG and height > _LONG for width, height in extents)
    return (across >= 2 and down >= 2) or boxes > 0
