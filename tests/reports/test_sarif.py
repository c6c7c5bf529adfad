"""SARIF by the published schema, and what its readers lean on beyond it.

`sarif-2.1.0.json` is the schema of the OASIS standard as Microsoft's multitool publishes it.
"""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from duibiao.check import rule_pages
from duibiao.model.report import Checked, Evidence, Run, Verdict
from duibiao.model.span import Span
from duibiao.reports.format import Options
from duibiao.reports.sarif import region, render, uri
from duibiao.reports.view import arrange
from tests.reports import fixed

VALIDATOR = Draft202012Validator(json.loads((Path(__file__).parent / "sarif-2.1.0.json").read_text("utf-8")))
RUNS = {
    "many": fixed.everything(),
    "plain": fixed.in_plain_text(),
    "layered": fixed.layered(),
    "nothing": replace(fixed.everything(), reports=()),
    "shipped": replace(fixed.everything(), pages=rule_pages()),
}


def run_of(run: Run, language: str = "zh") -> dict[str, Any]:
    log = json.loads(render(arrange(run), Options(language=language)))
    (only,) = log["runs"]
    found: dict[str, Any] = only
    return found


def results(run: Run) -> dict[str, dict[str, Any]]:
    return {r["properties"]["requirement"]: r for r in run_of(run)["results"] if "properties" in r}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", RUNS)
def test_it_keeps_to_the_published_schema(name: str, language: str) -> None:
    VALIDATOR.validate(json.loads(render(arrange(RUNS[name]), Options(language=language))))


def test_only_what_is_weakened_or_omitted_or_noticed_is_a_result() -> None:
    found = run_of(fixed.single())["results"]
    assert [r["ruleId"] for r in found] == ["W101", "W105", "W107", "W104", "O100", "O100", "O100"]
    assert [r["ruleId"] for r in run_of(fixed.everything())["results"]][-2:] == ["B401", "B402"]


def test_levels_are_those_of_the_findings() -> None:
    assert [r["level"] for r in run_of(fixed.single())["results"]] == [
        "error", "warning", "note", "error", "error", "note", "error",
    ]  # fmt: skip


def test_results_name_rules_that_are_there() -> None:
    for report in RUNS.values():
        run = run_of(report)
        rules = run["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == sorted(rule["id"] for rule in rules)
        assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])


def test_help_of_a_rule_is_its_page_in_both_languages() -> None:
    rule = next(r for r in run_of(fixed.single())["tool"]["driver"]["rules"] if r["id"] == "W103")
    for told in (fixed.PAGE.finds, fixed.PAGE.matters, fixed.PAGE.limits):
        for language in ("zh", "en"):
            assert told.say(language) in rule["help"]["text"]
            assert told.say(language) in rule["help"]["markdown"]
    assert fixed.PAGE.finds.zh in rule["fullDescription"]["text"]
    assert fixed.PAGE.finds.en in rule["fullDescription"]["text"]


def test_fingerprints_are_those_of_the_findings() -> None:
    prints = results(fixed.single())["QS-003"]["partialFingerprints"]
    assert prints["duibiaoFinding/v1"] == fixed.lowered().fingerprint
    assert prints["duibiaoPassage/v1"] == fixed.lowered().passage
    assert prints["primaryLocationLineHash"] == fixed.lowered().fingerprint + ":1"
    assert "primaryLocationLineHash" not in results(fixed.in_plain_text())["QS-003"]["partialFingerprints"]


def test_in_plain_text_the_region_is_the_word_that_differs() -> None:
    place = results(fixed.in_plain_text())["QS-003"]["locations"][0]["physicalLocation"]
    evidence = fixed.lowered().evidence[0]
    assert place["region"]["startLine"] == 43
    start = place["region"]["startColumn"] - evidence.column
    assert evidence.text[start : place["region"]["endColumn"] - evidence.column] == "80%左右"
    assert place["contextRegion"]["snippet"]["text"] == evidence.text


def test_elsewhere_the_place_is_a_section() -> None:
    location = results(fixed.single())["QS-003"]["locations"][0]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "三(三)"
    assert location["properties"] == {"page": 4}


def test_an_omission_points_at_the_nearest_clause_on_the_side() -> None:
    result = results(fixed.in_plain_text())["QS-007"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["region"]["snippet"]["text"].startswith("加快数字政府建设")


def test_emphasis_in_a_rule_is_emphasis() -> None:
    for rule in run_of(fixed.single(), language="en")["tool"]["driver"]["rules"]:
        assert not re.search(r"\s\*\*(\s|$)", rule["help"].get("markdown", ""))


def test_waived_is_suppressed_and_nothing_else() -> None:
    suppressed = {name: r["suppressions"] for name, r in results(fixed.single()).items() if r["suppressions"]}
    assert list(suppressed) == ["QS-009"]
    assert suppressed["QS-009"][0]["status"] == "accepted"
    assert "本市无建制乡镇" in suppressed["QS-009"][0]["justification"]


def test_an_unreadable_plan_is_a_notification() -> None:
    (invocation,) = run_of(fixed.everything())["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["descriptor"]["id"] == "scan"


def test_results_stand_in_the_order_of_plans_whatever_the_order_they_were_given_in() -> None:
    run = fixed.everything()
    turned = replace(run, reports=tuple(reversed(run.reports)))
    assert run_of(run)["results"] == run_of(turned)["results"]


def test_lines_and_columns_go_over_line_breaks() -> None:
    evidence = Evidence(text="甲𬭁\n  乙丙", span=Span(10, 17), clause="", line=5, column=3)
    assert region(evidence, Span(10, 17)) == {"startLine": 5, "startColumn": 3, "endLine": 6, "endColumn": 5}
    assert region(evidence, Span(15, 16)) == {"startLine": 6, "startColumn": 3, "endLine": 6, "endColumn": 4}


@settings(deadline=None)  # a busy machine is no fault
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_path_is_a_uri_that_leads_back(path: str) -> None:
    assert uri(path).isascii()
    assert ":" not in uri(path)
    assert unquote(uri(path)) == path


def test_a_path_that_is_no_unicode_is_a_uri_all_the_same() -> None:
    assert uri("方案\udcff.txt").endswith("%FF.txt")
    assert uri("\ud800.txt").isascii()


@settings(max_examples=30, deadline=None)
@given(st.text(), st.text(min_size=1))
def test_any_text_keeps_to_the_schema(text: str, path: str) -> None:
    reason = fixed.lowered().reasons[0]
    finding = fixed.finding(
        fixed.requirement(1, text, text),
        Verdict.WEAKENED,
        fixed.lowered().severity,
        replace(reason, span=Span(1000, 1000 + len(text))),
        evidence=(fixed.passage(text, 0),),
    )
    plan = replace(fixed.PLAN, path=path + ".txt")
    run = replace(fixed.single(), reports=(Checked(plan=plan, baseline=fixed.BASELINE.id, findings=(finding,)),))
    VALIDATOR.validate(json.loads(render(arrange(run), Options())))
