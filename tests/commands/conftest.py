"""A working directory with plans and a baseline in it, and a way to run the program there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import Struct

from duibiao.__main__ import main

BASELINE = """\
schema: 1
baseline: {id: qs-care-2021, title: 青山省养老服务高质量发展要求, topic: 养老, level: province, region: 青山省}
requirements:
  - {id: QS-001, text: 建立特殊困难老年人探访关爱制度, verified: true}
  - {id: QS-002, text: "到2025年底,培训养老护理员5万名", verified: true}
"""
PLAN = """\
云岭市推进养老服务高质量发展实施方案

一、主要任务
(一)建立特殊困难老年人探访关爱制度,每月至少探访一次。
(二)2027年底前,培训养老护理员3万名。
"""


class Done(Struct, frozen=True):
    """What a run of the program left behind."""

    code: int
    out: str
    err: str


Program = Callable[..., Done]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "DUIBIAO_LANG"):
        monkeypatch.delenv(name, raising=False)
    # stages are stood in for in this process; a child of its own for each plan is tested in tests/hostile
    monkeypatch.setenv("DUIBIAO_LIMITS", "seconds=0,memory=0")
    (tmp_path / "b.yaml").write_text(BASELINE, "utf-8")
    (tmp_path / "plans").mkdir()
    for name in ("一.txt", "二.txt", "三.txt"):
        (tmp_path / "plans" / name).write_text(PLAN, "utf-8")
    return tmp_path


@pytest.fixture
def duibiao(folder: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    def run(*arguments: str) -> Done:
        assert Path.cwd() == folder
        code = main(arguments)
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return run
