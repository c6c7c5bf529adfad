"""What is said where a plan met the limits of its process."""

from duibiao.model.errors import UnreadableError
from duibiao.model.limits import Limits
from duibiao.model.message import Message

_OUT_OF_TIME = 24  # SIGXCPU, which Windows does not know by name

_BIGGER = Message(
    "请用 Word 或 WPS 打开后另存为 docx，或拆成几个文件",
    "save it as docx in Word or WPS, or split it into several files",
)


def too_slow(limits: Limits) -> UnreadableError:
    return UnreadableError(
        "timeout",
        Message(f"检查超过 {limits.seconds} 秒，已放弃", f"it took over {limits.seconds} seconds; given up"),
        _lifting("seconds", limits.seconds),
    )


def too_much_memory(limits: Limits) -> UnreadableError:
    return UnreadableError(
        "too-large",
        Message(
            f"读取需要超过 {limits.memory} MB 内存，已放弃", f"it needs over {limits.memory} MB of memory; given up"
        ),
        _lifting("memory", limits.memory),
    )


def died(signal: int, limits: Limits) -> UnreadableError:
    """A reader that a broken file has ended, or that ran out of memory or time where nobody could say so."""
    if signal == _OUT_OF_TIME:
        return too_slow(limits)
    why = Message(f"（信号 {signal}）", f" (signal {signal})") if signal else Message("", "")
    return UnreadableError(
        "crashed",
        Message(
            f"读取进程意外结束{why.zh}，文件多半已损坏",
            f"its reader ended abruptly{why.en}; most likely the file is damaged",
        ),
        _lifting("memory", limits.memory),
    )


def _lifting(name: str, limit: int) -> Message:
    return Message(
        f"{_BIGGER.zh}；确需检查时可加 --limit {name}={2 * limit}",
        f"{_BIGGER.en}; if it must be so, add --limit {name}={2 * limit}",
    )
