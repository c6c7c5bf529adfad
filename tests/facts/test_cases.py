"""The cases of tests/cases/facts: a text, and every fact of one kind that must be read in it, in order.

Only the keys that a case gives are compared, but the count always. `quote` is the words that the fact covers.
"""

from typing import Any

import pytest

from duibiao.facts import read_departments, read_facts
from duibiao.language.normalise import normalise
from tests.casefiles import FOLDER, params
from tests.facts.describe import Fact, as_said, date, department, quantity, quoted, scope, verb

KINDS = ("quantities", "dates", "strength", "scope", "departments")
KNOWN = frozenset({"text", "issued", "facts"})
REQUIRED = frozenset({"text", "facts"})


def read(kind: str, text: str, issued: str | None) -> list[Fact]:
    plain = normalise(text)
    facts = read_facts(plain.text, issued)
    match kind:
        case "quantities":
            return quoted(facts.quantities, plain, text, quantity)
        case "dates":
            return quoted(facts.dates, plain, text, date)
        case "strength":
            return quoted(facts.verbs, plain, text, lambda fact: verb(fact, plain.text))
        case "scope":
            return quoted(facts.scopes, plain, text, scope)
        case _:
            return [department(fact) for fact in read_departments(plain.text)]


def every_case() -> list[Any]:
    return [
        pytest.param(kind, *case.values, id=case.id, marks=case.marks)
        for kind in KINDS
        for case in params(FOLDER / "facts" / f"{kind}.yaml", KNOWN, REQUIRED)
    ]


@pytest.mark.parametrize(("kind", "case"), every_case())
def test_case(kind: str, case: dict[str, Any]) -> None:
    issued = str(case["issued"]) if "issued" in case else None  # YAML takes it for a date
    found = read(kind, case["text"], issued)
    assert found == as_said(found, case["facts"])
