"""The comments of a YAML file, requirement by requirement."""

from collections.abc import Sequence

from duibiao.language.late import late

_COMMENT = late(r"(?:^|\s)#\s?(.*)$")
_QUOTED = late(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")


def comments(text: str, starts: Sequence[int]) -> tuple[str, ...]:
    """What is remarked on each item that begins on the line `starts[i]` (from 1): above it, and up to the next one."""
    lines = text.splitlines()
    tops = [_top(lines, start - 1) for start in starts]
    ends = [*tops[1:], len(lines)]
    return tuple("\n".join(_found(lines[top:end])) for top, end in zip(tops, ends, strict=True))


def _top(lines: Sequence[str], at: int) -> int:
    while at > 0 and lines[at - 1].lstrip().startswith("#"):
        at -= 1
    return at


def _found(lines: Sequence[str]) -> list[str]:
    found = [_COMMENT.search(_QUOTED.sub(lambda quoted: "_" * len(quoted[0]), line)) for line in lines]
    return [line[match.start(1) :].rstrip() for line, match in zip(lines, found, strict=True) if match and match[1]]
