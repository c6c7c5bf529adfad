"""A report read back: exactly what was written, and nothing that is not exactly a report."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from duibiao.model.errors import UsageError
from duibiao.model.report import Checked, Run, Unreadable, Verdict
from duibiao.model.saved import SavedRun
from duibiao.reports.format import Options
from duibiao.reports.json import render, schema
from duibiao.reports.view import arrange
from duibiao.review import read_saved
from tests.reports import fixed

SCHEMA = Draft202012Validator(json.loads(schema()))
RUNS = {"many": fixed.everything(), "one": fixed.single(), "layered": fixed.layered()}


def written(run: Run) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(arrange(run), Options()))
    return data


def read(data: Any) -> SavedRun:
    return read_saved(json.dumps(data).encode(), "r.json")


def refusal(content: bytes) -> tuple[str, str]:
    with pytest.raises(UsageError) as caught:
        read_saved(content, "r.json")
    assert caught.value.advice
    return caught.value.message.zh, caught.value.message.en


@pytest.mark.parametrize("name", RUNS)
def test_what_was_written_is_read_back(name: str) -> None:
    run = RUNS[name]
    saved = read(written(run))
    assert saved.version == run.version
    assert saved.baselines == run.baselines
    for report, back in zip(run.reports, saved.reports, strict=True):
        assert back.plan == report.plan
        if isinstance(report, Unreadable):
            assert (back.error, back.findings) == (report.code, ())
            continue
        assert isinstance(report, Checked)
        assert back.baseline == report.baseline
        for finding, found in zip(report.findings, back.findings, strict=True):
            assert found.requirement == finding.requirement.id
            assert found.verdict is finding.verdict
            assert found.fingerprint == finding.fingerprint
            assert [e.text for e in found.evidence] == [e.text for e in finding.evidence]
            assert [e.span for e in found.evidence] == [e.span for e in finding.evidence]
            assert found.decision == finding.decision
            assert [r.message.zh for r in found.reasons] == [r.message.zh for r in finding.reasons]


def test_a_mark_at_the_head_of_the_file_is_let_pass() -> None:
    content = render(arrange(fixed.single()), Options()).encode("utf-8-sig")
    assert len(read_saved(content, "r.json").reports) == 1


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe{", b"[1, NaN]", b'{"a": 1, "a": 2}', b"[" * 100_000, b"# Duibiao"]
)
def test_what_is_no_json_is_told_with_both_ways_to_compare(content: bytes) -> None:
    zh, en = refusal(content)
    assert zh == "r.json 不是 json 报告"
    assert en == "r.json is no json report"


@pytest.mark.parametrize("data", [[], {}, {"schema": 1}, {"schema": "sarif"}, "duibiao/1", None])
def test_other_json_is_no_report(data: Any) -> None:
    assert "不是对标报告" in refusal(json.dumps(data).encode())[0]


def test_a_newer_report_is_refused_with_what_to_do() -> None:
    data = {**written(fixed.single()), "schema": "duibiao/2"}
    with pytest.raises(UsageError, match="duibiao/2") as caught:
        read(data)
    assert caught.value.advice
    assert "升级" in caught.value.advice.zh


FAULTS: list[tuple[list[str | int], Any, str]] = [
    (["reports", 0, "findings", 2, "verdict"], "bad", "reports[0].findings[2].verdict must be one of"),
    (["reports", 0, "findings", 2, "confidence"], 2, "reports[0].findings[2].confidence must be a number"),
    (["reports", 0, "findings", 2, "review"], 1, "reports[0].findings[2].review must be true or false"),
    (["reports", 0, "findings", 2, "evidence", 0, "text"], "short", "evidence[0].end does not agree"),
    (["reports", 0, "findings", 2, "evidence", 0, "line"], 0, "evidence[0].line must be a whole number from 1"),
    (["reports", 0, "findings", 2, "evidence", 0, "line"], 1e400, "evidence[0].line must be a whole number"),
    (["reports", 0, "findings", 2, "requirement"], "QS-001", "requirement QS-001 stands twice"),
    (["reports", 0, "findings", 2, "mood"], "good", "reports[0].findings[2] holds the unknown mood"),
    (["reports", 0, "summary", "omitted"], 9, "reports[0].summary omitted says 9, findings hold 3"),
    (["reports", 0, "plan", "level"], "town", "reports[0].plan.level must be one of national|province|city|county"),
    (["reports", 0, "status"], "unreadable", "reports[0].status does not agree with error"),
    (["reports", 0, "observations", 0, "rule"], "x", "observations[0].rule must be a code"),
    (["reports"], {}, "reports must be a list"),
    (["baseline"], "x", "baseline must be an object"),
    (["baseline"], None, "reports[0] does not say which baseline"),
    (["tool", "name"], "other", "tool.name must be one of duibiao"),
]


@pytest.mark.parametrize(("path", "value", "told"), FAULTS)
def test_a_fault_is_told_with_its_place(path: list[str | int], value: Any, told: str) -> None:
    data = written(fixed.everything())
    part: Any = data
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    content = json.dumps(data).replace("Infinity", "1e999").encode()
    assert told in refusal(content)[1]


def test_a_missing_part_is_told() -> None:
    data = written(fixed.single())
    del data["reports"][0]["findings"][0]["passage"]
    assert "reports[0].findings[0] lacks passage" in refusal(json.dumps(data).encode())[1]


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from places(part, (*path, key))


PLACES = {name: list(places(written(run))) for name, run in RUNS.items()}


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_the_published_schema_refuses_is_refused(data: st.DataObject) -> None:
    """Any part of a report put in place of any other: the reader may be stricter than the schema, never laxer."""
    name = data.draw(st.sampled_from(sorted(RUNS)))
    report = written(RUNS[name])
    path = data.draw(st.sampled_from(PLACES[name][1:]))
    value = data.draw(st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.just([]), st.just({})))
    part: Any = report
    for step in path[:-1]:
        part = part[step]
    if data.draw(st.booleans()):
        part[path[-1]] = value
    else:
        del part[path[-1]]
    if SCHEMA.is_valid(copy.deepcopy(report)):
        return
    with pytest.raises(UsageError):
        read(report)


def test_every_verdict_there_is_can_be_read() -> None:
    assert {f.verdict for f in read(written(fixed.single())).reports[0].findings} == set(Verdict)
