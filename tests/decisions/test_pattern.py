"""Which plans a decision is about."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duibiao.decisions import fits, is_literal

CASES = [
    ("plans/a.docx", "plans/a.docx", True),
    ("./plans/a.docx", "plans/a.docx", True),
    ("plans/*.docx", "plans/a.docx", True),
    ("plans/*.docx", "plans/x/a.docx", False),
    ("plans/**/*.docx", "plans/x/y/a.docx", True),
    ("plans/**/*.docx", "plans/a.docx", True),
    ("**", "plans/x/a.docx", True),
    ("*.docx", "plans/a.docx", False),
    ("plans/云?县.txt", "plans/云岭县.txt", True),
    ("plans/[ab].txt", "plans/a.txt", True),
    ("plans/[!ab].txt", "plans/a.txt", False),
    ("plans/[!ab].txt", "plans/c.txt", True),
    ("plans/[a-c].txt", "plans/b.txt", True),
    ("plans/a.docx", "plans/aXdocx", False),
    ("plans/A.docx", "plans/a.docx", False),
    # a name that looks like a pattern is itself first
    ("plans/方案[终稿].docx", "plans/方案[终稿].docx", True),
    ("plans/方案[终稿].docx", "plans/方案终.docx", True),
    ("plans/[", "plans/[", True),
    ("plans/(1)+.txt", "plans/(1)+.txt", True),
    # as a Mac writes it
    ("plans/e\u0301.txt", "plans/\u00e9.txt", True),
]


@pytest.mark.parametrize(("pattern", "path", "wanted"), CASES)
def test_fits(pattern: str, path: str, wanted: bool) -> None:
    assert fits(pattern, path) is wanted


@settings(deadline=None)
@given(st.text(max_size=30))
def test_every_path_fits_itself_and_no_pattern_fails(path: str) -> None:
    assert is_literal(path, path)
    assert fits(path, path)
    assert fits(path, "plans/a.docx") in (True, False)
