"""Words of a plain text. rjieba where it is installed (the `fast` extra), else jieba; both give the same words.

Without the hidden Markov model, whose guesses at unknown words differ from text to text: here a word must come out
the same wherever it stands, or it would not match itself.
"""

import contextlib
import io
import marshal
import sys
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any


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
    dictionary = jieba.dt
    dictionary.tmp_dir = _cache_folder()
    dictionary.cache_file = f"jieba-{jieba.__version__}.cache"
    if not _restore(dictionary):
        with contextlib.redirect_stderr(io.StringIO()):
            jieba.initialize()

    def cut(text: str) -> list[str]:
        found: list[str] = jieba.lcut(text, HMM=False)
        return found

    return cut


def _restore(dictionary: Any) -> bool:
    """Takes the dictionary from the user's own cache in one piece; jieba itself reads it word by word, at length."""
    if dictionary.tmp_dir is None:
        return False
    try:
        words, total = marshal.loads(Path(dictionary.tmp_dir, dictionary.cache_file).read_bytes())  # noqa: S302  our own
    except (OSError, EOFError, ValueError, TypeError):
        return False
    if not isinstance(words, dict) or not isinstance(total, int):
        return False
    dictionary.FREQ, dictionary.total, dictionary.initialized = words, total, True
    return True


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


def _cache_folder() -> str | None:
    """The cache of jieba belongs to the user: in the shared temp folder anybody could put another in its place."""
    import platformdirs  # noqa: PLC0415  only where jieba itself is used

    folder = Path(platformdirs.user_cache_dir("duibiao", appauthor=False))
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    return str(folder)
