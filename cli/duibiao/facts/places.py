"""Places inside a plan's own area that a sentence keeps itself to: 在云岭县推进…, 沱湾、凤池两区, 在20个示范村.

Whoever upstream means is everyone below it, so one named county or park is a limit. A place is taken for a limit where
the sentence says so: behind 在, or in a list of two of a kind; inside the name of a thing (某区人民医院) it is none.
"""

from collections.abc import Iterator

from duibiao.language.late import late
from duibiao.model.fact import Reach, Scope

_KIND = "(?:县|区(?![域位间划])|镇|乡(?!村)|街道|村|产业园|园区|新城)"
_NAME = "[^,;。:!?、()的在和及与\\d]{2,10}?"
# 在云岭县加快推进…, 在中心城区和云泽高新区,…: a place behind 在 with something done there
_WITHIN = late(rf"(?<![存现实旨正])在(?P<name>{_NAME}{_KIND})(?![一-鿿]?[政府委局站院校所])")
_PAIR = late(r"(?P<name>[一-鿿]{2,4}、[一-鿿]{2,4}[两三四](?:县|区|镇|乡|街道))")
_LIKE = late(
    r"(?P<name>(?<![一-鿿])?[一-鿿]{2,3}(?P<kind>县|区|镇|乡|街道)(?:、|和|及)[一-鿿]{2,3}(?P=kind))(?![一-鿿]?[、和])"
)
_SOME = late(
    r"在(?P<name>\d+(?:个|所|家)[^,;。:、\d]{0,10}?(?:村|镇|乡|社区|街道|县|区|高校|学校|医院|企业|机构|园区))"
)
# 全县, 各区, 农村地区: every one, or a sort of place and none by name
_ANY = late(
    r"[全各每本我该]|所有|城乡|农村|乡村|城镇|城市|社区|小区|校区|地区|灾区|库区|景区|山区|辖区|牧区|林区|片区|市区|城区|"
    r"居民|居住|住宅|行政|自然|街区|市县|县乡|乡镇|镇村|区县|区域|试点|示范|试验|重点|核心|功能|服务|内外|工业|旅游|度假|密集|合理|自治区|更[大广]|设立|学区|现有|其他|周边"
)


def read_places(text: str, region: str | None) -> Iterator[Scope]:
    """The named places of a plain text that limit it; `region` is the plan's own and limits nothing."""
    for pattern in (_WITHIN, _PAIR, _LIKE, _SOME):
        for match in pattern.finditer(text):
            name = match["name"]
            if pattern is not _SOME and (_ANY.search(name) or (region and name in region)):
                continue
            yield Scope(reach=Reach.LOCAL, word=name, concept=name, start=match.start("name"), end=match.end("name"))
