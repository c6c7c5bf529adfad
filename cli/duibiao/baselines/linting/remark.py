"""What lint says of a place in a baseline file."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from duibiao.baselines.layers import Resolved
from duibiao.baselines.nodes import At
from duibiao.model.baseline import Requirement
from duibiao.model.message import Message
from duibiao.model.report import Finding, Severity

# What a plan of this text would get for the requirement; the engine stands above this folder and is handed in.
Hold = Callable[[Requirement, str], Finding]

CODES: Mapping[str, Message] = {
    "unsound": Message("文件有错误，无法使用", "the file has faults and cannot be used"),
    "duplicate": Message("与另一项要求相同", "the same as another requirement"),
    "near-duplicate": Message("与另一项要求几乎相同", "almost the same as another requirement"),
    "target-contradicts-text": Message("指标与原文不符", "a target contradicts its text"),
    "deadline-contradicts-text": Message("时限与原文不符", "the deadline contradicts the text"),
    "deadline-before-issue": Message("时限早于文件印发日期", "the deadline lies before the document was issued"),
    "unknown-unit": Message("计量单位不在表中", "a measure word outside the table"),
    "unknown-department": Message("不像部门名称", "not the name of a department"),
    "looser-than-above": Message("比上位要求宽松", "asks less than the requirement it refines"),
    "refines-replaced": Message("所细化的要求已被另一层替代", "refines what another layer has replaced"),
    "refines-missing": Message("与上位要求几乎相同，没有写 refines", "almost a requirement above, without refines"),
    "shares-add-up": Message("分解数合计与总数不符", "shares do not add up to their total"),
    "unsatisfiable": Message("没有方案能够落实", "no plan could satisfy it"),
    "says-nothing": Message("只有套话，任何方案都算落实", "nothing but frame words, which any plan satisfies"),
    "unverified": Message("尚未与原文核对", "not compared with the source"),
}


class Remark(Struct, frozen=True, kw_only=True):
    """`path` is the place in the data, `line` counts from 1. `requirement` is its id, where it is about one."""

    code: str
    severity: Severity
    file: str
    line: int
    path: str
    message: Message
    requirement: str | None = None


class Sheet(Struct, frozen=True, kw_only=True):
    """One file under inspection, with all its layers."""

    resolved: Resolved
    hold: Hold

    @property
    def file(self) -> str:
        return self.resolved.parsed.path.as_posix()

    def own(self) -> Iterator[tuple[int, Requirement]]:
        """The file's own requirements that are checked, as resolved, with their places in the file."""
        whole = {requirement.id: requirement for requirement in self.resolved.baseline.requirements}
        for index, requirement in enumerate(self.resolved.parsed.baseline.requirements):
            if requirement.superseded_by is None:
                yield index, whole.get(requirement.id, requirement)

    def at(self, index: int, field: str) -> At:
        return self.resolved.parsed.place(index, field)

    def remark(self, code: str, severity: Severity, at: At, message: Message, index: int | None = None) -> Remark:
        named = self.resolved.parsed.baseline.requirements[index].id if index is not None else None
        return Remark(
            code=code,
            severity=severity,
            file=self.file,
            line=at.line,
            path=at.path,
            message=message,
            requirement=named,
        )
