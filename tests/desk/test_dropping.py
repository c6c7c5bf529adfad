"""Files dragged onto the program, drafts that Word has open, and `duibiao` alone."""

import zipfile
from collections.abc import Callable
from pathlib import Path, PureWindowsPath
from shutil import copy

import pytest

from duibiao.__main__ import main
from duibiao.commands import greeting
from duibiao.commands.dropping import meant
from duibiao.commands.session import Session
from duibiao.documents import read, refuse
from duibiao.model.errors import UnreadableError

ROOT = Path(__file__).resolve().parents[2]
COMMENTS, REPORT = "澜溪 方案.对标批注.docx", "澜溪 方案.对标报告.html"
Said = Callable[[], tuple[str, str]]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a draft and a checklist, and a program that was started elsewhere, as Windows does it."""
    elsewhere = tmp_path / "System32"
    elsewhere.mkdir()
    folder = tmp_path / "我的 稿子"
    folder.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.delenv("DUIBIAO_LANG", raising=False)
    copy(ROOT / "plans/lanxi.docx", folder / "澜溪 方案.docx")
    copy(ROOT / "baselines/yl-elderly-2023.yaml", folder / "清单.yaml")
    return folder


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    def read() -> tuple[str, str]:
        captured = capsys.readouterr()
        return captured.out, captured.err

    return read


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def dropped(folder: Path, *more: str) -> int:
    return main([str(folder / "澜溪 方案.docx"), str(folder / "清单.yaml"), *more])


def test_a_dragged_draft_gets_both_reports_beside_it_and_is_told_where(desk: Path, said: Said) -> None:
    before = (desk / "澜溪 方案.docx").read_bytes()
    assert dropped(desk) == 1
    out, _ = said()
    assert names(desk) == sorted(["澜溪 方案.docx", "清单.yaml", COMMENTS, REPORT])
    assert str(desk / COMMENTS) in out
    assert str(desk / REPORT) in out
    assert "澜溪县推进养老服务高质量发展实施方案：落实" in out
    assert (desk / "澜溪 方案.docx").read_bytes() == before
    with zipfile.ZipFile(desk / COMMENTS) as copy_of_it:
        assert "word/comments.xml" in copy_of_it.namelist()


def test_the_next_run_renews_its_own_files_and_keeps_what_somebody_worked_on(desk: Path) -> None:
    dropped(desk)
    first = (desk / COMMENTS).read_bytes()
    dropped(desk)
    assert len(names(desk)) == 4
    assert (desk / COMMENTS).read_bytes() == first
    (desk / COMMENTS).write_bytes(b"mended by hand")
    dropped(desk)
    assert (desk / COMMENTS).read_bytes() == b"mended by hand"
    assert "澜溪 方案.对标批注2.docx" in names(desk)


def test_a_dragged_folder_is_checked_without_what_was_written_into_it(desk: Path, said: Said) -> None:
    copy(ROOT / "plans/qingping.pdf", desk)
    (desk / "~$溪 方案.docx").touch()
    for _ in range(2):
        assert main([str(desk), str(desk / "清单.yaml")]) == 1
    out, err = said()
    assert out.count("落实") == 4
    assert [name for name in names(desk) if "qingping" in name] == ["qingping.pdf", "qingping.对标报告.html"]
    assert "跳过 ~$溪 方案.docx" in err
    assert "澜溪 方案.docx 正在 Word 或 WPS 中打开" in err


def test_a_passing_file_alone_is_told_from_a_draft(desk: Path, said: Said) -> None:
    lock = desk / "~$溪 方案.docx"
    lock.write_bytes(b"\x05Word")
    assert main(["check", str(lock)]) == 2
    assert "临时文件" in said()[1]
    assert main(["check", str(lock), str(desk / "澜溪 方案.docx"), "-b", str(desk / "清单.yaml")]) == 1


def test_a_missing_draft_and_wishes_that_do_not_go_together_are_told(desk: Path, said: Said) -> None:
    assert main([str(desk / "没有.docx")]) == 2
    assert "找不到文件" in said()[1]
    assert main(["check", "--beside", "-f", "json", str(desk / "澜溪 方案.docx")]) == 2
    assert "办法：" in said()[1]


def test_a_checklist_alone_is_linted(desk: Path) -> None:
    assert main([str(desk / "清单.yaml")]) == 0
    assert len(names(desk)) == 2


def test_a_command_stays_a_command() -> None:
    assert meant(["check", "plans/x.docx"], ("check",)) == ["check", "plans/x.docx"]
    assert meant(["plans/x.docx", "--lang"], ("check",)) == ["plans/x.docx", "--lang"]


def test_a_file_that_another_program_keeps_to_itself_says_so(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def kept(_: Path) -> bytes:
        error = PermissionError(13, "sharing violation")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(Path, "read_bytes", kept)
    with pytest.raises(UnreadableError) as caught:
        read(desk / "澜溪 方案.docx")
    assert caught.value.code == refuse.in_use().code == "in-use"


def test_a_terminal_is_greeted_with_three_wishes_and_what_to_type(
    desk: Path, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    monkeypatch.setattr(greeting, "is_wanted", lambda words: not words)
    assert main([]) == 0
    out = said()[0]
    assert [line.split()[0] for line in out.splitlines() if line.lstrip()[:1] in "123" and line.strip()] == [
        "1",
        "2",
        "3",
    ]
    assert "duibiao '澜溪 方案.docx'" in out
    assert "duibiao batch 方案文件夹 -b 清单.yaml --out 结果" in out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_greeting_quotes_as_windows_does(language: str) -> None:
    here = [PureWindowsPath("~$a.docx"), PureWindowsPath("a.对标批注.docx"), PureWindowsPath("稿 1.docx")]
    assert '       duibiao "稿 1.docx"' in list(greeting.lines(Session(language=language), here))


def test_a_script_that_says_nothing_gets_the_help_page_and_an_error(said: Said) -> None:
    assert main([]) == 2
    assert "duibiao" in said()[1]
