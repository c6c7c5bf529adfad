"""What `duibiao diff` does once its command line is parsed.

Two drafts are checked and then compared through the same json as two saved reports: there is one way to compare.
"""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from duibiao import __version__
from duibiao.commands import streams
from duibiao.commands.assigning import Own, given_of
from duibiao.commands.checking import STDOUT, load_baselines
from duibiao.commands.gather import gather, tell_unreadable
from duibiao.commands.messages import WORDS, filled
from duibiao.commands.options import FailOn
from duibiao.commands.session import Session
from duibiao.commands.settings import baseline_files
from duibiao.config.globs import place_of
from duibiao.config.merge import for_plan
from duibiao.config.settings import Origin, Settings
from duibiao.documents import find_plans
from duibiao.model.comparison import Comparison
from duibiao.model.errors import UsageError
from duibiao.model.message import Message
from duibiao.model.report import Run, Severity
from duibiao.model.saved import SavedRun
from duibiao.reports import view
from duibiao.reports.changes.registry import FORMATS, render
from duibiao.reports.deliver import Delivery, arrange_delivery
from duibiao.reports.format import Format, Options
from duibiao.reports.json import render as to_json
from duibiao.reports.write import write_all
from duibiao.review import compare, read_saved, worst_fallen

STEM = "diff"


class Wish(Struct, frozen=True, kw_only=True):
    """What the command line asked for."""

    old: Path
    new: Path
    settings: Settings
    formats: tuple[str, ...]
    output: Path | None
    fail_on: FailOn
    everything: bool


def carry_out(wish: Wish, session: Session) -> int:
    formats = _formats(wish.formats, wish.output)
    target = None if wish.output == STDOUT else wish.output
    baselines = baseline_files(wish.settings.baselines, wish.settings) if _are_drafts(wish) else ()
    delivery = arrange_delivery(formats, target, plans=1, inputs=[wish.old, wish.new, *baselines])
    old, new = _drafts(wish, baselines, session) if baselines else _reports(wish)
    comparison = compare(old, new, __version__)
    _deliver(comparison, delivery, wish, session)
    return _exit_code(comparison, wish.fail_on)


def _are_drafts(wish: Wish) -> bool:
    """With -b they are; what the environment says for every check does not make drafts of two reports."""
    reports = wish.old.suffix == wish.new.suffix == ".json"
    return _is_said("baselines", wish.settings) or (bool(wish.settings.baselines) and not reports)


def _is_said(name: str, settings: Settings) -> bool:
    return settings.source(name).origin is Origin.COMMAND


def _exit_code(comparison: Comparison, fail_on: FailOn) -> int:
    if fail_on is not FailOn.NEVER and worst_fallen(comparison).rank >= Severity(fail_on).rank:
        return 1
    return 3 if any(plan.unreadable for plan in comparison.plans) else 0


def _drafts(wish: Wish, files: Sequence[Path], session: Session) -> tuple[SavedRun, SavedRun]:
    said = for_plan(wish.settings, place_of(wish.new, wish.settings.folder))
    baselines = load_baselines(files, session, wish.settings.folders)
    find_plans([wish.old, wish.new])  # a missing file is told the same way everywhere
    runs = []
    for path in (wish.old, wish.new):
        own = Own(baselines=tuple(baseline.id for baseline in baselines), given=given_of(said))
        run = gather([path], baselines, {path: own}, session)
        tell_unreadable(run, session)
        runs.append(saved(run, session.language))
    return runs[0], runs[1]


def saved(run: Run, language: str) -> SavedRun:
    text = to_json(view.arrange(run), Options(language=language))
    return read_saved(text.encode("utf-8", "backslashreplace"), "json")


def _reports(wish: Wish) -> tuple[SavedRun, SavedRun]:
    for name in ("level", "region", "issued"):
        if _is_said(name, wish.settings):
            raise UsageError(filled("given-to-reports", name=f"--{name}"), WORDS["given-to-reports-advice"])
    return _report(wish.old), _report(wish.new)


def _report(path: Path) -> SavedRun:
    shown = path.as_posix()
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise UsageError(filled("no-report", path=shown), WORDS["no-report-advice"]) from None
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(filled("cannot-read", path=shown, why=why), WORDS["cannot-read-advice"]) from error
    return read_saved(content, shown)


def _deliver(comparison: Comparison, delivery: Delivery, wish: Wish, session: Session) -> None:
    """Everything is painted before anything is written; files come first, since a screen can go away."""
    plain = Options(language=session.language, everything=wish.everything)
    screen = Options(
        language=session.language,
        everything=wish.everything,
        colour=streams.colour(plain=session.plain) if any(form.screen for form in delivery.screen) else None,
        width=streams.width(),
    )
    files = {
        delivery.file or (delivery.folder or Path()) / f"{STEM}{form.suffix}": render(form, comparison, plain)
        for form in delivery.filed
    }
    payload = [render(form, comparison, screen) for form in delivery.screen]
    write_all({path: text.encode("utf-8", "backslashreplace") for path, text in files.items()})
    for path in files:
        session.note(session.say("wrote", path=path.as_posix()))
    for text in payload:
        streams.put(text)


def _formats(names: Sequence[str], output: Path | None) -> list[Format]:
    if names:
        return [_named(name) for name in names]
    suffix = output.suffix.lower() if output else ""
    meant = next((form for form in FORMATS.values() if form.suffix == suffix and not form.screen), None)
    return [meant or FORMATS["terminal"]]


def _named(name: str) -> Format:
    if name in FORMATS:
        return FORMATS[name]
    known = ", ".join(FORMATS)
    raise UsageError(
        Message(f"对比没有“{name}”这种输出格式", f"a comparison has no output format '{name}'"),
        Message(f"可用的格式：{known}", f"formats: {known}"),
    )
