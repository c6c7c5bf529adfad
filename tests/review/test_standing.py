"""What a gate takes a change for."""

import pytest
from msgspec.structs import replace

from duibiao.model.change import Change
from duibiao.model.report import Ruling, Verdict
from duibiao.model.saved import SavedFinding
from duibiao.review.standing import standing
from tests.review.test_compare import VERDICTS, back, weakened

WAIVED = Ruling(action="waive", reason="试点", by="林", date="2026-01-01")
LOW = ("target-lower", "≥90%", "80%")
LATE = ("deadline-later", "2022", "2025")


def of(verdict: Verdict, *, waived: bool = False) -> SavedFinding:
    return replace(back(VERDICTS[verdict]), decision=WAIVED if waived else None)


CASES = [
    ("the same", weakened(LOW), weakened(LOW), Change.UNCHANGED),
    ("further off", weakened(LOW), weakened(("target-lower", "≥90%", "70%")), Change.WORSE),
    ("nearer", weakened(LOW), weakened(("target-lower", "≥90%", "85%")), Change.BETTER),
    ("another fault came in, one went", weakened(LOW), weakened(LATE), Change.WORSE),
    ("one fault of two is left", weakened(LOW, LATE), weakened(LATE), Change.BETTER),
    (
        "one number mended, another lowered",
        weakened(LOW, ("target-lower", "≥50", "60")),
        weakened(LOW, ("target-lower", "≥20", "10")),
        Change.WORSE,
    ),
    (
        "one number better, one worse",
        weakened(LOW, ("target-lower", "≥50", "40")),
        weakened(("target-lower", "≥90%", "85%"), ("target-lower", "≥50", "30")),
        Change.WORSE,
    ),
    (
        "other words for the same scope",
        weakened(("scope-narrower", "所有", "有条件的")),
        weakened(("scope-narrower", "所有", "具备条件的")),
        Change.UNCHANGED,
    ),
    (
        "another part is named as missing",
        weakened(("partial", "建立台账", None)),
        weakened(("partial", "定期通报", None)),
        Change.UNCHANGED,
    ),
    ("stricter or not is no matter", of(Verdict.COVERED), of(Verdict.EXCEEDED), Change.UNCHANGED),
    ("less ambitious than before", of(Verdict.EXCEEDED), of(Verdict.COVERED), Change.UNCHANGED),
    ("a waiver lapsed", of(Verdict.WEAKENED, waived=True), of(Verdict.WEAKENED), Change.WORSE),
    ("a waiver lapsed, half mended", of(Verdict.OMITTED, waived=True), of(Verdict.WEAKENED), Change.WORSE),
    ("a waiver is needed no more", of(Verdict.OMITTED, waived=True), of(Verdict.COVERED), Change.BETTER),
    ("waived since", of(Verdict.WEAKENED), of(Verdict.WEAKENED, waived=True), Change.UNCHANGED),
    ("became worse and was waived", of(Verdict.COVERED), of(Verdict.OMITTED, waived=True), Change.WORSE),
    ("came", None, of(Verdict.COVERED), Change.NEW),
    ("went", of(Verdict.OMITTED), None, Change.GONE),
    ("asked of this level now", of(Verdict.NOT_APPLICABLE), of(Verdict.OMITTED), Change.NEW),
]


@pytest.mark.parametrize(("old", "new", "change"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_standing(old: SavedFinding | None, new: SavedFinding | None, change: Change) -> None:
    assert standing(old, new) is change


def test_a_gate_never_says_perhaps() -> None:
    found = [of(verdict, waived=waived) for verdict in Verdict for waived in (False, True)]
    found += [weakened(LOW), weakened(LATE), weakened(LOW, LATE)]
    assert Change.ALTERED not in {standing(old, new) for old in found for new in found}
