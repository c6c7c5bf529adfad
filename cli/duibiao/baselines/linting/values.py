"""Single values: dates before the document, measure words that nobody knows, shares of a total."""

from collections.abc import Iterator

from duibiao.baselines.linting.remark import Remark, Sheet
from duibiao.baselines.linting.text import place_of_target
from duibiao.language import units
from duibiao.model.baseline import Requirement, Target
from duibiao.model.message import Message
from duibiao.model.report import Severity

_SLACK = 1e-9  # shares are written in decimals: 11.8 + 4.6 is not quite 16.4


def check(sheet: Sheet) -> Iterator[Remark]:
    issued = {source.id: source.issued for source in sheet.resolved.baseline.sources}
    for index, requirement in sheet.own():
        yield from _issued(sheet, index, requirement, issued.get(requirement.document or ""))
        if "targets" in requirement.given:
            for number, target in enumerate(requirement.targets):
                yield from _unit(sheet, index, number, target)
                yield from _shares(sheet, index, number, target)


def _issued(sheet: Sheet, index: int, requirement: Requirement, issued: str | None) -> Iterator[Remark]:
    if requirement.deadline is None or issued is None or "deadline" in dict(requirement.origins):
        return
    parts = [int(part) for part in issued.split("-")]
    if requirement.deadline.last_day < (parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1):
        told = Message(
            f"时限 {requirement.deadline} 早于文件印发日期 {issued}",
            f"the date {requirement.deadline} lies before the document was issued ({issued})",
        )
        at = sheet.at(index, "deadline" if "deadline" in requirement.given else "text")
        yield sheet.remark("deadline-before-issue", Severity.ERROR, at, told, index)


def _unit(sheet: Sheet, index: int, number: int, target: Target) -> Iterator[Remark]:
    if units.lookup(target.unit) is None:
        told = Message(
            f"计量单位“{target.unit}”不在表中，只能与同样写法的数比较",
            f"the measure word {target.unit!r} is outside the table; only the same word is compared with it",
        )
        yield sheet.remark("unknown-unit", Severity.WARNING, place_of_target(sheet, index, number, "unit"), told, index)


def _shares(sheet: Sheet, index: int, number: int, target: Target) -> Iterator[Remark]:
    if not target.shares:
        return
    total = sum(share for _, share in target.shares)
    gap = total - target.value
    if abs(gap) <= _SLACK * max(abs(total), abs(target.value), 1):
        return
    short = (gap < 0) != target.op.is_ceiling
    added, meant = units.show(float(f"{total:.12g}"), target.unit), units.show(target.value, target.unit)
    zh = "各地都完成也达不到总数" if short else "比总数更严"
    en = "the total is missed even where every place does its share" if short else "stricter than the total"
    told = Message(f"分解数合计 {added}，总数 {meant}：{zh}", f"the shares make {added}, the total is {meant}: {en}")
    severity = Severity.ERROR if short else Severity.WARNING
    yield sheet.remark("shares-add-up", severity, place_of_target(sheet, index, number, "by_region"), told, index)
