"""What a layer does to those above it: asks less than they do, or refines what was replaced already."""

from collections.abc import Iterator

from duibiao.baselines.linting.remark import Remark, Sheet
from duibiao.model.message import Message
from duibiao.model.report import Severity


def check(sheet: Sheet) -> Iterator[Remark]:
    own = sheet.resolved.baseline.id
    for looser in sheet.resolved.looser:
        if looser.step.layer != own:
            continue
        for change in looser.changes:
            above = looser.step.above
            told = Message(
                f"比 {above.layer} 的 {above.id} 宽松：{change.message.zh}",
                f"asks less than {above.id} of {above.layer}: {change.message.en}",
            )
            at = sheet.at(looser.step.index, change.field)
            yield sheet.remark("looser-than-above", Severity.WARNING, at, told, looser.step.index)
    for step in sheet.resolved.sharpened:
        others = [name for name in sheet.resolved.replaced[step.above.id] if name != step.below.id]
        if step.layer == own and others:
            listed = "、".join(others)
            told = Message(
                f"{step.above.id} 已由 {listed} 细化；两项都会检查，如要继续细化请写 refines: {others[0]}",
                f"{step.above.id} is refined by {listed} already, and both are checked; to go on write"
                f" refines: {others[0]}",
            )
            yield sheet.remark("refines-replaced", Severity.WARNING, sheet.at(step.index, "refines"), told, step.index)
