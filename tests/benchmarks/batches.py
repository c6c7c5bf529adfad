"""Whole batches as processes: time for each plan, and the most memory that any of their processes took."""

import os
import subprocess
import sys
import time
from pathlib import Path

from msgspec import Struct


class Ran(Struct, frozen=True):
    """`seconds` for each plan; `cpu` likewise, which a busy machine does not change; `megabytes` at the peak."""

    seconds: float
    cpu: float
    megabytes: float


def run(plans: Path, baseline: Path, out: Path, jobs: int, *options: str) -> Ran:
    number = sum(1 for path in plans.rglob("*") if path.is_file())
    words = ["batch", plans, "-b", baseline, "--out", out, "--jobs", str(jobs), "--quiet", *options]
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "duibiao", *map(str, words)], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        raise SystemExit(f"the batch ended with {process.returncode}")
    took = time.perf_counter() - start
    # in kilobytes on Linux, in bytes on macOS
    most = used.ru_maxrss / (1e3 if sys.platform == "linux" else 1e6)
    return Ran(took / number, (used.ru_utime + used.ru_stime) / number, most)
