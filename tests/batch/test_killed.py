"""A batch killed at any moment goes on, and ends with the bytes of one that nothing disturbed."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.making import command, counties, digests, environment, folder

# more where somebody has the time: DUIBIAO_KILLS=100
KILLS = int(os.environ.get("DUIBIAO_KILLS", "6"))
PLANS = 12

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")


def start(plans: Path, out: Path) -> "subprocess.Popen[bytes]":
    words = command(plans, out, "--jobs", "2", "-q")
    return subprocess.Popen(
        words, cwd=plans.parent, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def stored(out: Path) -> int:
    """Pages are written one by one as plans are done: they tell how far a run is without a look into its store."""
    return len(list((out / "pages").rglob("*.html")))


def test_kill_at_random_points(tmp_path: Path) -> None:
    plans = folder(tmp_path, counties(PLANS))
    assert start(plans, tmp_path / "whole").wait(120) == 0
    wanted = digests(tmp_path / "whole")

    chance = random.Random(20261122)
    cut_short = 0
    for turn in range(max(1, KILLS // 3)):
        out = tmp_path / f"out{turn}"
        # at points of the work, not of the clock: a busy machine would be killed before it began
        for target in sorted(chance.sample(range(1, PLANS + 1), 3)):
            run = start(plans, out)
            until = time.monotonic() + 60
            while run.poll() is None and stored(out) < target and time.monotonic() < until:
                time.sleep(0.001)
            time.sleep(chance.choice((0, 0.01, 0.1, 0.4)))  # the last ones while outputs are written
            run.kill()
            cut_short += run.wait() == -signal.SIGKILL and not (out / "summary.json").exists()
        assert start(plans, out).wait(120) == 0
        assert no_parts(out)
        summary = json.loads((out / "summary.json").read_text("utf-8"))["plans"]
        if summary["reused"]:  # a run came to its end before it was killed: a further one rightly says so
            assert without_counts(digests(out)) == without_counts(wanted)
        else:
            assert digests(out) == wanted
    assert cut_short, "no run was killed before its end"


def test_interrupted_by_ctrl_c(tmp_path: Path) -> None:
    plans = folder(tmp_path, counties(PLANS))
    run = start(plans, tmp_path / "out")
    until = time.monotonic() + 60
    while stored(tmp_path / "out") < 2 and time.monotonic() < until:
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    assert run.wait(60) == 130
    assert not (tmp_path / "out/summary.json").exists()
    assert start(plans, tmp_path / "out").wait(120) == 0
    assert json.loads((tmp_path / "out/summary.json").read_text("utf-8"))["plans"]["checked"] == PLANS


def no_parts(out: Path) -> bool:
    return not [path for path in out.rglob("*") if path.name.endswith(".part")]


def without_counts(found: dict[str, str]) -> dict[str, str]:
    return {name: digest for name, digest in found.items() if name not in ("summary.json", "index.html")}
