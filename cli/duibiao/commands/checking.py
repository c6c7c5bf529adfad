"""What `duibiao check` does once its command line is parsed: the engine runs, reports are painted and delivered."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from duibiao.baselines import load_many
from duibiao.commands import streams
from duibiao.commands.assigning import NOTHING_OWN, Own, assign, owned
from duibiao.commands.drafts import painter, refuse_others
from duibiao.commands.gather import NONE_KNOWN, Known, gather, tell_unreadable
from duibiao.commands.names import root, shown_names
from duibiao.commands.options import FailOn
from duibiao.commands.planned import barren, is_open, plans_of
from duibiao.commands.session import Session
from duibiao.config.settings import Settings
from duibiao.documents.find import Skip
from duibiao.model.baseline import Baseline
from duibiao.model.report import Run, Severity
from duibiao.reports.deliver import Delivery, Paint, arrange_delivery, in_files, on_screen
from duibiao.reports.format import Format, Options
from duibiao.reports.registry import for_suffix, named
from duibiao.reports.view import arrange, doubtful, unreadable, worst
from duibiao.reports.write import refuse_inputs, write_all

if TYPE_CHECKING:
    from duibiao.commands.reviewing import Review

STDOUT = Path("-")


class Wish(Struct, frozen=True, kw_only=True):
    """What the command line asked for."""

    plans: tuple[Path, ...]
    settings: Settings
    formats: tuple[str, ...]
    output: Path | None
    fail_on: FailOn
    everything: bool
    decisions: Path | None = None
    since: str | None = None
    against: Path | None = None
    new_only: bool = False
    strict: bool = False
    watch: bool = False
    readiness: bool = False
    chain: bool = False
    beside: bool = False

    @property
    def reviewed(self) -> bool:
        """Whether the run is held against decisions or against an earlier one."""
        return bool(self.decisions or self.since or self.against or self.new_only)

    @property
    def viewed(self) -> bool:
        """Whether a view of its own takes the place of the report."""
        return self.readiness or self.chain


class Job(Struct, frozen=True, kw_only=True):
    """A wish as it was understood: what every check of it shares.

    `files` are those of `baselines`, one for one; `own` says for each plan which of them are its own.
    """

    wish: Wish
    session: Session
    formats: tuple[Format, ...]
    files: tuple[Path, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    own: Mapping[Path, Own] = NOTHING_OWN


class Round(Struct, frozen=True, kw_only=True):
    """One check: what was found, the plans by the names they are shown with, and where the reports go.

    `bare` is what was found before decisions were applied, and before anything was compared.
    """

    run: Run
    bare: Run
    plans: Mapping[str, Path]
    delivery: Delivery


def carry_out(wish: Wish, session: Session) -> int:
    """Everything that can be wrong with the command line is told before the first plan is read."""
    job = Job(wish=wish, session=session, formats=tuple(_formats(wish.formats, wish.output)))
    _refuse(job)
    plans = _plans(wish, lambda path: session.note(session.say("passing", name=path.name)))
    for path in filter(is_open, plans):
        session.note(session.say("open", name=path.name))
    for entry in barren(wish.settings) if not wish.plans else ():
        paths = ", ".join(entry.paths)
        session.note(session.say("barren", file=str(wish.settings.file), line=entry.line, paths=paths))
    job = assigned(job, plans)
    if wish.watch:
        from duibiao.commands.watching import watch  # noqa: PLC0415  a plain check does not compare runs

        return watch(job)
    done = check_once(job)
    hand_out(done, job)
    return exit_code(done.run, wish)


def _plans(wish: Wish, skip: Skip = bool) -> list[Path]:
    """The plans, without the reports that an earlier run left in its output folder among them."""
    plans = plans_of(wish.plans, wish.settings, skip)
    if wish.output is None or not wish.output.is_dir():
        return plans
    folder, named = wish.output.resolve(), {path.resolve() for path in wish.plans}
    if folder in named or any(folder in path.parents for path in named):
        return plans
    return [plan for plan in plans if folder not in plan.resolve().parents] or plans


def _refuse(job: Job) -> None:
    """Say what does not go together."""
    wish = job.wish
    if wish.viewed:
        from duibiao.commands import views  # noqa: PLC0415  a plain check shows none

        views.refuse(job.formats, ready=wish.readiness, along=wish.chain)
    if wish.beside:
        from duibiao.commands import beside  # noqa: PLC0415  as above

        beside.refuse(wish)


def assigned(job: Job, plans: Sequence[Path]) -> Job:
    """The job with what each plan is held against; as it was where it knows all of them."""
    if job.own.keys() >= set(plans):
        return job
    found = assign(plans, job.wish.settings, job.session)
    baselines = load_baselines(found.files, job.session, job.wish.settings.folders)
    return replace(job, files=found.files, baselines=baselines, own=owned(found, baselines))


def check_once(job: Job, known: Known = NONE_KNOWN) -> Round:
    """Find the plans and check them; those in `known` keep what was found about them."""
    plans = _plans(job.wish)
    job = assigned(job, plans)  # a plan may have come to a folder that is watched
    named_plans = dict(zip(shown_names(plans, root()), plans, strict=True))
    review = settle(job, plans) if job.wish.reviewed else None
    total = len(plans)
    if review:  # what -o means does not depend on how many plans have changed
        named_plans = {name: path for name, path in named_plans.items() if path in review.plans}
        plans = list(review.plans)
    refuse_others(job.formats, named_plans)
    target = None if job.wish.output == STDOUT else job.wish.output
    inputs = [*plans, *job.files]
    delivery = arrange_delivery(job.formats, target, plans=total, inputs=inputs)
    run = gather(plans, job.baselines, job.own, job.session, known)
    return Round(run=review.apply(run, named_plans) if review else run, bare=run, plans=named_plans, delivery=delivery)


def settle(job: Job, plans: Sequence[Path]) -> "Review":
    from duibiao.commands.reviewing import settle as settled  # noqa: PLC0415  a plain check needs neither git nor decisions

    return settled(job, plans)


def exit_code(run: Run, wish: Wish) -> int:
    """1 where something counts, even where a plan could not be read as well; 3 where only that went wrong."""
    unread = unreadable(run, known=not wish.new_only)
    if wish.fail_on is not FailOn.NEVER:
        if worst(run, new_only=wish.new_only).rank >= Severity(wish.fail_on).rank:
            return 1
        if wish.strict and (unread or doubtful(run, new_only=wish.new_only)):
            return 1
    return 3 if unread else 0


def hand_out(done: Round, job: Job) -> None:
    """Everything is painted before anything is written; files come first, since a screen can go away."""
    view, session = arrange(done.run), job.session
    if job.wish.beside:
        from duibiao.commands import beside  # noqa: PLC0415  as above

        beside.hand_out(done, session)
        return
    paint = _painter(done, job)
    watched = any(form.screen for form in done.delivery.screen)
    options = screen_options(job, watched=watched)
    files = in_files(done.delivery, view, options, paint)
    payload = list(on_screen(done.delivery, view, options, paint))
    refuse_inputs(files, done.plans.values())
    write_all(files)
    if not watched:
        tell_unreadable(done.run, session)
    for path in files:
        session.note(session.say("wrote", path=path.as_posix()))
    for text in payload:
        streams.put(text)


def _painter(done: Round, job: Job) -> Paint:
    if not job.wish.viewed:
        return painter(done.plans)
    from duibiao.commands import views  # noqa: PLC0415  a plain check shows none

    return views.painter(job.files, job.wish.settings.folders, ready=job.wish.readiness)


def screen_options(job: Job, *, watched: bool) -> Options:
    return Options(
        language=job.session.language,
        everything=job.wish.everything,
        hints=not job.session.quiet,
        colour=streams.colour(plain=job.session.plain) if watched else None,
        width=streams.width(),
    )


def _formats(names: Sequence[str], output: Path | None) -> list[Format]:
    """The formats asked for; where none is, the one that the output's name asks for, else the screen."""
    if names:
        return [named(name) for name in names]
    meant = for_suffix(output.suffix) if output else None
    return [meant or named("terminal")]


def load_baselines(paths: Sequence[Path], session: Session, folders: Sequence[Path] = ()) -> tuple[Baseline, ...]:
    loaded = load_many(paths, folders)
    for baseline in loaded:
        doubtful = sum(not requirement.verified for requirement in baseline.active)
        if doubtful:
            session.note(session.say("unverified", id=baseline.id, n=doubtful))
        if looser := baseline.looser:
            session.note(session.say("looser", id=baseline.id, n=len(looser), ids=", ".join(looser)))
    return loaded
