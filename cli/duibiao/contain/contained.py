"""The parent's side: asks a child, and has another made where one has died."""

import os
import signal
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

import msgspec

from duibiao.contain import carry, refuse
from duibiao.contain.child import serve
from duibiao.contain.frames import DeadlineError, receive, send
from duibiao.model.limits import Limits

T = TypeVar("T")
_PATIENCE = 1.0


class _Child(msgspec.Struct, frozen=True, kw_only=True):
    process: int
    questions: int
    answers: int


class Contained(Generic[T]):
    """Calls `answer` in a child process. Questions and answers are values that msgpack can carry.

    One child answers one question after another, so that what a reader loads is loaded once. With neither `seconds`
    nor `memory` limited, or where the system cannot fork, `answer` is called in this process.
    """

    def __init__(self, answer: Callable[[Any], T], kind: type[T], limits: Limits) -> None:
        self._answer = answer
        self._kind = kind
        self._limits = limits
        self._child: _Child | None = None
        self.apart = hasattr(os, "fork") and bool(limits.seconds or limits.memory)

    def ask(self, question: object) -> T:
        """The child's answer.

        Raises:
            UnreadableError: The child raised it, or met a limit (`timeout`, `too-large`), or died (`crashed`).
            UsageError: The child raised it.
            CrashedError: The child met a bug.
        """
        if not self.apart:
            try:
                return self._answer(question)
            except MemoryError as error:
                raise refuse.too_much_memory(self._limits) from error
        seconds = self._limits.seconds
        self.post(question)
        return self.take(time.monotonic() + seconds if seconds else None)

    def post(self, question: object) -> None:
        """The first half of `ask`, for whoever waits for several children: `fileno` is readable once one answers."""
        carried = msgspec.msgpack.encode(question)
        if self._child is None:
            self._child = self._fork()
        try:
            send(self._child.questions, carried)
        except BrokenPipeError:  # it died while it had nothing to do
            self.close()
            self._child = self._fork()
            send(self._child.questions, carried)

    def take(self, deadline: float | None) -> T:
        """The second half of `ask`; a child that has not answered by `deadline` (of `time.monotonic`) is ended."""
        assert self._child is not None  # noqa: S101  post comes first
        try:
            carried = receive(self._child.answers, deadline)
        except DeadlineError:
            self.close()
            raise refuse.too_slow(self._limits) from None
        except BaseException:  # Ctrl-C: the child must not go on alone
            self.close()
            raise
        if carried is None:
            raise refuse.died(self.close(patience=_PATIENCE), self._limits)
        try:
            return carry.opened(carried, self._kind)
        except MemoryError:
            self.close()  # what it holds on to is not known
            raise refuse.too_much_memory(self._limits) from None

    def fileno(self) -> int:
        return -1 if self._child is None else self._child.answers

    def close(self, patience: float = 0) -> int:
        """Ends the child with every process that it has started; the signal that had ended it before, or 0.

        One that is about to end by itself is given `patience` seconds, so that its signal is known.
        """
        child, self._child = self._child, None
        if child is None:
            return 0
        os.close(child.questions)
        os.close(child.answers)
        until = time.monotonic() + patience
        while not (ended := _reap(child.process, os.WNOHANG))[0] and time.monotonic() < until:
            time.sleep(0.005)
        process, status = ended
        if not process:
            for relative in _family(child.process):
                with suppress(ProcessLookupError, PermissionError):
                    os.kill(relative, signal.SIGKILL)
            _reap(child.process, 0)
            return 0
        return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _fork(self) -> _Child:
        theirs, questions = os.pipe()
        answers, ours = os.pipe()
        with warnings.catch_warnings():
            # Python warns of threads, which the child does not have: a lock that one holds would never open there.
            # Ours hold none that a reader needs.
            warnings.simplefilter("ignore", DeprecationWarning)
            process = os.fork()
        if process == 0:
            os.close(questions)
            os.close(answers)
            serve(self._answer, theirs, ours, self._limits)
        os.close(theirs)
        os.close(ours)
        return _Child(process=process, questions=questions, answers=answers)


def contained(task: Callable[[], T], kind: type[T], limits: Limits) -> T:
    """What `task` returns, from a child that is made for it alone.

    Raises:
        UnreadableError: As `Contained.ask`.
        UsageError: As `Contained.ask`.
        CrashedError: As `Contained.ask`.
    """

    def answer(_: Any) -> T:
        return task()

    with Contained(answer, kind, limits) as child:
        return child.ask(None)


def _reap(process: int, options: int) -> tuple[int, int]:
    try:
        return os.waitpid(process, options)
    except ChildProcessError:
        return process, 0


def _family(process: int) -> list[int]:
    """The process and all that descend from it, the eldest first (LibreOffice stands in a group of its own)."""
    found = [process]
    for parent in found:
        with suppress(OSError, ValueError):
            for task in Path(f"/proc/{parent}/task").iterdir():
                found += map(int, (task / "children").read_text("ascii").split())
    return found
