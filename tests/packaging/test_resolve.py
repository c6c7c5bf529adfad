"""What a zip must hold, worked out for machines that are not this one."""

import zipfile
from pathlib import Path

import pytest

from tests.packaging import page
from tests.packaging.resolve import missing, needed, pins, serving
from tests.packaging.setup.install import drop_file, versions
from tests.packaging.targets import PYTHONS, SYSTEMS, WINDOWS, System
from tests.packaging.wheelhouse import EPOCH, PAGE, ROOT, contents, requirements, write

LINUX = SYSTEMS["linux-x64"]
CONSTRAINTS = pins((ROOT / "constraints.txt").read_text("utf-8"))
each_system = pytest.mark.parametrize("system", SYSTEMS.values(), ids=list(SYSTEMS))


def wheel(folder: Path, name: str, *needs: str) -> Path:
    path = folder / name
    told = "".join(f"Requires-Dist: {need}\n" for need in needs)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x.dist-info/METADATA", f"Metadata-Version: 2.1\nName: x\n{told}")
    return path


@each_system
@pytest.mark.parametrize("python", PYTHONS)
def test_everything_needed_has_an_exact_version(system: System, python: tuple[int, int]) -> None:
    names = needed(system, python)
    assert {"jieba", "lxml", "msgspec", "typer"} <= names
    assert names <= set(CONSTRAINTS)
    assert not names & {"pytest", "mypy", "pyarrow", "distributed"}, "run-time dependencies only"


def test_markers_are_those_of_the_other_machine() -> None:
    assert "colorama" in needed(WINDOWS, (3, 12))
    assert "colorama" not in needed(LINUX, (3, 12))


def test_the_best_wheel_for_a_machine_is_taken() -> None:
    names = ["a-1-cp312-cp312-win_amd64.whl", "a-1-py3-none-any.whl", "b-1-cp311-abi3-win_amd64.whl"]
    names += ["c-1-cp311-cp311-win_amd64.whl", "d-1-cp312-cp312-manylinux_2_28_x86_64.whl"]
    assert serving(names, WINDOWS, (3, 12)) == {"a": names[0], "b": names[2]}
    assert serving(names, WINDOWS, (3, 11)) == {"a": names[1], "b": names[2], "c": names[3]}
    assert serving(names, LINUX, (3, 12)) == {"a": names[1], "d": names[4]}


def test_what_is_missing_is_named_as_the_wheels_tell_it(tmp_path: Path) -> None:
    wheel(
        tmp_path, "duibiao-1-py3-none-any.whl", "lxml>=5", 'colorama; sys_platform == "win32"', 'far; extra == "fast"'
    )
    wheel(tmp_path, "lxml-6-cp312-cp312-manylinux_2_28_x86_64.whl", "deep")
    wheel(tmp_path, "far-1-py3-none-any.whl")
    assert missing(tmp_path, LINUX, (3, 12)) == ["deep"]
    wheel(tmp_path, "deep-1-py3-none-any.whl")
    assert missing(tmp_path, LINUX, (3, 12)) == []
    assert missing(tmp_path, WINDOWS, (3, 12)) == ['colorama; sys_platform == "win32"', "lxml>=5"]
    (tmp_path / "lxml-6-cp312-cp312-manylinux_2_28_x86_64.whl").unlink()
    wheel(tmp_path, "lxml-4-py3-none-any.whl")
    assert missing(tmp_path, LINUX, (3, 12)) == ["lxml>=5"]


@each_system
def test_a_zip_is_complete_and_the_same_every_time(system: System, tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    wheel(wheels, "lxml-6-py3-none-any.whl")
    one, two = tmp_path / "1" / "a.zip", tmp_path / "2" / "a.zip"
    for path in (one, two):
        path.parent.mkdir()
        write(path, contents(wheels, system, tmp_path))
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as archive:
        names = [name.removeprefix("a/") for name in archive.namelist()]
        assert all(info.date_time == EPOCH for info in archive.infolist())
        assert all(info.external_attr >> 16 & 0o100 for info in archive.infolist() if info.filename.endswith(".sh"))
    assert {"requirements.txt", PAGE, "install.py", "LICENSE", "wheels/lxml-6-py3-none-any.whl"} <= set(names)
    assert {"plans/lanxi.docx", "baselines/yl-elderly-2023.yaml"} <= set(names)
    assert ("install.bat" in names) is (system is WINDOWS)
    assert ("install.sh" in names) is (system is not WINDOWS)


def test_every_wheel_is_listed_with_its_hash(tmp_path: Path) -> None:
    paths = [wheel(tmp_path, f"a_b-1-cp3{minor}-cp3{minor}-win_amd64.whl") for minor in (11, 12)]
    text = requirements(paths)
    assert text.count("--hash=sha256:") == 2
    assert "a-b==1 \\\n" in text
    assert all(f"# {path.name}\n" in text for path in paths)


def test_the_batch_file_has_two_lines_that_any_code_page_can_read() -> None:
    text = (ROOT / "tests/packaging/setup/install.bat").read_text("ascii")
    assert len(text.splitlines()) == 2
    assert len((ROOT / "tests/packaging/setup/install.sh").read_text("utf-8").splitlines()) == 2


def test_what_lies_on_the_desktop_is_ascii_where_the_user_has_a_chinese_name() -> None:
    local = "C:\\Users\\张三\\AppData\\Local"
    content = drop_file(local + "\\Programs\\duibiao\\Scripts\\duibiao.exe", {"LOCALAPPDATA": local})
    assert content == b'@"%LOCALAPPDATA%\\Programs\\duibiao\\Scripts\\duibiao.exe" %*\r\n@pause\r\n'


def test_the_installer_knows_its_pythons_by_the_wheels() -> None:
    assert versions(["msgspec-0.22.0-cp313-cp313-x.whl", "msgspec-0.22.0-cp39-cp39-x.whl", "a.whl"]) == ["3.9", "3.13"]


@each_system
def test_the_page_needs_no_other_file_and_speaks_of_one_system(system: System) -> None:
    text = page.made(system.name)
    assert 'src="data:image/png;base64,' in text
    assert "http" not in text
    assert ("install.bat" in text) is (system is WINDOWS)
    assert "<!--" not in text
