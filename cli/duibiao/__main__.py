"""The program: parse, run one verb, and turn what went wrong into words and an exit code."""

import glob
import os
import signal
import sys
from collections.abc import Sequence

import typer

from duibiao.commands import dropping, greeting, streams
from duibiao.commands.app import build
from duibiao.commands.failures import INTERRUPTED, READER_GONE, tell, tell_bug, tell_interrupted, tell_usage
from duibiao.commands.session import Session, read_session
from duibiao.commands.streams import ReaderGoneError, prepare
from duibiao.model.errors import DuibiaoError

TERMINATED = 143  # 128 + SIGTERM, as shells say it
# All that the parser raises about a command line; its own package is an inner matter of typer's.
_PARSER_ERRORS: tuple[type[Exception], ...] = tuple(
    kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException"
)


def main(arguments: Sequence[str] | None = None) -> int:
    prepare()
    if arguments is None:
        # on the way out half-written files are removed, and a reader that is under way is ended
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    words = _expanded(sys.argv[1:]) if arguments is None else list(arguments)
    session = Session()
    try:
        session, words = read_session(words)
        if greeting.is_wanted(words):
            streams.put(greeting.greeting(session))
            return 0
        program = build()
        words = dropping.meant(words, program.commands)
        code = program.main(words, prog_name="duibiao", standalone_mode=False, obj=session)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:  # noqa: BLE001  the last net: what is not known here is a bug, and is told as one
        return _failed(error, session)
    # the parser turns Ctrl-C into this code itself
    return tell_interrupted(session) if code == INTERRUPTED else int(code or 0)


def _failed(error: Exception, session: Session) -> int:
    if isinstance(error, DuibiaoError):
        return tell(error, session)
    if isinstance(error, ReaderGoneError):
        return READER_GONE
    if isinstance(error, typer.Abort):
        return tell_interrupted(session)
    if isinstance(error, _PARSER_ERRORS):
        return tell_usage(error, session)
    return tell_bug(error, session)


def _expanded(words: Sequence[str]) -> list[str]:
    """Windows leaves *.docx to the program."""
    if os.name != "nt":
        return list(words)
    return [path for word in words for path in (sorted(glob.glob(word)) or [word])]  # noqa: PTH207  words, not paths


if __name__ == "__main__":
    sys.exit(main())
