"""Order, groups and counts."""

from msgspec.structs import replace

from duibiao.model.report import Checked, Severity, Verdict
from duibiao.reports.format import Options
from duibiao.reports.registry import FORMATS, render
from duibiao.reports.view import FEW, Sheet, arrange, by_plan, worst
from tests.reports import fixed


def sheet() -> Sheet:
    return arrange(fixed.single()).checked[0]


def test_what_must_be_mended_comes_first_and_errors_before_notes() -> None:
    weakened, omitted = sheet().attention
    assert [f.requirement.id for f in weakened.findings] == ["QS-003", "QS-006", "QS-004", "QS-005"]
    assert [f.requirement.id for f in omitted.findings] == ["QS-007", "QS-009", "QS-008"]
    assert weakened.severities == ((Severity.ERROR, 2), (Severity.WARNING, 1), (Severity.NOTE, 1))
    assert [group.verdict for group in sheet().rest] == [Verdict.EXCEEDED, Verdict.COVERED, Verdict.NOT_APPLICABLE]


def test_counts_add_up() -> None:
    tally = sheet().tally
    assert tally.total == len(fixed.findings())
    assert [tally.of(verdict) for verdict in Verdict] == [2, 1, 4, 3, 1]
    assert (tally.waived, tally.review) == (1, 1)


def test_counts_of_a_run_leave_out_what_could_not_be_read() -> None:
    view = arrange(fixed.everything())
    assert view.tally.total == len(fixed.findings()) + 2
    assert [plan.code for plan in view.unreadable] == ["scan"]


def test_covered_and_exceeded_never_count_for_the_exit_code() -> None:
    severe = replace(fixed.covered(), severity=Severity.ERROR)
    assert worst(fixed.single(severe, replace(fixed.exceeded(), severity=Severity.ERROR))) is Severity.NONE


def test_a_waived_finding_does_not_count_for_the_exit_code() -> None:
    assert worst(fixed.single(fixed.waived())) is Severity.NONE
    assert worst(fixed.single(fixed.waived(), fixed.softened())) is Severity.WARNING
    assert worst(fixed.single(fixed.omitted())) is Severity.ERROR


def test_reports_of_one_plan_stand_together() -> None:
    run = fixed.layered()
    assert [len(reports) for reports in by_plan(run.reports)] == [2, 1]
    assert arrange(run).plans == 2


def test_a_copy_of_a_plan_under_the_same_name_is_a_plan_of_its_own() -> None:
    report = fixed.single().reports[0]
    assert [len(reports) for reports in by_plan((report, report))] == [1, 1]
    unreadable = fixed.unreadable()
    assert [len(reports) for reports in by_plan((unreadable, unreadable))] == [1, 1]


def test_a_plan_of_another_subject_is_told_from_a_bad_one() -> None:
    omitted = tuple(
        replace(fixed.omitted(), requirement=replace(fixed.omitted().requirement, id=f"QS-{number}"))
        for number in range(FEW)
    )
    for findings, off in ((omitted, True), (omitted[1:], False), ((*omitted, fixed.lowered()), False)):
        report = Checked(plan=fixed.PLAN, baseline=fixed.BASELINE.id, findings=(*findings, fixed.not_applicable()))
        run = replace(fixed.single(), reports=(report,))
        assert arrange(run).checked[0].is_off_topic is off
        for name in ("terminal", "markdown", "html"):
            assert ("请核对清单" in str(render(FORMATS[name], arrange(run), Options()))) is off
