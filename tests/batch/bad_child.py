"""A reader that dies, hangs or eats memory where a plan says so; a real document that does is mended as it is found."""

import os
import signal
import sys
import time
from pathlib import Path

from duibiao.batch import child, work
from duibiao.batch.values import Outcome, Task
from duibiao.model.limits import Limits


def do(checklists: bytes, task: Task, limits: Limits) -> Outcome:
    for mark, act in ACTS.items():
        if mark in task.content:
            act(task)
    return work.do(checklists, task, limits)


def _die(_: Task) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _die_once(task: Task) -> None:
    """As if the machine had run out of memory: the second try is well."""
    mark = Path(os.environ["DUIBIAO_TEST_MARKS"], str(len(task.shown)))
    if not mark.exists():
        mark.touch()
        _die(task)


def _hang(_: Task) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        time.sleep(1)


def _eat(_: Task) -> None:
    hoard = []
    while True:
        hoard.append(bytearray(50_000_000))


def _wait(_: Task) -> None:
    time.sleep(0.3)


def _print(_: Task) -> None:
    print("a library says hello")
    os.write(1, b"and so does its C code")


def _fail(_: Task) -> None:
    raise LookupError("a bug")


ACTS = {
    b"DIE.": _die,
    b"DIEONCE": _die_once,
    b"HANG": _hang,
    b"EAT": _eat,
    b"WAIT": _wait,
    b"PRINT": _print,
    b"FAIL": _fail,
}

if __name__ == "__main__":
    sys.exit(child.main(do))
