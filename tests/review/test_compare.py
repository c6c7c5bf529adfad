"""What became of each requirement, and which plans are the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from duibiao.model.comparison import Change
from duibiao.model.errors import UsageError
from duibiao.model.message import Message
from duibiao.model.report import Checked, Finding, Reason, Run, Severity, Verdict
from duibiao.model.saved import SavedFinding
from duibiao.review import compare, worst_fallen
from duibiao.review.compare import change_of
from tests.reports import fixed
from tests.reports.changes.fixed import run_of, saved

VERDICTS = {
    Verdict.COVERED: fixed.covered(),
    Verdict.EXCEEDED: fixed.exceeded(),
    Verdict.WEAKENED: fixed.lowered(),
    Verdict.OMITTED: fixed.omitted(),
    Verdict.NOT_APPLICABLE: fixed.not_applicable(),
}


def back(finding: Finding) -> SavedFinding:
    return saved(fixed.single(finding)).reports[0].findings[0]


def weakened(*reasons: tuple[str, str | None, str | None]) -> SavedFinding:
    """Each reason as code, what is asked for, what was found."""
    rules = {"target-lower": "W101", "deadline-later": "W103", "strength-softer": "W105", "partial": "W107"}
    told = Message("x", "x")
    made = (Reason(code=c, rule=rules.get(c, "S204"), message=told, expected=e, found=f) for c, e, f in reasons)
    return replace(back(fixed.lowered()), reasons=tuple(made))


STEPS = [
    (Verdict.COVERED, Verdict.WEAKENED, Change.WORSE),
    (Verdict.WEAKENED, Verdict.OMITTED, Change.WORSE),
    (Verdict.EXCEEDED, Verdict.OMITTED, Change.WORSE),
    (Verdict.OMITTED, Verdict.WEAKENED, Change.BETTER),
    (Verdict.WEAKENED, Verdict.EXCEEDED, Change.BETTER),
    (Verdict.COVERED, Verdict.EXCEEDED, Change.ALTERED),
    (Verdict.EXCEEDED, Verdict.COVERED, Change.ALTERED),
    (Verdict.COVERED, Verdict.COVERED, Change.UNCHANGED),
    (Verdict.NOT_APPLICABLE, Verdict.OMITTED, Change.NEW),
    (Verdict.COVERED, Verdict.NOT_APPLICABLE, Change.GONE),
    (Verdict.NOT_APPLICABLE, Verdict.NOT_APPLICABLE, Change.UNCHANGED),
]


@pytest.mark.parametrize(("before", "after", "change"), STEPS)
def test_the_verdict_counts_first(before: Verdict, after: Verdict, change: Change) -> None:
    assert change_of(back(VERDICTS[before]), back(VERDICTS[after])) is change


def test_what_stands_on_one_side_is_new_or_gone() -> None:
    assert change_of(None, back(fixed.covered())) is Change.NEW
    assert change_of(back(fixed.covered()), None) is Change.GONE
    assert change_of(None, back(fixed.not_applicable())) is Change.UNCHANGED


T, D, S = "target-lower", "deadline-later", "strength-softer"
INSIDE = [
    ([(T, "≥90%", "80%")], [(T, "≥90%", "70%")], Change.WORSE),
    ([(T, "≥90%", "70%")], [(T, "≥90%", "85%左右")], Change.BETTER),
    ([(T, "≥5万名", "4万名")], [(T, "≥5万名", "9000名")], Change.WORSE),
    ([(T, "≤10天", "12天")], [(T, "≤10天", "20天")], Change.WORSE),
    ([(T, "≥90%", "80%")], [(T, "≥90%", "80%左右")], Change.ALTERED),
    ([(T, "≥90%", "80%")], [(T, "≥95%", "80%")], Change.ALTERED),
    ([(D, "2024", "2025")], [(D, "2024", "2026-06")], Change.WORSE),
    ([(D, "2024", "2025")], [(D, "2024", "2025-06")], Change.BETTER),
    ([(S, "must", "encourage")], [(S, "must", "explore")], Change.WORSE),
    ([(S, "must", "encourage")], [(S, "must", "should")], Change.BETTER),
    ([(T, "≥90%", "80%")], [(T, "≥90%", "80%"), (D, "2024", "2025")], Change.WORSE),
    ([(T, "≥90%", "80%"), (D, "2024", "2025")], [(D, "2024", "2025")], Change.BETTER),
    ([(T, "≥90%", "80%")], [(D, "2024", "2025")], Change.ALTERED),
    ([(T, "≥90%", "80%"), (D, "2024", "2026")], [(T, "≥90%", "70%"), (D, "2024", "2025")], Change.ALTERED),
    ([(T, "≥90%", "80%")], [(T, "≥90%", "80%"), (T, "≥5", "3")], Change.WORSE),
    ([("partial", "甲", None)], [("partial", "甲、乙", None)], Change.ALTERED),
    ([(T, "≥90%", "80%")], [(T, "≥90%", "80%"), ("strength-firmer", "should", "must")], Change.UNCHANGED),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "change"), INSIDE)
def test_then_the_reasons_and_how_far_off_they_are(
    before: list[tuple[str, str | None, str | None]], after: list[tuple[str, str | None, str | None]], change: Change
) -> None:
    assert change_of(weakened(*before), weakened(*after)) is change


def test_a_passage_in_other_words_is_no_change() -> None:
    was = fixed.covered()
    now = replace(was, evidence=(fixed.passage("健全探访关爱制度,每周探访。", 3),), passage="other", confidence=0.6)
    assert change_of(back(was), back(now)) is Change.UNCHANGED


def test_a_ruling_that_comes_or_lapses_is_told() -> None:
    assert change_of(back(fixed.waived()), back(replace(fixed.waived(), decision=None))) is Change.ALTERED


@settings(deadline=None)  # a busy machine is no fault
@given(st.sampled_from(list(VERDICTS.values())), st.sampled_from(list(VERDICTS.values())))
def test_turning_the_sides_turns_the_change(one: Finding, other: Finding) -> None:
    turned = {
        Change.WORSE: Change.BETTER,
        Change.BETTER: Change.WORSE,
        Change.NEW: Change.GONE,
        Change.GONE: Change.NEW,
    }
    there = change_of(back(one), back(other))
    assert change_of(back(other), back(one)) is turned.get(there, there)


def pairs(old: Run, new: Run) -> list[tuple[str | None, str | None]]:
    plans = compare(saved(old), saved(new), "1").plans
    return [(plan.old.path if plan.old else None, plan.new.path if plan.new else None) for plan in plans]


def many(*named: tuple[str, str]) -> Run:
    reports = (
        Checked(
            plan=replace(fixed.PLAN, path=path, sha256=digest), baseline=fixed.BASELINE.id, findings=(fixed.covered(),)
        )
        for path, digest in named
    )
    return replace(fixed.everything(), reports=tuple(reports))


def test_plans_are_the_same_by_name_then_by_bytes() -> None:
    old = many(("a.docx", "1"), ("b.docx", "2"), ("c.docx", "3"))
    new = many(("x.docx", "2"), ("c.docx", "9"), ("d.docx", "8"))
    assert pairs(old, new) == [("b.docx", "x.docx"), ("c.docx", "c.docx"), (None, "d.docx"), ("a.docx", None)]


def test_two_drafts_alone_are_one_plan_whatever_they_are_called() -> None:
    assert pairs(many(("v1.docx", "1")), many(("v2.docx", "2"))) == [("v1.docx", "v2.docx")]


def test_two_baselines_are_compared_each_with_itself() -> None:
    run = fixed.layered()
    plans = compare(saved(run), saved(run), "1").plans
    assert [plan.baseline for plan in plans] == ["qs-care-2021", "cn-care-2021", ""]
    assert [plan.unreadable for plan in plans] == [None, None, "scan"]
    assert all(compared.change is Change.UNCHANGED for plan in plans for compared in plan.changes)


def test_reports_on_different_baselines_are_refused() -> None:
    other = replace(fixed.BASELINE, id="cn-care-2021")
    run = fixed.single()
    reports = tuple(replace(r, baseline=other.id) for r in run.reports if isinstance(r, Checked))
    with pytest.raises(UsageError, match="different baselines"):
        compare(saved(run), saved(replace(run, baselines=(other,), reports=reports)), "1")


def test_a_plan_that_cannot_be_read_on_one_side_is_not_compared() -> None:
    unreadable = replace(fixed.unreadable(), plan=fixed.PLAN)
    (plan,) = compare(saved(fixed.single()), saved(replace(fixed.single(), reports=(unreadable,))), "1").plans
    assert (plan.unreadable, plan.changes) == ("scan", ())


def fallen(old: tuple[Finding, ...], new: tuple[Finding, ...]) -> Severity:
    return worst_fallen(compare(saved(run_of(*old)), saved(run_of(*new)), "1"))


def test_only_what_became_worse_or_is_new_counts_for_the_exit_code() -> None:
    lowered, softened = fixed.lowered(), fixed.softened()
    mended = replace(lowered, verdict=Verdict.COVERED, reasons=(), severity=Severity.NONE)
    assert fallen((lowered, softened), (lowered, softened)) is Severity.NONE
    assert fallen((mended, softened), (lowered, softened)) is Severity.ERROR
    assert fallen((lowered,), (lowered, softened)) is Severity.WARNING
    assert fallen((lowered,), (mended,)) is Severity.NONE
    assert fallen((), (fixed.waived(), fixed.covered())) is Severity.NONE
