"""A requirement laid over the one it refines: what the layer below says wins, what it leaves out is inherited."""

from typing import Any

from msgspec.structs import replace

from duibiao.model.baseline import Kind, Requirement

# Where a requirement stands in its own document, and whether that was compared, is never inherited.
_INHERITED = ("title", "targets", "deadline", "departments", "applies_to", "keywords")


def refined(below: Requirement, above: Requirement) -> Requirement:
    """`below` with what it leaves open taken from `above`, and where each of these values came from.

    What was read from the text counts as said: its author wrote that text. A title that was not given is only cut from
    the text, and gives way to one that was given above. `kind: task` says that there is no number, on purpose.
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
    if field == "title":
        return field not in below.given and (field in above.given or above.origin(field) != above.layer)
    if field == "targets" and "kind" in below.given and below.kind is Kind.TASK:
        return False
    value: Any = getattr(below, field)
    return not value and field not in below.given
