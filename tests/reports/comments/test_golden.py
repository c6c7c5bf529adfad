"""All comments of the fixed run, as they were when somebody last looked at them."""

from pathlib import Path

import pytest

from duibiao.model.report import Run
from tests.conftest import Golden
from tests.reports import fixed
from tests.reports.comments.shown import made, shown
from tests.reports.html import told

GOLDEN = Path(__file__).parent / "golden"
CASES: dict[str, tuple[Run, str]] = {
    "single.txt": (told.single(), "zh"),
    "single.en.txt": (told.single(), "en"),
    "layered.txt": (told.with_text(fixed.layered()), "zh"),
}


@pytest.mark.parametrize("name", CASES)
def test_comments_are_as_they_were_last_looked_at(name: str, golden: Golden) -> None:
    run, language = CASES[name]
    golden(GOLDEN / name, shown(made(run, language), run))


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(CASES)
