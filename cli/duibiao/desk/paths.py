"""What a path says by its name alone, on Windows as elsewhere. Nothing here looks at a disk."""

import re
from collections.abc import Collection, Sequence
from pathlib import PurePath, PureWindowsPath
from typing import TypeVar

P = TypeVar("P", bound=PurePath)

BASELINES = frozenset({".yaml", ".yml"})
# Word lays ~$x.docx beside an open draft and works in ~WRL0001.tmp; WPS uses .~x.docx and ~wps files, LibreOffice
# .~lock.x.docx#
_PASSING = re.compile(r"^(~\$|\.~|~wr[ldafs]\d|~wps|~df)", re.IGNORECASE)
_MARKS = {"zh": ("对标批注", "对标报告"), "en": ("duibiao-comments", "duibiao-report")}
_OURS = re.compile(rf"\.(?:{'|'.join(mark for marks in _MARKS.values() for mark in marks)})\d*$")
# what a word ends with that can only be a file, however it is spelt
_FILES = re.compile(r"\.(docx?|wps|pdf|rtf|odt|ofd|txt|md|html?|ya?ml)$", re.IGNORECASE)
_DRIVE = re.compile(r"^[A-Za-z]:")
_LONGEST = 247  # Windows: a folder's name ends here, twelve characters before a file's
_PREFIX, _NETWORK = "\\\\?\\", "\\\\?\\UNC\\"


def is_passing(name: str) -> bool:
    """Whether a file is one that Word or WPS keeps while it works, and no draft."""
    return bool(_PASSING.match(name))


def is_ours(path: PurePath) -> bool:
    """Whether a file was written beside a draft by `beside`."""
    return bool(_OURS.search(path.stem))


def locks(name: str) -> tuple[str, ...]:
    """The files of which one lies beside a draft of this name while Word or WPS has it open.

    Word takes away as many as two characters at the front where the name is long.
    """
    return (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~{name}", f".~lock.{name}#")


def beside(path: P, language: str, number: int = 1) -> tuple[P, P]:
    """The annotated copy and the report of a draft, in its own folder; `number` where the first names are taken."""
    stem = _OURS.sub("", path.stem)
    more = "" if number == 1 else str(number)
    comments, report = _MARKS[language]
    return path.with_name(f"{stem}.{comments}{more}.docx"), path.with_name(f"{stem}.{report}{more}.html")


def is_dropped(words: Sequence[str], verbs: Collection[str], existing: Collection[str]) -> bool:
    """Whether a command line is nothing but paths, as when files were dragged onto the program.

    `existing` are those of the words that are files or folders. A verb is a verb even where a folder is called so.
    """
    if not words or words[0] in verbs:
        return False
    return all(word in existing or _is_path(word) for word in words)


def _is_path(word: str) -> bool:
    """Whether a word can only be meant as a path: so that a misspelled one is told as a missing file."""
    if word.startswith("-"):
        return False
    return bool(_DRIVE.match(word) or _FILES.search(word)) or "/" in word or "\\" in word


def lengthened(absolute: str) -> str:
    r"""An absolute Windows path in the form in which it may be longer than 260 characters: \\?\D:\…"""
    path = PureWindowsPath(absolute)
    text = str(path)
    if len(text) <= _LONGEST or text.startswith(_PREFIX) or not path.is_absolute():
        return absolute
    return _NETWORK + text.removeprefix("\\\\") if text.startswith("\\\\") else _PREFIX + text


def shortened(text: str) -> str:
    """What a person reads of such a path."""
    if text.startswith(_NETWORK):
        return "\\\\" + text.removeprefix(_NETWORK)
    return text.removeprefix(_PREFIX)


def quoted(path: PurePath) -> str:
    """A path as it can be typed: in quotes where it has spaces or what a shell would take for its own."""
    text = str(path)
    if re.search(r"[\s&()'`;<>|*?$!#]", text):
        return f'"{text}"' if isinstance(path, PureWindowsPath) or "'" in text else f"'{text}'"
    return text
