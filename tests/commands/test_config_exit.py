"""Each exit code, end to end: real plans through the real stages."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.commands.conftest import PLAN, Program
from tests.commands.test_check import stand_in
from tests.reports import fixed

SOUND = PLAN.replace("2027年底前,培训养老护理员3万名", "2025年底前,培训养老护理员5万名")
CHECK = ("-b", "b.yaml", "-f", "json")


@pytest.fixture
def unreadable(folder: Path) -> str:
    (folder / "plans" / "四.docx").write_bytes(b"PK\x03\x04 nothing")
    return "plans/四.docx"


@pytest.fixture
def sound(folder: Path) -> str:
    (folder / "plans" / "sound.txt").write_text(SOUND, "utf-8")
    return "plans/sound.txt"


def test_0_nothing_at_or_above_the_threshold(duibiao: Program, sound: str) -> None:
    assert duibiao("check", sound, *CHECK).code == 0
    assert duibiao("check", "plans/一.txt", *CHECK, "--fail-on", "never").code == 0


def test_1_findings(duibiao: Program, unreadable: str) -> None:
    assert duibiao("check", "plans/一.txt", *CHECK).code == 1
    assert duibiao("check", "plans/一.txt", unreadable, *CHECK).code == 1


def test_2_wrong_usage_configuration_baseline_or_output(duibiao: Program, folder: Path) -> None:
    assert duibiao("check", "plans/一.txt", *CHECK, "--frob").code == 2
    assert duibiao("check", "plans/一.txt", "-b", "nowhere.yaml").code == 2
    assert duibiao("check", "plans/一.txt", *CHECK, "-o", "nowhere/x.json").code == 2
    (folder / ".duibiao.yaml").write_text("frob: 1\n", "utf-8")
    assert duibiao("check", "plans/一.txt", *CHECK).code == 2


def test_3_a_plan_that_cannot_be_read_and_nothing_worse(duibiao: Program, unreadable: str, sound: str) -> None:
    assert duibiao("check", unreadable, *CHECK).code == 3
    assert duibiao("check", unreadable, sound, *CHECK).code == 3
    assert duibiao("check", unreadable, "plans/一.txt", *CHECK, "--fail-on", "never").code == 3


def test_strict_lets_a_plan_that_cannot_be_read_fail(duibiao: Program, unreadable: str, sound: str) -> None:
    assert duibiao("check", unreadable, sound, *CHECK, "--strict").code == 1
    assert duibiao("check", unreadable, *CHECK, "--strict", "--fail-on", "never").code == 3


@pytest.mark.parametrize(
    ("doubtful", "options", "code"),
    [
        (True, (), 0),
        (True, ("--strict",), 1),
        (True, ("--strict", "--fail-on", "never"), 0),
        (False, ("--strict",), 0),
    ],
)
def test_strict_lets_what_a_person_should_look_at_fail(
    duibiao: Program, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], code: int, *, doubtful: bool
) -> None:
    stand_in(monkeypatch, replace(fixed.covered(), review=doubtful))
    assert duibiao("check", "plans/一.txt", *CHECK, *options).code == code


def test_strict_can_stand_in_the_file_and_be_taken_back(duibiao: Program, folder: Path, unreadable: str) -> None:
    (folder / ".duibiao.yaml").write_text("strict: true\n", "utf-8")
    assert duibiao("check", unreadable, *CHECK).code == 1
    assert duibiao("check", unreadable, *CHECK, "--no-strict").code == 3
