"""Messages on a pipe: a length of eight bytes, then so many bytes."""

import os
import select
import time

_HEAD = 8
_PIECE = 1 << 20


class DeadlineError(Exception):
    """The other side has not answered in time."""


def send(pipe: int, message: bytes) -> None:
    waiting = memoryview(len(message).to_bytes(_HEAD, "big") + message)
    while waiting:
        waiting = waiting[os.write(pipe, waiting[:_PIECE]) :]


def receive(pipe: int, deadline: float | None = None) -> bytes | None:
    """The next message, or None where the other side has gone.

    Raises:
        DeadlineError: It has not come whole by `deadline` (of `time.monotonic`).
    """
    head = _exactly(pipe, _HEAD, deadline)
    return None if head is None else _exactly(pipe, int.from_bytes(head, "big"), deadline)


def _exactly(pipe: int, length: int, deadline: float | None) -> bytes | None:
    pieces: list[bytes] = []
    while length:
        if deadline is not None and not _readable(pipe, deadline):
            raise DeadlineError
        piece = os.read(pipe, min(length, _PIECE))
        if not piece:
            return None
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)


def _readable(pipe: int, deadline: float) -> bool:
    left = deadline - time.monotonic()
    if left <= 0:
        return False
    if hasattr(select, "poll"):  # select itself refuses a pipe with a number above 1,023
        poll = select.poll()
        poll.register(pipe, select.POLLIN | select.POLLHUP)
        return bool(poll.poll(left * 1000))
    return bool(select.select([pipe], [], [], left)[0])
