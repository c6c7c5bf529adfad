"""The labelled cases of ../shared/gold, read and prepared for training and measuring."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from duibiao.baselines import load
from duibiao.check import wanted_of
from duibiao.documents import read
from duibiao.facts import read_clauses
from duibiao.language.normalise import plain_text
from duibiao.matching.match import Search

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "gold"
_MARKS = re.compile(r"[\s,，。;；、:：()（）“”\"'‘’《》〔〕]")


class Case(Struct, frozen=True):
    """A labelled plan: `labels` stand in the order of the baseline's requirements."""

    name: str
    kind: str
    checklist: str
    search: Search
    labels: tuple[dict[str, Any], ...]


@cache
def cases() -> tuple[Case, ...]:
    return tuple(_cases())


def _cases() -> Iterator[Case]:
    for entry in json.loads((GOLD / "cases.json").read_text("utf-8")):
        baseline = load(GOLD / entry["baseline"])
        document = read(GOLD / entry["plan"])
        lines = (GOLD / entry["labels"]).read_text("utf-8").splitlines()
        labels = {label["id"]: label for label in map(json.loads, filter(str.strip, lines))}
        wanted = [wanted_of(requirement) for requirement in baseline.active]
        yield Case(
            name=entry["name"],
            kind=entry["kind"],
            checklist=baseline.id,
            search=Search(wanted, document, read_clauses(document)),
            labels=tuple(labels[w.requirement.id] for w in wanted),
        )


def squash(text: str) -> str:
    return _MARKS.sub("", plain_text(text))


def is_labelled(text: str, label: dict[str, Any]) -> bool:
    """Whether a passage holds, or is held by, one that a reader named (as the measuring tool sees it)."""
    ours = squash(text)[:200]
    return any(theirs in ours or (len(ours) >= 6 and ours in theirs) for theirs in map(squash, label["evidence"]))
