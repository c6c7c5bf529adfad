"""Answers and errors as bytes, on their way from the child."""

from typing import TypeVar

import msgspec
from msgspec import Struct

from duibiao.model.errors import UnreadableError, UsageError
from duibiao.model.message import Message

T = TypeVar("T")


class Failed(Struct, frozen=True, kw_only=True):
    """An error meant for the user, or a bug (`what` names it) with its traceback."""

    code: str | None = None
    message: Message | None = None
    advice: Message | None = None
    what: str = ""
    trace: str = ""


class CrashedError(Exception):
    """A bug met in the child. `trace` is where."""

    def __init__(self, what: str, trace: str) -> None:
        super().__init__(what)
        self.what = what
        self.trace = trace
        self.add_note(trace)  # shown where the error itself is shown at length


_ANSWER, _FAILED, _MEMORY = b"a", b"f", b"m"
_encoder = msgspec.msgpack.Encoder()


def of_answer(answer: object) -> bytes:
    return _ANSWER + _encoder.encode(answer)


def of_error(error: BaseException, trace: str) -> bytes:
    if isinstance(error, MemoryError):
        return _MEMORY
    if isinstance(error, UnreadableError | UsageError):
        code = error.code if isinstance(error, UnreadableError) else None
        return _FAILED + _encoder.encode(Failed(code=code, message=error.message, advice=error.advice))
    return _FAILED + _encoder.encode(Failed(what=type(error).__name__, trace=trace))


def opened(carried: bytes, kind: type[T]) -> T:
    """The answer, or the error that came in its place.

    Raises:
        UnreadableError: As the child raised it.
        UsageError: As the child raised it.
        MemoryError: The child met its limit.
        CrashedError: The child met a bug.
    """
    mark, body = carried[:1], carried[1:]
    if mark == _ANSWER:
        return msgspec.msgpack.decode(body, type=kind)
    if mark == _MEMORY:
        raise MemoryError
    raise _error(msgspec.msgpack.decode(body, type=Failed))


def _error(failed: Failed) -> Exception:
    if failed.message is None:
        return CrashedError(failed.what, failed.trace)
    if failed.code is None:
        return UsageError(failed.message, failed.advice)
    return UnreadableError(failed.code, failed.message, failed.advice)
