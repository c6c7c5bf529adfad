"""Dates a clause commits to: "2022年底前", "到2025年", "“十四五”末", "三年内", "每年", "2023—2025年".

Precedence: a full date before a year alone, a range before its ends; whatever stands in a quoted title, in a document
number or behind 比/较 ("比2020年提高5个百分点") refers to something and promises nothing. Relative dates need the
day the plan was issued; without it they are left out rather than guessed.
"""

import re

from duibiao.language import numerals
from duibiao.language.late import late
from duibiao.model.fact import Date, DateKind

_YEAR = r"(?P<year>(?:19|20)\d\d|二[〇零]?[〇零一二三四五六七八九]{2,3})"
_MONTH = r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?"
_DAY = r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日"
_CLOSE = r"(?:年?[底末])?(?:之?前|之?内)?"

_PATTERNS = (
    # 2023年1月1日至12月31日: the end has no year of its own
    late(
        r"(?P<year>(?:19|20)\d\d)年\d{1,2}月(?:\d{1,2}日)?(?:起)?(?:至|到|-+|~)(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?"
    ),
    # 2024年第三季度前
    late(r"(?P<year>(?:19|20)\d\d)年(?:第)?(?P<quarter>[一二三四1-4])季度(?:末|底)?(?:之?前)?"),
    # 2023-2025年, 2023年至2025年
    late(r"(?:19|20)\d\d年?(?:-+|~|至|到)(?P<year>(?:19|20)\d\d)年"),
    late(rf"{_YEAR}年(?:{_MONTH}(?:{_DAY})?|(?P<half>上半年))?{_CLOSE}"),
    late(r"(?P<year>20\d\d)[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})(?!\d)"),
    late(r"[\"']?(?P<plan>十[二三四五六]五)[\"']?(?P<tail>期间|时期|末|期末|结束)?"),
    late(r"(?:用|在|再用|力争用)?(?P<span>\d{1,2}|[一二两三四五六七八九十]{1,2})年(?:左右)?(?:之?内|时间)"),
    late(
        r"(?P<this>(?<![\d一二两三四五六七八九十])(?:今年|本年|本年度|当年|年底前|年内|明年))(?:底前|底|末|内)?(?!度?预算)"
    ),
    late(rf"(?<![\d年]){_MONTH}(?:{_DAY})?(?:底|末)?(?:之?前)"),
    late(r"每(?P<every>年|季度|月|半年|周|日)(?!龄)"),
)
_FIVE_YEAR = {"十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030, "十六五": 2035}
_REFERS = late(r"(?:比|较|与|截至|截止|自|从)$")
_SINCE = late(r"^(?:以来|起|开始|后|之后|以后|度?版|修订|第\d)")
# 落实2030年前碳达峰行动方案: the year belongs to the name of a document
_NAMED = late(r"^前?[^,;。:、到至]{2,14}(?:方案|规划|计划|纲要|意见|通知|决定)")
_NAMES = late(r"(?:落实|贯彻|执行|按照|根据|依据|对照)$")
# 对2021年建成的…, 采用2019年统计数据, 在2018年基础上, 纳入"十四五"规划: which ones, not by when
_PAST = late(
    r"[底末]?前?[^,;。:、]{0,3}(?:建成|竣工|投用|取得|出生|入学|毕业|认定|设立|注册|备案|新建)的"
    r"|度?(?:统计|数据|出让|价格|基数|现状|第\d+号)|基础上|[\"']?(?:规划|纲要|专项)"
)
_GOES_ON = late(r"(?:至|到|-{1,4}|~)\d")
_CONDITION = late(r"(?:(?<!印发)(?<!发布)(?<!公布)(?<!施行)(?<!实施)后|前|以来)$")
_QUOTED = late(r"《[^《》]{0,120}》|〔\d{4}〕\d+号|\((?:\d{4}[-~至]\d{4}年?)\)")


def read_dates(text: str, issued: str | None = None) -> tuple[Date, ...]:
    """The dates of a plain text in the order they stand, `start`/`end` counted in `text`; `issued` is ISO."""
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    taken: list[tuple[int, int]] = []
    found: list[Date] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(a < end and start < b for a, b in taken):
                continue
            if "span" in match.groupdict() and _CONDITION.search(text[max(0, start - 4) : start]):
                continue  # 申请前2年内无失信记录
            date = _read(match, issued)
            if date is None:
                continue
            taken.append((start, end))
            kind = _kind(text, start, end, date.kind, inside=any(a <= start and end <= b for a, b in quoted))
            found.append(Date(year=date.year, month=date.month, day=date.day, kind=kind, start=start, end=end))
    return tuple(sorted(found, key=lambda d: d.start))


def _read(match: re.Match[str], issued: str | None) -> Date | None:
    parts = match.groupdict()
    if parts.get("every"):
        return Date(year=0, kind=DateKind.RECURRING)
    if parts.get("plan"):
        return Date(year=_FIVE_YEAR[parts["plan"]])
    if parts.get("this") or parts.get("span") or (parts.get("month") and not parts.get("year")):
        return _relative(parts, issued)
    year = _number(parts["year"])
    if year is None or not 1949 <= year <= 2100:
        return None
    month, day = _number(parts.get("month")), _number(parts.get("day"))
    if parts.get("half"):
        month = 6
    if parts.get("quarter"):
        month = 3 * (_number(parts["quarter"]) or 4)
    return _checked(year, month, day)


def _relative(parts: dict[str, str | None], issued: str | None) -> Date | None:
    if not issued:
        return None
    year, this = int(issued[:4]), parts.get("this")
    if this:
        return Date(year=year + (this == "明年"))
    if parts.get("span"):
        years = _number(parts["span"])
        return Date(year=year + years) if years and years <= 15 else None
    return _checked(year, _number(parts.get("month")), _number(parts.get("day")))


def _checked(year: int, month: int | None, day: int | None) -> Date | None:
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    return Date(year=year, month=month, day=day)


def _number(text: str | None) -> int | None:
    value = numerals.parse(text) if text else None
    return None if value is None else int(value)


def _kind(text: str, start: int, end: int, kind: DateKind, *, inside: bool) -> DateKind:
    if kind is DateKind.RECURRING:
        return kind
    before, after = text[max(0, start - 3) : start], text[end : end + 4]
    if inside or _SINCE.match(after) or _PAST.match(text[end : end + 16]):
        return DateKind.REFERENCE
    if _GOES_ON.match(after):
        return DateKind.FROM
    if _NAMES.search(before) and _NAMED.match(text[end : end + 20]):
        return DateKind.REFERENCE
    refers = _REFERS.search(before)
    if refers is None:
        return DateKind.BY
    return DateKind.FROM if refers[0] in ("自", "从") else DateKind.REFERENCE
