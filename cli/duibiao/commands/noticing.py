"""Files that somebody may save: when to look at them, and whether their bytes are still those that were read."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, field

# Saves are noticed at once; a look every so often besides, since network drives seldom tell of them. Milliseconds.
LOOK = 1000
# Word writes, renames and deletes within a few hundredths of a second: one save, not three.
SETTLED = 50
LONGEST_BURST = 400

_Stamp = tuple[int, int, int]


class Files(Struct):
    """The digest of each file as it was read, and the time and size at which it was last seen to have it."""

    digests: dict[Path, str]
    stamps: dict[Path, _Stamp] = field(default_factory=dict)

    def is_same(self, path: Path) -> bool:
        """Whether the file holds the bytes that were read. One that was only touched does."""
        stamp = _stamp(path)
        if stamp is not None and stamp == self.stamps.get(path):
            return True
        if digest(path) != self.digests.get(path):
            return False
        if stamp is not None:
            self.stamps[path] = stamp
        return True


def wakes(folders: Sequence[Path]) -> Iterator[None]:
    """Now, then whenever something in one of the folders is saved, and every so often.

    Not in the folders below them: a draft may lie in a home folder with a million files.
    """
    from watchfiles import watch  # noqa: PLC0415  only a watch needs it

    yield None  # what was saved during the first check
    for _ in watch(
        *folders,
        watch_filter=None,
        debounce=LONGEST_BURST,
        step=SETTLED,
        rust_timeout=LOOK,
        yield_on_timeout=True,
        recursive=False,
        ignore_permission_denied=True,
    ):
        yield None


def digest(path: Path) -> str:
    """Empty where the file cannot be read, as in a report."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _stamp(path: Path) -> _Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
