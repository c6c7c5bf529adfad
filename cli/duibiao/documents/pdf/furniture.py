"""Page numbers and running heads: what is printed on every page and belongs to none of its sentences.

They are told by where they stand and that they come again, not by their words: 「北京市人民政府规章」 at the top of
each page is a running head, the same words in a sentence are not.
"""

import re
from collections import Counter
from collections.abc import Sequence

from duibiao.documents.pdf.lines import Line
from duibiao.documents.pdf.pages import Page

_DASH = r"[-—–―－─_·•~]"
_DRESSED = re.compile(
    rf"{_DASH}+\s*\d{{1,4}}\s*{_DASH}+|第\s*\d{{1,4}}\s*页(?:\s*[/,，]?\s*共\s*\d{{1,4}}\s*页)?|\d{{1,4}}\s*/\s*\d{{1,4}}"
)
_BARE = re.compile(rf"{_DASH}?\s*\d{{1,4}}\s*{_DASH}?|[ivx]{{1,5}}|[IVX]{{1,5}}")
_DIGITS = re.compile(r"\d+|[一二三四五六七八九十]+")
_EDGE = 0.15  # of the page's height: the margins of 公文 leave 37 mm of 297 above and 35 below
_SAME_HEIGHT = 4.0
_SHARE = 0.3  # of the pages: heads of odd and even pages differ


def without_furniture(pages: Sequence[Page], lines: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines of each page without page numbers and running heads."""
    seen: Counter[tuple[str, int]] = Counter()
    for page, written in zip(pages, lines, strict=True):
        seen.update({_keys(line)[0] for line in written if _is_at_edge(page, line)})
    often = {key for key, times in seen.items() if times >= max(2, _SHARE * len(pages))}
    return [_kept(page, written, often) for page, written in zip(pages, lines, strict=True)]


def _kept(page: Page, written: list[Line], often: set[tuple[str, int]]) -> list[Line]:
    kept = [line for line in written if not (_is_at_edge(page, line) and often.intersection(_keys(line)))]
    while kept and _is_number(page, kept[-1]):
        kept.pop()
    while kept and _is_number(page, kept[0]):
        kept.pop(0)
    return kept


def _is_number(page: Page, outermost: Line) -> bool:
    """Whether the first or last line is a page number; a bare one only where page numbers stand."""
    if _DRESSED.fullmatch(outermost.text):
        return True
    return _is_at_edge(page, outermost) and _BARE.fullmatch(outermost.text) is not None


def _is_at_edge(page: Page, line: Line) -> bool:
    return not _EDGE * page.height < line.base - line.size / 2 < (1 - _EDGE) * page.height


def _keys(line: Line) -> list[tuple[str, int]]:
    """What a line must share with lines of other pages: its words, numbers apart, and its height."""
    words = _DIGITS.sub("#", line.text.replace(" ", ""))
    band = round(line.base / _SAME_HEIGHT)
    return [(words, band), (words, band - 1), (words, band + 1)]
