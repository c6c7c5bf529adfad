"""The cases of tests/cases/drafting: a document, and what must be drafted from it."""

from pathlib import Path
from typing import Any

import pytest

from duibiao.documents import read
from duibiao.drafting.drafted import Drafted
from duibiao.drafting.reading import Origin, read_requirements
from duibiao.model.baseline import Target
from duibiao.model.document import Level
from tests.casefiles import FOLDER, params

KNOWN = frozenset({"text", "format", "region", "requirements"})
REQUIRED = frozenset({"text", "requirements"})


def shown(target: Target) -> str:
    total = " total" if target.aggregate else ""
    return f"{target.indicator} {target.op.value} {target.value:g} {target.unit}{total}"


def told(drafted: Drafted, field: str) -> Any:
    value = getattr(drafted, field)
    match field:
        case "targets":
            return [shown(target) for target in value]
        case "strength":
            return value.word
        case "departments" | "applies_to":
            return [str(each) for each in value]
        case _:
            return value if value is None else str(value)


@pytest.mark.parametrize("case", list(params(FOLDER / "drafting" / "documents.yaml", KNOWN, REQUIRED)))
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / f"d.{case.get('format', 'txt')}"
    file.write_text(case["text"], "utf-8")
    level = Level.PROVINCE if "region" in case else None
    found = read_requirements(read(file), Origin(id="d", level=level)).requirements
    wanted = case["requirements"]
    assert len(found) == len(wanted), [each.text for each in found]
    for each, fields in zip(found, wanted, strict=True):
        assert {field: told(each, field) for field in fields} == fields
