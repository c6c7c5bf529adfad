"""The zips that `make wheelhouse` has made, tried: installed where there is nothing, with networking forbidden.

`make wheelhouse` runs this by itself, with TRY_WHEELHOUSE set; it takes a minute.
"""

import os
import platform
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.packaging.resolve import missing
from tests.packaging.setup.install import versions
from tests.packaging.targets import SYSTEMS, System
from tests.packaging.wheelhouse import ROOT, top

DIST = ROOT / "dist"
HERE = SYSTEMS["linux-x64"]
# for where the kernel gives no empty network: nothing of Python may connect to anything
FORBID = """
import sys

def forbid(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise SystemExit(f"went online: {event} {arguments}")

sys.addaudithook(forbid)
"""


def opened(system: System, folder: Path) -> Path:
    path = DIST / f"{top(system)}.zip"
    if not os.environ.get("TRY_WHEELHOUSE") or not path.exists():
        pytest.skip(f"building and installing takes minutes: make wheelhouse ONLY={system.name}")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    return folder / top(system)


@pytest.mark.parametrize("system", SYSTEMS.values(), ids=list(SYSTEMS))
def test_a_zip_holds_every_file_that_its_pythons_need(system: System, tmp_path: Path) -> None:
    wheels = opened(system, tmp_path) / "wheels"
    served = versions(path.name for path in wheels.glob("*.whl"))
    assert served
    for version in served:
        assert missing(wheels, system, (3, int(version.removeprefix("3.")))) == []


def test_the_zip_for_linux_installs_and_checks_without_a_network(tmp_path: Path) -> None:
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        pytest.skip("tried on Linux x64 alone")
    folder = opened(HERE, tmp_path / "我的 U盘")
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "sitecustomize.py").write_text(FORBID, "utf-8")
    python = Path(sys._base_executable).parent  # type: ignore[attr-defined]
    environment = {"HOME": str(home), "PATH": f"{python}:/usr/bin:/bin", "PYTHONPATH": str(tmp_path)}

    def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
        command = [*_apart(), *map(str, words)]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    done = run("sh", folder / "install.sh")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "装好了" in done.stdout
    program = home / ".local" / "bin" / "duibiao"
    plan = tmp_path / "实施方案 终稿.docx"
    shutil.copy(folder / "plans" / "lanxi.docx", plan)
    done = run(program, plan, folder / "baselines" / "yl-elderly-2023.yaml")
    assert done.returncode == 1, done.stderr
    assert (tmp_path / "实施方案 终稿.对标批注.docx").stat().st_size > plan.stat().st_size


def _apart() -> list[str]:
    """What gives a command a network without any way out, where one may."""
    for words in (["unshare", "-n"], ["unshare", "-rn"]):
        if (
            shutil.which("unshare")
            and subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0
        ):
            return words
    return []


def test_a_zip_that_was_not_copied_whole_is_told(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("tried on Linux alone")
    folder = opened(HERE, tmp_path)
    for wheel in (folder / "wheels").glob("rich-*.whl"):
        wheel.write_bytes(wheel.read_bytes()[:-1000])
    environment = {**os.environ, "HOME": str(tmp_path), "DUIBIAO_HOME": str(tmp_path / "there")}
    command = [sys.executable, str(folder / "install.py")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "没有拷全" in done.stderr
