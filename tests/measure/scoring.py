"""The measuring tool beside the repository, and what is kept of its figures."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.training.gold import ROOT, Case

TOOLS = ROOT.parent / "shared" / "tools"
KEYS = ("accuracy", "macro_f1", "presence_f1", "evidence_recall", "reasons_f1")
KINDS = ("real", "written")

Figures = Mapping[str, Mapping[str, Any]]


def here() -> bool:
    return (TOOLS / "measure.py").exists()


@cache
def _tool() -> Any:
    sys.path.insert(0, str(TOOLS))
    return import_module("score")


def score(case: Case, said: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The figures of one case, for findings by requirement."""
    return {"kind": case.kind, **_tool().score(said, {label["id"]: label for label in case.labels})}


def run_tool(command: Sequence[str | Path]) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """The figures of each case as the tool finds them by running `command`, and the cases that did not run."""
    call: list[str | Path] = [sys.executable, TOOLS / "measure.py", "--json", "--command", " ".join(map(str, command))]
    run = subprocess.run(call, capture_output=True, text=True, check=False)
    if not run.stdout:
        raise RuntimeError(run.stderr)
    data = json.loads(run.stdout)
    return {row["name"]: row for row in data["cases"]}, data["failed"]


def means(figures: Figures) -> dict[str, dict[str, float | None]]:
    """The mean over the cases of each kind, and over all."""
    groups = {kind: [row for row in figures.values() if row["kind"] == kind] for kind in KINDS}
    groups["all"] = list(figures.values())
    return {name: {key: _mean(row[key] for row in rows) for key in KEYS} for name, rows in groups.items()}


def _mean(values: Iterable[float | None]) -> float | None:
    there = [value for value in values if value is not None]
    return round(sum(there) / len(there), 3) if there else None


def confusion(figures: Figures) -> dict[str, dict[str, int]]:
    """How often each labelled verdict got each verdict, over all cases."""
    verdicts: tuple[str, ...] = tuple(_tool().VERDICTS)
    table = {gold: dict.fromkeys(verdicts, 0) for gold in verdicts}
    for row in figures.values():
        for pair, count in row["confusion"].items():
            gold, said = pair.split("->")
            table[gold][said] += count
    return table
