"""How right the tool is on the labelled cases beside the repository, and others on the same cases in the same run.

    .venv/bin/python -m tests.measure [--write]

The shipped weights were trained on these cases; what a new plan may expect stands under plan_left_out (weights and
thresholds from the other plans alone) and, for a topic that is new as well, checklist_left_out. `--write` keeps the
figures in tests/measure/figures.json, which the READMEs quote; `make samples` then brings their tables up to date.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.measure import drafting, figures, peers
from tests.measure.scoring import KEYS, confusion, here, means, run_tool
from tests.training.gold import Case, cases
from tests.training.train import left_out, plan_of, rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    if not here():
        print("not measured: the labelled cases and the measuring tool (../shared) are not beside this repository")
        return 0
    shipped, failed = run_tool([Path(sys.executable).with_name("duibiao")])
    data = {
        "cases": {name: _kept(row) for name, row in shipped.items()},
        "ways": {"shipped": {"mean": means(shipped)}, **_left_out(), **_without_thesaurus(), **_peers()},
        "confusion": confusion({name: row for name, row in shipped.items() if name not in failed}),
    }
    print("\n".join(figures.screen(data)))
    drafted = drafting.figures()
    print(f"\n{drafting.screen(drafted)}")
    if failed:
        print(f"did not run: {', '.join(failed)}", file=sys.stderr)
    elif arguments.write:
        figures.save(data)
        drafting.save(drafted)
    return 1 if failed else 0


def _kept(row: dict[str, Any]) -> dict[str, Any]:
    shown = {key: None if row[key] is None else round(row[key], 3) for key in KEYS}
    return {"kind": row["kind"], "labels": row["n"], **shown}


def _left_out() -> dict[str, Any]:
    data = {case.name: rows(case) for case in cases()}
    by: dict[str, Callable[[Case], str]] = {"plan_left_out": plan_of, "checklist_left_out": lambda case: case.checklist}
    return {way: {"mean": means(left_out(data, fold)[0])} for way, fold in by.items()}


def _without_thesaurus() -> dict[str, Any]:
    """Plans left out, trained and judged as if no concept were known: what the packs are worth on plans to come."""
    cases.cache_clear()
    try:
        with patch("duibiao.matching.terms.thesaurus.find", lambda _: []):
            data = {case.name: rows(case) for case in cases()}
            return {"without_thesaurus": {"mean": means(left_out(data, plan_of)[0])}}
    finally:
        cases.cache_clear()


def _peers() -> dict[str, Any]:
    found = {}
    for name, peer in peers.PEERS.items():
        threshold, rows_at_it = peers.measure(peer, cases())
        found[name] = {"threshold": threshold, "mean": means(rows_at_it)}
    return found


if __name__ == "__main__":
    sys.exit(main())
