"""What went wrong, in two lines: what it is, and what to do."""

import sys
import traceback
from collections.abc import Iterator
from typing import Any

from duibiao.commands.session import Session
from duibiao.model.errors import DuibiaoError, FaultyFileError
from duibiao.reports.text import printable

# EX_SOFTWARE. Not one of the codes of a check: a crash is no finding, no wrong usage and no unreadable plan.
BUG = 70
INTERRUPTED = 130  # 128 + SIGINT, as shells say it
READER_GONE = 141  # 128 + SIGPIPE


def write_lines(lines: list[str]) -> None:
    sys.stderr.write("".join(f"{printable(line)}\n" for line in lines))


def tell(error: DuibiaoError, session: Session) -> int:
    lines = [session.say("error") + error.message.say(session.language)]
    if isinstance(error, FaultyFileError):
        lines += (f"  {line}" for line in fault_lines(error, session))
    lines += (f"  {detail.say(session.language)}" for detail in error.details)
    if error.advice:
        lines.append(session.say("advice") + error.advice.say(session.language))
    write_lines(lines)
    return error.exit_code


def fault_lines(error: FaultyFileError, session: Session) -> Iterator[str]:
    for fault in error.faults:
        message = fault.message.say(session.language)
        yield session.say("fault", place=error.file, line=fault.line, path=fault.path, message=message)


def tell_usage(error: Any, session: Session) -> int:
    """The parser's own complaint, in the reader's language; its kinds are told apart by name, as it hides the types."""
    if type(error).__name__ == "NoArgsIsHelpError":
        # a group without a verb: what it carries is the help page
        sys.stderr.write(f"{error}\n")
        return 2
    command = error.ctx.command_path if getattr(error, "ctx", None) else "duibiao"
    what, hint = _usage(error, session)
    advice = session.say("see-help", command=command)
    write_lines([session.say("error") + what, session.say("advice") + (f"{hint} {advice}" if hint else advice)])
    return 2


def _usage(error: Any, session: Session) -> tuple[str, str]:
    kind = type(error).__name__
    param: Any = getattr(error, "param", None)
    name = str(param.metavar if param.param_type_name == "argument" else max(param.opts, key=len)) if param else ""
    if param and error.ctx and (source := error.ctx.get_parameter_source(param.name)) and source.name == "ENVIRONMENT":
        name = str(param.envvar)
    match kind:
        case "NoSuchOption":
            meant = ", ".join(error.possibilities or ())
            hint = session.say("did-you-mean", names=meant) if meant else ""
            return session.say("no-option", name=error.option_name), hint
        case "MissingParameter":
            return session.say("missing", name=name), ""
        case "BadOptionUsage":
            return session.say("needs-value", name=error.option_name), ""
        case "BadParameter" if name:
            choices = session.say("one-of", names=param.metavar) if "|" in str(param.metavar) else error.message
            return session.say("bad-value", name=name, why=choices), ""
        case _:
            return session.say("bad-usage", why=error.format_message()), ""


def tell_bug(error: BaseException, session: Session) -> int:
    if session.verbose:
        traceback.print_exception(error)
    what = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    write_lines([session.say("bug", what=what), session.say("bug-advice")])
    return BUG


def tell_interrupted(session: Session) -> int:
    write_lines(["", session.say("interrupted")])
    return INTERRUPTED
