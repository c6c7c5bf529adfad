"""Whole reports of the fixed run, as they were when somebody last looked at them."""

from pathlib import Path

import pytest

from duibiao.model.report import Run
from duibiao.reports.format import Options
from duibiao.reports.registry import named, render
from duibiao.reports.view import arrange
from tests.conftest import Golden
from tests.reports import fixed
from tests.reports.workbook import dump

GOLDEN = Path(__file__).parent / "golden"

CASES = {
    "narrow.txt": ("terminal", fixed.everything(), Options(width=60)),
    "usual.txt": ("terminal", fixed.everything(), Options(width=80)),
    "wide.all.en.txt": ("terminal", fixed.everything(), Options(width=120, language="en", everything=True)),
    "colour.ansi": ("terminal", fixed.single(fixed.lowered(), fixed.exceeded()), Options(width=80, colour="truecolor")),
    "layered.txt": ("terminal", fixed.layered(), Options(width=80, hints=False)),
    "everything.md": ("markdown", fixed.everything(), Options()),
    "layered.all.en.md": ("markdown", fixed.layered(), Options(language="en", everything=True)),
    "everything.json": ("json", fixed.everything(), Options()),
    "layered.en.json": ("json", fixed.layered(), Options(language="en")),
    "everything.csv": ("csv", fixed.everything(), Options()),
    "everything.xlsx.txt": ("xlsx", fixed.everything(), Options()),
    "layered.en.xlsx.txt": ("xlsx", fixed.layered(), Options(language="en")),
    "everything.sarif": ("sarif", fixed.everything(), Options()),
    "plain.en.sarif": ("sarif", fixed.in_plain_text(), Options(language="en")),
    "everything.xml": ("junit", fixed.everything(), Options()),
    "everything.annotations": ("github", fixed.everything(), Options()),
    "plain.en.annotations": ("github", fixed.in_plain_text(), Options(language="en")),
}


@pytest.mark.parametrize("name", CASES)
def test_report_is_as_it_was_last_looked_at(name: str, golden: Golden) -> None:
    form, run, options = CASES[name]
    assert isinstance(run, Run)
    painted = render(named(form), arrange(run), options)
    golden(GOLDEN / name, dump(painted) if isinstance(painted, bytes) else painted)


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(CASES)
