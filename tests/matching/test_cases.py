"""The cases of tests/cases/matching: one plan to a file, and all its requirements together as the checklist.

`best` are words that the first passage must hold, `loser` words that no passage of the evidence may touch.
`present: false` where nothing in the plan answers.
"""

from pathlib import Path
from typing import Any

import pytest

from duibiao.model.document import Document
from duibiao.model.match import Match, Passage
from duibiao.model.span import Span
from tests.casefiles import files, params
from tests.matching.loading import matches, written

KNOWN = frozenset({"requirement", "best", "loser", "present"})
FILES = files("matching")
Found = dict[str, tuple[Document, Match]]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Found]:
    """What each requirement of each file finds, by the name of its case."""
    everything: dict[Path, Found] = {}
    for path in FILES:
        content = written(path)
        listed = [case["requirement"] for case in content["cases"]]
        document, answers = matches(listed, content["plan"], tmp_path_factory.mktemp(path.stem))
        names = [case["name"] for case in content["cases"]]
        everything[path] = {name: (document, answer) for name, answer in zip(names, answers, strict=True)}
    return everything


def every_case() -> list[Any]:
    return [
        pytest.param(path, *case.values, id=case.id, marks=case.marks)
        for path in FILES
        for case in params(path, KNOWN, frozenset({"requirement"}))
    ]


@pytest.mark.parametrize(("path", "case"), every_case())
def test_case(path: Path, case: dict[str, Any], found: dict[Path, Found]) -> None:
    document, answer = found[path][case["name"]]
    shown = [passage.plain.text for passage in answer.passages]
    assert answer.present is case.get("present", True), (round(answer.presence, 2), shown)
    if not answer.present:
        return
    assert _touches(answer.passages[0], _span(document, case["best"])), shown
    assert not any(_touches(passage, _span(document, case["loser"])) for passage in answer.passages), shown


def _span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def _touches(passage: Passage, span: Span) -> bool:
    return passage.plain.origin(0, len(passage.plain)).overlaps(span)


def test_every_case_names_a_winner_and_a_loser() -> None:
    for path in FILES:
        for case in written(path)["cases"]:
            keys = {"best", "loser"} if case.get("present", True) else {"present"}
            assert keys <= set(case), f"{path.name}: {case['name']}"
