"""What each plan is held against, and what is said of it: by name, by the configuration, or chosen by what it says."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

from duibiao import check as engine
from duibiao.commands.settings import baseline_files
from duibiao.config.globs import place_of
from duibiao.config.merge import for_plan
from duibiao.config.settings import ForPlan, Settings
from duibiao.model.baseline import Baseline

if TYPE_CHECKING:
    from duibiao.commands.session import Session


class Own(Struct, frozen=True, kw_only=True):
    """What holds for one plan: the ids of its baselines, and what is said of it."""

    baselines: tuple[str, ...] = ()
    given: engine.Given

    def of(self, baselines: Sequence[Baseline]) -> tuple[Baseline, ...]:
        return tuple(baseline for baseline in baselines if baseline.id in self.baselines)


NOTHING_OWN: Mapping[Path, Own] = MappingProxyType({})


class Assignment(Struct, frozen=True, kw_only=True):
    """The files of each plan's baselines, and what is said of it; `files` are all of them as they are first met."""

    plans: Mapping[Path, tuple[tuple[Path, ...], engine.Given]]
    files: tuple[Path, ...]


def assign(plans: Sequence[Path], settings: Settings, session: "Session") -> Assignment:
    """What each plan is held against.

    Raises:
        UsageError: A baseline is not to be found, or nobody can tell which one a plan is to be held against.
    """
    said = {plan: for_plan(settings, place_of(plan, settings.folder)) for plan in plans}
    files = {
        names: baseline_files(names, settings) for names in dict.fromkeys(each.baselines for each in said.values())
    }
    open_ones = [plan for plan, each in said.items() if not each.baselines]
    chosen: Mapping[Path, tuple[Path, ...]] = {}
    if open_ones:
        from duibiao.commands.choosing import chosen_for  # noqa: PLC0415  only where nobody has named a baseline

        chosen = chosen_for({plan: given_of(said[plan]) for plan in open_ones}, settings, session)
    found = {plan: (chosen.get(plan) or files[each.baselines], given_of(each)) for plan, each in said.items()}
    return Assignment(plans=found, files=tuple(dict.fromkeys(file for each, _ in found.values() for file in each)))


def owned(assignment: Assignment, baselines: Sequence[Baseline]) -> Mapping[Path, Own]:
    """The same by the ids of the baselines that were loaded from the files."""
    ids = {file: baseline.id for file, baseline in zip(assignment.files, baselines, strict=True)}
    return {
        plan: Own(baselines=tuple(ids[file] for file in files), given=given)
        for plan, (files, given) in assignment.plans.items()
    }


def given_of(each: ForPlan) -> engine.Given:
    return engine.Given(level=each.level, region=each.region, issued=each.issued)
