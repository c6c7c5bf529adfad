"""A working directory with plans and a baseline in it."""

from pathlib import Path

import pytest

from tests.commands.conftest import BASELINE, PLAN


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "baselines").mkdir()
    (tmp_path / "baselines" / "care.yaml").write_text(BASELINE, "utf-8")
    (tmp_path / "b.yaml").write_text(BASELINE, "utf-8")
    (tmp_path / "plans").mkdir()
    for name in ("一.txt", "二.txt"):
        (tmp_path / "plans" / name).write_text(PLAN, "utf-8")
    return tmp_path
