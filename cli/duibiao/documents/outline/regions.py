"""Reads the region a plan is for, and its level, from what stands in its title and under it."""

import re
from collections import Counter
from functools import cache
from typing import Any

from duibiao.language import lexicon
from duibiao.language.late import late
from duibiao.model.document import Level

_HAN = "[一-鿿]"
# What may stand before a place in a title: 关于进一步促进来安县….
_LEADING = late(
    r"(?:中共|关于|印发|转发|进一步|支持|促进|推进|加快|加强|优化|规范|完善|推动|做好|建立|深化|落实|贯彻|实施|省|的|在)*"
)
# 房地产市场, 市民: what makes 市 part of another word; 市民政局 is none.
_MARKET = "(?![场级域值容]|民(?![政族]))"
_CITY = late(rf"{_HAN}{{2,3}}市{_MARKET}|{_HAN}{{2,10}}?自治州|{_HAN}{{2,4}}?(?:盟|地区)(?=行署|行政公署|委)")
_COUNTY = late(
    rf"{_HAN}{{1,10}}?自治[县旗]|{_HAN}{{1,3}}?县(?![级域城区市委])|{_HAN}{{1,3}}?(?:新区|区|旗)(?![级域县市划间块])"
)
_ANY_PROVINCE = late(rf"{_HAN}{{2}}省(?=人民|[^内级直市])")
_CITED = late(rf"《({_HAN}{{2}}省)人民政府")
_CITED_CITY = late(rf"《({_HAN}{{2,3}}市)(?:人民政府|委)")
_PHRASE = late(rf"(?:^|[《\n。,、(\"在])({_HAN}{{2}}市){_MARKET}", re.MULTILINE)
# 房地产市, 自贸试验区, 城市: they end like places and are none.
_NO_PLACE = late(
    r".*[的和与及或各全本我该省县区市].+|.*[在凡对为由从将把按于是新老].*市|(?:[全各本我该]|城|股|超|门|都|夜|集|楼|上)[市县区]|"
    r".*(?:自治|试验|保税|开发|示范|园|社|景|城|市|辖|山|郊|小|街|地|功能|服务|先行|合作|实验|高新|经开|学|校|片|库|灾|牧|林|矿|"
    r"港|湖|海|产业|工业)区"
)
_NATIONAL = late(
    r"(?:国务院|中共中央|中央|全国人大|国家(?!税务|电网)|最高)|[一-鿿]{2,8}部(?:办公厅)?(?:$|等|、|关于)|[一-鿿]{2,8}总局"
)
_PROVINCIAL = late(
    r"(?:^|,)(?:各(?:地级以上)?市、?(?:州|地)?[、(人各]|各市(?:人民)?政府|各地、?[州市]|省(?:政府|直|级)?(?:有关|各))"
)


@cache
def provinces() -> dict[str, Any]:
    found: dict[str, Any] = lexicon.load("regions")
    return found


def chain(name: str, text: str) -> str | None:
    """The longest chain of places: the name says for where, the text whose province that is in.

    Only a place that begins the name counts, or one behind a verb (关于促进安化县…): inside a name too much ends in
    市 or 区 that is none (房地产市场, 自贸试验区).
    """
    province = _province(name)
    rest = name[name.index(province) + len(province) :] if province else name
    if province is None and (short := _short(name)):
        province, rest = short
    city = _first(_CITY, rest)
    county = _first(_COUNTY, rest[rest.index(city) + len(city) :] if city else rest)
    if province and provinces().get(province, {}).get("self"):
        return province + (county or "")
    if province is None and (city or county):
        province = mentioned(text)
        if province == city:
            city = None
    if city is None and county is not None:
        city = _city_above(text, county)
    return "".join(part for part in (province, city, county) if part) or None


def _province(name: str) -> str | None:
    """A province by its full name anywhere; one that the list does not know, only at the beginning."""
    if known := next((full for full in provinces() if full in name), None):
        return known
    found = _ANY_PROVINCE.match(name, _leading(name))
    return found[0] if found else None


