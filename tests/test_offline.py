"""Drafts are confidential: the main job opens no socket, whatever it reads and writes."""

import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from duibiao.__main__ import main

ROOT = Path(__file__).parents[1]
PLANS = ["plans/hefeng.html", "plans/lanxi.docx", "plans/qingping.pdf"]
ARGUMENTS = ["check", *PLANS, "-b", "baselines/yl-elderly-2023.yaml", "--fail-on", "never", "-f", "json"]
# An audit hook sees what C code does as well, and cannot be taken off again: hence a process of its own.
FORBIDDING = """
import sys

def forbid(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"went online: {event} {arguments}")

sys.addaudithook(forbid)
"""
RUNNING = FORBIDDING + "from duibiao.__main__ import main\nsys.exit(main(sys.argv[1:]))\n"


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_main_job_opens_no_socket() -> None:
    done = python(RUNNING, *ARGUMENTS)
    assert done.returncode == 0, done.stderr
    reports = json.loads(done.stdout)["reports"]
    assert [(report["plan"]["path"], report["status"]) for report in reports] == [(plan, "checked") for plan in PLANS]


def test_the_hook_would_have_seen_one() -> None:
    done = python(FORBIDDING + "import socket\nsocket.socket()\n")
    assert done.returncode != 0
    assert "went online: socket.__new__" in done.stderr


def test_the_main_job_in_this_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Files as well as the screen, with the sockets of the standard library out of order."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("went online")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.chdir(ROOT)
    assert main(ARGUMENTS) == 0
    assert json.loads(capsys.readouterr().out)["reports"]
    assert main([*ARGUMENTS[:-1], "markdown", "-o", str(tmp_path / "report.md")]) == 0
    assert (tmp_path / "report.md").read_text("utf-8")
