"""`make wheelhouse`: everything for a machine without a network, one zip for each system, in dist/.

    .venv/bin/python -m tests.packaging.wheelhouse [--only linux-x64] [--pythons 3.12] [--out dist]

A zip holds the wheels of the exact versions in constraints.txt, for every Python that all of them can be had for, the
installer, the shipped baselines and sample plans, a page in Chinese, and requirements.txt with the hash of each wheel.
It is not written unless an installation from it alone would find everything. pip is used as the machine has it set up.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from packaging.utils import parse_wheel_filename

from duibiao import __version__
from tests.packaging import page
from tests.packaging.resolve import missing, needed, pins, serving
from tests.packaging.targets import PYTHONS, SYSTEMS, System

ROOT = Path(__file__).resolve().parents[2]
SETUP = Path(__file__).with_name("setup")
# libraries have begun to leave the older Macs out
WHERE_WHEELS_EXIST = ("macos-arm64", "macos-x64")
BUILT_HERE = ("jieba",)  # has only a source distribution, of plain Python
EPOCH = (1980, 1, 1, 0, 0, 0)
PAGE = "使用说明.html"
# a Python for machines that have none: whoever builds lays it there
PYTHON_INSTALLERS = "python-3.*-amd64.exe"

Pythons = Sequence[tuple[int, int]]


class IncompleteError(Exception):
    """A zip that would not install."""


def main(arguments: Sequence[str] | None = None) -> int:
    wish = _parser().parse_args(arguments)
    pythons = [tuple(map(int, version.split("."))) for version in wish.pythons.split(",")]
    work = ROOT / "build" / "wheelhouse"
    common = work / "common"
    built(common)
    wish.out.mkdir(parents=True, exist_ok=True)
    for name in wish.only or SYSTEMS:
        system, wheels = SYSTEMS[name], work / name
        try:
            served = fill(wheels, common, system, [(python[0], python[1]) for python in pythons])
        except IncompleteError as problem:
            if name not in WHERE_WHEELS_EXIST:
                raise
            print(f"left out: {problem}", file=sys.stderr)
            continue
        path = wish.out / f"{top(system)}.zip"
        write(path, contents(wheels, system, wish.python_installers))
        versions = ", ".join(f"{major}.{minor}" for major, minor in served)
        print(f"{path.name}: {len(list(wheels.glob('*.whl')))} wheels for CPython {versions}")
    sums = [f"{_digest(path)}  {path.name}\n" for path in sorted(wish.out.glob(f"duibiao-{__version__}-*.zip"))]
    (wish.out / "SHA256SUMS").write_text("".join(sums), "utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", action="append", choices=list(SYSTEMS))
    parser.add_argument("--pythons", default=",".join(f"{major}.{minor}" for major, minor in PYTHONS))
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--python-installers", type=Path, default=ROOT / "build", help=f"where {PYTHON_INSTALLERS} lie")
    return parser


def top(system: System) -> str:
    return f"duibiao-{__version__}-{system.name}"


def _pip(*words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "315532800"}
    command = [sys.executable, "-m", "pip", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def built(common: Path) -> None:
    """The wheels that are made here: this package, and what has no wheel of its own."""
    shutil.rmtree(common, ignore_errors=True)
    pinned = pins((ROOT / "constraints.txt").read_text("utf-8"))
    sources = [".", *(f"{name}=={pinned[name]}" for name in BUILT_HERE)]
    done = _pip("wheel", "--quiet", "--no-deps", "--wheel-dir", str(common), *sources)
    if done.returncode:
        raise IncompleteError(done.stderr)
    bound = [path.name for path in common.glob("*.whl") if not path.name.endswith("-none-any.whl")]
    if bound:
        raise IncompleteError(f"built for this machine alone: {', '.join(bound)}")


def fill(wheels: Path, common: Path, system: System, pythons: Pythons) -> Pythons:
    """Bring together what a system needs; the Pythons for which all of it can be had."""
    shutil.rmtree(wheels, ignore_errors=True)
    wheels.mkdir(parents=True)
    for built in common.glob("*.whl"):
        shutil.copy(built, wheels)
    refused = {python: why for python in pythons if (why := _fetch(wheels, system, python))}
    served = [python for python in pythons if python not in refused]
    for (major, minor), why in refused.items():
        print(f"{system.name}: nothing for CPython {major}.{minor}: {why}", file=sys.stderr)
    if not served:
        raise IncompleteError(f"{system.name}: no Python for which every wheel can be had")
    used = {name for python in served for name in serving(_names(wheels), system, python).values()}
    for left_over in _names(wheels) - used:
        (wheels / left_over).unlink()
    for python in served:
        if lacking := missing(wheels, system, python):
            raise IncompleteError(f"{system.name}, CPython {python}: {', '.join(lacking)}")
    return served


def _names(wheels: Path) -> set[str]:
    return {path.name for path in wheels.glob("*.whl")}


def _fetch(wheels: Path, system: System, python: tuple[int, int]) -> str:
    """Download the wheels for one Python; why it cannot be done, or nothing."""
    pinned = pins((ROOT / "constraints.txt").read_text("utf-8"))
    names = sorted(needed(system, python) - set(BUILT_HERE))
    if unpinned := [name for name in names if name not in pinned]:
        raise IncompleteError(f"not in constraints.txt: {', '.join(unpinned)}")
    version = f"{python[0]}.{python[1]}"
    abis = (f"cp{python[0]}{python[1]}", "abi3", "none")
    where = [f"--platform={platform}" for platform in system.platforms] + [f"--abi={abi}" for abi in abis]
    kind = ("--only-binary=:all:", "--implementation=cp", f"--python-version={version}")
    exact = [f"{name}=={pinned[name]}" for name in names]
    done = _pip("download", "--quiet", "--no-deps", "--dest", str(wheels), *kind, *where, *exact)
    told = [line for line in done.stderr.splitlines() if line.startswith("ERROR: No matching")]
    return (told or [done.stderr.strip() or "pip failed"])[-1] if done.returncode else ""


def contents(wheels: Path, system: System, python_installers: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a zip, by their names below its folder."""
    pythons = sorted(python_installers.glob(PYTHON_INSTALLERS)) if "install.bat" in system.installers else []
    yield "requirements.txt", requirements(sorted(wheels.glob("*.whl"))).encode()
    yield PAGE, page.made(system.name).encode()
    for path in [SETUP / name for name in (*system.installers, "install.py")]:
        text = path.read_text("utf-8")
        yield path.name, (text.replace("\n", "\r\n") if path.suffix == ".bat" else text).encode()
    for path in (*pythons, ROOT / "LICENSE"):
        yield path.name, path.read_bytes()
    for folder, pattern in ((wheels, "*.whl"), (ROOT / "baselines", "*.yaml"), (ROOT / "plans", "*.*")):
        for path in sorted(folder.glob(pattern)):
            yield f"{'wheels' if folder is wheels else folder.name}/{path.name}", path.read_bytes()


