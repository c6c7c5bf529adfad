"""Fixture sentences: what a plan could say, and what the checklist must make of it.

They stand under a requirement (`examples: {covers: […], weakens: […], omits: […]}`), or in the `examples` of the file
by id, which is the way to try a requirement of a layer above:

    CN-007: {weakens: [{text: 到2025年……, reason: deadline-later}]}
"""

from enum import StrEnum

from msgspec import Struct

from duibiao.baselines.given import Given, read_fields
from duibiao.baselines.nodes import At, Faults, items, pairs
from duibiao.baselines.scalars import read_text


class Answer(StrEnum):
    COVERS = "covers"
    WEAKENS = "weakens"
    OMITS = "omits"


class Example(Struct, frozen=True, kw_only=True):
    """A sentence of a plan, and what it does to a requirement; `reason` is the code it must be weakened for."""

    requirement: str
    answer: Answer
    text: str
    reason: str | None
    at: At


def read_all(top: dict[str, At], givens: tuple[Given, ...], *, layered: bool, faults: Faults) -> tuple[Example, ...]:
    """Those under the requirements, then those by id."""
    found: list[Example] = []
    for given in givens:
        if "examples" in given.places:
            found += _read(given.places["examples"], given.id, faults)
    known = {given.id for given in givens}
    for name, at in pairs(top["examples"], faults) if "examples" in top else ():
        if name not in known and not layered:
            faults.add(at, f"没有编号为 {name} 的要求", f"there is no requirement {name}")
        found += _read(at, name, faults)
    return tuple(found)


def _read(at: At, requirement: str, faults: Faults) -> list[Example]:
    found: list[Example] = []
    for key, listed in read_fields(at, "examples", faults).items():
        for item in items(listed, faults):
            text, reason = _sentence(item, faults)
            if text is not None:
                found.append(Example(requirement=requirement, answer=Answer(key), text=text, reason=reason, at=item))
    return found


def _sentence(at: At, faults: Faults) -> tuple[str | None, str | None]:
    if at.kind != "map":
        return read_text(at, faults), None
    fields = read_fields(at, "sentence", faults)
    text, reason = (read_text(fields[key], faults) if key in fields else None for key in ("text", "reason"))
    return text, reason
