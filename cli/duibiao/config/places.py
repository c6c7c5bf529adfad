"""Whether a place lies in a region, as far as their names tell."""

import re

from duibiao.model.document import Level

_NATION = frozenset({"", "全国", "国家", "中国", "中华人民共和国"})
_PART = re.compile(r".+?(?:省|自治区|自治州|特别行政区|地区|市|盟|自治县|县|区|旗)(?!人民|区)")


def is_national(region: str | None, level: Level | None) -> bool:
    return (region or "").strip() in _NATION or level is Level.NATIONAL


def is_below(place: str, region: str) -> bool:
    """Whether `place` (云岭省澜溪县) lies in `region` (云岭省, 云岭, or 云岭省青屏市).

    A plan often leaves its province out, so that 青屏市石桥区 lies in 云岭省青屏市 as well; 青屏市 alone is not known
    to lie in 云岭省.
    """
    region = re.sub(r"\s+", "", region)
    if region in place:
        return True
    parts = _PART.findall(region)
    return len(parts) > 1 and place.startswith(parts[-1])
