"""What made a result, so that one made by anything else is not taken for it."""

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from duibiao import __version__
from duibiao.model.baseline import Baseline

# the folders whose code or data a verdict, or the page that shows it, depends on
_PARTS = ("model", "language", "documents", "facts", "matching", "judging", "observing", "reports", "batch", "check.py")
_SUFFIXES = (".py", ".json", ".yaml", ".css", ".js", ".html")


@cache
def identity() -> str:
    """The version, and a digest of the code itself: a version does not change with every change of a weight."""
    digest = sha256()
    for name, content in _contents():
        digest.update(f"{name} {len(content)} ".encode())
        digest.update(content)
    return f"{__version__}+{digest.hexdigest()[:16]}"


def digest_of(baseline: Baseline) -> str:
    """Of everything that the checks see of it: of a baseline with layers the file's own digest says too little."""
    return digest(msgspec.msgpack.encode(baseline, order="deterministic"))


def digest(*parts: bytes) -> str:
    whole = sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()


def _contents() -> Iterator[tuple[str, bytes]]:
    """A program frozen into one file has no sources: its version must do."""
    root = files("duibiao")
    for part in _PARTS:
        yield from _walk(root.joinpath(part), part)


def _walk(place: Traversable, name: str) -> Iterable[tuple[str, bytes]]:
    if place.is_dir():
        for inner in sorted(place.iterdir(), key=lambda entry: entry.name):
            yield from _walk(inner, f"{name}/{inner.name}")
    elif name.endswith(_SUFFIXES) and place.is_file():
        yield name, place.read_bytes()
