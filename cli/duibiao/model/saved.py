"""A report that was read back: what its json says, and no more."""

from msgspec import Struct

from duibiao.model.baseline import Kind
from duibiao.model.report import BaselineInfo, Evidence, PlanInfo, Reason, Ruling, Severity, Verdict


class SavedFinding(Struct, frozen=True, kw_only=True):
    """A finding without its requirement's text, which json does not hold: `requirement` is the id.

    A reason's message is in the one language in which the report was written.
    """

    requirement: str
    title: str
    kind: Kind
    verdict: Verdict
    severity: Severity
    confidence: float
    review: bool
    reasons: tuple[Reason, ...]
    evidence: tuple[Evidence, ...]
    fingerprint: str
    passage: str
    nearest: Evidence | None = None
    decision: Ruling | None = None

    @property
    def waived(self) -> bool:
        return self.decision is not None and self.decision.action == "waive"


class SavedReport(Struct, frozen=True, kw_only=True):
    """One plan held against one baseline. `error` is the code of a plan that could not be read, which has no findings.

    `baseline` is the baseline's id; it is empty for an unreadable plan of a run with several baselines.
    """

    plan: PlanInfo
    baseline: str
    findings: tuple[SavedFinding, ...]
    error: str | None = None


class SavedRun(Struct, frozen=True, kw_only=True):
    """`version` is that of the tool that wrote it."""

    version: str
    baselines: tuple[BaselineInfo, ...]
    reports: tuple[SavedReport, ...]
