"""Numbers and dates that a requirement gives, against those that its own text prints.

Only a contradiction counts. A value that the text does not print is no fault (全部完成 is 100%, 每县一所 a number in
words), nor is a number of the text that no target holds (a size, a price, a step on the way): both were frequent and
right in the labelled checklists.
"""

from collections.abc import Iterator

from duibiao.baselines.linting.remark import Remark, Sheet
from duibiao.baselines.nodes import At
from duibiao.baselines.strictness import shown_target
from duibiao.language import units
from duibiao.model.baseline import Requirement, Target
from duibiao.model.fact import Date, DateKind, Facts, Op, Quantity
from duibiao.model.message import Message
from duibiao.model.report import Severity


def check(sheet: Sheet) -> Iterator[Remark]:
    from duibiao.facts import read_facts  # noqa: PLC0415  a plain check never lints
    from duibiao.language.normalise import plain_text  # noqa: PLC0415  as above

    for index, requirement in sheet.own():
        facts = read_facts(plain_text(requirement.text))
        if requirement.targets and "targets" in requirement.given:
            yield from _targets(sheet, index, requirement, facts)
        if requirement.deadline and "deadline" in requirement.given:
            yield from _deadline(sheet, index, requirement.deadline, facts)


def _targets(sheet: Sheet, index: int, requirement: Requirement, facts: Facts) -> Iterator[Remark]:
    left = list(facts.quantities)
    unprinted: list[tuple[int, Target]] = []
    for number, target in enumerate(requirement.targets):
        printed = next((q for q in left if _is_like(q, target) and target.value in (q.value, q.upper)), None)
        if printed is None:
            unprinted.append((number, target))
        elif _turns_round(target, printed):
            yield _wrong_way(sheet, index, number, target, printed)
        if printed is not None and printed.upper is None:
            left.remove(printed)
    for number, target in unprinted:
        said = [q for q in left if _is_like(q, target) and not q.base and _measures(q, target)]
        if len(said) == 1 and not _is_worded(target):
            yield _other_number(sheet, index, number, target, said[0])


def _is_like(quantity: Quantity, target: Target) -> bool:
    """Whether they can be the same number: one dimension, of which one side may be a per-form (1人 每千名老年人)."""
    unit = units.lookup(target.unit)
    dimension = unit.dimension if unit else "count"
    if dimension == quantity.dimension:
        return unit is not None or quantity.unit == target.unit
    return dimension.partition("/")[0] == quantity.dimension.partition("/")[0]


def _measures(quantity: Quantity, target: Target) -> bool:
    """Whether the number of the text is the target's; one with another name is something else."""
    from rapidfuzz import fuzz  # noqa: PLC0415  a plain check never lints

    return not quantity.indicator or fuzz.partial_ratio(quantity.indicator, target.indicator) >= 60


def _is_worded(target: Target) -> bool:
    """全部, 一 and 零 are seldom digits."""
    return (target.unit == "%" and target.value == 100) or target.value in (0, 1)


def _turns_round(target: Target, printed: Quantity) -> bool:
    """不超过 given as a floor, or 不低于 as a ceiling. A bare number turns nothing round."""
    bounds = (Op.GE, Op.GT, Op.LE, Op.LT)
    return target.op in bounds and printed.op in bounds and target.op.is_ceiling != printed.op.is_ceiling


def place_of_target(sheet: Sheet, index: int, number: int, key: str) -> At:
    """The line of a target's key, which stands deeper than the fields of the requirement."""
    at = sheet.at(index, "targets")
    node = at.node.value[number] if at.path.endswith("targets") else at.node
    for key_node, value_node in node.value if isinstance(node.value, list) else ():
        if str(key_node.value) == key:
            return At(value_node, f"{at.path}[{number}].{key}")
    return At(node, f"{at.path}[{number}]")


def _other_number(sheet: Sheet, index: int, number: int, target: Target, said: Quantity) -> Remark:
    shown = said.shown or units.show(said.value, said.unit)
    told = Message(
        f"写的是 {shown_target(target)}，原文是“{shown}”；请改其中一处",
        f"is {shown_target(target)}, and the text says {shown!r}; change one of them",
    )
    return sheet.remark(
        "target-contradicts-text", Severity.ERROR, place_of_target(sheet, index, number, "value"), told, index
    )


def _wrong_way(sheet: Sheet, index: int, number: int, target: Target, printed: Quantity) -> Remark:
    words = ("下限", "上限") if target.op.is_ceiling else ("上限", "下限")
    told = Message(
        f"原文的 {units.show(printed.value, printed.unit)} 是{words[0]}，这里写成了{words[1]}（{target.op}）",
        f"the text makes {units.show(printed.value, printed.unit)} a {'floor' if target.op.is_ceiling else 'ceiling'},"
        f" and this is {target.op}",
    )
    return sheet.remark(
        "target-contradicts-text", Severity.ERROR, place_of_target(sheet, index, number, "op"), told, index
    )


def _deadline(sheet: Sheet, index: int, deadline: Date, facts: Facts) -> Iterator[Remark]:
    """A date that the text prints as a deadline; one of several is enough, and 2022 agrees with 2022-06."""
    printed = [date for date in facts.dates if date.kind is DateKind.BY]
    if not printed or any(_agree(deadline, date) for date in printed):
        return
    shown = "、".join(dict.fromkeys(date.chinese for date in printed))
    told = Message(
        f"写的是 {deadline}，原文是{shown}；请改其中一处",
        f"is {deadline}, and the text says {shown}; change one of them",
    )
    yield sheet.remark("deadline-contradicts-text", Severity.ERROR, sheet.at(index, "deadline"), told, index)


def _agree(one: Date, other: Date) -> bool:
    return one.year == other.year and (
        one.month == other.month or one.month is None or other.month is None or one.last_day == other.last_day
    )
