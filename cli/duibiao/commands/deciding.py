"""What `duibiao decide` does: findings that wait for a person are shown one after another, and each ruling is kept.

A ruling is in the file as soon as it is made, so that a session can end at any moment and go on where it stopped: what
has been ruled on is not asked again, until it lapses.
"""

import getpass
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from duibiao.commands import streams
from duibiao.commands.asking import Answer, Step, ask, opening
from duibiao.commands.checking import Job, check_once
from duibiao.commands.checking import Wish as CheckWish
from duibiao.commands.gather import tell_unreadable
from duibiao.commands.keys import LeftError
from duibiao.commands.messages import WORDS
from duibiao.commands.names import root
from duibiao.commands.options import FailOn
from duibiao.commands.rulings import Book, open_book, ruled
from duibiao.commands.session import Session
from duibiao.commands.since import against
from duibiao.config.settings import Settings
from duibiao.decisions import add
from duibiao.model.baseline import Requirement
from duibiao.model.decision import Decision, Ruling
from duibiao.model.errors import UsageError
from duibiao.model.fact import Strength
from duibiao.model.report import Checked, Finding, Run, Verdict
from duibiao.model.saved import SavedFinding, SavedRun
from duibiao.reports.format import Options
from duibiao.reports.view import ATTENTION
from duibiao.reports.write import refuse, write_all
from duibiao.review.git import author

FILE = Path("decisions.yaml")


class Wish(Struct, frozen=True, kw_only=True):
    """What the command line asked for."""

    plans: tuple[Path, ...]
    settings: Settings
    by: str | None
    everything: bool


def carry_out(wish: Wish, session: Session) -> int:
    path = wish.settings.decisions or FILE
    refuse(path, wish.plans)
    # as for a check: the day in the place where the command is run
    book = open_book(path, root(), date.today(), missing=True)  # noqa: DTZ011  as above
    steps = _steps(wish, session, book)
    if not steps:
        session.note(session.say("nothing-to-decide"))
        return 0
    by = wish.by or author(Path()) or getpass.getuser()
    options = Options(
        language=session.language, everything=True, colour=streams.colour(plain=session.plain), width=streams.width()
    )
    made, skipped = _go_through(steps, book, by, options)
    left = len(steps) - made - skipped
    session.note(session.say("decided", n=made, skipped=skipped, left=left, path=path.as_posix()))
    if made and wish.settings.decisions is None:
        session.note(session.say("decided-hint", path=path.as_posix()))
    return 0


def _go_through(steps: Sequence[Step], book: Book, by: str, options: Options) -> tuple[int, int]:
    """How many were ruled on, and how many were passed over."""
    ruled_on: set[int] = set()
    passed: set[int] = set()
    at = 0
    try:
        streams.put(opening(len(steps), by, book.path.as_posix(), options))
        while at < len(steps):
            answer = ask(steps[at], f"{at + 1}/{len(steps)}", options)
            if answer is Answer.QUIT:
                break
            if answer is Answer.BACK:
                at = max(at - 1, 0)
                continue
            if answer is Answer.SKIP:
                passed.add(at)
            elif not isinstance(answer, Answer):
                _keep(replace(answer, by=by, date=book.today.isoformat()), steps[at], book)
                ruled_on.add(at)
            at += 1
    except LeftError:
        pass
    return len(ruled_on), len(passed - ruled_on)


def _keep(ruling: Ruling, step: Step, book: Book) -> None:
    """Add it to the file as it is now: somebody may have written in it since."""
    finding = step.finding
    decision = Decision(
        requirement=finding.requirement.id, plan=step.plan, ruling=ruling, passage=finding.passage or None
    )
    content = book.path.read_bytes() if book.path.exists() else b""
    write_all({book.path: add(content, [decision], book.path.as_posix())})


def _steps(wish: Wish, session: Session, book: Book) -> list[Step]:
    if len(wish.plans) == 1 and wish.plans[0].suffix.lower() == ".json":
        run = _run_of(against(wish.plans[0], ()).saved)
    else:
        job = Job(wish=_check_wish(wish), session=session, formats=())
        run = check_once(job).run
        tell_unreadable(run, session)
    return [
        Step(plan=report.plan.path, finding=finding, today=book.today)
        for report in ruled(run, book).reports
        if isinstance(report, Checked)
        for finding in report.findings
        if _waits(finding, everything=wish.everything)
    ]


def _waits(finding: Finding, *, everything: bool) -> bool:
    if finding.verdict is Verdict.NOT_APPLICABLE and not finding.decision:
        return False
    return everything or (not finding.decision and (finding.review or finding.verdict in ATTENTION))


def _check_wish(wish: Wish) -> CheckWish:
    return CheckWish(
        plans=wish.plans,
        settings=wish.settings,
        formats=(),
        output=None,
        fail_on=FailOn.NEVER,
        everything=wish.everything,
    )


def _run_of(saved: SavedRun | None) -> Run:
    """A saved report as a run. It holds no wording of requirements, so that their titles stand for it."""
    if saved is None:
        raise UsageError(WORDS["no-saved-run"], WORDS["no-saved-run-advice"])
    reports = (
        Checked(plan=report.plan, baseline=report.baseline, findings=tuple(map(_finding, report.findings)))
        for report in saved.reports
        if not report.error
    )
    return Run(version=saved.version, baselines=saved.baselines, reports=tuple(reports))


def _finding(saved: SavedFinding) -> Finding:
    """As the tool had it: what was ruled then stands in the decisions, if it still does."""
    decision = saved.decision
    verdict = decision.judged if decision and decision.judged else saved.verdict
    return Finding(
        requirement=Requirement(
            id=saved.requirement, text=saved.title, title=saved.title, kind=saved.kind, strength=Strength.MUST
        ),
        verdict=verdict,
        severity=saved.severity,
        confidence=saved.confidence,
        review=saved.review,
        reasons=saved.reasons,
        evidence=saved.evidence,
        fingerprint=saved.fingerprint,
        passage=saved.passage,
        nearest=saved.nearest,
    )
