"""Whether the lines of a text file were broken at a fixed width, and which of them belong together.

A file where each line is a paragraph must stay as it is: 「一、总体要求」 is no beginning of the next line. Evidence
for a fixed width is that most of the text stands in lines of nearly the same width, that most of these stop in the
middle of a sentence, and that hardly any line is longer. Then a full line goes on in the next one, and a shorter one
ends its paragraph. Line lengths alone were refused: tables flattened to one cell per line also repeat a width.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from duibiao.documents.lines import Line, columns
from duibiao.language.late import late

# Narrower than 12 Chinese characters is a column of a table, not a page of prose.
_NARROWEST = 24
# Wider than 60 characters is a paragraph in one line; between such, a dozen lines are enough to judge by.
_WIDEST = 120
_SHORTEST_STRETCH = 12
# A line may fall short by a closing mark that must not begin a line, or by a Latin word that did not fit.
_SHORT = 6
_LONG = 4
_EVEN = 3
_LATIN_WORD = 24
_FEWEST_LINES = 4
_SHARE_OF_TEXT = 0.5
_SHARE_EVEN = 0.6
_SHARE_OPEN = 0.5
_SHARE_LONGER = 0.1

_CLOSED = late(r"[。；;：:！!？?…](?:[”’」』》〉）)\]】〕\"']*)$")
_FIRM_NUMBER = late(
    r"(?:第[一二三四五六七八九十百零〇\d]{1,5}[章节条编篇]"
    r"|[一二三四五六七八九十]{1,3}[、．.]"
    r"|[（(〔]\s*[一二三四五六七八九十\d]{1,3}\s*[)）〕]"
    r"|[①-⑳⑴-⒛]|附件\s*\d*\s*[：:]|[—\-•●▪◆■]{1,2}\s*[^\d\s—\-])"
)
_NARROW = late(r"[\x00-\x7f“”‘’—…]")
_DOUBT = 0.25
_WORD = late(r"[“‘（(《〈「『【〔]*(?:[A-Za-z0-9.%\-]+|.)[，。、；：！？）)》〉」』】〕”’]*")
_FIGURES = late(r"[\d.\s]{1,12}")
_PAUSE = late(r"[，。；、：,;]")
_LONE = frozenset({"-", "—", "——", "%", "％", "‰", "/"})
_LOOSE_NUMBER = late(r"\d{1,2}(?:[、．]|\.(?!\d))|\d{1,2}(?:\.\d{1,2}){1,3}\s*[^\d\s.%％万亿元个名张年、，,。]")


def wrap_widths(written: Sequence[Line]) -> dict[int, int]:
    """The width by line number, of the whole text or else of the stretches of it that were broken at one."""
    whole = wrap_width(written)
    if whole is not None:
        return dict.fromkeys((line.number for line in written), whole)
    widths: dict[int, int] = {}
    for short, stretch in groupby(written, key=lambda line: line.width <= _WIDEST):
        lines = list(stretch)
        width = wrap_width(lines) if short and len(lines) >= _SHORTEST_STRETCH else None
        if width is not None:
            widths |= dict.fromkeys((line.number for line in lines), width)
    return widths


def wrap_width(written: Sequence[Line]) -> int | None:
    """The width in columns at which the file was broken, or None where its lines are its author's own."""
    widths = Counter(line.width + min(line.indent, 4) for line in written if line.width >= _NARROWEST)
    if not widths:
        return None
    width = max(widths, key=lambda at: (widths[at], at))
    full = [line for line in written if is_full(line, width)]
    even = sum(abs(line.width + min(line.indent, 4) - width) <= _EVEN for line in full)
    longer = sum(line.width > width + _LONG for line in written)
    text = sum(min(line.width, width) for line in written)
    return (
        width
        if len(full) >= _FEWEST_LINES
        and sum(line.width for line in full) >= text * _SHARE_OF_TEXT
        and sum(not ends_sentence(line.text) for line in full) >= len(full) * _SHARE_OPEN
        and even >= len(full) * _SHARE_EVEN
        and longer <= len(written) * _SHARE_LONGER
        else None
    )


def is_full(line: Line, width: int) -> bool:
    return width - _SHORT <= line.width + min(line.indent, 4) <= width + _LONG + 4


def ends_sentence(text: str) -> bool:
    return _CLOSED.search(text) is not None


def starts_item(text: str) -> bool:
    return _FIRM_NUMBER.match(text) is not None


def goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether `following` continues the paragraph of `line`, both of a file broken at `width`."""
    if starts_item(following.text) or following.indent >= line.indent + 2:
        return False
    if _is_tabular(line.text) or _is_tabular(following.text):
        return False
    room = width - line.width - min(line.indent, 4)
    if ends_sentence(line.text):
        # A sentence that ends where the next word would still have fitted ends its paragraph as well.
        return room < _first_word(following.text) and not _LOOSE_NUMBER.match(following.text)
    # Two columns for a mark that must not begin a line, and the width of Latin letters is a guess.
    return room <= _first_word(following.text) + 2 + len(_NARROW.findall(line.text)) * _DOUBT


def _first_word(text: str) -> int:
    """The columns that the beginning of `text` needs at least: a Latin word stays whole, marks cling to their word."""
    word = _WORD.match(text)
    return min(columns(word[0]), _LATIN_WORD) if word else 2


def _is_tabular(text: str) -> bool:
    """「1 全员劳动生产率 万元/人 预期性 36左右 -」 is a row that lost its rules, whatever its width."""
    fields = text.split()
    lone = any(field in _LONE for field in fields)
    return not _PAUSE.search(text) and (len(fields) >= 5 or (len(fields) >= 3 and lone))


def strays(written: Sequence[Line], widths: Mapping[int, int]) -> frozenset[int]:
    """Lines of a few figures inside a sentence: the 2 of CO2 and the 2.5 of PM2.5, which came out of line."""
    return frozenset(
        line.number
        for above, line, below in zip(written, written[1:], written[2:], strict=False)
        if (width := widths.get(above.number)) is not None
        and _FIGURES.fullmatch(line.text)
        and line.width <= width / 2
        and not ends_sentence(above.text)
        and not starts_item(below.text)
        and is_full(above, width)
        and not _is_tabular(above.text)
        and below.number - above.number == 2
    )
