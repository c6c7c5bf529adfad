"""The program as a process of its own, as users have it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BASELINE = ROOT / "baselines" / "yl-elderly-2023.yaml"
PLAN = """云岭市推进养老服务高质量发展实施方案

一、主要任务
(一)建立特殊困难老年人探访关爱制度,每月至少探访一次。
(二)2027年底前,培训养老护理员3万名。
"""
COMMAND = (sys.executable, "-m", "duibiao")


def run(*words: str | Path, folder: Path, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """What `duibiao` with these words does in that folder."""
    return subprocess.run(
        [*COMMAND, *map(str, words)],
        cwd=folder,
        env={**os.environ, "DUIBIAO_LANG": "en", **environment},
        capture_output=True,
        timeout=300,
        check=False,
    )


def plan(folder: Path, name: str = "plan.txt", text: str = PLAN) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path
