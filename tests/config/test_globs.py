"""Which plans a glob names."""

import pytest

from duibiao.config.globs import matches, starts

CASES = [
    ("plans/a.docx", ["plans/*.docx"], True),
    ("plans/x/a.docx", ["plans/*.docx"], False),
    ("plans/x/a.docx", ["plans/**/*.docx"], True),
    ("plans/a.docx", ["plans/**/*.docx"], True),
    ("plans/x/y/a.docx", ["plans"], True),
    ("plans/x/y/a.docx", ["plans/"], True),
    ("plans/x/y/a.docx", ["./plans"], True),
    ("plans2/a.docx", ["plans"], False),
    ("plans/x/a.docx", ["plans/*"], True),
    ("a.docx", ["."], True),
    ("a.docx", ["**"], True),
    ("plans/a.docx", ["plans/{a,b}.docx"], True),
    ("plans/c.docx", ["plans/{a,b}.docx"], False),
    ("plans/方案[1].docx", ["plans/方案[1].docx"], True),
    ("plans/方案1.docx", ["plans/方案[12].docx"], True),
    ("plans/a.docx", ["plans/**", "!plans/a.docx"], False),
    ("plans/old/a.docx", ["plans/**", "!plans/old"], False),
    ("plans/b.docx", ["plans/**", "!plans/old"], True),
    ("../shared/a.docx", ["../shared/*.docx"], True),
    ("plans/A.docx", ["plans/a.docx"], False),
    ("plans/澜溪县.docx", ["plans/*县.docx"], True),
]


@pytest.mark.parametrize(("place", "patterns", "named"), CASES)
def test_a_glob_names(place: str, patterns: list[str], *, named: bool) -> None:
    assert matches(place, patterns) is named


def test_plans_are_looked_for_where_wildcards_begin() -> None:
    patterns = ["plans/city/*.docx", "**/*.pdf", "!plans/old", "a.docx", "{a,b}/x"]
    assert list(starts(patterns)) == ["plans/city", ".", "a.docx", "."]
