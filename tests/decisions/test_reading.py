"""A file of decisions is read whole or not at all; every fault is told with its line."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duibiao.decisions import read_decisions
from duibiao.model.errors import DecisionsError
from duibiao.model.report import Verdict

WHOLE = """\
# 复核意见
- requirement: QS-001
  plan: plans/*.docx
  action: overrule
  verdict: covered
  reason: 第三条已写明
  by: 林
  date: 2026-03-01
  expires: "2026-12-31"
  passage: 0123456789abcdef
"""


def faults(text: str) -> list[tuple[int, str]]:
    with pytest.raises(DecisionsError) as caught:
        read_decisions(text.encode(), "d.yaml")
    assert caught.value.exit_code == 2
    return [(fault.line, fault.path) for fault in caught.value.faults]


def test_a_decision_is_read_with_its_place() -> None:
    (decision,) = read_decisions(WHOLE.encode(), "d.yaml")
    assert (decision.requirement, decision.plan, decision.passage) == ("QS-001", "plans/*.docx", "0123456789abcdef")
    assert (decision.file, decision.line) == ("d.yaml", 2)
    ruling = decision.ruling
    assert (ruling.action, ruling.verdict, ruling.reason) == ("overrule", Verdict.COVERED, "第三条已写明")
    assert (ruling.by, ruling.date, ruling.expires) == ("林", "2026-03-01", "2026-12-31")


@pytest.mark.parametrize("text", ["", "\n# 还没有\n", "---\n", "[]", "\ufeff[]\n"])
def test_a_file_may_hold_none(text: str) -> None:
    assert read_decisions(text.encode(), "d.yaml") == ()


def test_a_passage_of_digits_is_text() -> None:
    (decision,) = read_decisions(WHOLE.replace("0123456789abcdef", "1234567812345678").encode(), "d.yaml")
    assert decision.passage == "1234567812345678"


BAD = [
    ("action: overrule", "action: wave", 4, "[0].action"),
    ("verdict: covered", "verdict: fine", 5, "[0].verdict"),
    ("  verdict: covered\n", "", 2, "[0]"),
    ("reason: 第三条已写明", "reason:", 6, "[0].reason"),
    ("reason: 第三条已写明", "reason: '  '", 6, "[0].reason"),
    ("  by: 林\n", "", 2, "[0]"),
    ("date: 2026-03-01", "date: 2026-02-30", 8, "[0].date"),
    ("date: 2026-03-01", "date: 01/03/2026", 8, "[0].date"),
    ("date: 2026-03-01", "date: 20260301", 8, "[0].date"),
    ("date: 2026-03-01", "date: 2026-03", 8, "[0].date"),
    ("date: 2026-03-01", "date: 2026-03-01 10:00:00", 8, "[0].date"),
    ('expires: "2026-12-31"', "expires: 2026-02-28", 9, "[0].expires"),
    ('expires: "2026-12-31"', "expires: never", 9, "[0].expires"),
    ("plan: plans/*.docx", "plan: C:/plans/x.docx", 3, "[0].plan"),
    ("plan: plans/*.docx", "plan: /plans/x.docx", 3, "[0].plan"),
    ("plan: plans/*.docx", "plan: ../x.docx", 3, "[0].plan"),
    ("plan: plans/*.docx", "plan: plans\\x.docx", 3, "[0].plan"),
    ("passage: 0123456789abcdef", "pasage: 0123456789abcdef", 10, "[0].pasage"),
    ("by: 林", "by: 林\n  by: 王", 8, "[0].by"),
    ("requirement: QS-001", "requirement: QS 001", 2, "[0].requirement"),
]


@pytest.mark.parametrize(("old", "new", "line", "path"), BAD)
def test_a_fault_is_told_with_its_line(old: str, new: str, line: int, path: str) -> None:
    assert old in WHOLE
    assert faults(WHOLE.replace(old, new)) == [(line, path)]


def test_all_faults_are_told_at_once() -> None:
    text = WHOLE.replace("overrule", "x").replace("2026-03-01", "x") + "- 3\n- {requirement: A}\n"
    assert [line for line, _ in faults(text)] == [4, 8, 11, 12, 12, 12, 12, 12]


@pytest.mark.parametrize("text", ["a: 1", "- [", "just words", "null", "- ~"])
def test_what_is_no_list_of_decisions_is_refused(text: str) -> None:
    assert faults(text)


def test_another_encoding_is_told() -> None:
    with pytest.raises(DecisionsError) as caught:
        read_decisions(WHOLE.encode("gb18030"), "d.yaml")
    assert caught.value.faults[0].line == 1


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_anything_else_is_a_fault_and_no_crash(content: bytes) -> None:
    with suppress(DecisionsError):
        assert isinstance(read_decisions(content, "d.yaml"), tuple)
