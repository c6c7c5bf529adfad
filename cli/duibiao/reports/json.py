"""The machine contract: what other programs read. `schema.json` beside this file describes it.

Every key is always there, with null where nothing is known, but for these, which stand only where they mean
something: `nearest` (an omission with a clause that was refused), `error` (an unreadable plan), `baseline` of a
report with the top-level `baselines` (more than one baseline), `compared` of a report with `change` and `was` of its
findings (a run that was compared with an earlier one), and the top-level `rulings` (decisions that do not hold).
"""

from importlib.resources import files
from typing import Any, assert_never

from msgspec import json as fast

from duibiao.model.report import (
    BaselineInfo,
    Before,
    Checked,
    Evidence,
    Finding,
    Lapsed,
    Observation,
    PlanInfo,
    Reason,
    Ruling,
    Unreadable,
)
from duibiao.reports.format import Options
from duibiao.reports.view import Tally, View, changes, tally

SCHEMA = "duibiao/1"
# Finer steps than a thousandth would only be noise of the model.
DIGITS = 3


def render(view: View, options: Options) -> str:
    run = view.run
    several = len(run.baselines) > 1
    data: dict[str, Any] = {
        "schema": SCHEMA,
        "tool": {"name": "duibiao", "version": run.version},
        "baseline": baseline_data(run.baselines[0]) if run.baselines else None,
    }
    if several:
        data["baselines"] = [baseline_data(baseline) for baseline in run.baselines]
    data["reports"] = [_report(report, options.language, several=several) for report in run.reports]
    if run.lapsed:
        data["rulings"] = [_lapsed(entry) for entry in run.lapsed]
    return indented(data)


def indented(data: Any) -> str:
    """As `json.dumps` with an indent writes it, which has no fast way for that."""
    return fast.format(fast.encode(data), indent=2).decode() + "\n"


def schema() -> str:
    """The JSON Schema of what `render` writes."""
    return files("duibiao.reports").joinpath("schema.json").read_text("utf-8")


def baseline_data(baseline: BaselineInfo) -> dict[str, Any]:
    return {
        "id": baseline.id,
        "title": baseline.title,
        "sha256": baseline.sha256,
        "requirements": baseline.requirements,
    }


def _report(report: Checked | Unreadable, language: str, *, several: bool) -> dict[str, Any]:
    match report:
        case Checked():
            return {
                "plan": plan_data(report.plan),
                **({"baseline": report.baseline} if several else {}),
                "summary": _summary(tally(report.findings)),
                **({"compared": _compared(report.before, report)} if report.before else {}),
                "findings": [_finding(finding, language) for finding in report.findings],
                "observations": [_observation(observation, language) for observation in report.observations],
                "status": "checked",
            }
        case Unreadable():
            # The same shape as any other, so that a reader's loop over findings needs no special case.
            return {
                "plan": plan_data(report.plan),
                "summary": _summary(tally(())),
                "findings": [],
                "observations": [],
                "status": "unreadable",
                "error": {
                    "code": report.code,
                    "message": report.message.say(language),
                    "advice": report.advice.say(language) if report.advice else None,
                },
            }
        case _:
            assert_never(report)


def plan_data(plan: PlanInfo) -> dict[str, Any]:
    return {
        "path": plan.path,
        "title": plan.title,
        "number": plan.number,
        "issued": plan.issued,
        "region": plan.region,
        "level": plan.level,
        "sha256": plan.sha256,
        "clauses": plan.clauses,
    }


def _compared(before: Before, report: Checked) -> dict[str, Any]:
    return {"with": before.name, "path": before.path, "summary": dict(changes(report)), "gone": list(before.gone)}


def _summary(counts: Tally) -> dict[str, int]:
    verdicts = {str(verdict): count for verdict, count in counts.verdicts}
    return {**verdicts, "waived": counts.waived, "review": counts.review}


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    nearest = {"nearest": evidence_data(finding.nearest)} if finding.nearest else {}
    return {
        "requirement": finding.requirement.id,
        "title": finding.requirement.title,
        "kind": finding.kind,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "confidence": round(finding.confidence, DIGITS),
        "review": finding.review,
        "reasons": [reason_data(reason, language) for reason in finding.reasons],
        "evidence": [evidence_data(evidence) for evidence in finding.evidence],
        **nearest,
        "decision": decision_data(finding.decision),
        "fingerprint": finding.fingerprint,
        "passage": finding.passage,
        **({"change": finding.change, "was": finding.was} if finding.change else {}),
    }


def reason_data(reason: Reason, language: str) -> dict[str, Any]:
    return {
        "code": reason.code,
        "rule": reason.rule,
        "expected": reason.expected,
        "found": reason.found,
        "message": reason.message.say(language),
    }


def evidence_data(evidence: Evidence) -> dict[str, Any]:
    return {
        "text": evidence.text,
        "clause": evidence.clause,
        "line": evidence.line,
        "page": evidence.page,
        "start": evidence.span.start,
        "end": evidence.span.end,
    }


def decision_data(ruling: Ruling | None) -> dict[str, Any] | None:
    if ruling is None:
        return None
    return {
        "action": ruling.action,
        "reason": ruling.reason,
        "by": ruling.by,
        "date": ruling.date,
        "verdict": ruling.verdict,
        "expires": ruling.expires,
        **({"judged": ruling.judged} if ruling.judged else {}),
    }


def _lapsed(entry: Lapsed) -> dict[str, Any]:
    decision, ruling = entry.decision, entry.decision.ruling
    return {
        "state": entry.state,
        "requirement": decision.requirement,
        "plan": entry.plan,
        "action": ruling.action,
        "verdict": ruling.verdict,
        "reason": ruling.reason,
        "by": ruling.by,
        "date": ruling.date,
        "expires": ruling.expires,
        "file": decision.file,
        "line": decision.line,
    }


def _observation(observation: Observation, language: str) -> dict[str, Any]:
    return {
        "code": observation.code,
        "rule": observation.rule,
        "message": observation.message.say(language),
        "evidence": [evidence_data(evidence) for evidence in observation.evidence],
    }
