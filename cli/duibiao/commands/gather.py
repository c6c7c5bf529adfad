"""Check one plan after another, saying how far it has come."""

import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from duibiao import __version__
from duibiao import check as engine
from duibiao.commands.assigning import Own
from duibiao.commands.failures import write_lines
from duibiao.commands.messages import WORDS, filled
from duibiao.commands.names import root, shown_names
from duibiao.commands.session import Session
from duibiao.contain import Contained, CrashedError
from duibiao.model.baseline import Baseline
from duibiao.model.errors import UnreadableError
from duibiao.model.report import BaselineInfo, Checked, PlanInfo, Run, Unreadable
from duibiao.reports.text import printable

# what is known about plans already, by the names they are shown with
Known = Mapping[str, tuple[Checked | Unreadable, ...]]
NONE_KNOWN: Known = MappingProxyType({})


def gather(
    plans: Sequence[Path],
    baselines: Sequence[Baseline],
    own: Mapping[Path, Own],
    session: Session,
    known: Known = NONE_KNOWN,
) -> Run:
    """Check each plan against those of the baselines that are its own."""
    reports: list[Checked | Unreadable] = []
    names = shown_names(plans, root())
    with _reader(plans, names, baselines, own, session) as reader, _progress(len(plans), session) as step:
        for number, shown in enumerate(names):
            step(number, shown)
            reports.extend(known.get(shown) or _ask(reader, number, shown, session))
    return Run(
        version=__version__,
        baselines=tuple(
            BaselineInfo(id=b.id, title=b.title, sha256=b.sha256, requirements=len(b.active), sources=b.sources)
            for b in baselines
        ),
        reports=tuple(reports),
        pages=engine.rule_pages(),
    )


def tell_unreadable(run: Run, session: Session) -> None:
    """The plans that the report could only name, for a person who is looking at the screen and not at the file."""
    for report in run.reports:
        if isinstance(report, Unreadable):
            message = report.message.say(session.language)
            lines = [session.say("error") + session.say("of-plan", path=printable(report.plan.path), message=message)]
            if report.advice:
                lines.append(session.say("advice") + report.advice.say(session.language))
            write_lines(lines)


def check_plan(
    path: Path, shown: str, baselines: Sequence[Baseline], given: engine.Given, session: Session
) -> tuple[Checked | Unreadable, ...]:
    own = {path: Own(baselines=tuple(baseline.id for baseline in baselines), given=given)}
    with _reader([path], [shown], baselines, own, session) as reader:
        return _ask(reader, 0, shown, session)


def _reader(
    plans: Sequence[Path],
    names: Sequence[str],
    baselines: Sequence[Baseline],
    own: Mapping[Path, Own],
    session: Session,
) -> Contained[tuple[Checked | Unreadable, ...]]:
    """Checks the plan of a number in a process of its own, since any of them may be hostile."""

    def answer(number: int) -> tuple[Checked | Unreadable, ...]:
        each = own[plans[number]]
        return engine.check_file(plans[number], names[number], each.of(baselines), each.given, session.limits)

    return Contained(answer, tuple[Checked | Unreadable, ...], session.limits)


def _ask(
    reader: Contained[tuple[Checked | Unreadable, ...]], number: int, shown: str, session: Session
) -> tuple[Checked | Unreadable, ...]:
    plan = PlanInfo(path=shown, sha256="")
    try:
        return reader.ask(number)
    except UnreadableError as error:
        return (Unreadable(plan=plan, code=error.code, message=error.message, advice=error.advice),)
    except Exception as error:  # noqa: BLE001  a bug met in one plan must not lose the report on the others
        if session.verbose:
            sys.stderr.write(error.trace if isinstance(error, CrashedError) else traceback.format_exc())
        what = error.what if isinstance(error, CrashedError) else type(error).__name__
        return (
            Unreadable(plan=plan, code="internal", message=filled("crashed", what=what), advice=WORDS["bug-advice"]),
        )


@contextmanager
def _progress(total: int, session: Session) -> Iterator[Callable[[int, str], None]]:
    """A bar on standard error while several plans are checked and somebody is watching; a line for each if asked."""
    if session.verbose:
        yield lambda _, name: session.note(session.say("reading", path=printable(name)))
    elif total < 2 or session.quiet or not sys.stderr.isatty():
        yield lambda *_: None
    else:
        from rich.console import Console  # noqa: PLC0415  heavy
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415  heavy

        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[name]}", markup=False))
        console = Console(stderr=True, no_color=session.plain or None)
        with Progress(*columns, console=console, transient=True) as bar:
            task = bar.add_task("", total=total, name="")
            yield lambda done, name: bar.update(task, completed=done, name=printable(name))
