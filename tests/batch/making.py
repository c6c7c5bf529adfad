"""Small batches for tests: a few lines of plan each, so that a run takes a moment."""

import hashlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from duibiao.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
OUTPUTS = ("index.html", "matrix.xlsx", "findings.csv", "findings.parquet", "summary.json", "errors.csv")
BASELINE = """
schema: 1
baseline: {id: yl-test, title: 云岭省养老服务要求, level: province, region: 云岭省, topic: 养老服务}
requirements:
  - {id: T-1, text: 到2025年，社区日间照料机构覆盖率达到90%以上, verified: true}
  - {id: T-2, text: 2024年底前，所有街道至少建成1个综合性养老服务中心, verified: true}
  - {id: T-3, text: 建立公办养老机构入住综合评估和轮候制度, verified: true}
"""


def plan(county: str, rate: int = 90, *, queue: bool = True) -> str:
    lines = [
        f"{county}养老服务实施方案",
        "一、工作目标",
        f"到2025年，全县社区日间照料机构覆盖率达到{rate}%以上。",
        "二、主要任务",
        "（一）2024年底前，所有街道至少建成1个综合性养老服务中心。",
    ]
    if queue:
        lines.append("（二）建立公办养老机构入住综合评估和轮候制度。")
    return "\n".join(lines) + "\n"


def folder(base: Path, plans: Mapping[str, str | bytes]) -> Path:
    """A folder of plans with the baseline beside it."""
    (base / "b.yaml").write_text(BASELINE, "utf-8")
    for name, content in plans.items():
        path = base / "plans" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return base / "plans"


def counties(number: int) -> dict[str, str]:
    names = ("澜溪县", "灵溪县", "清屏县", "石泉县", "云台县", "松江县", "白水县", "长岭县", "金河县", "兰山县")
    return {
        f"云岭省/{'青川市' if n % 2 else '南屏市'}/{names[n % 10]}{n}.txt": plan(names[n % 10], 80 + n, queue=n % 3 > 0)
        for n in range(number)
    }


def batch(plans: Path, out: Path, *options: str, jobs: int = 1) -> int:
    words = ["batch", str(plans), "-b", str(plans.parent / "b.yaml"), "--out", str(out), "--jobs", str(jobs), *options]
    return main(words)


def command(plans: Path, out: Path, *options: str) -> list[str]:
    """The same as a process."""
    baseline = str(plans.parent / "b.yaml")
    return [sys.executable, "-m", "duibiao", "batch", str(plans), "-b", baseline, "--out", str(out), *options]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "cli"), str(ROOT)))}


def digests(out: Path) -> dict[str, str]:
    """Everything that a batch leaves but its store: every byte is a function of its input."""
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file() and not path.name.startswith("store.")
    }
