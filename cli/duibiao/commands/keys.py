"""What a person types: one key where somebody sits at a keyboard, one line where input comes from elsewhere."""

import sys

from duibiao.commands import streams


class LeftError(Exception):
    """Nobody is there any more: the end of the input, or Ctrl-C."""


def key(prompt: str) -> str:
    """The key pressed, or the first letter of a line; "" for the Enter key.

    Raises:
        LeftError: Nothing more will come.
    """
    if not sys.stdin.isatty():
        return line(prompt)[:1]
    from typer import getchar  # noqa: PLC0415  the parser has it loaded already

    streams.put(prompt)
    try:
        pressed = getchar()
    except (KeyboardInterrupt, EOFError):
        streams.put("\n")
        raise LeftError from None
    shown = pressed if pressed.isprintable() else ""
    streams.put(f"{shown}\n")
    return shown.strip()[:1]


def line(prompt: str) -> str:
    """A line without the white space around it.

    Raises:
        LeftError: As for `key`.
    """
    streams.put(prompt)
    try:
        typed = sys.stdin.readline()
    except KeyboardInterrupt:
        typed = ""
    if not typed:
        streams.put("\n")
        raise LeftError
    # what a terminal in another encoding could not read stands as half a pair, which no file takes
    return typed.encode("utf-8", "replace").decode("utf-8").strip()
