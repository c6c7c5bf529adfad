"""Word tables: what the extractors know about words stands in YAML files of this folder, not in code."""

from functools import cache
from importlib import resources
from typing import Any

import yaml

# The pure Python loader takes some fifteen times as long, which a one-second command would feel.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> Any:
    """The content of `<name>.yaml` in this folder, read once. Callers must not change it."""
    text = (resources.files(__name__) / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)  # noqa: S506  a safe loader, picked above
