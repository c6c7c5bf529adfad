"""Messages between a minder and its child: a length of eight bytes, then so many bytes."""

from typing import IO

_HEAD = 8


def send(stream: IO[bytes], message: bytes) -> None:
    stream.write(len(message).to_bytes(_HEAD, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message, or None where the other side has gone."""
    head = _exactly(stream, _HEAD)
    return None if head is None else _exactly(stream, int.from_bytes(head, "big"))


def _exactly(stream: IO[bytes], length: int) -> bytes | None:
    found = stream.read(length)
    return found if len(found) == length else None
