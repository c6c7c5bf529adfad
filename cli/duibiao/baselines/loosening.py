"""Where a layer asks less than the one above it: a province may sharpen what the nation wants, not soften it."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from duibiao.baselines.strictness import Change, Move, changes
from duibiao.model.baseline import Requirement


class Sharpened(Struct, frozen=True):
    """A requirement of one layer and the one above that it refines; `index` is its place in its own file."""

    below: Requirement
    above: Requirement
    layer: str
    index: int


class Looser(Struct, frozen=True, kw_only=True):
    """What a requirement loosened in the one that it refines."""

    step: Sharpened
    changes: tuple[Change, ...]


def loosened(steps: Iterable[Sharpened], regions: Mapping[str, str | None]) -> tuple[Looser, ...]:
    """The steps that ask less, in order; `regions` says whose each layer is, for its share of a total above."""
    found = (
        Looser(
            step=step,
            changes=tuple(c for c in changes(step.above, step.below, regions[step.layer]) if c.move is Move.LOOSER),
        )
        for step in steps
    )
    return tuple(looser for looser in found if looser.changes)
