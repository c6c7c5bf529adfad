"""The changes: what the older side says and what the newer one says, the changed words marked."""

from collections.abc import Iterator, Sequence

from duibiao.model.comparison import Change, Compared
from duibiao.model.report import Evidence, Severity
from duibiao.model.saved import SavedFinding
from duibiao.reports.changes.view import Group, Sheet, passages
from duibiao.reports.html.cards import fixed_anchor, free_anchor
from duibiao.reports.html.findings import passage_link, quote
from duibiao.reports.html.markup import NOTHING, Html, el, join
from duibiao.reports.marks import Piece
from duibiao.reports.view import ATTENTION
from duibiao.reports.words import say

Passage = tuple[Evidence, tuple[Piece, ...]]


def groups(sheet: Sheet, number: int, taken: set[str], language: str) -> Iterator[Html]:
    """A section for each way in which requirements changed; `number` counts the plans of the page."""
    for group in sheet.groups:
        if group.change is Change.UNCHANGED:
            yield _unchanged(group, number, language)
        else:
            yield el(
                "section",
                el("h3", _title(group, language), id=fixed_anchor(group.change, number), tabindex=-1),
                (_card(compared, taken, language) for compared in group.members),
                class_=f"group {group.change}",
            )


def _title(group: Group, language: str) -> str:
    return say("count", language, word=say(group.change, language), n=len(group.members))


def _card(compared: Compared, taken: set[str], language: str) -> Html:
    latest = compared.latest
    before, after = passages(compared)
    pair = (_side("before", compared.old, before, language), _side("after", compared.new, after, language))
    reasons = tuple(_reasons(compared, language))
    return el(
        "article",
        _head(compared, language),
        el("div", pair, class_="pair"),
        el("ul", reasons, class_="reasons") if reasons else NOTHING,
        id=free_anchor(latest.requirement, taken),
        class_=f"finding {compared.change}",
        tabindex=-1,
        data_change=compared.change,
        data_severity=latest.severity,
        data_kind=latest.kind,
    )


def _head(compared: Compared, language: str) -> Html:
    latest = compared.latest
    tags = [el("span", _verdicts(compared, language), class_="steps")]
    if latest.verdict in ATTENTION and latest.severity is not Severity.NONE:
        tags.append(el("span", say(latest.severity, language), class_=f"tag {latest.severity}"))
    tags.append(el("span", say(latest.kind, language), class_="tag"))
    if latest.waived and latest.decision:
        tags.append(el("span", say("waived-by", language, why=latest.decision.reason), class_="tag ruled"))
    return el("header", el("h4", _name(latest)), el("p", tags, class_="tags"))


def _name(finding: SavedFinding) -> Html:
    return join(el("span", finding.requirement, class_="id"), " ", el("span", finding.title, class_="name", lang="zh"))


def _verdicts(compared: Compared, language: str) -> Iterator[Html]:
    """落实 → 弱化, each in its colour."""
    sides = dict.fromkeys(finding.verdict for finding in (compared.old, compared.new) if finding)
    for number, verdict in enumerate(sides):
        if number:
            yield el("span", " → ", class_="arrow")
        yield el("span", say(verdict, language), class_=f"tag verdict {verdict}")


def _side(key: str, finding: SavedFinding | None, passage: Passage | None, language: str) -> Html:
    word = el("b", say(key, language))
    if passage:
        evidence, pieces = passage
        return el("div", el("p", word, passage_link(evidence, None, language), class_="label"), quote(pieces))
    told = say("no-passage" if finding else "no-requirement", language)
    return el("div", el("p", word, el("span", told), class_="label"))


def _reasons(compared: Compared, language: str) -> Iterator[Html]:
    """What is said no more is struck out; what is said of both stands as it is."""
    before, after = _told(compared.old, language), _told(compared.new, language)
    for rule, message in before:
        if (rule, message) not in after:
            yield _reason("−", rule, el("del", message))
    for rule, message in after:
        is_new = (rule, message) not in before
        yield _reason("+" if is_new else "", rule, el("ins", message) if is_new else el("span", message))


def _reason(sign: str, rule: str, message: Html) -> Html:
    return el("li", el("span", f"{sign} {rule}".strip(), class_="code"), el("span", message, class_="why"))


def _told(finding: SavedFinding | None, language: str) -> Sequence[tuple[str, str]]:
    return [(reason.rule, reason.message.say(language)) for reason in finding.reasons] if finding else []


def _unchanged(group: Group, number: int, language: str) -> Html:
    rows = (
        el("li", el("span", _verdicts(compared, language), class_="steps"), " ", _name(compared.latest))
        for compared in group.members
    )
    head = el("summary", el("h3", _title(group, language)))
    return el("details", head, el("ul", rows), id=fixed_anchor(group.change, number), class_="unchanged")
