"""Numbers a clause commits to: "占比不低于55%", "培训2万名", "每千人口4.5个", "实现全覆盖", "控制在5%以内".

Precedence: ranges before single numbers, percentages before counts, and whatever is part of a date, a document
number, a plan's name ("十四五") or a numbering is no quantity. A Chinese numeral counts only before a measure word,
and 一 only where something must be had (至少一所), since 一个 is mostly an article.
"""

import re
from collections.abc import Iterable
from functools import cache

from duibiao.language import lexicon, numerals, units
from duibiao.model.fact import Op, Quantity

_EVERY = re.compile(
    r"每(?:一)?(?:个)?(千名|万名|百名|千人|万人|百人|千|万|百)?([^,;。:\d每]{0,12}?)(?:至少|不少于|不低于|拥有|配备|建有|建成|建设|设立|设置|有|达到)?$"
)
_WHOLE = re.compile(r"全覆盖|百分之百|全部(?=达标|完成|覆盖|纳入|落实|建成)|应[^,;。]{1,4}尽[^,;。]{1,3}")
_TIMES = re.compile(r"翻(?P<n>[一两三])?番|(?P<x>\d+(?:\.\d+)?|[一两二三四五])倍")
_SKIP = re.compile(
    r"《[^《》]{0,120}》|[〔(]\d{4}[〕)]\d+号|\d+号|(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?|(?:19|20)\d\d-+(?=(?:19|20)\d\d)"
    r"|[\"']?十[一二三四五六]五|\d{1,2}月(?:\d{1,2}日)?|第[\d一二三四五六七八九十百]+[条章节款项批届次]?|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}"
    r"|[a-z]+\d+|\d+[gd](?![a-z])"
)
_LINK = "(?:到|为|建?有|建成|拥有|配备|设立|达到?)?(?:其|全部|总)?"  # between a bound and its number: 至少建有1所
_MYRIAD = r"[十百千万亿]*"


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a plain text, in order, values in the base unit of their measure."""
    skipped = [m.span() for m in _SKIP.finditer(text)]
    found: list[Quantity] = []
    for match in _number_pattern().finditer(text):
        if _overlaps(match.span(), skipped):
            continue
        quantity = _read(text, match)
        if quantity is not None:
            found.append(quantity)
    taken = [(q.start, q.end) for q in found]
    found += [q for q in (*_whole(text), *_times(text)) if not _overlaps((q.start, q.end), taken)]
    return tuple(sorted(found, key=lambda q: q.start))


def _overlaps(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


@cache
def _number_pattern() -> re.Pattern[str]:
    measure = "|".join(re.escape(symbol) for symbol in units.symbols())
    number = rf"(?:{numerals.ARABIC}){_MYRIAD}"
    return re.compile(
        rf"百分之(?P<percent>[零〇一二三四五六七八九十百点]+|{numerals.ARABIC})"
        rf"|(?P<of>[二三四五六七八九十])分之(?P<some>[一二三四五六七八九])"
        rf"|(?P<a>{number})(?:%|{measure})?(?:-+|~|至|到)(?P<b>{number})(?P<range_unit>{measure})"
        rf"|(?P<tenths>[一二三四五六七八九\d])成(?P<half>半)?(?![立效为年分本果员就品熟功绩套])"
        rf"|(?P<n>{number})[余多]?个?(?P<unit>{measure})(?P<per>/[^,;。:()\t\d]{{1,8}})?"
        rf"|(?P<bare>{number})(?![\d.a-z])"
        rf"|(?P<c>{numerals.CHINESE})[余多]?(?P<cunit>{measure})"
    )


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    g = match.groupdict()
    start, end = match.span()
    if text[start - 1 : start] == "每":  # 每百户20平方米: the hundred households are the measure, not a promise
        return None
    upper: float | None = None
    if g["percent"]:
        value, unit = numerals.parse(g["percent"]), "%"
    elif g["of"]:
        whole, some = numerals.parse(g["of"]), numerals.parse(g["some"])
        value, unit = (round(100 * some / whole, 4) if some and whole else None), "%"
    elif g["a"]:
        value, upper, unit = numerals.parse(g["a"]), numerals.parse(g["b"]), g["range_unit"]
    elif g["tenths"]:
        tenths = numerals.parse(g["tenths"])
        value, unit = (tenths * 10 + (5 if g["half"] else 0) if tenths is not None else None), "%"
    elif g["n"]:
        value, unit = numerals.parse(g["n"]), g["unit"] + (g["per"] or "")
        if units.lookup(unit) is None:
            unit, end = g["unit"], match.end("unit")
    elif g["bare"]:
        if not re.search(r"(?:达到?|为|不低于|不少于|≥|≤|>|<|\t)$", text[:start]):
            return None
        value, unit = numerals.parse(g["bare"]), ""
    else:
        value, unit = numerals.parse(g["c"]), g["cunit"]
        if _is_no_number(text, start, g["c"], unit):
            return None
    return None if value is None else _build(text, (start, end), value, upper, unit)


def _is_no_number(text: str, start: int, numeral: str, unit: str) -> bool:
    before = text[max(0, start - 8) : start]
    measure = units.lookup(unit)
    if measure is not None and measure.dimension == "duration" and not before.endswith("第"):
        return False
    if re.search(r"[第统唯同单之进万周]$", before):
        return True
    if numeral in ("一", "两"):
        return not re.search(r"至少|不少于|每|建有|建成|设立|配备", before)
    # 超万人, 近百家: a bare multiplier counts only behind such a word
    return not any(c in "二三四五六七八九十百两" for c in numeral) and not re.search(r"[超过近逾约]$|突破$", before)


def _build(text: str, span: tuple[int, int], value: float, upper: float | None, unit: str) -> Quantity:
    start, end = span
    known = units.lookup(unit) if unit else None
    scale = known.scale if known else 1.0
    part_start = max(text.rfind(mark, 0, start) for mark in ",;。:\t") + 1
    before = text[part_start:start]
    op, end = _bound(text, before, end)
    lead = _stem(before)
    after = re.match(r"[^,;。:\t\d(]{0,14}", text[end:])
    every = _EVERY.search(lead)
    return Quantity(
        value=value * scale,
        upper=upper * scale if upper is not None else None,
        unit=known.symbol if known else unit,
        dimension=known.dimension if known else ("count" if unit else ""),
        op=op,
        start=start,
        end=end,
        hedged=op is Op.ABOUT or _words("hedges").search(before) is not None,
        falling=_words("falls").search(before) is not None,
        change=_change().search(before) is not None,
        every=((every[1] or "") + every[2]) if every else "",
        indicator=lead + (after[0] if after else ""),
        base=_words("past").search(before) is not None,
    )


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
    aft = tuple((Op(op), re.compile(f"(?:{_any(words)})")) for op, words in data["after"].items())
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
    return re.compile(f"(?:{words}|到|为|至|其|总|的|是|力争|每年)+$")


def _stem(before: str) -> str:
    return _tail().sub("", before)[-24:]


def _whole(text: str) -> list[Quantity]:
    """全覆盖 and the like: a share of 100 %."""
    return [
        Quantity(
            value=100.0, unit="%", dimension="share", op=Op.GE, start=m.start(), end=m.end(),
            hedged=_words("hedges").search(text[max(0, m.start() - 12) : m.start()]) is not None,
            indicator=text[max(0, m.start() - 16) : m.start()],
        )
        for m in _WHOLE.finditer(text)
    ]  # fmt: skip


def _times(text: str) -> list[Quantity]:
    """翻一番 is twice as much, 3倍 three times."""
    return [
        Quantity(
            value=2 ** (numerals.parse(m["n"] or "一") or 1) if m["x"] is None else numerals.parse(m["x"]) or 1.0,
            unit="倍", dimension="multiple", op=Op.GE, start=m.start(), end=m.end(),
            indicator=text[max(0, m.start() - 16) : m.start()],
        )
        for m in _TIMES.finditer(text)
    ]  # fmt: skip
