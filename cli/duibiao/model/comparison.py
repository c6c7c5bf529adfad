"""What changed between two runs, requirement by requirement."""

from msgspec import Struct

from duibiao.model.change import Change
from duibiao.model.report import BaselineInfo, PlanInfo
from duibiao.model.saved import SavedFinding

__all__ = ["Change", "Compared", "Comparison", "PlanComparison", "Side"]


class Compared(Struct, frozen=True, kw_only=True):
    """A requirement before and after; one side is None where it stands in one run only."""

    change: Change
    old: SavedFinding | None
    new: SavedFinding | None

    @property
    def latest(self) -> SavedFinding:
        found = self.new or self.old
        if found is None:
            raise ValueError("a comparison of nothing")
        return found


class PlanComparison(Struct, frozen=True, kw_only=True):
    """A plan before and after, against one baseline; one side is None where it stands in one run only.

    `unreadable` is the code of the side that could not be read, the new one's before the old one's; there are then no
    `changes`.
    """

    old: PlanInfo | None
    new: PlanInfo | None
    baseline: str
    changes: tuple[Compared, ...]
    unreadable: str | None = None

    def count(self, change: Change) -> int:
        return sum(compared.change is change for compared in self.changes)


class Side(Struct, frozen=True, kw_only=True):
    """What one of the two runs was made with."""

    version: str
    baselines: tuple[BaselineInfo, ...]


class Comparison(Struct, frozen=True, kw_only=True):
    """Two runs compared; plans in the order of the new run, then those that only the old one has."""

    version: str
    old: Side
    new: Side
    plans: tuple[PlanComparison, ...]
