"""A comparison for other programs. Each side of a change is told as the report tells a finding."""

import json
from typing import Any

from duibiao.model.comparison import Change, Compared, Side
from duibiao.model.report import PlanInfo
from duibiao.model.saved import SavedFinding
from duibiao.reports.changes.view import Sheet, View
from duibiao.reports.format import Options
from duibiao.reports.json import DIGITS, baseline_data, decision_data, evidence_data, plan_data, reason_data
from duibiao.reports.json import schema as report_schema

SCHEMA = "duibiao-diff/1"
Json = dict[str, Any]


def render(view: View, options: Options) -> str:
    comparison = view.comparison
    data = {
        "schema": SCHEMA,
        "tool": {"name": "duibiao", "version": comparison.version},
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "plans": [_plan(sheet, options.language) for sheet in view.sheets],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def schema() -> str:
    """The JSON Schema of what `render` writes; its parts are those of a report."""
    report = json.loads(report_schema())["$defs"]
    finding = report["finding"]["properties"]
    sides = ("verdict", "severity", "confidence", "review", "reasons", "evidence", "decision", "fingerprint", "passage")
    counts = {str(change): {"type": "integer", "minimum": 0} for change in Change}
    defs = {name: report[name] for name in ("baseline", "plan", "reason", "evidence", "decision")}
    defs["run"] = _object(
        version={"type": "string"}, baselines={"type": "array", "items": {"$ref": "#/$defs/baseline"}}
    )
    defs["side"] = _object(**{name: finding[name] for name in sides})
    defs["change"] = _object(
        requirement=finding["requirement"],
        title=finding["title"],
        kind=finding["kind"],
        change={"enum": [str(change) for change in Change]},
        old=_or_null("side"),
        new=_or_null("side"),
    )
    defs["comparison"] = _object(
        old=_or_null("plan"),
        new=_or_null("plan"),
        baseline={"type": ["string", "null"]},
        summary=_object(**counts),
        changes={"type": "array", "items": {"$ref": "#/$defs/change"}},
        unreadable={"type": ["string", "null"], "description": "code of the side that could not be read"},
    )
    whole = _object(
        schema={"const": SCHEMA},
        tool=_object(name={"const": "duibiao"}, version={"type": "string"}),
        old={"$ref": "#/$defs/run"},
        new={"$ref": "#/$defs/run"},
        plans={"type": "array", "items": {"$ref": "#/$defs/comparison"}},
    )
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:duibiao:diff:1",
        "title": "Duibiao comparison",
        "description": "What `duibiao diff -f json` writes.",
    }
    return json.dumps({**head, **whole, "$defs": defs}, ensure_ascii=False, indent=2) + "\n"


def _object(**properties: Json) -> Json:
    return {"type": "object", "additionalProperties": False, "required": list(properties), "properties": properties}


def _or_null(name: str) -> Json:
    return {"oneOf": [{"$ref": f"#/$defs/{name}"}, {"type": "null"}]}


def _side(side: Side) -> Json:
    return {"version": side.version, "baselines": [baseline_data(baseline) for baseline in side.baselines]}


def _plan(sheet: Sheet, language: str) -> Json:
    plan = sheet.plan
    return {
        "old": _known(plan.old),
        "new": _known(plan.new),
        "baseline": plan.baseline or None,
        "summary": {str(change): plan.count(change) for change in Change},
        "changes": [_change(compared, language) for compared in plan.changes],
        "unreadable": plan.unreadable,
    }


def _known(plan: PlanInfo | None) -> Json | None:
    return plan_data(plan) if plan else None


def _change(compared: Compared, language: str) -> Json:
    latest = compared.latest
    return {
        "requirement": latest.requirement,
        "title": latest.title,
        "kind": latest.kind,
        "change": compared.change,
        "old": _finding(compared.old, language),
        "new": _finding(compared.new, language),
    }


def _finding(finding: SavedFinding | None, language: str) -> Json | None:
    if finding is None:
        return None
    return {
        "verdict": finding.verdict,
        "severity": finding.severity,
        "confidence": round(finding.confidence, DIGITS),
        "review": finding.review,
        "reasons": [reason_data(reason, language) for reason in finding.reasons],
        "evidence": [evidence_data(evidence) for evidence in finding.evidence],
        "decision": decision_data(finding.decision),
        "fingerprint": finding.fingerprint,
        "passage": finding.passage,
    }
