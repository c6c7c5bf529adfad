"""How good drafts of checklists are: held against the labelled checklists that were made from the same documents.

    .venv/bin/python -m tests.measure.drafting [--write]

Of a labelled requirement and a drafted one a reader says that they are the same thing where they share most of their
words. Here: the pairs of neighbouring characters that both have, twice, over those that each has (Dice), is at least
0.6. So a drafted one may hold up to as much again and a third beside the labelled one, or a little less than half of
it, but never a neighbour. Each is matched at most once, by the best assignment of the whole. A number counts as found
where a drafted requirement that holds half of the labelled one's words has it with the same value, unit and year; a
date where such a one has the same year, and month and day where they are labelled.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct
from scipy.optimize import linear_sum_assignment

from duibiao.drafting.drafted import Drafted
from duibiao.drafting.reading import Origin, read_requirements
from duibiao.language.normalise import plain_text
from duibiao.model.baseline import Requirement
from tests.training.drafting import DOCUMENTS, checklist, document, left_out

FILE = Path(__file__).with_name("drafting.json")
SAME = 0.6
HALF = 0.5
_MARKS = re.compile(r"[\W_]+")


class Counts(Struct, frozen=True, kw_only=True):
    labelled: int
    drafted: int
    matched: int
    facts: int
    found: int
    strength: int = 0
    deadline: int = 0


def pairs(text: str) -> frozenset[str]:
    words = _MARKS.sub("", plain_text(text))
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / max(1, len(one) + len(other))


def matches(gold: Sequence[Requirement], drafted: Sequence[Drafted]) -> list[tuple[int, int]]:
    """The best one-to-one assignment, as places of gold and of drafted."""
    golds, drafts = [pairs(r.text) for r in gold], [pairs(d.text) for d in drafted]
    like = np.array([[likeness(a, b) for b in drafts] for a in golds])
    rows, columns = linear_sum_assignment(np.where(like >= SAME, like, 0.0), maximize=True)
    return [(int(a), int(b)) for a, b in zip(rows, columns, strict=True) if like[a, b] >= SAME]


def missed_facts(gold: Sequence[Requirement], drafted: Sequence[Drafted]) -> tuple[int, list[str]]:
    """How many numbers and dates are labelled, and those that no drafted requirement has."""
    drafts = [(pairs(d.text), d) for d in drafted]
    total, missed = 0, list[str]()
    for each in gold:
        own = pairs(each.text)
        near = [d for words, d in drafts if len(own & words) >= HALF * len(own)]
        year = str(each.deadline.year) if each.deadline else None
        for target in each.targets:
            total += 1
            if not any(_has(d, target.value, target.unit, year) for d in near):
                missed.append(f"{each.id} {target.value:g}{target.unit} {year or ''} {each.text}")
        if each.deadline:
            total += 1
            if not any(d.deadline and d.deadline.startswith(str(each.deadline)) for d in near):
                missed.append(f"{each.id} {each.deadline} {each.text}")
    return total, missed


def _has(drafted: Drafted, value: float, unit: str, year: str | None) -> bool:
    if year is not None and (drafted.deadline or "")[:4] != year:
        return False
    return any(abs(t.value - value) < 1e-6 and t.unit == unit for t in drafted.targets)


def measure(name: str, parting: Callable[[Mapping[str, float]], float] | None) -> tuple[Counts, Any]:
    gold = checklist(name).requirements
    origin = Origin(id="d", level=checklist(name).level, parting=parting)
    drafted = read_requirements(document(name), origin).requirements
    pairs_ = matches(gold, drafted)
    total, missed = missed_facts(gold, drafted)
    return Counts(
        labelled=len(gold),
        drafted=len(drafted),
        matched=len(pairs_),
        facts=total,
        found=total - len(missed),
        strength=sum(gold[a].strength is drafted[b].strength for a, b in pairs_),
        deadline=sum((str(gold[a].deadline) if gold[a].deadline else None) == drafted[b].deadline for a, b in pairs_),
    ), (gold, drafted, pairs_, missed)


def figures(ways: Sequence[str] = ("shipped", "left_out")) -> dict[str, dict[str, Any]]:
    """Each way with the sums over all checklists; `left_out` parts sentences by models that have not seen the one."""
    found: dict[str, dict[str, Any]] = {}
    for way in ways:
        rows = {name: measure(name, left_out(name) if way == "left_out" else None)[0] for name in DOCUMENTS}
        found[way] = {name: _row(row) for name, row in rows.items()} | {"all": _row(_sum(list(rows.values())))}
    return found


def _sum(rows: Sequence[Counts]) -> Counts:
    return Counts(**{key: sum(getattr(row, key) for row in rows) for key in Counts.__struct_fields__})


def _row(counts: Counts) -> dict[str, Any]:
    return {
        "labelled": counts.labelled,
        "drafted": counts.drafted,
        "facts": round(counts.found / max(1, counts.facts), 3),
        "found": round(counts.matched / counts.labelled, 3),
        "extra": round(1 - counts.matched / max(1, counts.drafted), 3),
        "strength": round(counts.strength / max(1, counts.matched), 3),
        "deadline": round(counts.deadline / max(1, counts.matched), 3),
    }


def screen(data: Mapping[str, Mapping[str, Any]]) -> str:
    lines = []
    for way, rows in data.items():
        keys = list(next(iter(rows.values())))
        lines.append(f"drafting, {way:18}" + "".join(f"{key:>11}" for key in keys))
        lines += [f"  {name:26}" + "".join(f"{row[key]:>11}" for key in keys) for name, row in rows.items()]
    return "\n".join(lines)


def save(data: Mapping[str, Any]) -> None:
    FILE.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    data = figures()
    print(screen(data))
    if arguments.write:
        save(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
