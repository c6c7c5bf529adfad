"""Numbers a clause commits to: "占比不低于55%", "培训2万名", "每千人口4.5个", "实现全覆盖", "控制在5%以内".

Precedence: a number as it stands before 全覆盖 and 翻番, which are numbers in words; the bound behind a number before
the one in front of it (达到90%左右 is about 90 %).
"""

import re
from collections.abc import Iterable
from functools import cache

from duibiao.facts.numbers import Number, read_numbers
from duibiao.language import lexicon, numerals, units
from duibiao.language.late import late
from duibiao.model.fact import Op, Quantity

_EVERY = late(
    r"每(?:一)?(?:个)?(千名|万名|百名|千人|万人|百人|千|万|百)?([^,;。:\d每]{0,12}?)(?:至少|不少于|不低于|拥有|配备|建有|建成|建设|设立|设置|有|达到)?$"
)
_TAKES = late(r"配备|拥有|至少|建|设|有|达|不")
_WHOLE = late(r"(?<![健安齐])全覆盖|百分之百|全部(?=达标|完成|覆盖|纳入|落实|建成)|应[^,;。]{1,4}尽[^,;。]{1,3}")
_TIMES = late(r"翻(?P<n>[一两三])?番|(?P<x>\d{1,9}(?:\.\d{1,9})?|[一两二三四五])倍")
# what may stand between a bound and its number: 至少建有1所, 不低于每人每年100元
_LINK = "(?:到|为|建?有|建成|拥有|配备|设立|达到?)?(?:每[人户个月年日次张床套]){0,2}(?:其|全部|总)?"
_INCLUDED = r"(?:\(含[^()]{0,4}\))?"  # 3000元(含)以上


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a plain text, in order, values in the base unit of their measure."""
    found = [_build(text, number) for number in read_numbers(text)]
    taken = [(q.start, q.end) for q in found]
    found += [q for q in (*_whole(text), *_times(text)) if not _overlaps((q.start, q.end), taken)]
    return tuple(sorted(found, key=lambda q: q.start))


def _overlaps(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _build(text: str, number: Number) -> Quantity:
    start, end, upper, unit = number.start, number.end, number.upper, number.unit
    known = units.lookup(unit) if unit else None
    scale = known.scale if known else 1.0
    part_start = max(text.rfind(mark, 0, start) for mark in ",;。:\t") + 1
    before = text[part_start:start]
    op, end = _bound(text, before, end)
    listed = re.search(r"\d[^、\d]*、(?=[^、]*$)", before)
    lead = _stem(before[listed.end() :] if listed else before)
    after = re.match(r"[^,;。:、\t\d(]{0,14}", text[end:])
    every = _EVERY.search(lead)
    return Quantity(
        value=number.value * scale,
        upper=upper * scale if upper is not None else None,
        unit=known.symbol if known else unit,
        dimension=known.dimension if known else ("count" if unit else ""),
        op=op,
        start=start,
        end=end,
        hedged=op is Op.ABOUT or _words("hedges").search(before) is not None,
        falling=_words("falls").search(before) is not None,
        change=_change().search(before) is not None,
        every=((every[1] or "") + _TAKES.split(every[2])[0]) if every else "",
        indicator=lead + (after[0] if after else ""),
        base=_is_past(text, before, start),
    )


def _is_past(text: str, before: str, start: int) -> bool:
    """截至2019年底,…12家; 从43%提高到55%: figures of the past."""
    if before.endswith(("从", "由", "由原", "原")):
        return True
    past = _words("past").search(before)
    if past is not None and before[max(0, past.start() - 1) : past.start()] not in ("比", "较", "同"):
        return True  # 现有12家; but 比上年增长5% is a goal
    sentence = max(text.rfind(mark, 0, start) for mark in "。;") + 1
    return "截至" in text[sentence:start]


def _bound(text: str, before: str, end: int) -> tuple[Op, int]:
    """How the words around a number bound it, and where the last of them ends; what follows wins (达到90%左右)."""
    fore, aft = _bounds()
    for op, pattern in aft:
        match = pattern.match(text, end)
        if match:
            return op, match.end()
    for op, pattern in fore:
        if pattern.search(before):
            return op, end
    return Op.EQ, end


@cache
def _bounds() -> tuple[tuple[tuple[Op, re.Pattern[str]], ...], tuple[tuple[Op, re.Pattern[str]], ...]]:
    data = lexicon.load("quantities")
    fore = tuple((Op(op), re.compile(f"(?:{_any(words)}){_LINK}$")) for op, words in data["before"].items())
    aft = tuple((Op(op), re.compile(rf"{_INCLUDED}(?:{_any(words)})")) for op, words in data["after"].items())
    return fore, aft


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(_any(lexicon.load("quantities")[name]))


@cache
def _change() -> re.Pattern[str]:
    return re.compile(f"(?:{_any(lexicon.load('quantities')['changes'])})(?:约|近|不低于|超过|达到?)?$")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _tail() -> re.Pattern[str]:
    words = _any(word for words in lexicon.load("quantities")["before"].values() for word in words)
    return re.compile(f"(?:{words}|到|为|至|其|总|的|是|力争|每年){{1,12}}$")


def _stem(before: str) -> str:
    return _tail().sub("", before)[-24:]


def _named(text: str, start: int) -> str:
    """What stands before `start` in its comma part, as far as it can be a name."""
    part = max(text.rfind(mark, 0, start) for mark in ",;。:\t") + 1
    return text[max(part, start - 16) : start]


def _whole(text: str) -> list[Quantity]:
    """全覆盖 and the like: a share of 100 %."""
    return [
        Quantity(
            value=100.0, unit="%", dimension="share", op=Op.GE, start=m.start(), end=m.end(),
            hedged=_words("hedges").search(_named(text, m.start())) is not None, indicator=_named(text, m.start()),
        )
        for m in _WHOLE.finditer(text)
    ]  # fmt: skip


def _times(text: str) -> list[Quantity]:
    """翻一番 is twice as much, 3倍 three times."""
    return [
        Quantity(
            value=2 ** (numerals.parse(m["n"] or "一") or 1) if m["x"] is None else numerals.parse(m["x"]) or 1.0,
            unit="倍", dimension="multiple", op=Op.GE, start=m.start(), end=m.end(),
            indicator=_named(text, m.start()),
        )
        for m in _TIMES.finditer(text)
    ]  # fmt: skip
