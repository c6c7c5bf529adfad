"""Which place a path, a title or a region means.

Names come from `language/divisions.json`, which says at its head where they were taken from. A place that is not in
it (a made-up one, a development zone) is taken apart by the words that names end with.

Longest names first: 长沙县 is not 长沙. Among the places that a text may mean, the one wins most of whose rungs it
names; where two are left (朝阳区 stands in two cities), what they share is all that is known.
"""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from msgspec import Struct

from duibiao.model.document import Level

_LONGEST = 15  # 积石山保安族东乡族撒拉族自治县
_PEOPLES = (
    "汉族|各族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克|傣族|黎族|傈僳族|"
    "佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|"
    "阿昌族|普米族|塔吉克|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|鄂伦春"
)
_AUTONOMOUS = re.compile(rf"(.{{1,20}}?)(?:{_PEOPLES}){{1,6}}(?:族)?自治([州县旗])")
_PROVINCE_END = re.compile(r"(?:维吾尔|壮族|回族)?自治区$|[省市]$")
_CITY_END = re.compile(r"(?:市|地区|盟)$")
_COUNTY_END = re.compile(r"[县区市旗]$")
_PARTS = re.compile(
    r"(?P<province>.{2,3}?省|.{2,4}?自治区)?(?P<city>.{2,10}?(?:市|自治州|盟|地区))?(?P<county>.{1,14}?(?:县|区|旗|市))?"
)
_HAN = re.compile("[一-鿿]")
# 城区 of a county town, 郊区: divisions of these names exist, and the words mean something else nearly everywhere.
_COMMON = frozenset({"城区", "郊区", "矿区", "市区", "新区"})


class Place(Struct, frozen=True, order=True):
    """A place by the names of its rungs; one that is unknown or not there (仙桃市 has no city) is empty."""

    province: str = ""
    city: str = ""
    county: str = ""

    @property
    def name(self) -> str:
        return self.province + self.city + self.county

    @property
    def rungs(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.province, self.city, self.county)))

    @property
    def level(self) -> Level | None:
        rungs = zip((Level.COUNTY, Level.CITY, Level.PROVINCE), (self.county, self.city, self.province), strict=True)
        return next((level for level, name in rungs if name), None)

    def within(self, other: "Place") -> bool:
        """Whether this is `other` or lies in it."""
        pairs = zip((other.province, other.city, other.county), (self.province, self.city, self.county), strict=True)
        return all(theirs in ("", ours) for theirs, ours in pairs)


NOWHERE = Place()


def place_of(region: str) -> Place:
    """The place that a whole name means: 四川省雅安市, 雅安市, or 云岭省澜溪县, which no list knows."""
    found = mentioned(region)
    return found if found.name.endswith(region) else _parted(region) or found


def mentioned(text: str) -> Place:
    """The one place that a path or a title is about, as deep as it can be told, else NOWHERE."""
    hits = tuple(dict.fromkeys(_hits(text)))
    if not hits:
        return NOWHERE
    meant = {place for hit in hits for place in _gazetteer()[hit]}
    best: dict[tuple[int, int], list[Place]] = {}
    for place in meant:
        rungs = tuple(_rungs(place))
        named = sum(any(known in hits for known in _names(rung, at)) for at, rung in rungs)
        best.setdefault((named, rungs[-1][0]), []).append(place)
    return _shared(best[max(best)])


def from_path(path: str) -> Place:
    """The place that the folders and the name of a file tell; folders may also be named for places that no list has."""
    rungs = {"province": "", "city": "", "county": ""}
    for folder in path.split("/")[:-1]:
        at = _rung_of(folder, known_city=bool(rungs["city"]))
        if at:
            rungs[at] = folder
    folders, known = Place(**rungs), mentioned(path)
    return known if known.name and _agree(folders, known) else folders


