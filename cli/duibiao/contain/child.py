"""The child's side: limits first, then one answer after another until nobody asks any more."""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NoReturn

import msgspec

from duibiao.contain import carry
from duibiao.contain.frames import receive, send
from duibiao.model.limits import MB, Limits


def serve(answer: Callable[[Any], object], questions: int, answers: int, limits: Limits) -> NoReturn:
    """Never returns: what the parent would do at its end (flush, tidy up) is not the child's to do."""
    try:
        _prepare(limits)
        while (question := receive(questions)) is not None:
            _allow_seconds(limits)
            send(answers, _answered(answer, question))
    except BaseException:  # noqa: BLE001  the parent sees the end of the pipe, and says that the reader has died
        os._exit(1)
    os._exit(0)


def _answered(answer: Callable[[Any], object], question: bytes) -> bytes:
    try:
        return carry.of_answer(answer(msgspec.msgpack.decode(question)))
    except Exception as error:  # noqa: BLE001  all of it goes to the parent, which sorts it
        trace = "" if isinstance(error, MemoryError) else traceback.format_exc()
        return carry.of_error(error, trace)


def _prepare(limits: Limits) -> None:
    # Ctrl-C reaches the whole group; the parent speaks for both
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(OSError, ValueError):  # a library's print must not stand in the payload, which is the parent's
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    import resource  # noqa: PLC0415  not there on Windows, where nothing forks

    _cap(resource.RLIMIT_CORE, 0)
    if limits.memory:
        _cap(resource.RLIMIT_AS, _own_memory() + limits.memory * MB)
    if limits.unpacked:
        # SIGXFSZ is ignored by Python: whatever writes too much is told so
        _cap(resource.RLIMIT_FSIZE, limits.unpacked * MB)


def _allow_seconds(limits: Limits) -> None:
    """A second way to stop, for a child whose parent is gone."""
    if limits.seconds:
        import resource  # noqa: PLC0415  as above

        used = resource.getrusage(resource.RUSAGE_SELF)
        _cap(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 2 * limits.seconds + 1)


def _cap(kind: int, most: int) -> None:
    import resource  # noqa: PLC0415  as above

    _, hard = resource.getrlimit(kind)
    soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with suppress(ValueError, OSError):  # macOS refuses some of them
        resource.setrlimit(kind, (soft, hard))


def _own_memory() -> int:
    """The address space taken already, most of which is shared with the parent."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123  nothing that could fail for want of memory
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 1000 * MB
