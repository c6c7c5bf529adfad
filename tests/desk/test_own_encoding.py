"""A machine's own encoding is never asked: on a Chinese Windows it is GBK, and a file opened without one breaks."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copy

ROOT = Path(__file__).resolve().parents[2]
CALLS = (
    ["check", "方案.docx", "-b", "清单.yaml", "--beside"],
    ["check", "方案.docx", "-b", "清单.yaml", "-f", "terminal", "-f", "json", "-f", "xlsx", "-f", "csv", "-o", "结果"],
    ["baseline", "export", "清单.yaml", "-o", "清单.xlsx"],
    ["init"],
    ["config"],
)
RUNNING = f"""
import sys
from duibiao.__main__ import main
for call in {CALLS!r}:
    assert main(call) in (0, 1), call
"""


def test_no_file_is_opened_in_the_encoding_of_the_machine(tmp_path: Path) -> None:
    copy(ROOT / "plans/lanxi.docx", tmp_path / "方案.docx")
    copy(ROOT / "baselines/yl-elderly-2023.yaml", tmp_path / "清单.yaml")
    (tmp_path / "结果").mkdir()
    command = [sys.executable, "-X", "warn_default_encoding", "-W", "error::EncodingWarning", "-c", RUNNING]
    environment = {**os.environ, "PYTHONIOENCODING": "gbk"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("gbk")
    assert "落实" in done.stdout.decode("gbk")
