"""A process of its own for each reader: what it answers, and how it ends."""

import os
import signal
import time
from pathlib import Path

import pytest

from duibiao.contain import Contained, CrashedError, contained
from duibiao.model.errors import UnreadableError, UsageError
from duibiao.model.limits import Limits
from duibiao.model.message import Message

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="only where the system can fork")
LIMITS = Limits(seconds=60, memory=600)
_WORDS = Message("什么", "what")


def misbehave(how: str) -> str:
    match how:
        case "hang":
            time.sleep(600)
        case "eat":
            return str(len(bytearray(10**10)))
        case "die":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "leave":
            os._exit(3)
        case "bug":
            raise ZeroDivisionError("the plan's own words")
        case "refuse":
            raise UnreadableError("scan", _WORDS, _WORDS)
        case "usage":
            raise UsageError(_WORDS)
        case "print":
            print("of a library")
        case "surrogate":
            return "\udc80"
    return f"answer to {how}"


def test_one_child_answers_one_question_after_another() -> None:
    with Contained(lambda _: os.getpid(), int, LIMITS) as child:
        first, second = child.ask(1), child.ask(2)
    assert first == second != os.getpid()
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)


@pytest.mark.parametrize(("how", "code"), [("eat", "too-large"), ("die", "crashed"), ("leave", "crashed")])
def test_a_child_that_ends_is_told_and_the_next_question_answered(how: str, code: str) -> None:
    with Contained(misbehave, str, LIMITS) as child:
        with pytest.raises(UnreadableError) as caught:
            child.ask(how)
        assert caught.value.code == code
        assert caught.value.advice is not None
        assert child.ask("a neighbour") == "answer to a neighbour"


def test_a_child_that_hangs_is_ended() -> None:
    with Contained(misbehave, str, Limits(seconds=1)) as child:
        with pytest.raises(UnreadableError) as caught:
            child.ask("hang")
        assert caught.value.code == "timeout"
        assert "seconds=2" in str(caught.value.advice)


def test_errors_come_back_as_they_were() -> None:
    with pytest.raises(UnreadableError) as refused:
        contained(lambda: misbehave("refuse"), str, LIMITS)
    assert (refused.value.code, refused.value.message, refused.value.advice) == ("scan", _WORDS, _WORDS)
    with pytest.raises(UsageError, match="what"):
        contained(lambda: misbehave("usage"), str, LIMITS)
    with pytest.raises(CrashedError, match="ZeroDivisionError") as bug:
        contained(lambda: misbehave("bug"), str, LIMITS)
    assert "own words" not in str(bug.value)
    assert "own words" in bug.value.trace
    with pytest.raises(CrashedError, match="UnicodeEncodeError"):
        contained(lambda: misbehave("surrogate"), str, LIMITS)


def test_what_a_library_prints_is_no_payload(capfd: pytest.CaptureFixture[str]) -> None:
    assert contained(lambda: misbehave("print"), str, LIMITS) == "answer to print"
    assert "of a library" not in capfd.readouterr().out


def test_processes_of_the_child_end_with_it(tmp_path: Path) -> None:
    told = tmp_path / "pid"

    def start() -> str:
        import subprocess  # noqa: PLC0415  in the child

        process = subprocess.Popen(["sleep", "600"], start_new_session=True)
        told.write_text(str(process.pid))
        time.sleep(600)
        return ""

    with pytest.raises(UnreadableError):
        contained(start, str, Limits(seconds=2))
    if os.path.isdir("/proc/self/task"):  # noqa: PTH112  only there are the child's children known
        for _ in range(100):
            if not os.path.exists(f"/proc/{told.read_text()}"):  # noqa: PTH110  as above
                return
            time.sleep(0.05)
        state = Path(f"/proc/{told.read_text()}/stat").read_text("utf-8").split()[2]
        assert state == "Z", "it still runs"


def test_without_limits_nothing_is_forked() -> None:
    with Contained(lambda _: os.getpid(), int, Limits(seconds=0, memory=0)) as child:
        assert child.ask(None) == os.getpid()
