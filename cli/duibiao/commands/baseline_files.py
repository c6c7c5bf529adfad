"""Where the verbs of `duibiao baseline` find their files: by path or id, and layers in the configured folders."""

from collections.abc import Sequence
from pathlib import Path

import typer

from duibiao.commands.settings import baseline_files, existing, settings_of


def files_of(ctx: typer.Context, names: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The files that were named, and the folders in which layers are looked for.

    Raises:
        UsageError: There is no such id in the folders of baselines, or several files have it.
        ConfigError: The configuration has faults.
    """
    settings = settings_of(ctx)
    return baseline_files([name.as_posix() for name in names], settings), tuple(existing(settings))
