"""Where the configuration is: the nearest `.duibiao.yaml` upward from the working directory."""

import os
import re
from pathlib import Path

NAME = ".duibiao.yaml"
_LANGUAGE = re.compile(r"^language[ \t]*:[ \t]*['\"]?(zh|en)\b", re.MULTILINE)


def find(start: Path) -> Path | None:
    """The nearest configuration, as a path from `start`, which is the working directory."""
    here = start.absolute()
    for folder in (here, *here.parents):
        if os.path.lexists(folder / NAME):
            return Path(os.path.relpath(folder / NAME, here))
    return None


def language(start: Path) -> str | None:
    """The language that the configuration asks for, from a look at its lines alone.

    Help pages and the parser's own complaints need it before anything is parsed, and YAML is slow to load. Whether
    the file is sound is seen when it is read.
    """
    file = find(start)
    try:
        told = _LANGUAGE.search(file.read_text("utf-8-sig")) if file else None
    except (OSError, ValueError):
        return None
    return told[1] if told else None
