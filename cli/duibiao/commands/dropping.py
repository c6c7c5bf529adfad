r"""Files dragged onto the program: paths and nothing else on the command line.

duibiao.exe "D:\稿子\实施方案.docx"                 that draft, its reports beside it
duibiao.exe D:\稿子\实施方案.docx D:\稿子\清单.yaml   held against that list
"""

import os
from collections.abc import Collection, Sequence
from pathlib import Path

from duibiao.desk.paths import BASELINES, is_dropped


def meant(words: Sequence[str], verbs: Collection[str]) -> list[str]:
    """The command line that somebody means who drags files here; any other as it is."""
    existing = {word for word in words if not word.startswith("-") and os.path.lexists(word)}
    if not is_dropped(words, verbs, existing):
        return list(words)
    paths = _from_their_folder([Path(word) for word in words])
    lists = [str(path) for path in paths if path.suffix.lower() in BASELINES]
    plans = [str(path) for path in paths if path.suffix.lower() not in BASELINES]
    if not plans:
        return ["baseline", "lint", "--", *lists]
    return ["check", "--beside", *(word for name in lists for word in ("-b", name)), "--", *plans]


def _from_their_folder(paths: Sequence[Path]) -> list[Path]:
    """The paths as they hold in the folder where we then stand.

    Windows starts a program on which files were dropped in a folder of its own choice. The configuration and the
    baselines that count are those beside the draft.
    """
    here = Path.cwd()
    whole = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100  resolve() follows links
    folder = whole[0] if whole[0].is_dir() else whole[0].parent
    if folder.is_relative_to(here) or not folder.is_dir():
        return list(paths)
    os.chdir(folder)
    return whole
