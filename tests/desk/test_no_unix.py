"""The main job where there is no fork and nothing else that only Unix has: what a Windows runs."""

import subprocess
import sys
from pathlib import Path
from shutil import copy

ROOT = Path(__file__).resolve().parents[2]
WITHOUT = """
import os, signal, subprocess, sys  # before they are taken what they need themselves

for name in ("fcntl", "grp", "pwd", "resource", "termios"):
    sys.modules[name] = None
for name in ("fork", "getuid", "geteuid", "getpgid", "killpg", "setsid", "sysconf", "mkfifo"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGKILL", "SIGHUP", "SIGALRM", "SIGPIPE", "alarm", "setitimer"):
    delattr(signal, name)
from duibiao.__main__ import main
"""
CALLS = (
    ["check", "方案.docx", "材料.pdf", "-b", "清单.yaml", "--beside"],
    ["check", "方案.docx", "-b", "清单.yaml", "--readiness"],
    ["text", "方案.docx"],
    ["baseline", "lint", "清单.yaml"],
)


def test_everything_at_the_desk_runs_without_unix(tmp_path: Path) -> None:
    copy(ROOT / "plans/lanxi.docx", tmp_path / "方案.docx")
    copy(ROOT / "plans/qingping.pdf", tmp_path / "材料.pdf")
    copy(ROOT / "baselines/yl-elderly-2023.yaml", tmp_path / "清单.yaml")
    code = WITHOUT + f"for call in {CALLS!r}:\n    assert main(call) in (0, 1), call\n"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "材料.对标报告.html").exists()
