"""A repository as it was, asked of git itself."""

import os
from pathlib import Path

import pytest

from duibiao.model.errors import UsageError
from duibiao.review.git import (
    author,
    changed_since,
    content_at,
    files_at,
    open_revision,
    place_in,
    renames_so_far,
)
from tests.commands.repository import commit, git, needs_git

PLAN = "方案 “一”.txt"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    needs_git()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    root = tmp_path / "仓库"
    (root / "plans").mkdir(parents=True)
    git("init", "--quiet", "--initial-branch", "main", at=root)
    (root / "plans" / PLAN).write_text("一\n" * 9, "utf-8")
    (root / "plans" / "二.txt").write_text("二\n" * 9, "utf-8")
    commit("one", root)
    return root


def test_what_a_file_said_then(repository: Path) -> None:
    (repository / "plans" / PLAN).write_text("新\n", "utf-8")
    revision = open_revision(repository / "plans", "HEAD")
    assert place_in(revision, repository / "plans" / PLAN) == f"plans/{PLAN}"
    assert content_at(revision, f"plans/{PLAN}") == ("一\n" * 9).encode()
    assert content_at(revision, "plans/三.txt") is None
    assert sorted(files_at(revision)) == sorted([f"plans/{PLAN}", "plans/二.txt"])
    assert place_in(revision, repository.parent / "x.txt") is None


def test_changed_new_and_renamed(repository: Path) -> None:
    git("mv", "plans/二.txt", "plans/两.txt", at=repository)
    (repository / "plans" / PLAN).write_text("新\n", "utf-8")
    (repository / "plans" / "三.txt").write_text("三\n", "utf-8")
    git("add", "--all", at=repository)
    (repository / "plans" / "四.txt").write_text("四\n", "utf-8")  # git does not follow it
    assert changed_since(open_revision(repository, "main")) == {
        f"plans/{PLAN}": f"plans/{PLAN}",
        "plans/两.txt": "plans/二.txt",
        "plans/三.txt": None,
    }


def test_every_rename_is_followed_to_the_present(repository: Path) -> None:
    for old, new in (("二", "两"), ("两", "双")):
        git("mv", f"plans/{old}.txt", f"plans/{new}.txt", at=repository)
        commit(new, repository)
    git("mv", "plans/双.txt", "双.txt", at=repository)
    found = renames_so_far(repository / "plans")
    assert found is not None
    root, latest = found
    assert root.samefile(repository)
    assert latest == {"plans/二.txt": "双.txt", "plans/两.txt": "双.txt", "plans/双.txt": "双.txt"}


def test_three_dots_mean_where_the_branch_left(repository: Path) -> None:
    first = git("rev-parse", "HEAD", at=repository).strip()
    git("switch", "--quiet", "--create", "work", at=repository)
    git("switch", "--quiet", "main", at=repository)
    (repository / "x").write_text("x", "utf-8")
    commit("main went on", repository)
    git("switch", "--quiet", "work", at=repository)
    assert open_revision(repository, "main...").commit == first
    assert open_revision(repository, "main").commit != first


@pytest.mark.parametrize("name", ["nowhere", "--help", "", "HEAD~9", "HEAD:plans", "main.."])
def test_an_unknown_revision_is_told(repository: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no revision"):
        open_revision(repository, name)


def test_a_repository_without_a_commit_is_told(tmp_path: Path) -> None:
    needs_git()
    git("init", "--quiet", at=tmp_path)
    with pytest.raises(UsageError, match="no commit yet"):
        open_revision(tmp_path, "HEAD")


def test_a_folder_outside_any_repository_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_git()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="no git repository"):
        open_revision(tmp_path, "HEAD")
    assert renames_so_far(tmp_path) is None


def test_a_shallow_clone_says_how_to_get_the_rest(repository: Path, tmp_path: Path) -> None:
    (repository / "x").write_text("x", "utf-8")
    commit("two", repository)
    old = git("rev-parse", "HEAD~1", at=repository).strip()
    git("clone", "--quiet", "--depth", "1", repository.as_uri(), str(tmp_path / "clone"))
    with pytest.raises(UsageError, match="shallow clone") as caught:
        open_revision(tmp_path / "clone", old)
    assert caught.value.advice is not None
    assert "--unshallow" in caught.value.advice.en


def test_no_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="git was not found"):
        open_revision(tmp_path, "HEAD")
    assert author(tmp_path) is None


def test_a_file_kept_by_git_lfs_is_taken_from_this_machine_or_not_at_all(repository: Path) -> None:
    digest = "ab" + "cd" + "0" * 60
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize 5\n"
    (repository / "plans" / "大.docx").write_text(pointer, "utf-8")
    commit("large", repository)
    revision = open_revision(repository, "HEAD")
    assert content_at(revision, "plans/大.docx") is None
    kept = repository / ".git" / "lfs" / "objects" / "ab" / "cd" / digest
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"whole")
    assert content_at(revision, "plans/大.docx") == b"whole"


@pytest.mark.skipif(os.name == "nt", reason="making a link takes rights there")
def test_a_link_is_itself_in_the_repository(repository: Path) -> None:
    (repository / "plans" / "链接.txt").symlink_to(PLAN)
    revision = open_revision(repository, "HEAD")
    assert place_in(revision, repository / "plans" / "链接.txt") == "plans/链接.txt"
