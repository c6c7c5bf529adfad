"""A thread that minds a child process: asks it, waits for so long and no longer, and has another made where it died.

Used in the same way by a local thread and by a worker of a cluster: `work` is all that either of them calls.
"""

import subprocess
import sys
import threading
from contextlib import suppress
from typing import IO

import msgspec

from duibiao.batch.child import Answer, Question
from duibiao.batch.engine import identity
from duibiao.batch.frames import receive, send
from duibiao.batch.values import Outcome, PlanRow, Task, Trouble
from duibiao.contain import refuse
from duibiao.model.errors import UnreadableError
from duibiao.model.limits import Limits
from duibiao.model.message import Message
from duibiao.model.report import PlanInfo

COMMAND = (sys.executable, "-m", "duibiao.batch.child")
_PATIENCE = 2.0  # for a child that was asked to end, so that it can end LibreOffice


class DiedError(Exception):
    """The child ended without an answer. `code` is its exit code, negative for a signal."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class SlowError(Exception):
    """The child had not answered in time, and was ended."""


def work(checklists: bytes, task: Task, limits: Limits) -> Outcome:
    """`task` carried out in this thread's child. A plan that a child dies of is tried once more, in a fresh one: it may
    have died of something else, such as a machine out of memory.
    """
    for last in (False, True):
        try:
            answer = _own(limits).ask(checklists, task)
        except SlowError:
            return _failed(task, refuse.too_slow(limits))
        except DiedError as error:
            if last:
                return _failed(task, refuse.died(max(-error.code, 0), limits))
            continue
        if answer.outcome is not None:
            return answer.outcome
        if answer.failed == "memory":
            _own(limits).close()  # what it holds on to is not known
            return _failed(task, refuse.too_much_memory(limits))
        return _failed(task, _bug(answer.failed))
    raise AssertionError


class Child:
    """A child process, started when it is first asked."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._knows = b""
        self._retired = False

    def ask(self, checklists: bytes, task: Task) -> Answer:
        """The child's answer.

        Raises:
            SlowError: It took too long.
            DiedError: It ended.
        """
        process = self._process or self._start()
        new = None if self._knows == checklists else checklists
        self._knows = checklists
        question = Question(task=task, limits=self.limits, checklists=new)
        late = threading.Event()
        timer = threading.Timer(self.limits.seconds, self._too_late, (process, late)) if self.limits.seconds else None
        if timer:
            timer.daemon = True
            timer.start()
        try:
            told = self._exchange(process, msgspec.msgpack.encode(question))
        finally:
            if timer:
                timer.cancel()
        if told is not None and not late.is_set():
            return msgspec.msgpack.decode(told, type=Answer)
        code = self.close()
        raise SlowError if late.is_set() else DiedError(code)

    def close(self) -> int:
        """Ends the child; its exit code."""
        process, self._process, self._knows = self._process, None, b""
        if process is None:
            return 0
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):
                _there(stream).close()
        with suppress(subprocess.TimeoutExpired):
            return process.wait(_PATIENCE / 2)  # at the end of its input it leaves by itself
        _end(process)
        return process.wait()

    def retire(self) -> None:
        """Ends the child for good: a thread that is still at a plan must not start another."""
        self._retired = True
        self.close()

    def _start(self) -> "subprocess.Popen[bytes]":
        if self._retired:
            raise DiedError(0)
        command = [*COMMAND, str(self.limits.memory)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        # its start does not count as the plan's time; one that cannot start at all ends here
        if receive(_there(self._process.stdout)) is None:
            raise DiedError(self.close())
        return self._process

    def _exchange(self, process: "subprocess.Popen[bytes]", question: bytes) -> bytes | None:
        try:
            send(_there(process.stdin), question)
            return receive(_there(process.stdout))
        except (OSError, ValueError):  # it died, or was ended, while we wrote
            return None

    def _too_late(self, process: "subprocess.Popen[bytes]", late: threading.Event) -> None:
        late.set()
        _end(process)


def _there(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None  # noqa: S101  both are pipes
    return stream


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Politely first: a reader that is in LibreOffice ends that as well."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True)
        return
    process.terminate()
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()


class _Children(threading.local):
    """Each thread's own child, ended with the thread's last use of it (`close_all`)."""

    child: Child | None = None


_mine = _Children()
_all: list[Child] = []


def _own(limits: Limits) -> Child:
    if _mine.child is None or _mine.child.limits != limits:
        if _mine.child is not None:
            _mine.child.retire()
        _mine.child = Child(limits)
        _all.append(_mine.child)
    return _mine.child


def close_all() -> None:
    """Ends the children of all threads of this process."""
    while _all:
        _all.pop().retire()


def _failed(task: Task, error: UnreadableError) -> Outcome:
    given = task.given
    info = PlanInfo(
        path=task.shown,
        sha256="",
        level=given.level,
        region=given.region or task.near.name or None,
        issued=given.issued,
    )
    trouble = Trouble(error.code, error.message, error.advice)
    return Outcome(engine=identity(), plan=PlanRow(info=info, trouble=trouble))


def _bug(what: str) -> UnreadableError:
    return UnreadableError(
        "internal",
        Message(f"检查这份方案时程序出错（{what}）", f"the tool failed on this plan ({what})"),
        Message(
            "这是程序的缺陷，请把这一行报告给维护者（不要附方案内容）",
            "this is a bug; report this line to the maintainers, without the plan's contents",
        ),
    )
