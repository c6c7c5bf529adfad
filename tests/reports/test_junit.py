"""JUnit's XML as its readers read it."""

from xml.etree import ElementTree as ET

import junitparser
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from duibiao.model.report import Run, Severity, Verdict
from duibiao.reports.format import Options
from duibiao.reports.junit import render
from duibiao.reports.view import arrange
from tests.reports import fixed


def read(run: Run, language: str = "zh") -> junitparser.JUnitXml:
    return junitparser.JUnitXml.fromstring(render(arrange(run), Options(language=language)).encode())


def cases(run: Run) -> dict[str, junitparser.TestCase]:
    return {case.name.split()[0]: case for suite in read(run) for case in suite}


def test_every_requirement_is_a_case_and_the_numbers_add_up() -> None:
    whole = read(fixed.everything())
    assert (whole.tests, whole.failures, whole.errors, whole.skipped) == (14, 3, 1, 2)
    assert [suite.tests for suite in whole] == [11, 1, 2]
    whole.update_statistics()  # type: ignore[no-untyped-call]  # the library counts anew
    assert (whole.tests, whole.failures, whole.errors, whole.skipped) == (14, 3, 1, 2)


def test_a_case_is_named_for_its_plan_and_its_requirement() -> None:
    case = cases(fixed.single())["QS-003"]
    assert (case.classname, case.name) == (fixed.PLAN.path, "QS-003 日间照料覆盖率")


def test_what_fails_says_why_and_where() -> None:
    (failure,) = cases(fixed.single())["QS-003"].result
    assert isinstance(failure, junitparser.Failure)
    assert failure.type == "W101 target-lower"
    assert failure.message.startswith("弱化：目标值低于要求")
    assert "三(三) · 第43行 · 第4页" in failure.text
    assert "达到90%以上" in failure.text


def test_less_severe_passes_and_is_told_not_applicable_and_waived_are_skipped() -> None:
    found = cases(fixed.single())
    assert found["QS-004"].is_passed
    assert "力度减弱" in str(found["QS-004"].system_out)
    assert found["QS-010"].is_skipped
    assert found["QS-009"].is_skipped
    assert "本市无建制乡镇" in found["QS-009"].result[0].message


def test_severity_decides_and_not_the_verdict_alone() -> None:
    for severity, passed in ((Severity.ERROR, False), (Severity.WARNING, True), (Severity.NOTE, True)):
        assert cases(fixed.single(replace(fixed.omitted(), severity=severity)))["QS-007"].is_passed is passed


def test_an_unreadable_plan_is_an_error() -> None:
    (case,) = [case for suite in read(fixed.everything()) for case in suite if case.is_error]
    assert case.result[0].type == "scan"
    assert "办法：" in case.result[0].text


def test_suites_of_several_baselines_are_told_apart() -> None:
    names = [suite.name for suite in read(fixed.layered())]
    assert len(set(names)) == 3


@settings(deadline=None)  # a busy machine is no fault
@given(st.text())
def test_any_text_makes_xml_that_parses(text: str) -> None:
    requirement = fixed.requirement(1, text, text)
    finding = fixed.finding(requirement, Verdict.COVERED, evidence=(fixed.passage(text, 0),))
    run = fixed.single(finding, replace(finding, verdict=Verdict.OMITTED, severity=Severity.ERROR))
    root = ET.fromstring(render(arrange(run), Options()).encode())
    assert root.get("tests") == "2"
