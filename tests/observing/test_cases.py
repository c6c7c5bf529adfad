"""The cases of tests/cases/observing, one file for each rule: only that rule runs, and all that it says must match."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from duibiao import baselines, documents
from duibiao.check import Given, check, known
from duibiao.facts import read_clauses
from duibiao.model.document import Level
from duibiao.model.report import PlanInfo
from duibiao.observing import Subject
from duibiao.observing.observe import observe
from duibiao.observing.registry import RULES
from tests.casefiles import files, params
from tests.wrapping import wrapped

KNOWN = frozenset({"plan", "notices", "issued", "region", "level", "wrap", "baseline", "requirements", "markdown"})
REQUIRED = frozenset({"plan", "notices"})
RULE_OF = {rule.code: rule for rule in RULES}
FILES = files("observing")


def every_case() -> list[Any]:
    found: list[Any] = []
    for path in FILES:
        assert yaml.safe_load(path.read_text("utf-8"))["rule"] == path.stem
        cases = params(path, KNOWN, REQUIRED)
        found += [pytest.param(path.stem, *case.values, id=case.id, marks=case.marks) for case in cases]
    return found


@pytest.mark.parametrize(("code", "case"), every_case())
def test_case(code: str, case: dict[str, Any], tmp_path: Path) -> None:
    subject = made(case, tmp_path)
    seen = observe(subject, rules=(RULE_OF[code],))
    told = [(o.message.zh, [e.text.replace("\n", "") for e in o.evidence]) for o in seen]
    assert len(told) == len(case["notices"]), told
    for (message, quotes), wanted in zip(told, case["notices"], strict=True):
        assert all(word in message for word in wanted.get("says", [])), message
        if "quotes" in wanted:
            assert quotes == wanted["quotes"]
    for observation in seen:
        for evidence in observation.evidence:
            assert subject.document.quote(evidence.span) == evidence.text


def made(case: dict[str, Any], folder: Path) -> Subject:
    """The plan of a case as it is read, held against the checklist that the case gives."""
    text = case["plan"]
    if "wrap" in case:
        text = wrapped(text, case["wrap"])
    path = folder / ("plan.md" if case.get("markdown") else "plan.txt")
    path.write_text(text, "utf-8")
    level = Level(case["level"]) if "level" in case else None
    issued = str(case["issued"]) if "issued" in case else None  # YAML takes it for a date
    document = known(documents.read(path), Given(issued=issued, region=case.get("region"), level=level))
    listed = case.get("requirements", [{"text": "建立应急物资储备制度"}])
    data = {
        "schema": 1,
        "baseline": {"id": "case", "level": "province", **case.get("baseline", {})},
        "requirements": [{"id": f"C-{number}", **fields} for number, fields in enumerate(listed)],
    }
    checklist = folder / "case.yaml"
    checklist.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    baseline = baselines.load(checklist)
    facts = read_clauses(document)
    plan = PlanInfo(path="plan.txt", sha256="", region=document.region, level=document.level)
    checked = check(document, facts, plan, baseline)
    return Subject(
        document=document, facts=tuple(facts), baseline=baseline, findings=checked.findings, tasks=checked.tasks
    )


@pytest.mark.parametrize("code", RULE_OF)
def test_every_rule_is_tried_from_all_sides(code: str) -> None:
    path = next((path for path in FILES if path.stem == code), None)
    assert path is not None, f"no cases for {code}"
    cases = [param.values[0] for param in params(path, KNOWN, REQUIRED)]
    assert sum(bool(case["notices"]) for case in cases) >= 3
    assert sum(not case["notices"] for case in cases) >= 3


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.rule)
def test_every_rule_has_its_page(rule: Any) -> None:
    page = rule.page
    assert all(text.zh and text.en for text in (page.title, page.finds, page.matters, page.limits))
