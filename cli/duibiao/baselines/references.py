"""What single fields cannot tell: ids given twice, and references that lead nowhere or in a circle."""

from duibiao.baselines.given import Given
from duibiao.baselines.nodes import At, Faults
from duibiao.model.baseline import Source


def check_requirement_ids(requirements: tuple[Given, ...], faults: Faults) -> None:
    lines: dict[str, int] = {}
    for requirement in requirements:
        at = requirement.places.get("id")
        if at is None or not requirement.id:
            continue
        if requirement.id in lines:
            first = lines[requirement.id]
            zh = f"编号 {requirement.id} 重复(第 {first} 行已有);请另取一个"
            faults.add(at, zh, f"id {requirement.id} is given twice (also line {first}); choose another")
        else:
            lines[requirement.id] = at.line


def check_source_ids(sources: tuple[tuple[At, Source], ...], faults: Faults) -> None:
    seen: set[str] = set()
    for at, source in sources:
        if source.id and source.id in seen:
            path = At(at.node, f"{at.path}.id")
            faults.add(path, f"来源编号 {source.id} 重复", f"source id {source.id} is given twice")
        seen.add(source.id)


def check_documents(
    requirements: tuple[Given, ...], sources: tuple[tuple[At, Source], ...], *, layered: bool, faults: Faults
) -> None:
    """Every `source.document` must be listed; with `extends` it may stand in the layer above."""
    if layered:
        return
    known = {source.id for _, source in sources}
    for requirement in requirements:
        if requirement.document is not None and requirement.document not in known:
            at = requirement.places["source"]
            zh = f"sources 中没有 {requirement.document}"
            faults.add(At(at.node, f"{at.path}.document"), zh, f"no source {requirement.document} in sources")


def check_links(requirements: tuple[Given, ...], *, layered: bool, faults: Faults) -> None:
    """`superseded_by` must lead to another requirement and not back; `refines` needs a layer above."""
    by_id = {requirement.id: requirement for requirement in requirements}
    for requirement in requirements:
        if requirement.refines is not None and not layered:
            at = requirement.places["refines"]
            faults.add(
                at,
                "refines 指向上位清单,须在 baseline.extends 中列出它",
                "refines needs the layer above in baseline.extends",
            )
        if requirement.superseded_by is None:
            continue
        at = requirement.places["superseded_by"]
        if requirement.superseded_by not in by_id and not layered:
            zh = f"没有编号为 {requirement.superseded_by} 的要求"
            faults.add(at, zh, f"there is no requirement {requirement.superseded_by}")
        elif _returns(requirement, by_id):
            faults.add(at, "取代关系绕成了一圈", "the requirements supersede each other in a circle")


def _returns(start: Given, by_id: dict[str, Given]) -> bool:
    seen: set[str] = set()
    at: Given | None = start
    while at is not None and at.superseded_by is not None and at.id not in seen:
        seen.add(at.id)
        if at.superseded_by == start.id:
            return True
        at = by_id.get(at.superseded_by)
    return False
