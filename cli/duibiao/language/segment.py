"""Words of a plain text. rjieba where it is installed (the `fast` extra), else jieba; both give the same words.

Without the hidden Markov model, whose guesses at unknown words differ from text to text: here a word must come out
the same wherever it stands, or it would not match itself.
"""

import contextlib
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec


def words(text: str) -> list[str]:
    """The words of `text` in order; joined they are `text` again."""
    return _cutter()(text)


@cache
def _cutter() -> Callable[[str], list[str]]:
    try:
        import rjieba  # noqa: PLC0415  half a second less to start than jieba, where it is there
    except ImportError:
        return _jieba()

    def cut(text: str) -> list[str]:
        return list(rjieba.cut(text, False))

    return cut


def _jieba() -> Callable[[str], list[str]]:
    with warnings.catch_warnings(), _without("pkg_resources"):
        warnings.simplefilter("ignore")  # jieba 0.42 holds regular expressions that Python 3.12 complains of
        import jieba  # noqa: PLC0415  its dictionary takes half a second

    jieba.setLogLevel(60)
    # not through jieba.initialize: its own cache is marshal, which must not be read from a file that others may write
    dictionary = jieba.dt
    cache = _cache_file(jieba.__version__)
    kept = _restore(cache)
    if kept is None:
        kept = dictionary.gen_pfdict(dictionary.get_dict_file())
        _keep(kept, cache)
    dictionary.FREQ, dictionary.total = kept
    dictionary.initialized = True

    def cut(text: str) -> list[str]:
        found: list[str] = jieba.lcut(text, HMM=False)
        return found

    return cut


Kept = tuple[dict[str, int], int]


def _restore(cache: Path | None) -> Kept | None:
    """The dictionary in one piece; jieba itself reads it word by word, at length."""
    try:
        return None if cache is None else msgspec.msgpack.decode(cache.read_bytes(), type=Kept)
    except (OSError, msgspec.DecodeError):
        return None


def _keep(kept: Kept, cache: Path | None) -> None:
    if cache is None:
        return
    passing = cache.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        passing.write_bytes(msgspec.msgpack.encode(kept))
        passing.replace(cache)
    with contextlib.suppress(OSError):
        passing.unlink(missing_ok=True)


@contextlib.contextmanager
def _without(module: str) -> Iterator[None]:
    """Hides a module while another is imported.

    jieba asks pkg_resources for the path of its dictionary and does as well without; importing it takes as long as
    the rest of the command.
    """
    loaded: dict[str, Any] = sys.modules  # None in it means "not there", which its declared type has no room for
    hidden = loaded.get(module)
    loaded[module] = None
    try:
        yield
    finally:
        del loaded[module]
        if hidden is not None:
            loaded[module] = hidden


def _cache_file(version: str) -> Path | None:
    """In the user's own cache: the shared temp folder of jieba is anybody's."""
    import platformdirs  # noqa: PLC0415  only where jieba itself is used

    folder = Path(platformdirs.user_cache_dir("duibiao", appauthor=False))
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    return folder / f"jieba-{version}.msgpack"
