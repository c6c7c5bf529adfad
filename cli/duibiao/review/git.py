"""A git repository as it was at a revision: which files it held, what they said, what has changed since.

The program git is asked; nothing is checked out and nothing fetched, not even what a partial clone left out. A library
was refused: the ones there are either call the same program or know less of renames and of unusual repositories.
"""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from duibiao.model.errors import UsageError
from duibiao.model.message import Message
from duibiao.review.told import no_git, no_repository, no_revision

# no question to a person, no lock in somebody's repository, nothing fetched in passing
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_POINTER = b"version https://git-lfs"
_FORMER = ("R", "C")


class Revision(Struct, frozen=True, kw_only=True):
    """A commit of the repository at `root`; `name` is what the user called it."""

    root: Path
    name: str
    commit: str


def open_revision(folder: Path, name: str) -> Revision:
    """The commit that `name` means in the repository around `folder`. `main...` is where this branch left main.

    Raises:
        UsageError: There is no git, no repository, or no such commit.
    """
    root = _said(folder, "rev-parse", "--show-toplevel")
    if root is None:
        raise no_repository(folder)
    place = Path(root)
    asked = name.removesuffix("...")
    commit = None if asked.startswith("-") else _said(place, "rev-parse", "--verify", "--quiet", asked + "^{commit}")
    if commit and name.endswith("..."):
        commit = _said(place, "merge-base", commit, "HEAD")
    if commit is None:
        shallow = _said(place, "rev-parse", "--is-shallow-repository") == "true"
        unborn = _said(place, "rev-parse", "--verify", "--quiet", "HEAD") is None
        raise no_revision(name, shallow=shallow, unborn=unborn)
    return Revision(root=place, name=name, commit=commit)


def place_in(revision: Revision, path: Path) -> str | None:
    """The path as git names it, or None where it lies outside the repository."""
    whole = path.parent.resolve() / path.name  # a link is itself in the repository, whatever it leads to
    root = revision.root.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else None


def changed_since(revision: Revision) -> Mapping[str, str | None]:
    """The files that differ from the revision, each with its name there, or None where it is new.

    What git does not follow yet counts as new; what it ignores does too, as soon as somebody names it.
    """
    told = _bytes(revision.root, "diff", "--name-status", "-z", "--find-renames", "--no-ext-diff", revision.commit)
    words = iter([os.fsdecode(word) for word in (told or b"").split(b"\0")])
    found: dict[str, str | None] = {}
    for status in words:
        if not status:
            continue
        name = next(words)
        if status[0] in _FORMER:
            found[next(words)] = name
        elif status[0] != "D":
            found[name] = None if status[0] == "A" else name
    return found


def files_at(revision: Revision, folder: str = "") -> tuple[str, ...]:
    """Every file the revision holds below `folder`."""
    words = ("ls-tree", "-r", "-z", "--name-only", "--full-tree", revision.commit, *(("--", folder) if folder else ()))
    return tuple(os.fsdecode(word) for word in (_bytes(revision.root, *words) or b"").split(b"\0") if word)


def content_at(revision: Revision, place: str) -> bytes | None:
    """What the file said then, or None where there was none or its content is not on this machine."""
    content = _bytes(revision.root, "show", f"{revision.commit}:{place}")
    if content is None or not content.startswith(_POINTER):
        return content
    return _large(revision, content)


def _large(revision: Revision, pointer: bytes) -> bytes | None:
    """A file that Git LFS keeps apart, as far as it was fetched already; its own filter would go to the network."""
    digest = pointer.partition(b"oid sha256:")[2].split()[:1]
    folder = _said(revision.root, "rev-parse", "--git-common-dir")
    if not digest or not folder:
        return None
    name = digest[0].decode("ascii", "replace")
    path = revision.root / folder / "lfs" / "objects" / name[:2] / name[2:4] / name
    return path.read_bytes() if path.is_file() else None


def renames_so_far(folder: Path) -> tuple[Path, Mapping[str, str]] | None:
    """The top of the repository around `folder`, and every rename up to the working tree: old place to present place.

    None where there is no repository, or no git.
    """
    try:
        revision = open_revision(folder, "HEAD")
    except UsageError:
        return None
    told = _bytes(folder, "log", "--reverse", "--format=", "--name-status", "-z", "--find-renames", "--diff-filter=R")
    words = iter([os.fsdecode(word) for word in (told or b"").split(b"\0") if word.strip()])
    steps = [(next(words), next(words)) for status in words if status.lstrip()[:1] == "R"]
    steps += [(old, new) for new, old in changed_since(revision).items() if old not in (None, new)]
    latest: dict[str, str] = {}
    for old, new in steps:
        latest = {name: new if now == old else now for name, now in latest.items()} | {old: new}
    return revision.root, latest


def author(folder: Path) -> str | None:
    """The name that git would sign with."""
    try:
        return _said(folder, "config", "user.name")
    except UsageError:
        return None


def _said(folder: Path, *words: str) -> str | None:
    told = _bytes(folder, *words)
    return os.fsdecode(told).removesuffix("\n").removesuffix("\r") or None if told is not None else None


def _bytes(folder: Path, *words: str) -> bytes | None:
    """What git prints, or None where it refuses."""
    try:
        run = subprocess.run(
            ["git", "-c", "core.quotepath=off", "-C", str(folder), *words],
            capture_output=True,
            check=False,
            env={**os.environ, **_QUIET},
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError:
        raise no_git() from None
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(
            Message(f"无法运行 git：{why}", f"cannot run git: {why}"),
            Message(
                "请检查 git 能否运行，或用 --against 与保存的报告比较",
                "see whether git runs here, or compare with a saved report by --against",
            ),
        ) from error
    if run.returncode == 128 and b"dubious ownership" in run.stderr:
        raise UsageError(
            Message("git 不信任这个仓库的所有者", "git does not trust the owner of this repository"),
            Message(
                "请运行 git config --global --add safe.directory 仓库路径",
                "run git config --global --add safe.directory PATH",
            ),
        )
    return run.stdout if run.returncode == 0 else None
