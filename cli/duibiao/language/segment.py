"""Words of a plain text. rjieba where it is installed (the `fast` extra), else jieba; both give the same words.

Without the hidden Markov model, whose guesses at unknown words differ from text to text: here a word must come out
the same wherever it stands, or it would not match itself.
"""

import contextlib
import io
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path


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
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42 holds regular expressions that Python 3.12 complains of
        import jieba  # noqa: PLC0415  its dictionary takes half a second

    jieba.setLogLevel(60)
    jieba.dt.tmp_dir = _cache_folder()
    with contextlib.redirect_stderr(io.StringIO()):
        jieba.initialize()

    def cut(text: str) -> list[str]:
        found: list[str] = jieba.lcut(text, HMM=False)
        return found

    return cut


def _cache_folder() -> str | None:
    """The cache of jieba belongs to the user: in the shared temp folder anybody could put another in its place."""
    import platformdirs  # noqa: PLC0415  only where jieba itself is used

    folder = Path(platformdirs.user_cache_dir("duibiao", appauthor=False))
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    return str(folder)
