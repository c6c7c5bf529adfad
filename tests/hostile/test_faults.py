"""Disks that are full, folders that may not be written, signals at any moment: no report is ever half there."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.hostile.running import BASELINE, COMMAND, plan, run

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")
FORMATS = [word for name in ("json", "markdown", "xlsx", "sarif") for word in ("-f", name)]


def left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.part")]


@posix
@pytest.mark.parametrize("most", [0, 1, 5_000, 30_000])
def test_a_full_disk_leaves_no_half_of_a_report(most: int, tmp_path: Path) -> None:
    """A limit on the size of files stands for a full disk: a write ends in the middle."""
    plan(tmp_path)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "report.json").write_text("of before", "utf-8")
    limited = f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most})); "
    program = limited + "from duibiao.__main__ import main; sys.exit(main())"
    words = ["check", "plan.txt", "-b", str(BASELINE), *FORMATS, "-o", "out"]
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=tmp_path,
        capture_output=True,
        env={**os.environ, "DUIBIAO_LANG": "en"},
        check=False,
    )
    assert done.returncode == 2, done.stderr.decode()
    assert b"cannot write" in done.stderr
    assert b"Traceback" not in done.stderr
    assert (tmp_path / "out" / "report.json").read_text("utf-8") == "of before"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["report.json"]


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    plan(tmp_path)
    (tmp_path / "out").mkdir(mode=0o500)
    done = run("check", "plan.txt", "-b", BASELINE, "-f", "json", "-o", "out/report.json", folder=tmp_path)
    assert (done.returncode, b"cannot write" in done.stderr) == (2, True)


@posix
def test_standard_output_that_is_full_is_told(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    plan(tmp_path)
    with open("/dev/full", "wb") as full:  # noqa: PTH123  a device
        done = subprocess.run(
            [*COMMAND, "check", "plan.txt", "-b", BASELINE, "-f", "json"],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode not in (0, 1)
    assert b"Traceback" not in done.stderr


@posix
@pytest.mark.parametrize("kind", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_a_check_that_is_ended_at_any_moment_leaves_whole_reports(kind: str, tmp_path: Path) -> None:
    for number in range(6):
        plan(tmp_path, f"plan{number}.txt")
    (tmp_path / "out").mkdir()
    chance = random.Random(kind)
    for _ in range(6):
        process = subprocess.Popen(
            [*COMMAND, "check", ".", "-b", str(BASELINE), *FORMATS, "-o", "out"],
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        time.sleep(chance.uniform(0.05, 2.5))
        os.killpg(process.pid, getattr(signal, kind))
        _, told = process.communicate(timeout=120)
        if kind != "SIGKILL":
            assert left_over(tmp_path / "out") == []
        # before the program itself is there, Python speaks for it
        assert b"Traceback" not in told or process.returncode in (-signal.SIGINT, -signal.SIGTERM, 1, 130)
        report = tmp_path / "out" / "report.json"
        if report.exists():
            assert len(json.loads(report.read_text("utf-8"))["reports"]) == 6
    done = run("check", ".", "-b", BASELINE, *FORMATS, "-o", "out", folder=tmp_path)
    assert done.returncode == 1
    assert len(json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))["reports"]) == 6


@posix
def test_a_reader_does_not_outlive_its_check(tmp_path: Path) -> None:
    """Neither an end by force nor one by request leaves a process behind that goes on reading."""
    plan(tmp_path, "plan.txt", "一、任务\n" + "建立特殊困难老年人探访关爱制度。\n" * 60_000)
    process = subprocess.Popen(
        [*COMMAND, "check", "plan.txt", "-b", str(BASELINE)],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    children: list[int] = []
    for _ in range(200):
        try:
            children = [
                int(word) for word in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
            ]
        except OSError:
            process.kill()
            pytest.skip("the system does not say which processes belong to which")
        if children or process.poll() is not None:
            break
        time.sleep(0.02)
    process.terminate()
    assert process.wait(timeout=120) in (143, 1, 3)
    for child in children:
        assert not Path(f"/proc/{child}").exists() or "Z" in Path(f"/proc/{child}/stat").read_text("utf-8").split()
