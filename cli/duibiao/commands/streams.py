"""Standard output and error, safe for any text on any console."""

import io
import os
import shutil
import sys

from duibiao.desk import encodings

# What a report takes where nobody is watching: wide enough for two columns.
UNWATCHED = 100
_SLICE = 4096


def prepare() -> None:
    """Redirected output is UTF-8, or what PYTHONIOENCODING says, with plain line feeds; a console shows what it can."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        watched = stream.isatty()
        encoding, errors = encodings.chosen(os.environ, watched=watched)
        stream.reconfigure(encoding=encoding, errors=errors, newline=None if watched else "\n")


class ReaderGoneError(Exception):
    """Whoever read our output (`| head`) has closed it. Not an OSError: the parser would end the program at once."""


def put(text: str) -> None:
    """Write the payload.

    Raises:
        ReaderGoneError: Nobody reads it any more.
    """
    try:
        # in slices: one large write to a closed pipe was seen to end without an error, as if all had been read
        for at in range(0, len(text), _SLICE):
            sys.stdout.write(text[at : at + _SLICE])
        sys.stdout.flush()
    except BrokenPipeError:
        # nothing more can be said there, not even by the interpreter's last flush
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise ReaderGoneError from None


def width() -> int:
    return max(shutil.get_terminal_size((UNWATCHED, 24)).columns, 20)


def colour(*, plain: bool) -> str | None:
    """The colour system of standard output in rich's words, or None for plain text.

    An old Windows console takes colours only through calls of its own, not inside text: it gets plain text.
    """
    if plain or os.environ.get("NO_COLOR"):
        return None
    from rich.console import Console  # noqa: PLC0415  heavy, and only a report for people needs it

    console = Console(file=sys.stdout)
    return None if console.legacy_windows else console.color_system
