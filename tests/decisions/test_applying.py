"""Decisions in force, and those that do not hold."""

from datetime import date

import pytest
from msgspec.structs import replace

from duibiao.decisions import apply
from duibiao.model.decision import Decision, Ruling, State
from duibiao.model.report import Checked, Finding, Run, Severity, Verdict
from duibiao.reports.view import arrange, worst
from tests.reports import fixed

TODAY = date(2026, 11, 22)
PLAN = fixed.PLAN.path
LOWERED = fixed.lowered()


def decision(
    action: str = "waive",
    *,
    requirement: str = LOWERED.requirement.id,
    plan: str = PLAN,
    verdict: Verdict | None = None,
    expires: str | None = None,
    passage: str | None = None,
    line: int = 1,
) -> Decision:
    ruling = Ruling(action=action, reason="试点", by="林", date="2026-01-01", verdict=verdict, expires=expires)
    return Decision(requirement=requirement, plan=plan, ruling=ruling, passage=passage, file="d.yaml", line=line)


def ruled(*decisions: Decision, finding: Finding = LOWERED, today: date = TODAY) -> tuple[Finding, list[State]]:
    run = apply(fixed.single(finding), decisions, today)
    (report,) = run.reports
    assert isinstance(report, Checked)
    return report.findings[0], [entry.state for entry in run.lapsed]


def test_what_is_waived_keeps_its_verdict_and_fails_nothing() -> None:
    run = apply(fixed.single(LOWERED), [decision()], TODAY)
    (report,) = run.reports
    assert isinstance(report, Checked)
    assert report.findings[0].verdict is Verdict.WEAKENED
    assert worst(run) is Severity.NONE
    assert arrange(run).tally.waived == 1


def test_what_is_overruled_shows_the_human_verdict_and_says_so() -> None:
    finding, lapsed = ruled(decision("overrule", verdict=Verdict.COVERED))
    assert (finding.verdict, finding.severity, lapsed) == (Verdict.COVERED, Severity.NONE, [])
    assert finding.decision is not None
    assert finding.decision.judged is Verdict.WEAKENED


def test_who_overrules_to_the_worse_makes_it_count() -> None:
    finding, _ = ruled(decision("overrule", requirement="QS-001", verdict=Verdict.OMITTED), finding=fixed.covered())
    assert (finding.verdict, finding.severity) == (Verdict.OMITTED, Severity.ERROR)


def test_a_confirmed_doubt_is_none_any_more() -> None:
    doubtful = replace(LOWERED, review=True, severity=Severity.WARNING)
    finding, _ = ruled(decision("confirm"), finding=doubtful)
    assert (finding.review, finding.severity, finding.verdict) == (False, Severity.ERROR, Verdict.WEAKENED)


@pytest.mark.parametrize(("day", "holds"), [(21, True), (22, True), (23, False)])
def test_an_expiry_holds_to_the_end_of_its_day(day: int, holds: bool) -> None:
    finding, lapsed = ruled(decision(expires="2026-11-22"), today=date(2026, 11, day))
    assert (finding.decision is not None) is holds
    assert lapsed == ([] if holds else [State.EXPIRED])


def test_a_changed_passage_makes_it_stale_and_none_never_does() -> None:
    assert ruled(decision(passage=LOWERED.passage))[1] == []
    assert ruled(decision(passage=None))[1] == []
    finding, lapsed = ruled(decision(passage="another"))
    assert (finding, lapsed) == (LOWERED, [State.STALE])


def test_what_was_confirmed_as_one_verdict_is_not_confirmed_as_another() -> None:
    assert ruled(decision("confirm", verdict=Verdict.WEAKENED))[1] == []
    assert ruled(decision("confirm", verdict=Verdict.OMITTED))[1] == [State.STALE]


UNUSED = [
    (decision(requirement="QS-999"), LOWERED),
    (decision(plan="plans/*.txt"), LOWERED),
    (decision(requirement="QS-001"), fixed.covered()),
    (decision(requirement="QS-010"), fixed.not_applicable()),
]


@pytest.mark.parametrize(("idle", "finding"), UNUSED)
def test_what_meets_nothing_that_needs_it_is_told(idle: Decision, finding: Finding) -> None:
    after, lapsed = ruled(idle, finding=finding)
    assert (after, lapsed) == (finding, [State.UNUSED])


def test_a_pattern_may_be_idle_in_one_plan_and_not_in_another() -> None:
    run = fixed.single(LOWERED)
    clean = replace(run.reports[0], plan=fixed.SECOND, findings=(replace(LOWERED, verdict=Verdict.COVERED),))
    assert apply(replace(run, reports=(*run.reports, clean)), [decision(plan="**")], TODAY).lapsed == ()


def test_the_last_one_holds_and_what_it_replaced_is_silent() -> None:
    old, new = decision(passage="old"), decision("overrule", verdict=Verdict.COVERED, line=9)
    finding, lapsed = ruled(old, new)
    assert finding.decision is not None
    assert (finding.decision.action, lapsed) == ("overrule", [])


def test_an_expired_one_does_not_bring_back_what_it_replaced() -> None:
    finding, lapsed = ruled(decision(), decision(expires="2026-01-02", line=9))
    assert (finding.decision, lapsed) == (None, [State.EXPIRED])


def test_the_plan_itself_comes_before_a_pattern() -> None:
    named = decision("confirm")
    assert ruled(named, decision(plan="**", line=9))[0].decision == named.ruling
    stale, lapsed = ruled(decision(passage="old"), decision(plan="**", line=9))
    assert stale.decision is not None
    assert lapsed == [State.STALE]


def test_nothing_is_told_twice_and_all_in_the_order_of_the_file() -> None:
    both = fixed.layered()
    run: Run = apply(both, [decision(expires="2026-01-02", line=7), decision(requirement="X", line=3)], TODAY)
    assert [(entry.decision.line, entry.state) for entry in run.lapsed] == [(3, State.UNUSED), (7, State.EXPIRED)]
