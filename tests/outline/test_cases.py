"""The cases of tests/cases/outline: lines of a plan, and what the outline must make of them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from duibiao.model.document import Document
from tests.outline.loading import document

FOLDER = Path(__file__).parents[1] / "cases" / "outline"
# A text without line breaks must be long to be taken for one.
FILLER = "各镇要把这项工作摆上重要位置，逐村逐户排查需求，建立台账，按月通报进度。" * 20
KNOWN = {"name", "why", "plan", "hint", "sections", "clauses", "columns", "about", "responsible", "roles"}


def cases() -> list[Any]:
    found: list[Any] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
        found.extend(pytest.param(case, id=f"{path.stem}-{case['name']}") for case in written)
    return found


def test_every_case_is_understood() -> None:
    for param in cases():
        (case,) = param.values
        assert set(case) <= KNOWN, f"{param.id}: unknown keys {set(case) - KNOWN}"
        assert set(case) - {"name", "why", "plan", "hint"}, f"{param.id} expects nothing"


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any]) -> None:
    read = document(case["plan"].replace("{filler}", FILLER), title=case.get("hint"))
    for key, look in LOOKS.items():
        if key in case:
            assert look(read) == case[key]


def sections(read: Document) -> list[Any]:
    return [[section.label, section.title] for section in read.sections[1:]]


def clauses(read: Document) -> list[Any]:
    return [[clause.label, clause.role.value, clause.plain.text.replace("\t", " | ")] for clause in read.clauses]


def roles(read: Document) -> list[str]:
    return [clause.role.value for clause in read.clauses]


def responsible(read: Document) -> list[Any]:
    """The committing clauses and headings with the note that governs them."""
    return [
        [clause.plain.text.replace("\t", " | "), clause.responsibility]
        for clause in read.clauses
        if clause.role.commits
    ]


def columns(read: Document) -> list[Any]:
    """The columns of the first row that is no heading."""
    row = next(clause for clause in read.clauses if clause.cells and clause.role.commits)
    return [[cell.header, cell.column.value, row.plain.text[cell.start : cell.end]] for cell in row.cells]


def about(read: Document) -> dict[str, Any]:
    level = read.level.value if read.level else None
    return {
        "title": read.title,
        "number": read.number,
        "issued": read.issued,
        "region": read.region,
        "level": level,
    }


LOOKS = {
    "sections": sections,
    "clauses": clauses,
    "roles": roles,
    "responsible": responsible,
    "columns": columns,
    "about": about,
}
