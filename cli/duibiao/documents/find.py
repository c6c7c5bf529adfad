"""Which files a command line means."""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from duibiao.desk.opening import openable
from duibiao.desk.paths import is_ours, is_passing
from duibiao.model.errors import UsageError
from duibiao.model.message import Message

SUFFIXES = frozenset(
    {".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf", ".doc", ".wps", ".rtf", ".odt", ".ofd"}
)
Skip = Callable[[Path], object]


def find_plans(paths: Sequence[Path], skip: Skip = bool) -> list[Path]:
    """The plans behind `paths`: a file as it is, a folder walked in sorted order; each file once.

    `skip` is told of what looks like a plan and is none: what Word or WPS keeps while it works. In folders what we
    wrote beside a draft is left out as well.

    Raises:
        UsageError: A path does not exist, or a folder holds nothing that could be a plan.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if is_passing(path.name) and len(paths) > 1:  # *.docx names it as well
            skip(path)
        else:
            found.update(dict.fromkeys(_behind(openable(path), skip)))
    return list(found)


def _behind(path: Path, skip: Skip) -> list[Path]:
    if is_passing(path.name):
        raise UsageError(
            Message(
                f"{path.name} 是 Word 或 WPS 的临时文件，不是方案",
                f"{path.name} is a passing file of Word or WPS, no plan",
            ),
            Message("请给出它旁边的方案文件，打开着也可以检查", "name the draft beside it; it may be open in Word"),
        )
    if path.is_dir():
        plans = list(_walk(path, skip))
        if not plans:
            raise UsageError(
                Message(f"文件夹中没有方案：{path}", f"no plan in folder {path}"),
                Message(f"支持的文件：{_listed()}", f"files that can be read: {_listed()}"),
            )
        return plans
    if not path.exists() and not path.is_symlink():
        raise UsageError(
            Message(f"找不到文件或文件夹：{path}", f"no such file or folder: {path}"),
            Message("请检查路径是否写对；路径含空格时要加引号", "check the spelling; quote a path that has spaces"),
        )
    return [path]


def _walk(folder: Path, skip: Skip) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise UsageError(
            Message(f"无法打开文件夹：{error.filename}", f"cannot open folder {error.filename}"),
            Message("请检查读取权限", "check that you may read it"),
        ) from error

    for root, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if path.suffix.lower() not in SUFFIXES or is_ours(path):
                continue
            if is_passing(name):
                skip(path)
            elif not name.startswith(".") and not _is_special(path):
                yield openable(path)


def _is_special(path: Path) -> bool:
    """A pipe or a device, which would never end; a link that leads nowhere is left to be told as a plan."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _listed() -> str:
    return " ".join(sorted(suffix.removeprefix(".") for suffix in SUFFIXES))
