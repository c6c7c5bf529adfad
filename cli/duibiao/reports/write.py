"""Output files: written whole or not at all, and never over an input."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from duibiao.desk.opening import openable
from duibiao.model.errors import OutputError
from duibiao.model.message import Message


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write every file, or leave every file as it was.

    Each is written under a passing name in its own folder and moved into place only when all of them stand there: a
    reader never sees half a report. Flushing to the disk was left out, since a report can be made again.

    Raises:
        OutputError: One of them cannot be written.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, content in contents.items():
            with _told(path):
                if _is_device(path):
                    path.write_bytes(content)
                    continue
                # a link stays a link: what it leads to is replaced
                path.parent.mkdir(parents=True, exist_ok=True)
                real = openable(path.resolve())
                passing = real.with_name(f".duibiao-{os.getpid()}-{len(staged)}.part")
                staged.append((passing, real))
                passing.write_bytes(content)
        for passing, real in staged:
            with _told(real):
                passing.replace(real)
    finally:
        for passing, _ in staged:
            passing.unlink(missing_ok=True)


def refuse(path: Path, inputs: Collection[Path]) -> None:
    """Say early, before plans are read, that `path` cannot become an output file.

    Raises:
        OutputError: It is a folder or one of `inputs`, or the folder that it would stand in is not there.
    """
    shown = path.as_posix()
    if path.is_dir():
        raise OutputError(
            Message(f"{shown} 是文件夹，不能写成文件", f"{shown} is a folder, not a file"),
            Message(f"请写出文件名，例如 -o {shown}/report.json", f"name a file, such as -o {shown}/report.json"),
        )
    refuse_orphan(path)
    refuse_inputs((path,), inputs)


def refuse_inputs(paths: Iterable[Path], inputs: Collection[Path]) -> None:
    """Say of the first of `paths` that is one of `inputs` that nothing is written there.

    Raises:
        OutputError: One of them is.
    """
    for path in paths:
        if not path.exists() or not any(other.exists() and path.samefile(other) for other in inputs):
            continue
        shown = path.as_posix()
        raise OutputError(
            Message(f"{shown} 是输入文件，不会被覆盖", f"{shown} is an input and is never overwritten"),
            Message("请在 -o 后面给出另一个文件", "give another file after -o"),
        )


def refuse_orphan(path: Path) -> None:
    """Refuse a path in a folder that does not exist: making a misspelled one would hide the report.

    Raises:
        OutputError: There is no such folder.
    """
    folder = path.parent
    if not folder.is_dir():
        raise OutputError(
            Message(
                f"无法写入 {path.as_posix()}：没有文件夹 {folder.as_posix()}",
                f"cannot write {path.as_posix()}: there is no folder {folder.as_posix()}",
            ),
            Message("请先建立这个文件夹，或换一个位置", "make the folder first, or write elsewhere"),
        )


def _is_device(path: Path) -> bool:
    """/dev/null, /dev/stdout, a pipe: nothing that a file could be moved onto."""
    return path.exists() and not path.is_file() and not path.is_dir()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn the system's refusal into a sentence."""
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        raise OutputError(
            Message(f"无法写入 {path.name}：{why}", f"cannot write {path.name}: {why}"),
            Message(
                "请检查磁盘空间和写入权限，并确认文件没有被其他程序打开",
                "check free space and permission, and that no other program holds the file open",
            ),
        ) from error
