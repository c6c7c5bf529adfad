"""Numbers with their measure, as they stand: 55%, 百分之五十, 九成, 三分之二, 2万名, 5-10家, 六个月.

Precedence: shares and ranges before plain numbers, since "三分之二" is no two and "5-10家" no ten. A Chinese numeral
counts only before a measure word, and 一 only where something must be had (至少一所): 一个 is mostly an article.
"""

import re
from functools import cache

from msgspec import Struct

from duibiao.language import numerals, units
from duibiao.language.late import late

_SKIP = late(
    r"《[^《》]{0,120}》|[〔(]\d{4}[〕)]\d{1,9}号|(?<!\d)\d+号|(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?|(?:19|20)\d\d-{1,4}(?=(?:19|20)\d\d)"
    r"|[\"']?十[一二三四五六]五|\d{1,2}月(?:\d{1,2}日)?|第[\d一二三四五六七八九十百]+[条章节款项批届次]?|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}"
    r"|(?<![a-z])[a-z]+\d+|(?<!\d)\d+[gd](?![a-z])"
)
# 九年义务教育, 二十届三中全会, "五个一": names with a number in them
_NAMES = late(
    r"[九12]年(?:制)?(?:义务|一贯)|十二年(?:制)?(?:义务|一贯)|[一二三四五六七八九十]{1,4}届|[一二三四五六七八九十]个一(?![个所家])"
)
# the measure of the near end of a range, where it is printed twice: 5个至10个, 3年到5年
_BETWEEN = "(?:%|万元|亿元|个月|[个名人家所张元项次处座部台辆套年月日天岁米吨亩])?"
_MYRIAD = r"[十百千万亿]{0,4}"
_BARE_BEHIND = late(r"(?:达到?|为|不低于|不少于|≥|≤|>|<|\t)$")


class Number(Struct, frozen=True):
    """A number at `start`..`end`; `upper` is the far end of a range, `unit` as written and "" where there is none."""

    start: int
    end: int
    value: float
    unit: str
    upper: float | None = None


def read_numbers(text: str) -> list[Number]:
    """The numbers of a plain text that measure something, in order."""
    skipped = [m.span() for pattern in (_SKIP, _NAMES) for m in pattern.finditer(text)]
    found: list[Number] = []
    for match in _pattern().finditer(text):
        start, end = match.span()
        # 每百户20平方米: the hundred households are the measure, not a promise
        if text[start - 1 : start] == "每" or any(a < end and start < b for a, b in skipped):
            continue
        number = _read(text, match)
        if number is not None:
            found.append(number)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    measure = "|".join(re.escape(symbol) for symbol in units.symbols())
    number = rf"(?:{numerals.ARABIC}){_MYRIAD}"
    return re.compile(
        rf"百分之(?P<percent>[零〇一二三四五六七八九十百点]{{1,12}}|{numerals.ARABIC})"
        rf"|(?P<of>[二三四五六七八九十])分之(?P<some>[一二三四五六七八九])"
        rf"|(?<=[于占达到过约])(?P<top>[1-9])/(?P<bottom>[2-9]|10)(?![\d/])"
        r"|(?P<tenths>[一二三四五六七八九\d])成(?P<half>半|五)?(?![立效为年分本果员就品熟功绩套])"
        rf"|(?:(?P<a>{number}){_BETWEEN}(?:-{{1,4}}|~|至|到)(?P<b>{number})|(?P<n>{number})|(?P<c>{numerals.CHINESE}))"
        rf"[余多]?个?(?P<unit>{measure})(?P<per>/[^,;。:()\t\d]{{1,8}})?"
        rf"|(?P<bare>{number})(?![\d.a-z])"
    )


def _read(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    share = _share(match)
    if share is not None:
        return Number(start, end, share, "%")
    if match["a"]:
        low, high = numerals.parse(match["a"]), numerals.parse(match["b"])
        return None if low is None else Number(start, match.end("unit"), low, match["unit"], high)
    if match["bare"]:
        value = numerals.parse(match["bare"])
        return Number(start, end, value, "") if value is not None and _BARE_BEHIND.search(text[:start]) else None
    if match["c"]:
        value = numerals.parse(match["c"])
        article = _is_no_number(text, start, match["c"], match["unit"])
        return None if value is None or article else Number(start, match.end("unit"), value, match["unit"])
    return _measured(match) if match["n"] else None


def _share(match: re.Match[str]) -> float | None:
    """百分之五十, 三分之二, 九成, 八成五 as percent."""
    if match["percent"]:
        return numerals.parse(match["percent"])
    if match["of"]:
        whole, some = numerals.parse(match["of"]), numerals.parse(match["some"])
        return round(100 * some / whole, 4) if some and whole else None
    if match["top"]:
        return round(100 * int(match["top"]) / int(match["bottom"]), 4)
    if match["tenths"]:
        tenths = numerals.parse(match["tenths"])
        return None if tenths is None else tenths * 10 + (5 if match["half"] else 0)
    return None


def _measured(match: re.Match[str]) -> Number | None:
    value, unit = numerals.parse(match["n"]), match["unit"] + (match["per"] or "")
    if value is None:
        return None
    if units.lookup(unit) is None:
        return Number(match.start(), match.end("unit"), value, match["unit"])
    return Number(match.start(), match.end(), value, unit)


def _is_no_number(text: str, start: int, numeral: str, unit: str) -> bool:
    before = text[max(0, start - 8) : start]
    measure = units.lookup(unit)
    if measure is not None and measure.dimension == "duration" and not before.endswith("第"):
        return False
    if re.search(r"[第统唯同单之进万周]$", before):
        return True
    if (numeral, unit) in (("十", "分"), ("一", "批")):  # 十分 is very, 一批 some
        return True
    if numeral in ("一", "两"):
        return not re.search(r"至少|不少于|每|建有|建成|设立|配备", before)
    # 超万人, 近百家: a bare multiplier counts only behind such a word
    return not any(c in "二三四五六七八九十百两" for c in numeral) and not re.search(r"[超过近逾约]$|突破$", before)
