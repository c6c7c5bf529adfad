"""The targets of atheris begin, read their corpus and go on from it. A long run is for a person who has the time."""

import importlib.util
import subprocess
import sys

import pytest

from tests.hostile.fuzz.guided import READERS
from tests.hostile.running import ROOT


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris (extra: fuzz) has no wheel here")
@pytest.mark.parametrize("reader", READERS)
def test_a_target_finds_nothing_in_a_short_run(reader: str) -> None:
    command = [sys.executable, "-m", "tests.hostile.fuzz.guided", reader, "-runs=60", "-max_total_time=20", "-seed=1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "INITED" in done.stderr
