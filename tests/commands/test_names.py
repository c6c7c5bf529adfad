"""Names of plans and shared options."""

from pathlib import Path

import pytest

from duibiao.commands.names import each_once, shown_names
from duibiao.commands.session import Session, read_session
from duibiao.model.errors import UsageError


def test_below_the_working_directory_the_path_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    paths = [Path("a/x.docx"), tmp_path / "b" / "x.docx", Path("a/../c.txt")]
    assert shown_names(paths, tmp_path) == ["a/x.docx", "b/x.docx", "c.txt"]


def test_elsewhere_the_bare_name(tmp_path: Path) -> None:
    assert shown_names([tmp_path / "plans" / "x.docx"], tmp_path / "here") == ["x.docx"]


def test_two_plans_are_never_called_the_same(tmp_path: Path) -> None:
    paths = [tmp_path / "甲县" / "方案.docx", tmp_path / "乙县" / "方案.docx", tmp_path / "乙县" / "其他.docx"]
    assert shown_names(paths, tmp_path / "here") == ["甲县/方案.docx", "乙县/方案.docx", "其他.docx"]


def test_a_plan_written_in_two_ways_is_checked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    paths = [Path("b.txt"), Path("a/../a.txt"), tmp_path / "b.txt", Path("a.txt"), Path("c.txt"), Path("b.txt")]
    assert each_once(paths) == [Path("b.txt"), Path("a/../a.txt"), Path("c.txt")]


def test_a_working_directory_reached_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "x.txt").touch()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert shown_names([tmp_path / "link" / "x.txt"], tmp_path / "real") == ["x.txt"]


def test_a_plan_that_is_a_link_keeps_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "real.txt").touch()
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    assert shown_names([tmp_path / "link.txt"], tmp_path) == ["link.txt"]


def test_shared_options_stand_anywhere() -> None:
    session, left = read_session(["--lang", "en", "check", "-q", "x", "--no-color", "-f", "json", "--verbose"], {})
    assert session == Session(language="en", quiet=True, verbose=True, plain=True, spoken="command")
    assert left == ["check", "x", "-f", "json"]


def test_nothing_after_two_dashes_is_an_option() -> None:
    session, left = read_session(["text", "--", "-q", "--lang"], {})
    assert session == Session()
    assert left == ["text", "--", "-q", "--lang"]


@pytest.mark.parametrize(
    ("value", "language"), [("en", "en"), ("en_GB.UTF-8", "en"), ("zh_CN", "zh"), ("", "zh"), ("fr", "zh")]
)
def test_the_environment_is_read_kindly(value: str, language: str) -> None:
    assert read_session(["check"], {"DUIBIAO_LANG": value})[0].language == language


@pytest.mark.parametrize("words", [["--lang"], ["--lang", "fr"], ["--lang="]])
def test_an_unknown_language_is_refused(words: list[str]) -> None:
    with pytest.raises(UsageError):
        read_session(words, {})
