"""The findings: what is required and what the plan says, side by side, the differing words marked."""

from collections.abc import Iterator, Sequence

from duibiao.model.report import Evidence, Finding, Reason, Ruling, Severity, Verdict
from duibiao.reports.html.cards import MARK, Card, Leaf, Look, Place, fixed_anchor, named_in
from duibiao.reports.html.markup import NOTHING, Html, el, join
from duibiao.reports.html.ruling import button
from duibiao.reports.marks import Piece, Tone, found, tone, wanted
from duibiao.reports.upstream import own_share, upstream_place
from duibiao.reports.view import ATTENTION, Group, is_waived
from duibiao.reports.words import say


def findings(leaf: Leaf, look: Look) -> Html:
    """All findings of one baseline."""
    against = el("small", leaf.sheet.baseline.title, lang="zh")
    fine = NOTHING if leaf.sheet.attention else el("p", say("nothing-found", look.language), class_="fine")
    groups = (_group(group, cards, look, leaf.number) for group, cards in leaf.groups)
    return el(
        "section",
        el("h2", say("sheet-findings", look.language), " ", against),
        fine,
        groups,
        class_="findings",
        data_plan=leaf.sheet.plan.path,
    )


def _group(group: Group, cards: Sequence[Card], look: Look, number: int) -> Html:
    title = say("count", look.language, word=say(group.verdict, look.language), n=len(cards))
    return el(
        "section",
        el("h3", title, id=fixed_anchor(group.verdict, number), class_=group.verdict, tabindex=-1),
        (_card(card, look) for card in cards),
        class_="group",
    )


def _card(card: Card, look: Look) -> Html:
    finding = card.finding
    numbers = (look.offices[named].number for named in named_in(card))
    pair = (_required(finding, look), _passages(card, look.language))
    return el(
        "article",
        _head(finding, look.language),
        el("div", pair, class_="pair") if finding.verdict is not Verdict.NOT_APPLICABLE else pair[0],
        el("ul", (_reason(reason, look) for reason in finding.reasons), class_="reasons")
        if finding.reasons
        else NOTHING,
        _answering(card, look.language),
        button(finding, look.language),
        id=card.anchor,
        class_=f"finding {finding.verdict}",
        tabindex=-1,
        data_verdict=finding.verdict,
        data_severity=finding.severity,
        data_kind=finding.kind,
        data_look=" ".join(states(finding)),
        data_offices=" ".join(map(str, numbers)),
    )


def states(finding: Finding) -> Iterator[str]:
    if finding.review:
        yield "review"
    if is_waived(finding):
        yield "waived"


def _head(finding: Finding, language: str) -> Html:
    requirement = finding.requirement
    tags = [el("span", say(finding.verdict, language), class_="tag verdict")]
    if finding.verdict in ATTENTION and finding.severity is not Severity.NONE:
        tags.append(el("span", say(finding.severity, language), class_=f"tag {finding.severity}"))
    tags.append(el("span", say(finding.kind, language), class_="tag"))
    if finding.review:
        tags.append(el("span", say("doubt", language, n=round(finding.confidence * 100)), class_="tag review"))
    if finding.decision:
        tags.append(el("span", _ruled(finding.decision, language), class_="tag ruled"))
    name = join(el("span", requirement.id, class_="id"), " ", el("span", requirement.title, class_="name", lang="zh"))
    return el("header", el("h4", name), el("p", tags, class_="tags"))


def _ruled(ruling: Ruling, language: str) -> str:
    if ruling.action == "waive":
        return say("waived-by", language, why=ruling.reason)
    action = say(ruling.action, language)
    if ruling.verdict:
        action = say("count", language, word=action, n=say(ruling.verdict, language))
    return say("ruled", language, action=action, by=ruling.by, date=ruling.date, why=ruling.reason)


def _required(finding: Finding, look: Look) -> Html:
    requirement = finding.requirement
    source = look.sources.get(requirement.document or "")
    told = el("span", upstream_place(requirement), class_="place", lang="zh", title=source.title if source else None)
    label = el("p", el("b", say("requirement", look.language)), told, class_="label")
    share = own_share(requirement, look.language)
    told = el("p", share, class_="label") if share else NOTHING
    return el("div", label, quote(wanted(finding)), told, class_="required")


def _passages(card: Card, language: str) -> Html:
    finding = card.finding
    refused = not finding.evidence
    word = say("nearest" if refused else "passage", language)
    shown = []
    for evidence, place in card.passages:
        label = el("p", el("b", word), passage_link(evidence, place, language), class_="label")
        pieces = found(finding, evidence)
        shown.append(el("div", label, quote(pieces), class_="refused" if refused else "passage"))
    return el("div", shown or el("p", say("no-passage", language), class_="label"), class_="passages")


def passage_link(evidence: Evidence, place: Place | None, language: str) -> Html:
    """三(一)1 · 第17行 · 第4页, which leads to the passage where the plan's text is on the page."""
    page = say("page", language, n=evidence.page) if evidence.page else ""
    parts = (evidence.clause, say("line", language, n=evidence.line), page)
    told = " · ".join(part for part in parts if part)
    return el("a", told, href=f"#{place.anchor}", class_="place") if place else el("span", told, class_="place")


def quote(pieces: Sequence[Piece]) -> Html:
    return el("blockquote", marked(pieces), lang="zh")


def marked(pieces: Sequence[Piece]) -> Html:
    return join(
        piece.text if piece.tone is Tone.PLAIN else el("mark", piece.text, class_=piece.tone) for piece in pieces
    )


def _reason(reason: Reason, look: Look) -> Html:
    link = f"#{MARK}{reason.rule}" if reason.rule in look.rules else None
    code = el("a" if link else "span", reason.rule, href=link, class_=f"code {tone(reason)}")
    return el("li", code, el("span", reason.message.say(look.language), class_="why"))


def _answering(card: Card, language: str) -> Html:
    """省民政厅（上级文件） · 县民政局（方案）: who is to see to it."""
    lists = (("named-upstream", card.finding.requirement.departments), ("named-in-plan", card.departments))
    told = [
        el("span", say(key, language), say("colon", language), el("span", say("comma", "zh").join(names), lang="zh"))
        for key, names in lists
        if names
    ]
    return el("p", told, class_="offices") if told else NOTHING
