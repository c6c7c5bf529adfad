"""The numbers, the date and the addressees of a drafted requirement."""

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from duibiao.baselines.infer import infer_targets
from duibiao.drafting import heads, naming
from duibiao.drafting.parts import Part
from duibiao.language import lexicon
from duibiao.language.late import late
from duibiao.model.baseline import Target
from duibiao.model.document import Level
from duibiao.model.fact import Date, DateKind, Facts, Op, Quantity

# 月缴存额在3000元以上的,…: which case it is
_CASES = ("的", "时", "后", "情况下")
_NOT_OVER = late(r"不(?:应|得|宜|可|准)?(?:高于|大于|超过|多于)$")
_NOT_UNDER = late(r"不(?:应|得|宜|可|准)?(?:低于|小于|少于)$")
# 按照5000元/套标准发放: what stands behind the measure is no part of it
_MEASURE = late(r"(?<=/)(?P<per>每?[^/]{1,3}?)(?:标准|的|给予|发放|补贴|补助|奖励|计算|执行).*$")
_SPAN = late(r"(?:通过|经过|用|力争用)(?P<years>\d{1,2}|[一二两三四五六七八九十])年(?:左右)?(?:的)?(?:努力|建设|时间)")
_NUMERALS = {numeral: at for at, numeral in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
# What a total can be a total of; a rate is as good in a county as in its province.
_COUNTED = ("count", "money", "person", "people", "area", "volume", "mass", "power", "energy", "length", "household")


def within(facts: Facts, start: int, end: int) -> Facts:
    """The facts that stand in a part of their clause."""
    return Facts(
        quantities=tuple(q for q in facts.quantities if start <= q.start < end),
        dates=tuple(d for d in facts.dates if d.source == "clause" and start <= d.start < end),
        verbs=tuple(v for v in facts.verbs if start <= v.start < end),
        scopes=tuple(s for s in facts.scopes if start <= s.start < end),
        departments=facts.departments,
    )


def targets(facts: Facts, parts: Sequence[Part]) -> tuple[Target, ...]:
    """Each number to reach once; a total that only the issuing level can reach is marked as one."""
    found: list[Target] = []
    for quantity in facts.quantities:
        part = next((p for p in parts if p.start <= quantity.start < p.end), None)
        if part is None or not quantity.unit or _is_description(part, quantity):
            continue
        named = naming.indicator(part.words, quantity, part.start)
        for target in infer_targets(Facts(quantities=(quantity,)), named):
            total = _is_total(part.words, quantity)
            # one character says nothing; whoever called has a title
            found.append(
                replace(
                    target,
                    indicator=named if len(named) > 1 else "",
                    op=_op(part.text[: quantity.start - part.start], target.op),
                    unit=_MEASURE.sub(r"\g<per>", target.unit),
                    aggregate=total,
                )
            )
            if quantity.upper is not None and quantity.upper != quantity.value:
                found.append(replace(found[-1], op=Op.LE, value=quantity.upper))
    return tuple(dict.fromkeys(found))


def _op(before: str, op: Op) -> Op:
    """不应高于30分贝 is a ceiling, whatever stands between the 不 and the 高于."""
    if _NOT_OVER.search(before):
        return Op.LE
    return Op.GE if _NOT_UNDER.search(before) else op


def _is_description(part: Part, quantity: Quantity) -> bool:
    """将100张床位以上的养老机构纳入…: the number says which are meant; 三位一体, 1个或1个: it says nothing new."""
    before, after = part.text[: quantity.start - part.start], part.text[quantity.end - part.start :]
    if after.startswith(("一体", "性")) or before.endswith(("或", "等")) or part.words.endswith(_CASES):
        return True
    quoted = before.count('"') % 2 == 1 and quantity.dimension != "duration"
    if quoted or part.text[quantity.start - part.start :].startswith("二次"):
        return True
    whom = heads.read(part.words).kind == "onto" or before.startswith(("具有", "符合"))
    return whom and re.search(r"的.{1,20}(?:纳入|给予|实行|开展|进行|予以|实施|列入)", after) is not None


def _is_total(words: str, quantity: Quantity) -> bool:
    whole = any(word in words for word in lexicon.load("drafting")["totals"])
    each = quantity.every or re.search(r"所有|每|各|均|至少|人均|户均", words)
    return whole and not each and quantity.dimension in _COUNTED


def deadline(own: Facts, inherited: Sequence[Date], text: str, issued: str | None, offset: int = 0) -> Date | None:
    """By when: the last date of its own, else one counted from the issue, else the one that governs it."""
    # 对2022年5月15日前建成的…: which are meant, not by when
    by = [d for d in own.dates if d.kind is DateKind.BY and not text[: d.start - offset].endswith("对")]
    if by:
        return max(by, key=lambda d: d.last_day)
    if issued and (span := _SPAN.search(text)):
        years = _NUMERALS.get(span["years"]) or int(span["years"])
        return Date(year=int(issued[:4]) + years)
    governing = [d for d in inherited if d.kind is DateKind.BY]
    if governing:
        return max(governing, key=lambda d: d.last_day)
    # 自2023年秋季学期起: whoever begins then has it in place by then
    return next((d for d in own.dates if d.kind is DateKind.FROM), None)


def addressees(parts: Sequence[str], level: Level | None) -> tuple[Level, ...]:
    """Whom the words name, at or below the level of those who issued them; empty where they name nobody."""
    found = {name for part in parts for name, pattern in _addressed().items() if pattern.search(part)}
    highest = max(level.rank if level else 1, 1)
    if "below" in found:  # 每个县…: whoever stands between has it done
        found |= {each.value for each in Level if each.rank > highest}
    return tuple(each for each in Level if each.value in found and each.rank >= highest)


@cache
def _addressed() -> dict[str, re.Pattern[str]]:
    forms = lexicon.load("drafting")["addressees"]
    return {name: re.compile("|".join(patterns)) for name, patterns in forms.items()}
