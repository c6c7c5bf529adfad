"""Windows paths, tried without a Windows."""

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from duibiao.desk.paths import (
    beside,
    is_dropped,
    is_ours,
    is_passing,
    lengthened,
    locks,
    quoted,
    shortened,
)

VERBS = ("check", "text", "init")


@pytest.mark.parametrize("name", ["~$施方案.docx", ".~方案.docx", "~WRL0001.doc", "~wrd0003.docx", "~wps12.docx"])
def test_what_word_and_wps_keep_while_they_work_is_no_draft(name: str) -> None:
    assert is_passing(name)


@pytest.mark.parametrize("name", ["方案.docx", "方案~1.docx", "~方案.docx", "$方案.docx", "~write.docx"])
def test_a_draft_is_a_draft(name: str) -> None:
    assert not is_passing(name)


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("方案.docx", "~$方案.docx"),
        ("养老方案定稿.docx", "~$老方案定稿.docx"),
        ("养老服务实施方案.docx", "~$服务实施方案.docx"),
        ("方案.wps", ".~方案.wps"),
    ],
)
def test_an_open_draft_is_known_by_the_file_beside_it(name: str, lock: str) -> None:
    assert lock in locks(name)
    assert is_passing(lock)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "draft",
    [
        PureWindowsPath(r"D:\我的 稿子\澜溪县 实施方案（征求意见稿）.docx"),
        PureWindowsPath(r"\\服务器\共享\方案.wps"),
        PureWindowsPath(r"C:方案.v2.doc"),
        PurePosixPath("/media/u 盘/方案.docx"),
    ],
)
def test_reports_stand_beside_the_draft_under_names_of_their_own(draft: PurePath, language: str) -> None:
    made = [path for number in (1, 2, 3) for path in beside(draft, language, number)]
    assert len(set(made)) == 6
    assert all(path.parent == draft.parent and path.name.startswith(draft.stem) for path in made)
    assert all(is_ours(path) for path in made)
    assert not is_ours(draft)
    assert [path.suffix for path in made[:2]] == [".docx", ".html"]


def test_an_annotated_copy_that_is_checked_leads_back_to_the_names_of_the_draft() -> None:
    draft = PureWindowsPath(r"D:\稿\方案.docx")
    assert beside(beside(draft, "zh", 2)[0], "zh") == beside(draft, "zh")


@pytest.mark.parametrize(
    "words",
    [
        [r"D:\我的 稿子\方案.docx"],
        [r"D:\a.docx", r"D:\清单.yaml"],
        [r"\\服务器\共享\方案.docx"],
        ["./x.docx"],
        ["方案.docx"],
        ["写错了名字.DOCX", "list.yaml"],
    ],
)
def test_paths_alone_are_files_that_were_dragged_here(words: list[str]) -> None:
    assert is_dropped(words, VERBS, {"方案.docx"})


@pytest.mark.parametrize(
    "words", [[], ["check", r"D:\a.docx"], ["--help"], [r"D:\a.docx", "-f", "html"], ["chekc"], ["check"]]
)
def test_anything_else_is_a_command(words: list[str]) -> None:
    assert not is_dropped(words, VERBS, {"check"})


def test_a_long_path_takes_the_form_in_which_windows_opens_it() -> None:
    deep = "D:\\" + "\\".join(["养老服务实施方案汇总材料"] * 24) + "\\方案.docx"
    assert lengthened(deep) == "\\\\?\\" + deep
    assert shortened(lengthened(deep)) == deep
    share = "\\\\服务器\\共享\\" + deep[3:]
    assert lengthened(share) == "\\\\?\\UNC\\" + share[2:]
    assert shortened(lengthened(share)) == share
    assert lengthened(lengthened(deep)) == lengthened(deep)
    assert lengthened(r"D:\方案.docx") == r"D:\方案.docx"


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        (PureWindowsPath(r"D:\我的 稿子\a.docx"), r'"D:\我的 稿子\a.docx"'),
        (PureWindowsPath(r"D:\稿\a.docx"), r"D:\稿\a.docx"),
        (PurePosixPath("方案 (1).docx"), "'方案 (1).docx'"),
        (PurePosixPath("方案.docx"), "方案.docx"),
    ],
)
def test_a_path_is_shown_as_it_can_be_typed(path: PurePath, typed: str) -> None:
    assert quoted(path) == typed
