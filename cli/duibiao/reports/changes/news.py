"""What a save changed, for somebody who has just seen the report: the plan's name, the changes, where it now stands."""

from collections.abc import Iterator

from rich.text import Text

from duibiao.model.comparison import Change, Comparison
from duibiao.model.report import Run
from duibiao.reports import view as reports
from duibiao.reports.changes.terminal import changes
from duibiao.reports.changes.view import Sheet, arrange, notes
from duibiao.reports.format import Options
from duibiao.reports.styled import FAINT, STRONG, Line, flow, join, to_text, word
from duibiao.reports.terminal import counts
from duibiao.reports.words import say


def render_news(comparison: Comparison, now: Run, options: Options) -> str:
    """`now` is the whole run, of which the comparison may hold only the plans that were saved."""
    return to_text(_page(comparison, now, options), options)


def _page(comparison: Comparison, now: Run, options: Options) -> Iterator[Line]:
    view, language = arrange(comparison), options.language
    # after a change of the checklist all plans are compared, and most stay as they were
    shown = [sheet for sheet in view.sheets if _is_news(sheet)] or view.sheets[:1]
    for sheet in shown:
        plan = sheet.plan.new or sheet.plan.old
        yield word("─" * options.width, FAINT)
        facts = (plan.path, sheet.plan.baseline, plan.sha256[:8]) if plan else ()
        yield from flow(
            join((word(fact, FAINT if at else STRONG) for at, fact in enumerate(facts) if fact), " · "), options.width
        )
        yield from changes(sheet, options)
    for note in notes(view, language):
        yield from flow(word(note, "magenta"), options.width)
    yield Text()
    standing = word(say("now", language) + say("colon", language), STRONG)
    yield from flow(standing + counts(reports.arrange(now).tally, options), options.width)


def _is_news(sheet: Sheet) -> bool:
    return any(count for change, count in sheet.counts if change is not Change.UNCHANGED)
