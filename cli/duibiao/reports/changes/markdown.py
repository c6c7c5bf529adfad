"""A comparison as Markdown: for a merge request. What became worse comes first."""

from collections.abc import Iterator

from duibiao.model.comparison import Change, Compared
from duibiao.model.saved import SavedFinding
from duibiao.reports.changes.view import SHOWN, Group, Sheet, View, notes, passages, verdicts
from duibiao.reports.format import Options
from duibiao.reports.markdown import cell, escape, marked, row, small
from duibiao.reports.table import place
from duibiao.reports.view import ATTENTION
from duibiao.reports.words import say


def render(view: View, options: Options) -> str:
    return "\n".join(_page(view, options)) + "\n"


def _page(view: View, options: Options) -> Iterator[str]:
    language = options.language
    yield f"# {say('comparison', language)}"
    for sheet in view.sheets:
        yield ""
        yield from _sheet(sheet, options)
    if not view.sheets:
        yield from ("", say("nothing-compared", language))
    for note in notes(view, language):
        yield from ("", escape(note))


def _sheet(sheet: Sheet, options: Options) -> Iterator[str]:
    plan, language = sheet.plan, options.language
    latest = plan.new or plan.old
    yield f"## {escape((latest.title or latest.path) if latest else '')}"
    yield ""
    for key, side in (("before", plan.old), ("after", plan.new)):
        facts = (side.path, side.number, side.issued, side.sha256[:8]) if side else ("—",)
        yield f"- {say(key, language)}{say('colon', language)}" + " · ".join(escape(fact) for fact in facts if fact)
    yield ""
    if plan.unreadable:
        yield f"**{escape(say('not-compared', language, why=plan.unreadable))}**"
        return
    yield row([say(change, language) for change in Change])
    yield row(["---:"] * len(Change))
    yield row([str(count) for _, count in sheet.counts])
    for group in sheet.groups:
        if group.change in SHOWN or options.everything:
            yield from _group(group, language)
    if not any(group.change in SHOWN for group in sheet.groups):
        yield from ("", say("nothing-changed", language))


def _group(group: Group, language: str) -> Iterator[str]:
    yield ""
    yield f"### {say('count', language, word=say(group.change, language), n=len(group.members))}"
    yield ""
    yield row([say(head, language) for head in ("finding", "before", "after", "reason")])
    yield row(["---"] * 4)
    for compared in group.members:
        old, new = _sides(compared, language)
        yield row([_item(compared, language), old, new, _reasons(compared, language)])


def _item(compared: Compared, language: str) -> str:
    latest = compared.latest
    parts = [f"**{escape(latest.requirement)}**", escape(latest.title), escape(verdicts(compared, language))]
    if latest.verdict in ATTENTION:
        parts.append(f"**{say(latest.severity, language)}**")
    if latest.waived and latest.decision:
        parts.append(escape(say("waived-by", language, why=latest.decision.reason)))
    return cell(parts)


def _sides(compared: Compared, language: str) -> tuple[str, str]:
    old, new = (
        cell([marked(side[1]), small(place(side[0], language))]) if side else "—" for side in passages(compared)
    )
    return old, new


def _reasons(compared: Compared, language: str) -> str:
    """What is said no more is struck out."""
    before, after = _told(compared.old, language), _told(compared.new, language)
    return cell([*(f"<del>{line}</del>" for line in before if line not in after), *after])


def _told(finding: SavedFinding | None, language: str) -> list[str]:
    if finding is None:
        return []
    return [f"{reason.rule} {escape(reason.message.say(language))}" for reason in finding.reasons]
