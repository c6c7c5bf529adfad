"""Which files a command line means."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from duibiao.model.errors import UsageError
from duibiao.model.message import Message

SUFFIXES = frozenset(
    {".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf", ".doc", ".wps", ".rtf", ".odt", ".ofd"}
)
_LOCK = "~$"  # Word and WPS lay such a file beside a draft that is open


def find_plans(paths: Sequence[Path]) -> list[Path]:
    """The plans behind `paths`: a file as it is, a folder walked in sorted order; each file once.

    Raises:
        UsageError: A path does not exist, or a folder holds nothing that could be a plan.
    """
    found: dict[Path, None] = {}
    for path in paths:
        found.update(dict.fromkeys(_behind(path)))
    return list(found)


def _behind(path: Path) -> list[Path]:
    if path.is_dir():
        plans = list(_walk(path))
        if not plans:
            raise UsageError(
                Message(f"文件夹中没有方案: {path}", f"no plan in folder {path}"),
                Message(f"支持的文件: {_listed()}", f"files that can be read: {_listed()}"),
            )
        return plans
    if not path.exists() and not path.is_symlink():
        raise UsageError(
            Message(f"找不到文件或文件夹: {path}", f"no such file or folder: {path}"),
            Message("请检查路径是否写对；路径含空格时要加引号", "check the spelling; quote a path that has spaces"),
        )
    return [path]


def _walk(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise UsageError(
            Message(f"无法打开文件夹: {error.filename}", f"cannot open folder {error.filename}"),
            Message("请检查读取权限", "check that you may read it"),
        ) from error

    for root, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if not name.startswith((".", _LOCK)) and path.suffix.lower() in SUFFIXES and not _is_special(path):
                yield path


def _is_special(path: Path) -> bool:
    """A pipe or a device, which would never end; a link that leads nowhere is left to be told as a plan."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _listed() -> str:
    return " ".join(sorted(suffix.removeprefix(".") for suffix in SUFFIXES))
