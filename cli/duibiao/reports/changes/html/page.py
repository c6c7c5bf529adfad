"""The page of a comparison as a whole."""

from collections.abc import Iterator, Sequence

from duibiao.model.baseline import Kind
from duibiao.model.comparison import Change, Compared
from duibiao.model.report import PlanInfo
from duibiao.reports.changes.html.cards import groups
from duibiao.reports.changes.view import SHOWN, Sheet, View, notes
from duibiao.reports.html import annex
from duibiao.reports.html.cards import fixed_anchor
from duibiao.reports.html.filters import boxes, panel
from duibiao.reports.html.markup import NOTHING, Html, el, join
from duibiao.reports.html.masthead import drawn
from duibiao.reports.html.page import SCRIPTS, STYLES, whole
from duibiao.reports.view import SEVERITIES
from duibiao.reports.words import say

START = "changes"
PAPER = STYLES.index("style/paper.css")
LOOKS = (*STYLES[:PAPER], "style/changes.css", *STYLES[PAPER:], SCRIPTS[0])
# those of the report that have something to do here
KEYS = tuple(pair for pair in annex.KEYS if pair[1] not in ("key-passage", "key-back"))
DIGEST = 8


def page(view: View, language: str) -> str:
    title = " · ".join((*map(_name, view.sheets), say("comparison", language)))
    return whole(_body(view, language), title=title, version=view.comparison.version, language=language, assets=LOOKS)


def _body(view: View, language: str) -> Html:
    changed = tuple(compared for sheet in view.sheets for compared in _changed(sheet))
    several = len(view.sheets) > 1
    side = join(_filters(changed, language) if changed else NOTHING, _contents(view, language) if several else NOTHING)
    taken: set[str] = set()
    body = el(
        "div",
        (_sheet(sheet, number, taken, language, several=several) for number, sheet in enumerate(view.sheets, 1)),
        el("p", say("no-match", language), class_="no-match", hidden=True),
        id=fixed_anchor(START, 1),
        class_="body",
        tabindex=-1,
    )
    frame = el(
        "div",
        _masthead(view, language),
        el("div", side, class_="side") if side.text else NOTHING,
        body,
        _foot(view, language),
        class_="frame" if side.text else "frame alone",
    )
    skip = el("a", say("skip", language), href=f"#{fixed_anchor(START, 1)}", class_="skip")
    return join(skip, el("main", frame), annex.keys(language, KEYS) if len(changed) > 1 else NOTHING)


def _changed(sheet: Sheet) -> Iterator[Compared]:
    for group in sheet.groups:
        if group.change in SHOWN:
            yield from group.members


def _filters(changed: Sequence[Compared], language: str) -> Html:
    choices = (
        boxes("change", SHOWN, [compared.change for compared in changed], language),
        boxes("severity", SEVERITIES, [compared.latest.severity for compared in changed], language),
        boxes("kind", tuple(Kind), [compared.latest.kind for compared in changed], language),
    )
    return panel(choices, len(changed), language)


def _masthead(view: View, language: str) -> Html:
    """The plan where there is one; where there are several, each has its numbers in its own place."""
    one = view.sheets[0] if len(view.sheets) == 1 else None
    title = _name(one) if one else say("plans" if view.sheets else "nothing-compared", language, n=len(view.sheets))
    return el(
        "header",
        el("p", say("comparison", language), class_="kicker"),
        el("h1", title, lang="zh" if one else None),
        _account(one, 1, language) if one else NOTHING,
        (el("p", note, class_="remark") for note in notes(view, language)),
        class_="masthead",
    )


def _account(sheet: Sheet, number: int, language: str) -> Html:
    return join(_facts(sheet, language), _summary(sheet, number, language))


def _facts(sheet: Sheet, language: str) -> Html:
    return el(
        "dl",
        (
            el("div", el("dt", say(key, language)), el("dd", _side(side)))
            for key, side in (("before", sheet.plan.old), ("after", sheet.plan.new))
        ),
        class_="facts sides",
    )


def _side(plan: PlanInfo | None) -> str:
    if plan is None:
        return "—"
    return " · ".join(fact for fact in (plan.path, plan.number, plan.issued, plan.sha256[:DIGEST]) if fact)


def _summary(sheet: Sheet, number: int, language: str) -> Html:
    if sheet.plan.unreadable:
        return NOTHING
    told = [say("count", language, word=say(change, language), n=count) for change, count in sheet.counts]
    return el(
        "section",
        drawn(sheet.counts, say("comma", language).join(told)),
        el("ul", (_count(change, count, number, language) for change, count in sheet.counts), class_="counts"),
        class_="summary",
        aria_label=" · ".join((say("summary", language), _name(sheet), sheet.plan.baseline)),
    )


def _count(change: Change, count: int, number: int, language: str) -> Html:
    inside = join(el("b", str(count)), " ", say(change, language))
    link = el("a", inside, href=f"#{fixed_anchor(change, number)}") if count else el("span", inside)
    return el("li", link, class_=change)


def _sheet(sheet: Sheet, number: int, taken: set[str], language: str, *, several: bool) -> Html:
    name = el("span", _name(sheet), lang="zh") if several else say("change", language)
    return el(
        "section",
        el("h2", name, " ", el("small", sheet.plan.baseline), id=fixed_anchor("plan", number), tabindex=-1),
        _account(sheet, number, language) if several else NOTHING,
        _inside(sheet, number, taken, language),
        class_="findings",
    )


def _inside(sheet: Sheet, number: int, taken: set[str], language: str) -> Iterator[Html]:
    if sheet.plan.unreadable:
        yield el("p", say("not-compared", language, why=sheet.plan.unreadable), class_="unreadable")
        return
    if not any(group.change in SHOWN for group in sheet.groups):
        yield el("p", say("nothing-changed", language), class_="fine")
    yield from groups(sheet, number, taken, language)


def _contents(view: View, language: str) -> Html:
    rows = (_entry(sheet, number, language) for number, sheet in enumerate(view.sheets, 1))
    head = say("plan", language)
    fold = el("details", el("summary", head), el("ol", rows, class_="outline"), class_="fold", open=True)
    return el("nav", fold, aria_label=head)


def _entry(sheet: Sheet, number: int, language: str) -> Html:
    ticks = [_tick(change, count, language) for change, count in sheet.counts if count and change in SHOWN]
    link = el("a", el("span", _name(sheet), lang="zh"), ticks, href=f"#{fixed_anchor('plan', number)}")
    return el("li", link)


def _tick(change: Change, count: int, language: str) -> Html:
    word = say(change, language)
    told = say("count", language, word=word, n=count)
    short = el("span", f"{word[-1] if language == 'zh' else word[0].upper()}{count}", aria_hidden="true")
    return el("span", short, el("span", told, class_="unseen"), class_=f"tick {change}", title=told)


def _name(sheet: Sheet) -> str:
    plan = sheet.plan.new or sheet.plan.old
    return (plan.title or plan.path) if plan else ""


def _foot(view: View, language: str) -> Html:
    """Which checklists the two runs were made with, so that a printed page can be told from another."""
    sides = (("before", view.comparison.old), ("after", view.comparison.new))
    rows = (
        el(
            "div",
            el("dt", say(key, language), " ", baseline.id),
            el("dd", f"duibiao {side.version} · SHA-256 {baseline.sha256}"),
        )
        for key, side in sides
        for baseline in side.baselines
    )
    return annex.foot(el("dl", rows), view.comparison.version, language)
