"""A real scheduler and two workers on loopback, one of them killed in mid-run: nothing is lost."""

import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.batch.making import ROOT, batch, counties, digests, environment, folder

pytest.importorskip("distributed", reason="the extra cluster is not installed")
pytestmark = pytest.mark.filterwarnings("ignore")

ADDRESS = re.compile(r"Scheduler at:\s+(tcp://127\.0\.0\.1:\d+)")


@contextmanager
def started(*words: str) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "dask", *words],
        cwd=ROOT,
        env=environment(),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stderr:
            process.stderr.close()


@contextmanager
def cluster() -> Iterator[tuple[str, "list[subprocess.Popen[str]]"]]:
    with started("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard") as scheduler:
        address = _address(scheduler)
        # one process with one thread each, without a nanny that would start a killed one again
        words = ("worker", address, "--no-nanny", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")
        preload = ("--preload", "tests.batch.slow_worker")
        with started(*words, *preload) as one, started(*words, *preload) as two:
            for process in (one, two):
                _drain(process)
            yield address, [one, two]


def _address(scheduler: "subprocess.Popen[str]") -> str:
    assert scheduler.stderr
    for line in scheduler.stderr:
        if found := ADDRESS.search(line):
            _drain(scheduler)
            return found[1]
    raise AssertionError("the scheduler did not start")


def _drain(process: "subprocess.Popen[str]") -> None:
    """Its log must be read, or it stops when the pipe is full."""
    threading.Thread(target=lambda: list(process.stderr or ()), daemon=True).start()


def test_a_worker_killed_in_mid_run_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    plans = folder(tmp_path, {name: text + "WAIT" for name, text in counties(10).items()} | {"dies.txt": "澜溪县DIE."})
    out = tmp_path / "out"
    with cluster() as (address, workers):

        def kill() -> None:
            until = time.monotonic() + 120
            while len(list((out / "pages").rglob("*.html"))) < 3 and time.monotonic() < until:
                time.sleep(0.02)
            workers[0].kill()

        killer = threading.Thread(target=kill)
        killer.start()
        assert batch(plans, out, "--scheduler", address) == 3
        killer.join()
        assert workers[0].wait(10) == -signal.SIGKILL
        assert workers[1].poll() is None
    assert "11 份方案：本次检查 10，沿用 0，无法读取 1" in capsys.readouterr().out
    assert "crashed" in (out / "errors.csv").read_text("utf-8")

    (plans / "dies.txt").unlink()
    batch(plans, tmp_path / "local")
    batch(plans, out)
    there, here = digests(out), digests(tmp_path / "local")
    assert {name for name in here if here[name] != there[name]} == {"summary.json", "index.html"}, "counts of reuse"


def test_nobody_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("duibiao.batch.pool._PATIENCE", 1)
    plans = folder(tmp_path, counties(1))
    assert batch(plans, tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9") == 2
    assert "连不上调度器" in capsys.readouterr().err
