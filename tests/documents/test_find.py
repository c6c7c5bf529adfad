from pathlib import Path

import pytest

from duibiao.documents import find_plans
from duibiao.model.errors import UsageError


def lay(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("一、目标", encoding="utf-8")


def test_a_folder_is_walked_in_sorted_order(tmp_path: Path) -> None:
    lay(tmp_path, "b.docx", "a.TXT", "乙/c.html", "甲/d.pdf", "notes.xlsx", "README")
    found = [path.relative_to(tmp_path).as_posix() for path in find_plans([tmp_path])]
    assert found == ["a.TXT", "b.docx", "乙/c.html", "甲/d.pdf"]


def test_hidden_files_and_word_locks_are_no_plans(tmp_path: Path) -> None:
    lay(tmp_path, "~$x.docx", ".x.docx", ".git/y.md", "x.docx")
    assert find_plans([tmp_path]) == [tmp_path / "x.docx"]


def test_a_file_is_taken_as_it_is_and_once(tmp_path: Path) -> None:
    lay(tmp_path, "x.xyz", "y.md")
    assert find_plans([tmp_path / "x.xyz", tmp_path, tmp_path / "y.md"]) == [tmp_path / "x.xyz", tmp_path / "y.md"]


def test_a_missing_path_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        find_plans([tmp_path / "none.docx"])
    assert caught.value.exit_code == 2
    assert "none.docx" in caught.value.message.zh
    assert caught.value.advice is not None


def test_a_folder_without_plans_is_wrong_usage(tmp_path: Path) -> None:
    lay(tmp_path, "x.xlsx")
    with pytest.raises(UsageError) as caught:
        find_plans([tmp_path])
    assert caught.value.advice is not None
    assert "docx" in caught.value.advice.en
