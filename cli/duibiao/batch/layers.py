"""Which of the given baselines a plan is held against: the deepest layer above its place, one for each topic."""

from collections.abc import Sequence

from duibiao.batch.places import NOWHERE, Place, place_of
from duibiao.model.baseline import Baseline
from duibiao.model.document import Level
from duibiao.model.report import PlanInfo

_DEPTH = {None: 0, Level.NATIONAL: 0, Level.PROVINCE: 1, Level.CITY: 2, Level.COUNTY: 3}


def pick(baselines: Sequence[Baseline], plan: PlanInfo, named: Sequence[str] = ()) -> tuple[Baseline, ...]:
    """The baselines for a plan, in the order given.

    Those that are `named` where any are. A single baseline is for every plan: whoever gives one has chosen. Of several,
    those bind that come from above the plan's place; where a province and the nation have one on the same topic, the
    province's stands for both, as it extends the nation's. A plan of unknown place is held against the nation's.
    """
    if named:
        return tuple(baseline for baseline in baselines if baseline.id in named)
    if len(baselines) == 1:
        return tuple(baselines)
    place = place_of(plan.region) if plan.region else NOWHERE
    binding = [baseline for baseline in baselines if _binds(baseline, place, plan.level)]
    deepest: dict[str, int] = {}
    for baseline in binding:
        deepest[baseline.topic] = max(deepest.get(baseline.topic, 0), _depth(baseline))
    return tuple(baseline for baseline in binding if _depth(baseline) == deepest[baseline.topic])


def _binds(baseline: Baseline, place: Place, level: Level | None) -> bool:
    if _depth(baseline) == 0:
        return True
    above = place_of(baseline.region or "")
    if not above.name or not place.within(above):
        return False
    # nobody is bound by a list of their own
    return place != above and _depth(baseline) < _DEPTH.get(level or Level.COUNTY, 3)


def _depth(baseline: Baseline) -> int:
    return _DEPTH[baseline.level]
