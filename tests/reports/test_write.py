"""Whole or not at all."""

from pathlib import Path

import pytest

from duibiao.model.errors import OutputError
from duibiao.reports.write import write_all


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_and_their_folders_are_made(tmp_path: Path) -> None:
    write_all({tmp_path / "a" / "b.txt": b"1", tmp_path / "c.txt": b"2"})
    assert contents(tmp_path) == {"a/b.txt": b"1", "c.txt": b"2"}


def test_a_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_bytes(b"old, and longer")
    write_all({tmp_path / "c.txt": b"new"})
    assert contents(tmp_path) == {"c.txt": b"new"}


def test_where_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "first.txt").write_bytes(b"old")
    (tmp_path / "wall").write_bytes(b"a file where a folder is needed")
    with pytest.raises(OutputError) as caught:
        write_all({tmp_path / "first.txt": b"new", tmp_path / "wall" / "second.txt": b"new"})
    assert contents(tmp_path) == {"first.txt": b"old", "wall": b"a file where a folder is needed"}
    assert caught.value.exit_code == 2
    assert caught.value.advice


def test_nothing_is_left_behind_where_moving_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Path, target: Path) -> Path:
        raise PermissionError(13, "held open", str(target))

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutputError, match="held open"):
        write_all({tmp_path / "out.txt": b"new"})
    assert contents(tmp_path) == {}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "out.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real" / "out.txt")
    write_all({tmp_path / "link.txt": b"new"})
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real" / "out.txt").read_bytes() == b"new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    device = Path("/dev/null")
    if not device.is_char_device():
        pytest.skip("no /dev/null on this system")
    write_all({device: b"new"})
    assert device.is_char_device()
