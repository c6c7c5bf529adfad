"""Reads the region a plan is for, and its level, from what stands in its title and under it."""

import re
from functools import cache
from typing import Any

from duibiao.language import lexicon
from duibiao.model.document import Level

_PLACE = "[一-鿿]"
_ETHNIC = "(?:自治州|自治县|自治旗)"
_CITY = re.compile(
    rf"({_PLACE}{{2,3}}市|{_PLACE}{{2,10}}自治州|{_PLACE}{{2,4}}(?:盟|地区)(?=[一-鿿]{{0,3}}行|行政|公))"
)
_COUNTY = re.compile(rf"({_PLACE}{{1,8}}自治[县旗]|{_PLACE}{{1,3}}[县区旗]|{_PLACE}{{2,4}}(?:新区|开发区))")
_NATIONAL = re.compile(
    r"国务院|中共中央|全国人大|国家[^税电]|中央[^广企]|(?:住房和?城乡建设|财政|民政|教育|工业和信息化|公安|司法|商务)部"
)
# What looks like a place and is none: 关于全市, 城市, 各县.
_NO_PLACE = re.compile(
    r"[全各本我省该]|关于|印发|城市|超市|股市|门市|都市|房地产|县级|市县|县市|区县|园区|社区|地区|城区|市区|辖区|景区|山区|郊区|小区|功能|示范|街区|和|的|及|与|促进|推进|加强|加快|进一步|贯彻|落实|实施"
)


@cache
def provinces() -> dict[str, Any]:
    found: dict[str, Any] = lexicon.load("regions")
    return found


def chain(names: str, text: str, number: str | None) -> str | None:
    """The longest chain of places: names says who issues it and for where, the text whose province it is in."""
    province = _province(names)
    rest = names.replace(province, "", 1) if province else names
    city = _first(_CITY, rest)
    county = _first(_COUNTY, rest.replace(city, "", 1) if city else rest)
    if province and provinces()[province].get("self"):
        return province + (county or "")
    if province is None and (city or county):
        province = _mentioned(text)
    if city is None and county is not None:
        city = _city_above(text, county)
    if province is None and city is None and county is None and number:
        province = _numbered(number)
    return "".join(part for part in (province, city, county) if part) or None


def level(region: str | None, names: str, salutation: str) -> Level | None:
    """Of the region's last place; a 市 that writes to its towns and streets is a county."""
    if region is None:
        return Level.NATIONAL if _NATIONAL.match(names) else None
    if region in provinces():
        return Level.PROVINCE
    if region.endswith(("县", "区", "旗")):
        return Level.COUNTY
    below = re.match(r"各[^,。]{0,8}(?:镇|乡|街道)", salutation)
    return Level.COUNTY if below and "县" not in salutation[:12] and "区" not in salutation[:12] else Level.CITY


def _province(names: str) -> str | None:
    """四川省人民政府, 重庆市…, 新疆维吾尔自治区…; a short name counts only at the beginning."""
    for full in provinces():
        if full in names:
            return full
    bare = re.sub(r"^(?:中共|关于(?:支持|促进|加快)?)", "", names)
    for full, entry in provinces().items():
        if any(bare.startswith(short) for short in entry["short"]):
            return full
    return None


def _first(pattern: re.Pattern[str], names: str) -> str | None:
    for found in pattern.finditer(names):
        place = found[1]
        while len(place) > 2 and _NO_PLACE.search(place[:-1]) and _NO_PLACE.match(place):
            place = place[1:]
        if not _NO_PLACE.search(place) and (found.start() == 0 or names[found.start() - 1] not in "本全各"):
            return place
    return None


def _mentioned(text: str) -> str | None:
    """The only province that the text names, or the one named far more often than any other."""
    counts = sorted(((text.count(full), full) for full in provinces() if full in text), reverse=True)
    if not counts or (len(counts) > 1 and counts[0][0] < 2 * counts[1][0]):
        return None
    return counts[0][1]


def _city_above(text: str, county: str) -> str | None:
    found = re.search(rf"([一-鿿]{{2,3}}市){re.escape(county)}", text)
    return found[1] if found and not _NO_PLACE.search(found[1]) else None


def _numbered(number: str) -> str | None:
    for full, entry in provinces().items():
        if entry.get("number") and number.startswith(entry["number"]):
            return full
    return None
