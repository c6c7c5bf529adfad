"""The commands and their names: one line for each verb."""

from typing import Annotated, Any

import typer

from duibiao import __version__
from duibiao.commands import baseline, streams
from duibiao.commands.baseline_diff import diff as baseline_diff
from duibiao.commands.baseline_draft import draft
from duibiao.commands.baseline_lint import lint
from duibiao.commands.baseline_show import show
from duibiao.commands.baseline_verify import verify
from duibiao.commands.baseline_workbook import bring_in, export
from duibiao.commands.batch import batch
from duibiao.commands.check import check
from duibiao.commands.config import config
from duibiao.commands.decide import decide
from duibiao.commands.diff import diff
from duibiao.commands.explain import explain
from duibiao.commands.help import HELP_OPTIONS, Group, Verb
from duibiao.commands.init import init
from duibiao.commands.text import text

SETTINGS = {"help_option_names": list(HELP_OPTIONS)}


def build() -> Any:
    """The parser. `help` is the key of a page in `messages.HELP`."""
    app = _group("duibiao")
    app.callback(context_settings=SETTINGS, invoke_without_command=False)(_root)
    app.command("check", help="check", cls=Verb, context_settings=SETTINGS)(check)
    app.command("batch", help="batch", cls=Verb, context_settings=SETTINGS)(batch)
    app.command("decide", help="decide", cls=Verb, context_settings=SETTINGS)(decide)
    app.command("diff", help="diff", cls=Verb, context_settings=SETTINGS)(diff)
    app.command("text", help="text", cls=Verb, context_settings=SETTINGS)(text)
    app.command("explain", help="explain", cls=Verb, context_settings=SETTINGS)(explain)
    app.command("init", help="init", cls=Verb, context_settings=SETTINGS)(init)
    app.command("config", help="config", cls=Verb, context_settings=SETTINGS)(config)

    checklists = _group("baseline")
    checklists.command("schema", help="schema", cls=Verb, context_settings=SETTINGS)(baseline.schema)
    checklists.command("lint", help="lint", cls=Verb, context_settings=SETTINGS)(lint)
    checklists.command("draft", help="draft", cls=Verb, context_settings=SETTINGS)(draft)
    checklists.command("diff", help="baseline-diff", cls=Verb, context_settings=SETTINGS)(baseline_diff)
    checklists.command("verify", help="verify", cls=Verb, context_settings=SETTINGS)(verify)
    checklists.command("export", help="export", cls=Verb, context_settings=SETTINGS)(export)
    checklists.command("import", help="import", cls=Verb, context_settings=SETTINGS)(bring_in)
    checklists.command("show", help="show", cls=Verb, context_settings=SETTINGS)(show)
    app.add_typer(checklists, name="baseline")
    return typer.main.get_command(app)


def _group(key: str) -> typer.Typer:
    return typer.Typer(
        help=key,
        cls=Group,
        context_settings=SETTINGS,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


def _version(wanted: bool) -> None:
    if wanted:
        streams.put(f"duibiao {__version__}\n")
        raise typer.Exit


def _root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    """The program itself; the verbs do the work."""