def requirements(wheels: Iterable[Path]) -> str:
    """Every wheel by name, version and hash: what pip holds the files against before it installs them."""
    lines: dict[str, list[str]] = {}
    for path in wheels:
        name, version, _, _ = parse_wheel_filename(path.name)
        lines.setdefault(f"{name}=={version}", []).append(f"    --hash=sha256:{_digest(path)}  # {path.name}")
    return "".join(_entry(name, hashes) for name, hashes in sorted(lines.items()))


def _entry(name: str, hashes: Sequence[str]) -> str:
    # a comment after a line that goes on would end it, so the files are named in lines of their own
    files = "".join(f"# {re.split('  # ', line)[1]}\n" for line in hashes)
    return files + " \\\n".join([name, *(line.partition("  # ")[0] for line in hashes)]) + "\n"


def write(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """A zip of one folder, the same bytes for the same files; scripts may be run."""
    passing = path.with_suffix(".part")
    with zipfile.ZipFile(passing, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(f"{path.stem}/{name}", EPOCH)
            entry.create_system = 3  # Unix: else nobody reads the rights
            entry.external_attr = (0o755 if Path(name).suffix in {".sh", ".command"} else 0o644) << 16
            packed = zipfile.ZIP_STORED if name.endswith((".whl", ".exe")) else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, packed)
    passing.replace(path)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except IncompleteError as problem:
        sys.exit(f"no wheelhouse: {problem}")
