"""Choosing baselines for plans of which nobody has said what they are held against, and telling what was chosen."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from duibiao import check as engine
from duibiao.commands.messages import WORDS, filled
from duibiao.commands.names import root, shown_names
from duibiao.commands.session import Session
from duibiao.commands.settings import existing
from duibiao.config.choose import About, Choice, choose, cites
from duibiao.config.heads import Head, dated, heads
from duibiao.config.settings import Settings
from duibiao.contain import Contained, CrashedError
from duibiao.language.normalise import plain_text
from duibiao.model.errors import UnreadableError, UsageError
from duibiao.model.message import Message
from duibiao.model.report import Unreadable
from duibiao.reports.text import printable

LISTED = 8  # reasons of one plan that are listed


def chosen_for(
    plans: Mapping[Path, engine.Given], settings: Settings, session: Session
) -> Mapping[Path, tuple[Path, ...]]:
    """The files of the baselines that fit each plan; none for a plan that cannot be read, which the check will tell.

    Raises:
        UsageError: There are no baselines, or for some plan none fits or several contradict; all such are listed.
    """
    known = heads(existing(settings))
    if not known:
        where = ", ".join(folder.as_posix() for folder in settings.folders)
        advice = filled("no-baselines-in", folders=where) if where else WORDS["no-baseline-advice"]
        raise UsageError(WORDS["no-baseline"], advice)
    names = dict(zip(plans, shown_names(list(plans), root()), strict=True))
    found: dict[Path, Choice] = {}
    whole: dict[Path, Head] = {}
    with _reader(plans, known, session) as reader:
        for number, path in enumerate(plans):
            about = _ask(reader, number)
            if about is not None:
                found[path] = _choice(about, known, whole)
    undecided = {names[path]: choice for path, choice in found.items() if not choice.fits}
    if undecided:
        raise _refusal(undecided)
    _tell({names[path]: choice for path, choice in found.items()}, session)
    return {path: tuple(fit.head.file for fit in choice.fits) for path, choice in found.items()}


def _reader(
    plans: Mapping[Path, engine.Given], known: Sequence[Head], session: Session
) -> Contained[tuple[About, ...]]:
    """Reads a plan in a process of its own, as a check does."""
    listed = list(plans.items())

    def answer(number: int) -> tuple[About, ...]:
        path, given = listed[number]
        read = engine.read_plan(path, path.name, given, session.limits)
        if isinstance(read, Unreadable):
            return ()
        document, plan = read
        text = plain_text(document.text)
        title = plan.title or ""
        cited = tuple(head.id for head in known if cites(text, title, head))
        return (About(title=title, region=plan.region, level=plan.level, issued=plan.issued, cited=cited),)

    return Contained(answer, tuple[About, ...], session.limits)


def _ask(reader: Contained[tuple[About, ...]], number: int) -> About | None:
    """What the plan says of itself, unless it cannot be read: the check meets that again, and tells."""
    try:
        return next(iter(reader.ask(number)), None)
    except (UnreadableError, CrashedError):
        return None


def _choice(about: About, known: Sequence[Head], whole: dict[Path, Head]) -> Choice:
    """What fits; those that seem to were read to their last date, and `whole` keeps them for the next plan."""
    while True:
        choice = choose(about, [whole.get(head.file, head) for head in known])
        seeming = [fit.head for fit in (*choice.fits, *choice.rivals) if fit.head.file not in whole]
        if not seeming:
            return choice
        whole.update((head.file, dated(head)) for head in seeming)


def _tell(choices: Mapping[str, Choice], session: Session) -> None:
    """One line for each set of baselines, with the reasons of the first plan that has it."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for name, choice in choices.items():
        alike.setdefault(tuple(fit.head.id for fit in choice.fits), []).append(name)
    for names in alike.values():
        plans = (
            printable(names[0]) if len(names) == 1 else session.say("and-more", name=printable(names[0]), n=len(names))
        )
        for fit in choices[names[0]].fits:
            why = session.say("list-comma").join(reason.say(session.language) for reason in fit.reasons)
            session.note(session.say("chosen", plan=plans, id=fit.head.id, why=why))


def _refusal(undecided: Mapping[str, Choice]) -> UsageError:
    several = any(choice.rivals for choice in undecided.values())
    name, more = next(iter(undecided)), len(undecided) - 1
    key = "no-fit" if not several else "rivals"
    message = filled(key, name=name) if not more else filled(f"{key}-more", name=name, n=len(undecided))
    return UsageError(message, WORDS["choose-advice"], tuple(_details(undecided)))


def _details(undecided: Mapping[str, Choice]) -> Iterator[Message]:
    for name, choice in undecided.items():
        if len(undecided) > 1:
            yield Message(f"{name}：", f"{name}:")
        for fit in choice.rivals:
            why = [reason.zh for reason in fit.reasons], [reason.en for reason in fit.reasons]
            yield Message(f"{_named(fit.head)}：{'，'.join(why[0])}", f"{_named(fit.head)}: {', '.join(why[1])}")
        for head, reason in choice.misfits[:LISTED] if not choice.rivals else ():
            yield Message(f"{_named(head)}：{reason.zh}", f"{_named(head)}: {reason.en}")
        if not choice.rivals and len(choice.misfits) > LISTED:
            yield filled("and-others", n=len(choice.misfits) - LISTED)


def _named(head: Head) -> str:
    return f"{head.id}（{head.title}）" if head.title != head.id else head.id
