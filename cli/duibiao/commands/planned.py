"""Which plans a check is about: those on the command line, else those that the configuration names."""

import os
from collections.abc import Sequence
from pathlib import Path

from duibiao.commands.messages import WORDS, filled
from duibiao.commands.names import each_once
from duibiao.config.globs import matches, place_of, starts
from duibiao.config.read import from_folder
from duibiao.config.settings import Entry, Settings
from duibiao.desk.paths import locks
from duibiao.documents import find_plans
from duibiao.documents.find import Skip
from duibiao.model.errors import UsageError


def plans_of(named: Sequence[Path], settings: Settings, skip: Skip = bool) -> list[Path]:
    """The plans, each once, in the order in which they are named.

    Raises:
        UsageError: Nothing is named, or nothing is there.
    """
    if named:
        return each_once(find_plans(named, skip))
    if not settings.plans:
        raise UsageError(WORDS["no-plans"], WORDS["no-plans-advice"])
    found = each_once([plan for entry in settings.plans for plan in plans_of_entry(entry, settings.folder)])
    if not found:
        raise UsageError(filled("no-plan-matches", file=str(settings.file)), WORDS["no-plan-matches-advice"])
    return found


def is_open(plan: Path) -> bool:
    """Whether Word or WPS has it open, as the file tells that they lay beside it."""
    return any(os.path.exists(plan.with_name(name)) for name in locks(plan.name))  # noqa: PTH110  no error where too long


def barren(settings: Settings) -> list[Entry]:
    """The entries that name no plan which is there."""
    return [entry for entry in settings.plans if not plans_of_entry(entry, settings.folder)]


def plans_of_entry(entry: Entry, folder: Path) -> list[Path]:
    found = (plan for start in dict.fromkeys(starts(entry.paths)) for plan in _below(from_folder(folder, start)))
    return each_once([plan for plan in found if matches(place_of(plan, folder), entry.paths)])


def _below(path: Path) -> list[Path]:
    if not path.exists():
        return []
    try:
        return find_plans([path])
    except UsageError:
        # a glob may well find an empty folder; one that may not be opened is told by the plan that is missing
        return []
