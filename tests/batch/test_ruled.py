"""Decisions of reviewers hold in a batch, and a changed one costs the plans that it is about."""

import csv
import json
from pathlib import Path

import pytest

from tests.batch.making import batch, folder, plan

RULED = """
- {requirement: T-3, plan: plans/a.txt, action: waive, reason: 本县无公办机构, by: 林, date: 2023-10-08}
"""


def test_a_ruling_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    plans = folder(tmp_path, {"a.txt": plan("澜溪县", queue=False), "b.txt": plan("石桥县", queue=False)})
    out = tmp_path / "out"
    assert batch(plans, out) == 0
    ruled = tmp_path / "rulings.yaml"
    ruled.write_text(RULED, "utf-8")
    assert batch(plans, out, "--decisions", str(ruled)) == 0
    counts = json.loads((out / "summary.json").read_text("utf-8"))["plans"]
    assert (counts["checked"], counts["reused"]) == (1, 1)
    with (out / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        told = {(row["plan"], row["requirement"]): row["decision"] for row in csv.DictReader(file)}
    assert [key for key, action in told.items() if action] == [("plans/a.txt", "T-3")]
    assert "本县无公办机构" in (out / "pages/plans/a.txt.html").read_text("utf-8")
