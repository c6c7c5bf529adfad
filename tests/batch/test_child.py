"""A plan that kills its reader, hangs it or eats its memory costs itself one row and nothing else."""

import csv
import sys
from pathlib import Path

import pytest

from duibiao.batch import minder
from tests.batch.making import batch, environment, folder, plan


@pytest.fixture
def bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minder, "COMMAND", (sys.executable, "-m", "tests.batch.bad_child"))
    marks = tmp_path / "marks"
    marks.mkdir()
    monkeypatch.setenv("DUIBIAO_TEST_MARKS", str(marks))
    monkeypatch.setenv("PYTHONPATH", environment()["PYTHONPATH"])


def errors(out: Path) -> dict[str, str]:
    with (out / "errors.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["plan"]: row["code"] for row in csv.DictReader(file)}


def checked(out: Path) -> set[str]:
    with (out / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["plan"] for row in csv.DictReader(file)}


@pytest.mark.usefixtures("bad")
def test_each_costs_one_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    acts = {"dies": "DIE.", "eats": "EAT", "hangs": "HANG", "fails": "FAIL", "once": "DIEONCE", "prints": "PRINT"}
    if sys.platform != "linux":
        del acts["eats"]  # only there is memory limited
    plans = {f"{name}.txt": plan("澜溪县") + act for name, act in acts.items()}
    plans |= {f"{n}.txt": plan("灵溪县", 80 + n) for n in range(4)}
    where = folder(tmp_path, plans)
    limits = ("--limit", "seconds=20", "--limit", "memory=400")
    assert batch(where, tmp_path / "out", *limits, jobs=2) == 3
    expected = {"dies": "crashed", "eats": "too-large", "hangs": "timeout", "fails": "internal"}
    assert errors(tmp_path / "out") == {f"plans/{k}.txt": v for k, v in expected.items() if k in acts}
    assert checked(tmp_path / "out") == {f"plans/{n}.txt" for n in (*range(4), "once", "prints")}


def test_what_may_have_passed_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    where = folder(tmp_path, {"a.txt": plan("澜溪县") + "FAIL", "b.txt": "", "c.txt": plan("灵溪县")})
    with monkeypatch.context() as patched:
        patched.setattr(minder, "COMMAND", (sys.executable, "-m", "tests.batch.bad_child"))
        assert batch(where, tmp_path / "out") == 3
    assert sorted(errors(tmp_path / "out").values()) == ["empty", "internal"]
    capsys.readouterr()
    assert batch(where, tmp_path / "out") == 3
    assert sorted(errors(tmp_path / "out").values()) == ["empty"]
    assert "本次检查 1，沿用 1，无法读取 1" in capsys.readouterr().out
