"""What is shipped is what is here, works where nothing else is, and leans on what SECURITY.md lists."""

import importlib.metadata
import json
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import asdict

from duibiao.model.limits import DEFAULT
from tests.hostile.running import BASELINE, ROOT
from tests.test_project import runtime

PAGE = ROOT / "SECURITY.md"


def table(name: str) -> list[list[str]]:
    (block,) = re.findall(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", PAGE.read_text("utf-8"), re.DOTALL)
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in block.splitlines()[2:]]


def licence(name: str) -> str:
    """The licence as the distribution itself tells it, in its shortest form."""
    metadata = importlib.metadata.metadata(name)
    expressions = [*(metadata.get_all("License-Expression") or ()), *(metadata.get_all("License") or ()), ""]
    told = expressions[0].strip().partition("\n")[0]
    if told and len(told) < 60:
        return str(told)
    found = [line.rpartition("::")[2] for line in metadata.get_all("Classifier") or () if line.startswith("License ::")]
    return " ".join(" ".join(found).split())


def test_every_dependency_is_listed_with_its_licence() -> None:
    listed = {row[0].lower(): row[1] for row in table("licences")}
    wanted = {name.lower(): licence(name) for name in runtime()}
    assert listed == wanted, "write into SECURITY.md:\n" + "\n".join(
        f"| {name} | {licence(name)} |" for name in sorted(runtime(), key=str.lower)
    )


def test_the_limits_listed_are_those_that_hold() -> None:
    assert {row[0].strip("`"): int(row[1]) for row in table("limits")} == asdict(DEFAULT)


def test_every_promise_names_a_test_that_is_there() -> None:
    named = re.findall(r"`(tests/[\w/.]+)`", PAGE.read_text("utf-8"))
    assert len(named) > 8
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_pythons_declared_are_those_that_are_tried() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))
    assert declared == ["3.11", "3.12", "3.13", "3.14"]
    assert project["requires-python"] == ">=3.11"
    assert f"{sys.version_info[0]}.{sys.version_info[1]}" in declared


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, and an sdist with the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    build(ROOT, folder, "sdist", "wheel")
    (sdist,) = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder / "unpacked", filter="data")
    (source,) = (folder / "unpacked").iterdir()
    build(source, folder / "again", "wheel")
    return folder


def build(source: Path, target: Path, *kinds: str) -> None:
    words = [word for kind in kinds for word in ("-t", kind)]
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", *words, "-d", str(target)],
        cwd=source,
        check=True,
        capture_output=True,
    )


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("RECORD")}


def test_the_sdist_builds_the_same_wheel(built: Path) -> None:
    (wheel,), (again,) = built.glob("*.whl"), (built / "again").glob("*.whl")
    assert contents(wheel) == contents(again)
    assert all(not name.startswith(("/", "..")) for name in contents(wheel))


def test_the_wheel_works_where_nothing_else_is(built: Path, tmp_path: Path) -> None:
    """Only what it leans on is lent, from where the tests run: nothing is fetched."""
    (wheel,) = built.glob("*.whl")
    venv.create(tmp_path / "empty", with_pip=False)
    python = tmp_path / "empty" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-index", "--no-deps", "--quiet"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    command = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    own = Path(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip())
    # without its .pth files, so that the editable installation is not seen
    (own / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    where = subprocess.run(
        [str(python), "-c", "import duibiao; print(duibiao.__file__)"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout.strip()).is_relative_to(own)
    program = python.with_name("duibiao.exe" if sys.platform == "win32" else "duibiao")
    plans = [str(path) for path in sorted((ROOT / "plans").iterdir()) if path.suffix in (".docx", ".html", ".pdf")]
    done = subprocess.run(
        [str(program), "check", *plans, "-b", str(BASELINE), "-f", "json", "--fail-on", "never"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert {report["status"] for report in json.loads(done.stdout)["reports"]} == {"checked"}
