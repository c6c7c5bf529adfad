"""The errors a user can meet. Each says what is wrong and what to do, in both languages; anything else is a bug.

A finding is never an exception. The exit codes are those of the command line: 2 for usage, configuration and
baselines, 3 for a plan that cannot be read.
"""

from msgspec import Struct

from duibiao.model.message import Message


class DuibiaoError(Exception):
    """Base of all errors meant for the user."""

    exit_code = 2

    def __init__(self, message: Message, advice: Message | None = None, details: tuple[Message, ...] = ()) -> None:
        super().__init__(message.en)
        self.message = message
        self.advice = advice
        self.details = details  # a line each


class UsageError(DuibiaoError):
    """The command line or the configuration cannot be carried out."""


class OutputError(DuibiaoError):
    """A report could not be written; nothing was left half-written."""


class UnreadableError(DuibiaoError):
    """A plan cannot be read. `code` is stable API: empty, encrypted, scan, damaged, unsupported, no-clause ..."""

    exit_code = 3

    def __init__(self, code: str, message: Message, advice: Message | None = None) -> None:
        super().__init__(message, advice)
        self.code = code


class Fault(Struct, frozen=True):
    """One thing wrong in a data file: `path` is the place in the data, `line` counts from 1."""

    path: str
    line: int
    message: Message


_MEND = Message(
    "上面每行开头是文件名和行号：请照着改好、存盘，再运行一次",
    "each line above begins with file and line: mend them, save, run again",
)


class FaultyFileError(DuibiaoError):
    """A file that somebody wrote by hand has faults; all of them are listed."""

    def __init__(self, message: Message, file: str, faults: tuple[Fault, ...]) -> None:
        super().__init__(message, _MEND)
        self.file = file
        self.faults = faults


class BaselineError(FaultyFileError):
    """A baseline file has faults."""

    def __init__(self, file: str, faults: tuple[Fault, ...]) -> None:
        more = f"{len(faults)}"
        message = Message(f"基线清单 {file} 有 {more} 处错误", f"{file}: {more} fault(s) in the baseline")
        super().__init__(message, file, faults)


class ConfigError(FaultyFileError):
    """The configuration has faults."""

    def __init__(self, file: str, faults: tuple[Fault, ...]) -> None:
        more = f"{len(faults)}"
        message = Message(f"配置文件 {file} 有 {more} 处错误", f"{file}: {more} fault(s) in the configuration")
        super().__init__(message, file, faults)


class DecisionsError(FaultyFileError):
    """A file of decisions has faults; none of them is applied."""

    def __init__(self, file: str, faults: tuple[Fault, ...]) -> None:
        more = f"{len(faults)}"
        message = Message(f"复核意见 {file} 有 {more} 处错误", f"{file}: {more} fault(s) in the decisions")
        super().__init__(message, file, faults)
