"""The cases of tests/cases/judging, one file for each rule: only that rule runs, and all that it says must match."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from duibiao.judging import RULES, judge
from duibiao.model.document import Document
from duibiao.model.report import Reason
from tests.casefiles import files, params
from tests.judging.frame import Case, matched, searched

KNOWN = frozenset({
    "plan", "requirement", "verdict", "reasons", "passages", "elsewhere", "complete", "wrap", "region", "issued",
})  # fmt: skip
REQUIRED = frozenset({"plan", "requirement", "reasons"})
RULE_OF = {rule.code: rule for rule in RULES}
FILES = files("judging")
# Presence and completeness are learned; a made-up match would try nothing. The others compare a passage they are given.
END_TO_END = frozenset({"task-omitted", "partial"})


def every_case() -> list[Any]:
    found: list[Any] = []
    for path in FILES:
        assert yaml.safe_load(path.read_text("utf-8"))["rule"] == path.stem
        cases = params(path, KNOWN, REQUIRED)
        found += [pytest.param(path.stem, *case.values, id=case.id, marks=case.marks) for case in cases]
    return found


@pytest.mark.parametrize(("code", "case"), every_case())
def test_case(code: str, case: Case, tmp_path: Path) -> None:
    given = code not in END_TO_END or "complete" in case
    match, document = (matched if given else searched)(case, tmp_path)
    found = [described(reason, document) for reason in judge(match, rules=(RULE_OF[code],)).reasons]
    assert len(found) == len(case["reasons"]), found
    # what a case does not say of a reason may be anything, but for its place: no quote is no place
    assert found == [{**real, "quote": None, **said} for real, said in zip(found, case["reasons"], strict=True)]
    if "verdict" in case:
        assert judge(match).verdict.value == case["verdict"]


def described(reason: Reason, document: Document) -> dict[str, Any]:
    """What a case may say of a reason; `quote` is the author's words at its span, hard line breaks left out."""
    quote = document.quote(reason.span).replace("\n", "") if reason.span else None
    return {"code": reason.code, "quote": quote, "expected": reason.expected, "found": reason.found}


@pytest.mark.parametrize("code", RULE_OF)
def test_every_rule_is_tried_from_all_sides(code: str) -> None:
    path = next((path for path in FILES if path.stem == code), None)
    assert path is not None, f"no cases for {code}"
    cases = [param.values[0] for param in params(path, KNOWN, REQUIRED)]
    assert sum(bool(case["reasons"]) for case in cases) >= 3
    assert sum(not case["reasons"] for case in cases) >= 3
