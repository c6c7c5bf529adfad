"""All that the outputs show, once every plan has been gathered."""

from collections.abc import Sequence

from msgspec import Struct

from duibiao.batch.outputs.areas import Area, Item, areas, items
from duibiao.batch.outputs.matrix import Matrix
from duibiao.batch.places import Place
from duibiao.batch.run import Known
from duibiao.model.report import RulePage


class Overview(Struct, frozen=True, kw_only=True):
    """`plans` are all of them with their places, in the order of the matrix; `linked` where each has a page."""

    matrix: Matrix
    areas: tuple[Area, ...]
    items: tuple[Item, ...]
    plans: tuple[tuple[Place, Known], ...]
    rules: tuple[RulePage, ...]
    language: str
    linked: bool


def overview(
    matrix: Matrix, plans: Sequence[tuple[Place, Known]], rules: Sequence[RulePage], language: str, *, linked: bool
) -> Overview:
    return Overview(
        matrix=matrix,
        areas=areas(matrix),
        items=items(matrix),
        plans=tuple(plans),
        rules=tuple(rules),
        language=language,
        linked=linked,
    )
