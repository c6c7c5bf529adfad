"""duibiao check -f docx: which plans it takes, where it writes, and what it leaves alone."""

from pathlib import Path
from typing import Any

import pytest

from duibiao.commands.gather import gather
from duibiao.documents.docx import read_docx
from duibiao.model.report import Run
from tests.annotate.looking import seen, words
from tests.commands.conftest import PLAN, Program
from tests.documents.docx_making import para, write


@pytest.fixture
def draft(folder: Path) -> Path:
    return write(folder / "plans" / "草案.docx", "".join(para(line) for line in PLAN.split("\n") if line))


def test_the_draft_comes_back_with_its_comments(duibiao: Program, draft: Path, folder: Path) -> None:
    before = draft.read_bytes()
    done = duibiao("check", "plans/草案.docx", "-b", "b.yaml", "-f", "docx", "-o", "x.docx")
    assert (done.code, done.out, done.err) == (1, "", "已写入 x.docx\n")
    assert draft.read_bytes() == before
    assert read_docx(folder / "x.docx").text == read_docx(draft).text
    assert "2027年底前" in "".join(words(folder / "x.docx"))
    first = (folder / "x.docx").read_bytes()
    duibiao("check", "plans/草案.docx", "-b", "b.yaml", "-f", "docx", "-o", "x.docx")
    assert (folder / "x.docx").read_bytes() == first


def test_comments_speak_the_language_asked_for(duibiao: Program, draft: Path, folder: Path) -> None:
    assert draft.is_file()
    duibiao("check", "plans/草案.docx", "-b", "b.yaml", "-o", "x.docx", "--lang", "en")
    assert any("held against" in line for comment in seen(folder / "x.docx") for line in comment.lines)


def test_several_drafts_keep_their_folders_and_full_names(duibiao: Program, draft: Path, folder: Path) -> None:
    copy = folder / "二稿.docx"
    copy.write_bytes(draft.read_bytes())
    duibiao("check", "plans/草案.docx", "二稿.docx", "-b", "b.yaml", "-f", "docx", "-f", "json", "-o", "out")
    made = sorted(path.relative_to(folder / "out").as_posix() for path in (folder / "out").rglob("*.*"))
    assert made == ["plans/草案.docx.docx", "report.json", "二稿.docx.docx"]


def test_a_plan_that_is_no_word_file_is_told_before_anything_is_checked(duibiao: Program, draft: Path) -> None:
    assert draft.is_file()
    done = duibiao("check", "plans", "-b", "b.yaml", "-f", "docx", "-o", "out")
    assert (done.code, done.out) == (2, "")
    assert "plans/一.txt, plans/三.txt, plans/二.txt" in done.err
    assert "docx、doc、wps" in done.err


def test_comments_want_a_file_to_go_to(duibiao: Program, draft: Path) -> None:
    assert draft.is_file()
    for more in ((), ("-o", "-")):
        done = duibiao("check", "plans/草案.docx", "-b", "b.yaml", "-f", "docx", *more)
        assert (done.code, done.out) == (2, "")
        assert "-o" in done.err


def test_a_draft_that_cannot_be_read_is_told_and_gets_no_file(duibiao: Program, draft: Path, folder: Path) -> None:
    broken = folder / "坏.docx"
    broken.write_bytes(draft.read_bytes()[:700])
    done = duibiao(
        "check", "plans/草案.docx", "坏.docx", "-b", "b.yaml", "-f", "docx", "-o", "out", "--fail-on", "never"
    )
    assert done.code == 3
    assert "坏.docx" in done.err
    assert [path.name for path in (folder / "out").rglob("*.docx")] == ["草案.docx.docx"]


def test_an_input_is_not_overwritten_by_what_is_made_of_another(duibiao: Program, draft: Path, folder: Path) -> None:
    other = folder / "plans" / "草案.docx.docx"
    other.write_bytes(draft.read_bytes())
    plans = ("plans/草案.docx", "plans/草案.docx.docx")
    done = duibiao("check", *plans, "-b", "b.yaml", "-f", "docx", "-o", ".")
    assert done.code == 2
    assert "不会被覆盖" in done.err
    assert other.read_bytes() == draft.read_bytes()


def test_a_draft_that_changes_while_it_is_checked_is_not_commented_on(
    duibiao: Program, draft: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def saved_meanwhile(*given: Any) -> Run:
        run = gather(*given)
        draft.write_bytes(draft.read_bytes() + b"\0")
        return run

    monkeypatch.setattr("duibiao.commands.checking.gather", saved_meanwhile)
    done = duibiao("check", "plans/草案.docx", "-b", "b.yaml", "-f", "docx", "-o", "x.docx")
    assert done.code == 2
    assert "被改动" in done.err
    assert not (folder / "x.docx").exists()
