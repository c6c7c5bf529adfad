"""File names as people and other programs make them are told in every format, and mean the same file everywhere."""

import json
import os
import sys
from pathlib import Path

import pytest

from duibiao.reports.format import Format
from duibiao.reports.registry import FORMATS
from tests.hostile.running import BASELINE, plan, run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
NAMES = (
    "方案🧓👴.txt",
    "line\nfeed.txt",
    "tab\tand\rreturn.txt",
    "长" * 83 + "ab.txt",  # 255 bytes
    "-f json.txt",
    "=cmd|x.txt",
    "::error::.txt",
    "\u202etxt.exe.txt",
    "'\"<b>&amp;$(id)`id`.txt",
    "[1].txt",
    "%41%n.txt",
    "\x1b[31m.txt",
)
PAINTED = [form for form in FORMATS.values() if not form.annotates]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("names")
    (made / "plans").mkdir()
    for name in NAMES:
        plan(made / "plans", name)
    Path(os.fsdecode(os.fsencode(made) + b"/plans/not-utf8-\xff\xfe.txt")).write_text("一、建成站点30个。", "utf-8")
    return made


def test_every_plan_is_named_and_checked(folder: Path) -> None:
    done = run("check", "plans", "-b", BASELINE, "-f", "json", folder=folder)
    reports = json.loads(done.stdout)["reports"]
    assert {report["status"] for report in reports} == {"checked"}
    paths = [report["plan"]["path"] for report in reports]
    assert set(paths) >= {f"plans/{name}" for name in NAMES if not name.startswith(".")}
    assert len(set(paths)) == len(paths)
    assert any("not-utf8" in path for path in paths)


@pytest.mark.parametrize("form", PAINTED, ids=lambda form: form.name)
def test_every_format_is_written(form: Format, folder: Path, tmp_path: Path) -> None:
    target = tmp_path if form.per_plan else tmp_path / f"report{form.suffix}"
    done = run("check", "plans", "-b", BASELINE, "-f", form.name, "-o", target, "--fail-on", "never", folder=folder)
    assert done.returncode == 0, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) == (len(list((folder / "plans").iterdir())) if form.per_plan else 1)
    assert all(path.resolve().is_relative_to(tmp_path.resolve()) for path in written)
    assert all(path.stat().st_size for path in written)


def test_links_are_followed_once(tmp_path: Path) -> None:
    (tmp_path / "plans" / "deep").mkdir(parents=True)
    plan(tmp_path / "plans", "a.txt")
    (tmp_path / "plans" / "deep" / "round").symlink_to(tmp_path / "plans", target_is_directory=True)
    (tmp_path / "plans" / "nowhere.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "plans" / "itself.txt").symlink_to(tmp_path / "plans" / "itself.txt")
    os.mkfifo(tmp_path / "plans" / "pipe.txt")
    done = run("check", "plans", "-b", BASELINE, "-f", "json", folder=tmp_path)
    reports = json.loads(done.stdout)["reports"]
    assert {report["plan"]["path"]: report["status"] for report in reports} == {
        "plans/a.txt": "checked",
        "plans/itself.txt": "unreadable",
        "plans/nowhere.txt": "unreadable",
    }
