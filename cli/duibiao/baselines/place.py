"""What one place must meet: the requirements that address its rung, from the layers that lie above it."""

from msgspec import Struct
from msgspec.structs import replace

from duibiao.baselines.layers import Resolved
from duibiao.model.baseline import Requirement
from duibiao.model.document import Level

_WHOLE = ("全国", "中国", "国家")


class Place(Struct, frozen=True, kw_only=True):
    name: str
    level: Level | None


def place_of(name: str, level: Level | None) -> Place:
    """The place and its rung, by its name where none was said: 四川省雅安市 is a city, 浙江省金华市义乌市 a county."""
    from duibiao.documents.outline import regions  # noqa: PLC0415  only this question needs it

    if level is None and (name in _WHOLE or not name):
        level = Level.NATIONAL
    if level is None:
        read = regions.level(name, "", "")
        below = name.removeprefix(next((full for full in regions.provinces() if name.startswith(full)), ""))
        level = Level.COUNTY if read is Level.CITY and below.count("市") > 1 else read
    return Place(name=name, level=level)


def is_inside(place: Place, region: str | None) -> bool:
    """Whether a layer of that region can bind the place; where the name does not tell, it is taken to."""
    from duibiao.documents.outline import regions  # noqa: PLC0415  as above

    if region is None or region in _WHOLE or region in place.name:
        return True
    known = any(place.name.startswith(full) for full in regions.provinces())
    return not known and (region in regions.provinces() or region.endswith("省"))


def requirements_for(resolved: Resolved, place: Place) -> tuple[Requirement, ...]:
    """Those that bind the place, each total as the place's share where it has one."""
    heads = {layer.baseline.id: layer.baseline for layer in resolved.layers}
    found: list[Requirement] = []
    for requirement in resolved.baseline.active:
        layer = heads[requirement.layer]
        if not is_inside(place, layer.region) or not _addresses(requirement, layer.level, place.level):
            continue
        targets = tuple(target.share_of(place.name) for target in requirement.targets)
        found.append(replace(requirement, targets=targets))
    return tuple(found)


def _addresses(requirement: Requirement, issuer: Level | None, level: Level | None) -> bool:
    if level is None:
        return True
    if requirement.applies_to:
        return level in requirement.applies_to
    return issuer is None or level.rank > issuer.rank
