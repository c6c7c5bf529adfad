"""Breaks lines at a fixed width as word processors do."""

import re

# A number or a Latin word stays whole, and a mark that closes clings to what it closes.
_PIECE = re.compile(r"(?:[A-Za-z0-9.%]+|[^A-Za-z0-9.%])[，。；：、！？）》”]*")


def wrapped(text: str, width: int) -> str:
    """`text` with every line broken after at most `width` Chinese characters, of which a digit takes half."""
    return "\n".join("\n".join(_lines(line, 2 * width)) for line in text.split("\n"))


def _lines(line: str, columns: int) -> list[str]:
    lines = [""]
    for piece in _PIECE.findall(line):
        if lines[-1] and _columns(lines[-1] + piece) > columns:
            lines.append("")
        lines[-1] += piece
    return lines


def _columns(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)
