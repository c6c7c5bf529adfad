"""Whole pages as they were when somebody last looked at them, without style and script, which are files already."""

import re
from pathlib import Path

import pytest

from duibiao.model.report import Run
from tests.conftest import Golden
from tests.reports import fixed
from tests.reports.html import told

GOLDEN = Path(__file__).parent / "golden"
CASES: dict[str, tuple[Run, str]] = {
    "single.html": (told.single(), "zh"),
    "single.en.html": (told.single(), "en"),
    "layered.html": (told.with_text(fixed.layered()), "zh"),
}


@pytest.mark.parametrize("name", CASES)
def test_page_is_as_it_was_last_looked_at(name: str, golden: Golden) -> None:
    golden(GOLDEN / name, bare(told.page(*CASES[name])))


def bare(page: str) -> str:
    """A page without its style and script, and without their digests."""
    text = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", page, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+", "sha256-", text)


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(CASES)
