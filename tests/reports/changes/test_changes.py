"""Comparisons as people and programs read them."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from duibiao.model.comparison import Change
from duibiao.reports.changes.json import schema
from duibiao.reports.changes.registry import FORMATS, render
from duibiao.reports.changes.view import SHOWN, arrange, passages
from duibiao.reports.format import Options
from duibiao.reports.marks import Tone
from tests.conftest import Golden
from tests.reports.changes import fixed
from tests.reports.html.test_golden import bare

GOLDEN = Path(__file__).parent / "golden"
CASES = {
    "changes.txt": ("terminal", Options()),
    "narrow.all.en.txt": ("terminal", Options(width=60, everything=True, language="en")),
    "changes.md": ("markdown", Options()),
    "all.en.md": ("markdown", Options(everything=True, language="en")),
    "changes.json": ("json", Options()),
    "changes.html": ("html", Options()),
    "changes.en.html": ("html", Options(language="en")),
}


@pytest.mark.parametrize("name", CASES)
def test_comparison_is_as_it_was_last_looked_at(name: str, golden: Golden) -> None:
    form, options = CASES[name]
    text = render(FORMATS[form], fixed.comparison(), options)
    golden(GOLDEN / name, bare(text) if form == "html" else text)


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(CASES)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_so_where_nothing_changed(name: str) -> None:
    text = render(FORMATS[name], fixed.nothing(), Options())
    assert "没有变化" in text or json.loads(text)["plans"][0]["summary"]["unchanged"] == 11


def test_json_keeps_to_its_schema() -> None:
    published = json.loads(schema())
    Draft202012Validator.check_schema(published)
    for comparison in (fixed.comparison(), fixed.nothing()):
        Draft202012Validator(published).validate(json.loads(render(FORMATS["json"], comparison, Options())))


def test_groups_come_in_the_order_in_which_they_matter() -> None:
    sheet = arrange(fixed.comparison()).sheets[0]
    assert [group.change for group in sheet.groups] == [*SHOWN, Change.UNCHANGED]
    assert dict(sheet.counts) == {
        Change.WORSE: 1, Change.NEW: 2, Change.ALTERED: 1, Change.BETTER: 1, Change.GONE: 1, Change.UNCHANGED: 1,
    }  # fmt: skip


def test_the_words_that_were_changed_are_marked_and_numbers_are_whole() -> None:
    (worse,) = arrange(fixed.comparison()).sheets[0].groups[0].members
    old, new = passages(worse)
    assert old
    assert new
    assert [piece.text for piece in old[1] if piece.tone is not Tone.PLAIN] == ["2022", "92%"]
    assert [piece.text for piece in new[1] if piece.tone is Tone.WORSE] == ["2025", "80%左右"]


def test_a_change_of_the_checklist_or_the_tool_is_told() -> None:
    text = render(FORMATS["terminal"], fixed.comparison(), Options())
    assert "基线清单 qs-care-2021 有改动" in text
    assert "1.2.2、1.2.3" in text


def test_text_of_a_plan_is_never_markup() -> None:
    text = render(FORMATS["markdown"], fixed.comparison(), Options(everything=True))
    assert set(re.findall(r"</?(\w+)", text)) <= {"b", "br", "sub", "del"}
    assert "\x1b" not in render(FORMATS["terminal"], fixed.comparison(), Options())
