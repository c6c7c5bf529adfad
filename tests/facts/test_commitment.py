"""What only reports or explains binds nobody (tests/cases/facts/commitment.yaml)."""

from typing import Any

import pytest

from duibiao.facts import read_clauses
from duibiao.facts.commitment import commits
from duibiao.language.normalise import plain_text
from tests.casefiles import FOLDER, params
from tests.outline.loading import document

KNOWN = frozenset({"text", "binding", "year"})
CASES = list(params(FOLDER / "facts" / "commitment.yaml", KNOWN, KNOWN - {"year"}))


@pytest.mark.parametrize("case", CASES)
def test_commits(case: dict[str, Any]) -> None:
    assert commits(plain_text(case["text"]), case.get("year")) is case["binding"]


def test_a_glossary_binds_nobody() -> None:
    read = document(
        "青山县有关工作实施方案\n一、工作安排\n建设算力调度平台。\n二、名词解释\n算力调度平台：统一编排算力的平台。\n"
    )
    binding = {clause.plain.text: facts.binding for clause, facts in zip(read.clauses, read_clauses(read), strict=True)}
    assert binding["建设算力调度平台。"]
    assert not binding["算力调度平台:统一编排算力的平台。"]


def test_the_year_of_the_title_stands_in_for_a_missing_issue_date() -> None:
    read = document("青山县养老服务三年行动方案（2021—2023年）\n一、工作安排\n2020年全县开设家庭病床310张。\n")
    assert [facts.binding for facts in read_clauses(read)][-1] is False