def joined(near: Place, told: str) -> Place:
    """What a path and a plan tell together: the plan's own words where they fit the path's place, else that."""
    whole = mentioned(near.name + told)
    if whole.name and whole.within(near):
        return whole
    for own in (place_of(told), _parted(told)):
        if own and _agree(near, own):
            return Place(own.province or near.province, own.city or near.city, own.county or near.county)
    return near


def order(place: Place) -> tuple[int, str]:
    """Places in the order of their official codes, unknown ones last."""
    return _positions().get(place, len(_positions())), place.name


def _parted(region: str) -> Place | None:
    """By the words that names end with."""
    parts = _PARTS.fullmatch(region)
    if parts is None:
        return None
    told = Place(*(parts[rung] or "" for rung in ("province", "city", "county")))
    return Place(county=told.city) if told.city and not told.province and not told.county else told


def _agree(one: Place, other: Place) -> bool:
    pairs = ((one.province, other.province), (one.city, other.city), (one.county, other.county))
    return all(not a or not b or a == b for a, b in pairs)


def _rung_of(name: str, *, known_city: bool) -> str | None:
    if name.endswith(("省", "自治区")):
        return "province"
    if name.endswith(("自治州", "盟", "地区")) or (name.endswith("市") and not known_city):
        return "city"
    return "county" if name.endswith(("县", "区", "旗", "市")) else None


def _hits(text: str) -> Iterator[str]:
    """The names in a text. A short one must open a word: 长治久安 is no city."""
    known, at, free = _gazetteer(), 0, 0
    while at < len(text):
        opens = at == free or not _HAN.match(text[at - 1])
        sizes = range(min(_LONGEST, len(text) - at), 1, -1)
        size = next((n for n in sizes if (name := text[at : at + n]) in known and (opens or name not in _shorts())), 0)
        if size:
            yield text[at : at + size]
            free = at + size
        at += size or 1


def _shared(places: Sequence[Place]) -> Place:
    rungs = []
    for names in zip(*((place.province, place.city, place.county) for place in places), strict=True):
        if len(set(names)) > 1:
            break
        rungs.append(names[0])
    return Place(*rungs)


def _rungs(place: Place) -> Iterator[tuple[int, str]]:
    return ((at, rung) for at, rung in enumerate((place.province, place.city, place.county)) if rung)


def _names(rung: str, at: int) -> tuple[str, ...]:
    """What a place is called: its full name, and what people shorten it to."""
    autonomous = _AUTONOMOUS.fullmatch(rung)
    if autonomous and at:
        return rung, autonomous[1] + autonomous[2]
    short = (_PROVINCE_END, _CITY_END, _COUNTY_END)[at].sub("", rung)
    # a county goes by its full name: 和平, 新华, 城 are words
    return (rung, short) if at < 2 and len(short) > 1 else (rung,)


@cache
def _gazetteer() -> dict[str, tuple[Place, ...]]:
    """The places behind every name. A short name that a province has means the province (吉林, 海南)."""
    found: dict[str, list[Place]] = {}
    shorts = {name for place in _all() if not place.city + place.county for name in _names(place.province, 0)}
    for place in _all():
        at, rung = tuple(_rungs(place))[-1]
        for name in _names(rung, at):
            if name not in _COMMON and not (at and name != rung and name in shorts):
                found.setdefault(name, []).append(place)
    return {name: tuple(places) for name, places in found.items()}


@cache
def _shorts() -> frozenset[str]:
    full = {rung for place in _all() for rung in place.rungs}
    return frozenset(_gazetteer().keys() - full)


@cache
def _positions() -> dict[Place, int]:
    return {place: at for at, place in enumerate(_all())}


@cache
def _all() -> tuple[Place, ...]:
    data = json.loads(files("duibiao.language").joinpath("divisions.json").read_text("utf-8"))
    return tuple(_walk(data["divisions"]))


def _walk(divisions: dict[str, dict[str, str]]) -> Iterator[Place]:
    for province, cities in divisions.items():
        yield Place(province)
        for city, counties in cities.items():
            if city:
                yield Place(province, city)
            for county in counties.split():
                yield Place(province, city, county)
