"""Two runs that differ in every way there is, made from the fixed run and read back from json."""

from msgspec.structs import replace

from duibiao.model.comparison import Comparison
from duibiao.model.report import Checked, Finding, Run, Severity, Verdict
from duibiao.model.saved import SavedRun
from duibiao.reports.format import Options
from duibiao.reports.json import render
from duibiao.reports.view import arrange
from duibiao.review import compare, read_saved
from tests.reports import fixed


def saved(run: Run) -> SavedRun:
    return read_saved(render(arrange(run), Options()).encode("utf-8", "backslashreplace"), "run.json")


def run_of(*findings: Finding, sha256: str = fixed.PLAN.sha256) -> Run:
    plan = replace(fixed.PLAN, sha256=sha256)
    report = Checked(plan=plan, baseline=fixed.BASELINE.id, findings=findings)
    return replace(fixed.everything(), reports=(report,))


def mended() -> Finding:
    """The requirement of `lowered` in a draft that keeps to it."""
    text = fixed.passage("(三)完善社区网络。到2022年,社区日间照料机构覆盖率达到92%。", 3, clause="三(三)", page=4)
    return fixed.finding(fixed.lowered().requirement, Verdict.COVERED, evidence=(text,))


def reworded() -> Finding:
    """The requirement of `softened`, weakened in another way."""
    was = fixed.softened()
    text = fixed.passage("各县(市、區)開展家庭養老床位試點建設", 5)
    return replace(was, reasons=(replace(was.reasons[0], code="partial", rule="W107"),), evidence=(text,))


def old() -> Run:
    before = (mended(), fixed.softened(), fixed.omitted(), fixed.hostile(), fixed.covered(), fixed.not_applicable())
    reports = (*run_of(*before, sha256="0" * 64).reports, fixed.unreadable())
    return replace(fixed.everything(), version="1.2.2", reports=reports)


def new() -> Run:
    found = fixed.finding(
        fixed.omitted().requirement, Verdict.COVERED, evidence=(fixed.passage("建设智慧养老平台", 8),)
    )
    arrived = replace(fixed.not_applicable(), verdict=Verdict.OMITTED, severity=Severity.WARNING)
    after = (fixed.lowered(), reworded(), found, fixed.covered(), arrived, fixed.omitted_without_nearest())
    baseline = replace(fixed.BASELINE, sha256="f" * 64)
    second = Checked(plan=fixed.SECOND, baseline=baseline.id, findings=(fixed.exceeded(), fixed.waived()))
    return replace(
        fixed.everything(), baselines=(baseline,), reports=(*run_of(*after).reports, fixed.unreadable(), second)
    )


def comparison() -> Comparison:
    return compare(saved(old()), saved(new()), "1.2.3")


def nothing() -> Comparison:
    return compare(saved(fixed.single()), saved(fixed.single()), "1.2.3")
