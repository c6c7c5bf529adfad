"""Cases kept as data in `tests/cases/<folder>/*.yaml`: a name, why it is there, what goes in and what must come out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parent / "cases"
ALWAYS = frozenset({"name", "why"})


def files(folder: str) -> list[Path]:
    return sorted((FOLDER / folder).glob("*.yaml"))


def params(path: Path, known: frozenset[str], required: frozenset[str]) -> Iterator[Any]:
    """The cases of one file as parameters of a test.

    A case with `wrong` shows a fault that is known and not mended: it must fail, and says why and what comes out now.

    Raises:
        ValueError: A case has a key that no runner reads, lacks one, or takes a name twice.
    """
    names: set[str] = set()
    for case in yaml.safe_load(path.read_text("utf-8"))["cases"]:
        where = f"{path.name}: {case.get('name', case)}"
        if unknown := set(case) - known - ALWAYS - {"wrong"}:
            raise ValueError(f"{where}: unknown keys {sorted(unknown)}")
        if missing := (required | ALWAYS) - set(case):
            raise ValueError(f"{where}: lacks {sorted(missing)}")
        if case["name"] in names:
            raise ValueError(f"{where}: there is another case of this name")
        names.add(case["name"])
        marks = [pytest.mark.xfail(reason=case["wrong"], strict=True, raises=AssertionError)] if "wrong" in case else []
        yield pytest.param(case, id=f"{path.stem}-{case['name']}", marks=marks)
