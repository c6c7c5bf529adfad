"""check --beside: the annotated copy and the page of each plan, in its own folder."""

from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from duibiao.commands import streams
from duibiao.commands.drafts import painter
from duibiao.commands.gather import tell_unreadable
from duibiao.commands.messages import WORDS
from duibiao.commands.session import Session
from duibiao.desk.paths import beside, shortened
from duibiao.documents.word import is_word
from duibiao.model.errors import UsageError
from duibiao.reports.format import Options
from duibiao.reports.registry import named
from duibiao.reports.text import printable
from duibiao.reports.view import ATTENTION, REST, View, arrange, by_plan
from duibiao.reports.words import say
from duibiao.reports.write import write_all

if TYPE_CHECKING:
    from duibiao.commands.checking import Round, Wish

# The last line of a page: which annotated copy was written with it. A copy that has become another since is somebody's
# work, and stays.
_MARK = "<!-- duibiao-comments {} -->\n"


class Pair(Struct, frozen=True, kw_only=True):
    """What a plan gets. There is no annotated copy of a pdf or a text file."""

    view: View
    report: Path
    comments: Path | None


def refuse(wish: "Wish") -> None:
    """Say before plans are read that other wishes about the output do not go with this one.

    Raises:
        UsageError: There is one.
    """
    if wish.formats or wish.output or wish.watch or wish.viewed:
        raise UsageError(WORDS["beside-alone"], WORDS["beside-alone-advice"])


def hand_out(done: "Round", session: Session) -> None:
    """Everything is painted before anything is written."""
    options = Options(language=session.language)
    paint = painter(done.plans)
    files: dict[Path, bytes] = {}
    pairs: list[Pair] = []
    for view in _views(done):
        path = done.plans[view.run.reports[0].plan.path]
        comments = paint(named("docx"), view, options) if is_word(path) else None
        pair = _pair(view, path, session.language, {*done.plans.values(), *files}, annotated=comments is not None)
        pairs.append(pair)
        page = str(paint(named("html"), view, options))
        if pair.comments and isinstance(comments, bytes):
            files[pair.comments] = comments
        mark = sha256(comments).hexdigest() if isinstance(comments, bytes) else "-"
        files[pair.report] = (page + _MARK.format(mark)).encode("utf-8", "backslashreplace")
    write_all(files)
    tell_unreadable(done.run, session)
    for pair in pairs:
        streams.put("".join(f"{line}\n" for line in _told(pair, session)))
    if pairs and not session.quiet:
        session.note(session.say("beside-next"))


def _views(done: "Round") -> Iterator[View]:
    for reports in by_plan(done.run.reports):
        view = arrange(replace(done.run, reports=reports))
        if view.checked:
            yield view


def _pair(view: View, path: Path, language: str, taken: Collection[Path], *, annotated: bool) -> Pair:
    """The first names that are free, or stand on what an earlier run wrote."""
    number = 1
    while True:
        comments, report = beside(path, language, number)
        if not {comments, report} & set(taken) and _is_ours(comments, report):
            return Pair(view=view, report=report, comments=comments if annotated else None)
        number += 1


def _is_ours(comments: Path, report: Path) -> bool:
    """Whether neither is there, or both are as we left them."""
    if not report.exists():
        return not comments.exists()
    page = report.read_bytes()
    marks = [sha256(comments.read_bytes()).hexdigest()] if comments.exists() else ["-"]
    return any(page.endswith(_MARK.format(mark).encode()) for mark in marks)


def _told(pair: Pair, session: Session) -> Iterator[str]:
    for sheet in pair.view.checked:
        counts = [
            session.say("beside-count", word=say(verdict, session.language), n=sheet.tally.of(verdict))
            for verdict in (*REST[1::-1], *ATTENTION)
        ]
        name = printable(sheet.plan.title or sheet.plan.path)
        if len(pair.view.checked) > 1:
            name += session.say("beside-list", id=sheet.report.baseline)
        yield session.say("beside-counts", name=name, counts=session.say("beside-comma").join(counts))
    if pair.comments:
        yield session.say("beside-comments", path=printable(shortened(str(pair.comments))))
    yield session.say("beside-report", path=printable(shortened(str(pair.report))))
