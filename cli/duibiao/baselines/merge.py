"""A requirement laid over the one it refines: what the layer below says wins, what it leaves out is inherited."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from duibiao.model.baseline import Kind, Requirement

# Where a requirement stands in its own document, and whether that was compared, is never inherited.
_INHERITED = ("title", "targets", "deadline", "departments", "applies_to", "keywords")


def refined(below: Requirement, above: Requirement) -> Requirement:
    """`below` with what it leaves open taken from `above`, and where each of these values came from.

    What was read from the text counts as said: its author wrote that text. A title that was not given is only cut from
    the text, and gives way to one that was. `kind: task` says that there is no number, on purpose.
    """
    taken = {field: getattr(above, field) for field in _INHERITED if _is_open(below, above, field)}
    origins = tuple((field, above.origin(field)) for field in taken)
    if "targets" in taken:
        taken["kind"] = Kind.TARGET
        origins = (*origins, ("kind", above.origin("targets")))
    return replace(below, **taken, origins=origins)


def _is_open(below: Requirement, above: Requirement, field: str) -> bool:
    if not getattr(above, field):
        return False
    return _OPEN.get(field, _is_empty)(below, field)


def _is_empty(below: Requirement, field: str) -> bool:
    value: Any = getattr(below, field)
    return not value and field not in below.given


def _title(below: Requirement, field: str) -> bool:
    return field not in below.given


def _targets(below: Requirement, field: str) -> bool:
    return _is_empty(below, field) and not ("kind" in below.given and below.kind is Kind.TASK)


_OPEN: dict[str, Callable[[Requirement, str], bool]] = {"title": _title, "targets": _targets}
