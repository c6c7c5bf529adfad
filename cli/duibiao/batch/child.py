"""The process in which plans are read: limits first, then one task after another until nobody asks any more.

It is started anew rather than forked: a minder is a thread among others (of a Dask worker, say), a fork of which may
hold a lock for ever, and Windows cannot fork. Its start is paid once, since it lives for many plans.
"""

import faulthandler
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import IO

import msgspec
from msgspec import Struct

from duibiao.batch.frames import receive, send
from duibiao.batch.values import Outcome, Task
from duibiao.model.limits import Limits

_MB = 1_000_000
_GRACE = 10  # seconds that the minder has for ending its child before the child does so itself
Do = Callable[[bytes, Task, Limits], Outcome]


class Question(Struct, frozen=True, kw_only=True):
    """`checklists` stand in the first question, and in the next that is about others."""

    task: Task
    limits: Limits
    checklists: bytes | None = None


class Answer(Struct, frozen=True, kw_only=True):
    """An outcome, or what went wrong: "memory", or the kind of the bug."""

    outcome: Outcome | None = None
    failed: str = ""


def main(do: Do | None = None) -> int:
    """Serve standard input and output. `do` is another's work in tests."""
    # standard output is the minder's: a library that prints must not spoil it
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # LibreOffice is ended on the way out
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the minder speaks for both
    _limit_memory(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
    from duibiao.batch import work  # noqa: PLC0415  after the limits, since loading is part of the work

    _serve(do or work.do, sys.stdin.buffer, answers)
    return 0


def _serve(do: Do, questions: IO[bytes], answers: IO[bytes]) -> None:
    checklists = b""
    send(answers, b"ready")
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123  a stream that stays open
        while (asked := receive(questions)) is not None:
            question = msgspec.msgpack.decode(asked, type=Question)
            checklists = question.checklists or checklists
            if question.limits.seconds:
                faulthandler.dump_traceback_later(question.limits.seconds + _GRACE, exit=True, file=nowhere)
            answer = _answer(do, checklists, question)
            faulthandler.cancel_dump_traceback_later()
            send(answers, msgspec.msgpack.encode(answer))


def _answer(do: Do, checklists: bytes, question: Question) -> Answer:
    try:
        return Answer(outcome=do(checklists, question.task, question.limits))
    except MemoryError:
        return Answer(failed="memory")
    except Exception as error:  # noqa: BLE001  a bug met in one plan is that plan's row, and the next one is read
        return Answer(failed=type(error).__name__)


def _limit_memory(megabytes: int) -> None:
    """Only where the system has such a limit; elsewhere (Windows, macOS) the time alone is limited."""
    if not megabytes:
        return
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  not there on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = _own_memory() + megabytes * _MB
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))


def _own_memory() -> int:
    """The address space that the interpreter takes by itself."""
    import resource  # noqa: PLC0415  not there on Windows

    with open("/proc/self/statm", "rb") as file:  # noqa: PTH123  a file of the kernel's
        return int(file.read().split()[0]) * resource.getpagesize()


if __name__ == "__main__":
    sys.exit(main())
