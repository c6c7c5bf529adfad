"""The machine contract."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from duibiao.model.report import Run, Verdict
from duibiao.reports.format import Options
from duibiao.reports.json import render, schema
from duibiao.reports.view import arrange
from tests.reports import fixed

VALIDATOR = Draft202012Validator(json.loads(schema()))


def painted(run: Run, language: str = "zh") -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(arrange(run), Options(language=language)))
    return data


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(schema()))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("run", [fixed.everything(), fixed.single(), fixed.layered()], ids=["many", "one", "layered"])
def test_reports_keep_to_the_schema(run: Run, language: str) -> None:
    VALIDATOR.validate(painted(run, language))


def test_schema_refuses_what_it_does_not_know() -> None:
    data = painted(fixed.single())
    data["reports"][0]["findings"][0]["mood"] = "good"
    with pytest.raises(ValidationError):
        VALIDATOR.validate(data)


def test_schema_wants_an_error_of_an_unreadable_plan_and_of_no_other() -> None:
    data = painted(fixed.everything())
    error = data["reports"][1].pop("error")
    with pytest.raises(ValidationError):
        VALIDATOR.validate(data)
    data["reports"][1]["error"] = error
    data["reports"][0]["error"] = error
    with pytest.raises(ValidationError):
        VALIDATOR.validate(data)


def test_keys_stand_in_the_order_of_the_contract() -> None:
    data = painted(fixed.everything())
    assert list(data) == ["schema", "tool", "baseline", "reports"]
    report = data["reports"][0]
    assert list(report) == ["plan", "summary", "findings", "observations", "status"]
    assert list(report["summary"]) == [
        "covered", "exceeded", "weakened", "omitted", "not-applicable", "waived", "review",
    ]  # fmt: skip
    finding = report["findings"][2]
    assert list(finding) == [
        "requirement", "title", "kind", "verdict", "severity", "confidence", "review", "reasons", "evidence",
        "decision", "fingerprint", "passage",
    ]  # fmt: skip
    assert list(finding["reasons"][0]) == ["code", "rule", "expected", "found", "message"]
    assert list(finding["evidence"][0]) == ["text", "clause", "line", "page", "start", "end"]


def test_findings_stand_in_baseline_order() -> None:
    findings = painted(fixed.single())["reports"][0]["findings"]
    assert [finding["requirement"] for finding in findings] == [f"QS-{number:03d}" for number in range(1, 12)]


def test_unknown_is_null_and_nearest_is_absent_where_there_is_none() -> None:
    findings = {f["requirement"]: f for f in painted(fixed.single())["reports"][0]["findings"]}
    assert findings["QS-001"]["evidence"][0]["page"] is None
    assert findings["QS-001"]["decision"] is None
    assert "nearest" not in findings["QS-008"]
    assert findings["QS-007"]["nearest"]["text"].startswith("加快数字政府建设")
    assert findings["QS-009"]["decision"]["expires"] == "2025-12-31"


def test_confidence_is_rounded() -> None:
    findings = {f["requirement"]: f["confidence"] for f in painted(fixed.single())["reports"][0]["findings"]}
    assert findings["QS-002"] == 0.877
    assert findings["QS-008"] == 1.0


def test_unreadable_plan_has_the_shape_of_any_other() -> None:
    report = painted(fixed.everything())["reports"][1]
    assert report["status"] == "unreadable"
    assert report["findings"] == report["observations"] == []
    assert set(report["summary"].values()) == {0}
    assert report["error"]["code"] == "scan"
    assert report["error"]["advice"]


def test_several_baselines_are_named_at_the_top_and_in_each_report() -> None:
    data = painted(fixed.layered())
    assert data["baseline"] == data["baselines"][0]
    assert [baseline["id"] for baseline in data["baselines"]] == ["qs-care-2021", "cn-care-2021"]
    assert [report.get("baseline") for report in data["reports"]] == ["qs-care-2021", "cn-care-2021", None]


def test_text_is_left_as_written_and_ends_with_a_line_feed() -> None:
    text = render(arrange(fixed.single()), Options())
    assert text.endswith("}\n")
    assert "養老床位" in text
    assert "\\u001b[31m[bold]" in text


@given(st.text())
def test_any_text_comes_back_as_it_was(text: str) -> None:
    evidence = fixed.passage(text, 0)
    run = fixed.single(fixed.finding(fixed.requirement(1, text, text), Verdict.COVERED, evidence=(evidence,)))
    finding = painted(run)["reports"][0]["findings"][0]
    assert finding["evidence"][0]["text"] == text == finding["title"]


def test_schema_file_travels_with_the_package() -> None:
    assert json.loads(schema())["$id"] == "urn:duibiao:report:1"
