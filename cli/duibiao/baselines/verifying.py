"""The checklist tested by its own fixture sentences, as code is: each sentence is held against its requirement."""

from collections.abc import Iterator

from msgspec import Struct

from duibiao.baselines.examples import Answer, Example
from duibiao.baselines.layers import Resolved
from duibiao.baselines.linting.hopeless import plan_of
from duibiao.baselines.linting.remark import Hold
from duibiao.baselines.nodes import Faults
from duibiao.baselines.parsing import refusal
from duibiao.model.report import Finding, Verdict

_MEANT = {
    Answer.COVERS: (Verdict.COVERED, Verdict.EXCEEDED),
    Answer.WEAKENS: (Verdict.WEAKENED,),
    Answer.OMITS: (Verdict.OMITTED,),
}


class Trial(Struct, frozen=True, kw_only=True):
    """A sentence and what came of it."""

    example: Example
    finding: Finding

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(reason.code for reason in self.finding.reasons))

    @property
    def passed(self) -> bool:
        """A sentence that weakens for another reason than was said has found something else."""
        reason = self.example.reason
        as_meant = self.finding.verdict in _MEANT[self.example.answer]
        return as_meant and (reason is None or reason in self.codes)


def verify(resolved: Resolved, hold: Hold) -> Iterator[Trial]:
    """Try every sentence of the file, in its order.

    Raises:
        BaselineError: A sentence is for a requirement that no layer has.
    """
    faults = Faults()
    for example in resolved.parsed.examples:
        if example.requirement not in resolved.known:
            told = f"没有编号为 {example.requirement} 的要求", f"there is no requirement {example.requirement}"
            faults.add(example.at, *told)
    if faults.found:
        raise refusal(resolved.parsed.path, faults)
    for example in resolved.parsed.examples:
        requirement = resolved.known[example.requirement]
        yield Trial(example=example, finding=hold(requirement, plan_of(example.text)))
