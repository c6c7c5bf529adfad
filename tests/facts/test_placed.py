"""Facts that a clause has from its place: cases of rows.yaml (columns of a table) and governed.yaml (dates)."""

from typing import Any

import pytest

from duibiao.facts import read_clauses
from duibiao.language.normalise import plain_text
from duibiao.model.document import Clause, Document
from duibiao.model.fact import DateKind, Facts
from tests.casefiles import FOLDER, params
from tests.facts.describe import Fact, as_said, date, department, quantity, quoted
from tests.outline.loading import document

HEAD = "青山县有关工作实施方案\n一、工作安排\n"
ROWS = list(params(FOLDER / "facts" / "rows.yaml", frozenset({"plan", "rows"}), frozenset({"plan", "rows"})))
GOVERNED = list(
    params(FOLDER / "facts" / "governed.yaml", frozenset({"plan", "clauses"}), frozenset({"plan", "clauses"}))
)


def committing(plan: str) -> tuple[Document, list[tuple[Clause, Facts]]]:
    read = document(HEAD + plan)
    pairs = zip(read.clauses, read_clauses(read), strict=True)
    return read, [(clause, facts) for clause, facts in pairs if clause.role.commits]


@pytest.mark.parametrize("case", ROWS)
def test_row(case: dict[str, Any]) -> None:
    read, found = committing(case["plan"])
    assert len(found) == len(case["rows"])
    for (clause, facts), row in zip(found, case["rows"], strict=True):
        shown: dict[str, list[Fact]] = {
            "quantities": quoted(facts.quantities, clause.plain, read.text, quantity),
            "dates": quoted(facts.dates, clause.plain, read.text, date),
            "departments": [department(fact) for fact in facts.departments],
        }
        assert set(row) <= set(shown), "a row has quantities, dates and departments"
        assert {kind: shown[kind] for kind in row} == {kind: as_said(shown[kind], row[kind]) for kind in row}


@pytest.mark.parametrize("case", GOVERNED)
def test_governed(case: dict[str, Any]) -> None:
    _, found = committing(case["plan"])
    shown = [
        [
            clause.plain.text.replace("\t", " | "),
            [[str(d), d.source] for d in facts.dates if d.kind is DateKind.BY],
        ]
        for clause, facts in found
    ]
    expected = [
        [text if "|" in text else plain_text(text), [[str(day), source] for day, source in dates]]
        for text, dates in case["clauses"]
    ]
    assert shown == expected
