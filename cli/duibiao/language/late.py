"""Regular expressions that are compiled when they are first used.

The readers hold several hundred, of which a run needs a third; compiling one that knows Chinese numerals takes the
better part of a millisecond, and all of them a third of a second at every start.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import compile as late
else:
    _FORWARDED = (
        "match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split", "scanner",
        "pattern", "flags", "groups", "groupindex",
    )  # fmt: skip

    class late:  # noqa: N801  stands in for re.compile
        """What `re.compile` gives, later: the first use puts the methods of the real pattern in their places."""

        def __init__(self, pattern: str, flags: int = 0) -> None:
            self._wanted = pattern, flags

        def __getattr__(self, name: str) -> object:
            if name not in _FORWARDED:
                raise AttributeError(name)
            real = re.compile(*self._wanted)
            for each in _FORWARDED:
                setattr(self, each, getattr(real, each))
            return getattr(real, name)


__all__ = ["late"]
