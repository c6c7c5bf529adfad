"""A checklist and a plan from words: a case file of matching is one plan and the requirements held against it."""

from pathlib import Path
from typing import Any

import yaml

from duibiao import documents
from duibiao.check import wanted_of
from duibiao.facts import read_clauses
from duibiao.matching import match
from duibiao.model.document import Document
from duibiao.model.match import Match
from tests.judging.frame import requirements


def read_plan(text: str, folder: Path) -> Document:
    path = folder / "plan.txt"
    path.write_text(text, "utf-8")
    return documents.read(path)


def matches(listed: list[dict[str, Any]], plan: str, folder: Path) -> tuple[Document, tuple[Match, ...]]:
    document = read_plan(plan, folder)
    wanted = [wanted_of(requirement) for requirement in requirements(listed, folder)]
    return document, match(wanted, document, read_clauses(document))


def written(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return content
