"""The Word file behind a plan, for whoever writes something back to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from duibiao.documents.sniff import Format, sniff
from duibiao.model.errors import UnreadableError


def is_word(path: Path) -> bool:
    """Whether a plan is a Word file or can be made one; also where it cannot be read, which is told on reading it."""
    try:
        return sniff(path.read_bytes(), path) in (Format.DOCX, Format.OFFICE)
    except (UnreadableError, OSError):
        return True


@contextmanager
def as_docx(path: Path) -> Iterator[Path]:
    """The docx of a plan: the file itself, or one made of an old Word, WPS, RTF or OpenDocument file for the while.

    Raises:
        UnreadableError: As `read`.
    """
    if sniff(path.read_bytes(), path) is Format.DOCX:
        yield path
        return
    from duibiao.documents.office import converted  # noqa: PLC0415  only an old format needs it

    with converted(path) as made:
        yield made