def _short(name: str) -> tuple[str, str] | None:
    """重庆, 四川 without 市 or 省 count only at the beginning: 关于支持广西新能源汽车…."""
    rest = name[_leading(name) :]
    for full, entry in provinces().items():
        for short in entry["short"]:
            if rest.startswith(short):
                return full, rest[len(short) :]
    return None


def _leading(name: str) -> int:
    found = _LEADING.match(name)
    return found.end() if found else 0


def _first(place: re.Pattern[str], name: str) -> str | None:
    for start in {0: None, _leading(name): None}:
        found = place.match(name, start)
        if found and not _NO_PLACE.fullmatch(found[0]):
            return found[0]
    return None


def mentioned(text: str) -> str | None:
    """The only province that the text names, or the one named far more often than any other."""
    names: set[str] = {*provinces(), *_CITED.findall(text)}
    counts = sorted(((text.count(full), full) for full in names if full in text), reverse=True)
    if not counts or (len(counts) > 1 and counts[0][0] < 2 * counts[1][0]):
        return None
    return counts[0][1]


def frequent(text: str) -> str | None:
    """The city that the text begins its phrases with again and again: 《宿州市…》, 在宿州市行政区域内."""
    counts = Counter(found for found in _PHRASE.findall(text) if not _NO_PLACE.fullmatch(found))
    best = counts.most_common(2)
    if not best or best[0][1] < 2 or (len(best) > 1 and best[0][1] < 2 * best[1][1]):
        return None
    return chain(best[0][0], text)


def numbered(number: str) -> str | None:
    """The province whose character opens the document's number: 皖政办〔2022〕3号."""
    return next((full for full, entry in provinces().items() if number[0] == entry.get("number")), None)


def _city_above(text: str, county: str) -> str | None:
    """滁州市来安县 in the text; else the one city whose government the text cites."""
    found = re.search(rf"({_HAN}{{2,3}}市){re.escape(county)}", text)
    if found and not _NO_PLACE.fullmatch(found[1]):
        return found[1]
    cited = {city for city in _CITED_CITY.findall(text) if city not in provinces()}
    return cited.pop() if len(cited) == 1 else None


def is_national(name: str) -> bool:
    return _NATIONAL.match(name) is not None


def level(region: str | None, salutation: str, text: str) -> Level | None:
    """Of the region's last place; a 市 that writes to its towns and streets is a county, though its name hides it."""
    addressed = _addressed(salutation)
    if region is None:
        return addressed or _own(text)
    if region in provinces() or region.endswith("省"):
        return Level.PROVINCE
    if region.endswith(("县", "区", "旗")) and not region.endswith("地区"):
        return Level.COUNTY
    return Level.COUNTY if addressed is Level.COUNTY else Level.CITY


def _addressed(salutation: str) -> Level | None:
    """Whom the letter is sent to tells who sends it: 各镇人民政府,各街道办事处 are below a county."""
    if re.match(r"各省", salutation):
        return Level.NATIONAL
    if re.match(r"各(?:乡|镇|街道)", salutation):
        return Level.COUNTY
    if re.match(r"各[、,(]?(?:县|区)", salutation):
        return Level.CITY
    return Level.PROVINCE if _PROVINCIAL.search(salutation) else None


def _own(text: str) -> Level | None:
    """How the plan speaks of its own place: 我省, 全市, 我县."""
    counts = {
        Level.PROVINCE: len(re.findall(r"[我全]省|[我全]自治区", text)),
        Level.CITY: len(re.findall(r"[我全]市", text)),
        Level.COUNTY: len(re.findall(r"[我全][县区旗]", text)),
    }
    best = max(counts, key=lambda level: counts[level])
    others = sum(counts.values()) - counts[best]
    return best if counts[best] > 2 * others else None
