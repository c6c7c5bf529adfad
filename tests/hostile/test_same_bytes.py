"""The same input gives the same bytes: in another language of the system, with other hashes, from another folder."""

import shutil
from pathlib import Path

import pytest

from duibiao.reports.registry import FORMATS
from tests.hostile.running import BASELINE, ROOT, run

SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "2", "LC_ALL": "zh_CN.GB18030", "LANG": "zh_CN.GB18030", "TZ": "Asia/Shanghai"},
    {"PYTHONHASHSEED": "3", "PYTHONUTF8": "0", "LC_ALL": "POSIX", "COLUMNS": "40", "SOURCE_DATE_EPOCH": "0"},
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """What every format says of the sample plans, in surroundings that differ in everything that must not count."""
    found = []
    for number, surroundings in enumerate(SURROUNDINGS):
        folder = tmp_path_factory.mktemp(f"somewhere{number}")
        shutil.copytree(ROOT / "plans", folder / "plans")
        (folder / "out").mkdir()
        words = [word for form in FORMATS.values() if not form.annotates for word in ("-f", form.name)]
        done = run("check", "plans", "-b", BASELINE, *words, "-o", "out", folder=folder, **surroundings)
        assert done.returncode == 1, done.stderr.decode()
        files = sorted(path for path in (folder / "out").rglob("*") if path.is_file())
        found.append({path.relative_to(folder).as_posix(): path.read_bytes() for path in files})
    return found


def test_the_same_bytes_in_any_surroundings(made: list[dict[str, bytes]]) -> None:
    assert made[0]
    for other in made[1:]:
        assert list(other) == list(made[0])
        assert [name for name, content in other.items() if content != made[0][name]] == []


def test_no_report_tells_where_it_was_made(made: list[dict[str, bytes]], tmp_path: Path) -> None:
    for one in made:
        assert not [name for name, content in one.items() if str(tmp_path.parent).encode() in content]


def test_comments_are_the_same_bytes(tmp_path: Path) -> None:
    drafts = []
    for number, surroundings in enumerate(SURROUNDINGS[:2]):
        folder = tmp_path / str(number)
        folder.mkdir()
        shutil.copy(ROOT / "plans" / "lanxi.docx", folder)
        run("check", "lanxi.docx", "-b", BASELINE, "-f", "docx", "-o", "out.docx", folder=folder, **surroundings)
        drafts.append((folder / "out.docx").read_bytes())
    assert drafts[0] == drafts[1]
