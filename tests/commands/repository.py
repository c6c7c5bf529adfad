"""A scratch git repository with plans in it, made from the ones that are shipped."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from duibiao.documents import extract

ROOT = Path(__file__).resolve().parents[2]
BASELINE = "baselines/yl-elderly-2023.yaml"
SHIPPED = ("lanxi.docx", "qingping.pdf", "hefeng.html")
PLACES = {"澜溪": "柳溪 兰溪 松溪 竹溪", "青屏": "石屏 锦屏 云屏 翠屏", "禾丰": "穗丰 年丰 裕丰 咸丰"}
# nobody's own settings, no signing, no hooks
ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "林",
    "GIT_AUTHOR_EMAIL": "lin@example.org",
    "GIT_COMMITTER_NAME": "林",
    "GIT_COMMITTER_EMAIL": "lin@example.org",
}


def needs_git() -> None:
    if shutil.which("git") is None and os.environ.get("CI"):
        pytest.fail("git is not installed")
    if shutil.which("git") is None:
        pytest.skip("git is not installed")


def git(*words: str, at: Path | None = None) -> str:
    run = subprocess.run(
        ["git", "-c", "core.autocrlf=false", *words],
        cwd=at,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **ALONE},
    )
    return run.stdout


def commit(what: str, at: Path | None = None) -> None:
    git("add", "--all", at=at)
    git("commit", "--quiet", "--message", what, at=at)


def twelve(folder: Path) -> list[Path]:
    """Twelve plans as text, four of each that is shipped, each for a place of its own."""
    made = []
    for name, (place, others) in zip(SHIPPED, PLACES.items(), strict=True):
        text = extract(ROOT / "plans" / name).text
        for other in others.split():
            path = folder / f"{other}.txt"
            path.write_text(text.replace(place, other) + "\n", "utf-8")
            made.append(path)
    return made


def edit(path: Path, change: Callable[[str], str]) -> None:
    before = path.read_text("utf-8")
    after = change(before)
    assert before != after, "the edit changes nothing"
    path.write_text(after, "utf-8")


def news(report: str) -> dict[tuple[str, str], str]:
    """What became of findings, by plan and requirement, but for what is unchanged."""
    data: dict[str, Any] = json.loads(report)
    return {
        (entry["plan"]["path"], finding["requirement"]): finding["change"]
        for entry in data["reports"]
        for finding in entry["findings"]
        if finding["change"] != "unchanged"
    }


def prints(report: str) -> dict[tuple[str, str], tuple[str, str]]:
    """Fingerprint and passage of every finding."""
    return {
        (entry["plan"]["path"], finding["requirement"]): (finding["fingerprint"], finding["passage"])
        for entry in json.loads(report)["reports"]
        for finding in entry["findings"]
    }
