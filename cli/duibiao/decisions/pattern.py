"""Which plans a decision is about: a path, or a pattern of one."""

import re
import unicodedata
from functools import cache

# `**` stands for any number of folders, * and ? for what lies inside one
_PARTS = re.compile(r"\*\*/|\*\*|\*|\?|\[[^\]/]{1,99}\]|.", re.DOTALL)
_SPECIAL = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def is_literal(pattern: str, path: str) -> bool:
    """Whether it is the path itself. Names such as 实施方案[终稿].docx are read so before they are read as patterns."""
    return _composed(pattern) == _composed(path)


def fits(pattern: str, path: str) -> bool:
    return is_literal(pattern, path) or _compiled(_composed(pattern)).fullmatch(_composed(path)) is not None


def is_pattern(text: str) -> bool:
    return any(char in text for char in "*?[")


def _composed(text: str) -> str:
    """A Mac writes names in pieces (NFD)."""
    return unicodedata.normalize("NFC", text).removeprefix("./")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile("".join(_part(match[0]) for match in _PARTS.finditer(pattern)))


def _part(text: str) -> str:
    if text in _SPECIAL:
        return _SPECIAL[text]
    if len(text) < 3:
        return re.escape(text)
    inside = text[1:-1]
    negated = inside[:1] in "!^" and len(inside) > 1
    return f"[{'^/' if negated else ''}{re.escape(inside[1:] if negated else inside)}]".replace(r"\-", "-")
