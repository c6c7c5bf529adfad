"""Whether a place lies in a region."""

from duibiao.model.document import Level

_NATION = frozenset({"", "全国", "国家", "中国", "中华人民共和国"})


def is_national(region: str | None, level: Level | None) -> bool:
    return (region or "").strip() in _NATION or level is Level.NATIONAL


def is_open(place: str) -> bool:
    """Whether nobody can tell by its name in which province the place lies."""
    from duibiao.batch.places import place_of  # noqa: PLC0415  as below

    return not place_of("".join(place.split())).province


def is_below(place: str, region: str) -> bool:
    """Whether `place` is `region` or lies in it.

    As their names tell (云岭省澜溪县, 云岭省), or the list of divisions: a plan often leaves its province out.
    """
    place, region = "".join(place.split()), "".join(region.split())
    if region in place:
        return True
    from duibiao.batch.places import place_of  # noqa: PLC0415  the list of divisions takes a moment to load

    above = place_of(region)
    return bool(above.name) and place_of(place).within(above)
