"""Help pages in the reader's language.

The parser's own pages were refused: the rich ones cost 0.2 s of start-up and cut Chinese off with …, the plain ones
do not wrap it, and both say Usage and Options in English only.
"""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from typer.core import TyperCommand, TyperGroup

from duibiao.commands.messages import HELP, filled
from duibiao.commands.session import Session
from duibiao.model.errors import UsageError
from duibiao.model.limits import NAMES
from duibiao.model.message import Message
from duibiao.reports.registry import FORMATS
from duibiao.reports.text import cells, wrap

WIDTH = 88
SHARED = (
    ("--lang zh|en", "lang"),
    ("-q, --quiet", "quiet"),
    ("-v, --verbose", "verbose"),
    ("--no-color", "no-color"),
    ("--limit NAME=N", "limit"),
)
EXIT_CODES = ("0", "1", "2", "3", "70")
PREFIX = "DUIBIAO_"
HELP_OPTIONS = ("-h", "--help")

Rows = Sequence[tuple[str, str]]


class Verb(TyperCommand):
    """A command whose help comes from the table of messages; its `help` is the key there."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for param in self.params:
            if param.param_type_name == "option" and not param.is_eager:
                param.envvar = variable(param)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write("\n".join(_verb_page(self, ctx.command_path, ctx.obj)) + "\n")


class Group(TyperGroup):
    """A command that holds others."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.commands:
            raise UsageError(*_unknown(args[0], list(self.commands)))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write("\n".join(_group_page(self, ctx.command_path, ctx.obj)) + "\n")


def variable(param: Any) -> str:
    """The environment variable that stands for an option: --fail-on is DUIBIAO_FAIL_ON."""
    name: str = max(param.opts, key=len)
    return PREFIX + name.lstrip("-").replace("-", "_").upper()


def _unknown(name: str, known: Sequence[str]) -> tuple[Message, Message]:
    near = get_close_matches(name, known, n=1) or known
    return filled("no-command", name=name), filled("known-commands", names=", ".join(near))


def _verb_page(command: TyperCommand, path: str, session: Session) -> Iterator[str]:
    key = str(command.help)
    shown = [param for param in command.params if HELP_OPTIONS[1] not in param.opts]
    arguments = [param for param in shown if param.param_type_name == "argument"]
    options = [param for param in shown if param.param_type_name == "option"]
    usage = " ".join(_argument(param) for param in arguments)
    yield f"{session.say('usage')} {path} {usage}".rstrip() + (f" [{session.say('options')}]" if options else "")
    yield from _paragraph(HELP[key].say(session.language))
    yield from _table(session.say("arguments"), [(str(p.metavar), _about(key, p, session)) for p in arguments])
    yield from _table(session.say("options"), [(_option(p), _about(key, p, session)) for p in options])
    yield from _shared(session)
    if any(param.envvar for param in options):
        yield from _paragraph(session.say("variables", name=PREFIX))
    if "--fail-on" in (name for param in options for name in param.opts):
        yield from _exit_codes(session)


def _group_page(group: TyperGroup, path: str, session: Session) -> Iterator[str]:
    yield f"{session.say('usage')} {path} {session.say('commands')} …"
    yield from _paragraph(HELP[str(group.help)].say(session.language))
    rows = [(name, HELP[str(command.help)].say(session.language)) for name, command in group.commands.items()]
    yield from _table(session.say("commands"), rows)
    options = [param for param in group.params if HELP_OPTIONS[1] not in param.opts]
    yield from _table(session.say("options"), [(_option(p), _about(str(group.help), p, session)) for p in options])
    yield from _shared(session)
    yield from _exit_codes(session)


def _shared(session: Session) -> Iterator[str]:
    rows = [
        (names, session.say(key, limits=", ".join(NAMES)))
        for names, key in (*SHARED, (", ".join(HELP_OPTIONS), "help"))
    ]
    yield from _table(session.say("shared"), rows)


def _exit_codes(session: Session) -> Iterator[str]:
    yield from _table(session.say("exit-codes"), [(code, session.say(f"exit-{code}")) for code in EXIT_CODES])


def _about(verb: str, param: Any, session: Session) -> str:
    text = HELP[f"{verb}.{param.name}"].say(session.language).format(formats=", ".join(FORMATS))
    return f"{text} {session.say('required')}" if param.required else text


def _argument(param: Any) -> str:
    return str(param.metavar) if param.required else f"[{param.metavar}]"


def _option(param: Any) -> str:
    names = ", ".join(sorted([*param.opts, *param.secondary_opts], key=len))
    return names if param.is_flag else f"{names} {param.metavar}"


def _paragraph(text: str) -> Iterator[str]:
    yield ""
    yield from (f"  {line}" for line in wrap(text, WIDTH - 2))


def _table(title: str, rows: Rows) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield title
    left = max(cells(name) for name, _ in rows)
    for name, text in rows:
        for number, line in enumerate(wrap(text, WIDTH - left - 4)):
            head = "" if number else name
            yield f"  {head}{' ' * (left - cells(head))}  {line}"
