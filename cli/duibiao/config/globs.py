"""Which plans a glob of the file names.

`*` stays within a folder, `**` goes through any number of them, `{a,b}` is one or the other, `!` in front takes out. A
folder stands for everything below it, as it does on the command line. A plan is matched by its name alone, so that one
that is not there any more (in an older revision) is still known.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

MAGIC = frozenset("*?[{")


def matches(place: str, patterns: Sequence[str]) -> bool:
    """Whether one of the patterns names `place`, and none takes it out."""
    taken_out = [pattern.removeprefix("!") for pattern in patterns if pattern.startswith("!")]
    named = any(_is_named(place, pattern) for pattern in patterns if not pattern.startswith("!"))
    return named and not any(_is_named(place, pattern) for pattern in taken_out)


def is_plain(pattern: str) -> bool:
    """Whether it is the name of a file or folder, and no glob."""
    return not MAGIC & set(pattern)


def starts(patterns: Sequence[str]) -> Iterator[str]:
    """The folder or file from which each pattern's plans are looked for: its part before the first wildcard."""
    for pattern in patterns:
        if not pattern.startswith("!"):
            parts = pattern.split("/")
            plain = next((at for at, part in enumerate(parts) if MAGIC & set(part)), len(parts))
            yield "/".join(parts[:plain]) or "."


def place_of(plan: Path, folder: Path) -> str:
    """The plan's name as patterns see it: from the configuration's folder, with `/`."""
    try:
        return Path(os.path.relpath(plan, folder)).as_posix()
    except ValueError:  # another drive
        return plan.as_posix()


def _is_named(place: str, pattern: str) -> bool:
    pattern = pattern.removeprefix("./").rstrip("/")
    if pattern in (".", "") or place == pattern or place.startswith(f"{pattern}/"):
        return True  # a file whose name holds a bracket is meant before a glob is
    if is_plain(pattern):
        return False
    from wcmatch import glob  # noqa: PLC0415  only a configuration with globs needs it

    flags = glob.GLOBSTAR | glob.BRACE | glob.FORCEUNIX | glob.DOTGLOB
    return bool(glob.globmatch(place, [pattern, f"{pattern}/**"], flags=flags))
