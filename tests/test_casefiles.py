"""The loader of cases is strict: a case that nobody reads as its author meant it would prove nothing."""

from pathlib import Path
from typing import Any

import pytest

from tests.casefiles import params

KNOWN = frozenset({"text", "facts"})


def params_of(folder: Path, *cases: str) -> list[Any]:
    path = folder / "numbers.yaml"
    path.write_text("cases:\n" + "\n".join(f"  - {case}" for case in cases), "utf-8")
    return list(params(path, KNOWN, frozenset({"text"})))


def test_a_case_is_named_after_its_file(tmp_path: Path) -> None:
    (param,) = params_of(tmp_path, "{name: one, why: it is, text: 甲}")
    assert param.id == "numbers-one"
    assert not param.marks


def test_a_known_fault_must_fail(tmp_path: Path) -> None:
    (param,) = params_of(tmp_path, "{name: one, why: it is, text: 甲, wrong: it says 乙}")
    (mark,) = param.marks
    assert mark.name == "xfail"
    assert mark.kwargs == {"reason": "it says 乙", "strict": True, "raises": AssertionError}


@pytest.mark.parametrize(
    ("cases", "complaint"),
    [
        (["{name: one, why: it is, text: 甲, verdikt: covered}"], r"one: unknown keys \['verdikt'\]"),
        (["{name: one, text: 甲}"], r"one: lacks \['why'\]"),
        (["{name: one, why: it is}"], r"one: lacks \['text'\]"),
        (["{name: one, why: it is, text: 甲}"] * 2, "there is another case of this name"),
    ],
)
def test_a_careless_case_is_refused(cases: list[str], complaint: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=complaint):
        params_of(tmp_path, *cases)
