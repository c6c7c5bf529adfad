"""Page numbers and running heads: what is printed on every page and belongs to none of its sentences.

They are told by where they stand and that they come again, not by their words: 「北京市人民政府规章」 at the top of
each page is a running head, the same words in a sentence are not.
"""

from collections import Counter
from collections.abc import Sequence

from duibiao.documents.pdf.lines import Line
from duibiao.documents.pdf.pages import Page
from duibiao.language.late import late

_DASH = r"[-—–―－─_·•~]"
_DRESSED = late(
    rf"{_DASH}+\s*\d{{1,4}}\s*{_DASH}+|第\s*\d{{1,4}}\s*页(?:\s*[/,，]?\s*共\s*\d{{1,4}}\s*页)?|\d{{1,4}}\s*/\s*\d{{1,4}}"
)
_BARE = late(rf"{_DASH}?\s*(\d{{1,4}})\s*{_DASH}?")
_DIGITS = late(r"\d+|[一二三四五六七八九十]+")
_LETTER = late(r"[^\W\d_]")
_EDGE = 0.15  # of the page's height: the margins of 公文 leave 37 mm of 297 above and 35 below
_SAME_HEIGHT = 4.0
_SHARE = 0.3  # of the pages: heads of odd and even pages differ
_FEWEST = 3


def without_furniture(pages: Sequence[Page], lines: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines of each page without page numbers and running heads."""
    seen: Counter[tuple[str, int]] = Counter()
    for page, written in zip(pages, lines, strict=True):
        seen.update({_keys(line)[0] for line in written if _is_at_edge(page, line)})
    often = {key for key, times in seen.items() if times >= max(2, _SHARE * len(pages)) and _LETTER.search(key[0])}
    bodies = [
        [line for line in written if not (_is_at_edge(page, line) and often.intersection(_keys(line)))]
        for page, written in zip(pages, lines, strict=True)
    ]
    kept = [_without_dressed(written) for written in bodies]
    return _without_bare(pages, kept) if kept == bodies else kept


def _without_dressed(written: list[Line]) -> list[Line]:
    """A number between dashes is a page number wherever it stands first or last."""
    while written and _DRESSED.fullmatch(written[-1].text):
        written = written[:-1]
    while written and _DRESSED.fullmatch(written[0].text):
        written = written[1:]
    return written


def _without_bare(pages: Sequence[Page], lines: Sequence[list[Line]]) -> list[list[Line]]:
    """A bare number at the edge is a page number where it counts up with the pages: a table has bare numbers too."""
    found = [
        (page.number, line, int(bare[1]) - page.number)
        for page, written in zip(pages, lines, strict=True)
        for line in {id(end): end for end in (*written[:1], *written[-1:])}.values()
        if _is_at_edge(page, line) and (bare := _BARE.fullmatch(line.text))
    ]
    steps = Counter(step for _, _, step in found)
    step, times = max(steps.items(), key=lambda item: item[1], default=(0, 0))
    if times < min(len(pages), _FEWEST) or (len(pages) < _FEWEST and step not in (0, 1)):
        return list(lines)
    numbers = {id(line) for _, line, at in found if at == step}
    return [[line for line in written if id(line) not in numbers] for written in lines]


def _is_at_edge(page: Page, line: Line) -> bool:
    return not _EDGE * page.height < line.base - line.size / 2 < (1 - _EDGE) * page.height


def _keys(line: Line) -> list[tuple[str, int]]:
    """What a line must share with lines of other pages: its words, numbers apart, and its height."""
    words = _DIGITS.sub("#", line.text.replace(" ", ""))
    band = round(line.base / _SAME_HEIGHT)
    return [(words, band), (words, band - 1), (words, band + 1)]
