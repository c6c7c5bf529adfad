"""`make app`: one file that needs nothing but a Python of the version that it was built with, in dist/.

    .venv/bin/python -m tests.packaging.app [--out dist]

shiv packs what pip installs from constraints.txt; the file unpacks itself on its first run, below SHIV_ROOT (~/.shiv).
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from duibiao import __version__
from tests.packaging.wheelhouse import ROOT, IncompleteError, built

WANTED = "duibiao[fast]"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    path = made(parser.parse_args(arguments).out)
    print(f"{path.name}: {path.stat().st_size / 1e6:.0f} MB")
    return 0


def made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    wheels = ROOT / "build" / "app"
    built(wheels)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    path = folder / f"duibiao-{__version__}-py{version}.pyz"
    shebang = f"/usr/bin/env python{version}"
    shaped = (
        "--console-script",
        "duibiao",
        "--output-file",
        str(path),
        "--python",
        shebang,
        "--compressed",
        "--reproducible",
    )
    taken = ("--quiet", "--find-links", str(wheels), "--constraint", str(ROOT / "constraints.txt"), WANTED)
    done = subprocess.run(
        [sys.executable, "-m", "shiv", *shaped, *taken], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise IncompleteError(done.stderr or done.stdout)
    return path


if __name__ == "__main__":
    try:
        sys.exit(main())
    except IncompleteError as problem:
        sys.exit(f"no app: {problem}")
