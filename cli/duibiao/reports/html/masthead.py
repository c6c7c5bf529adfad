"""The head of the page: which plan, against what, and how it came out."""

from collections.abc import Iterable, Iterator

from duibiao.model.baseline import Source
from duibiao.model.report import PlanInfo, Verdict
from duibiao.reports.html.cards import Book, Leaf, fixed_anchor
from duibiao.reports.html.markup import NOTHING, Html, el, join
from duibiao.reports.view import ATTENTION, Group, Tally
from duibiao.reports.words import say


def masthead(book: Book, language: str) -> Html:
    plan = book.plan
    return el(
        "header",
        el("p", say("report", language), class_="kicker"),
        el("h1", plan.title or plan.path, lang="zh"),
        el("dl", _facts(plan, language), class_="facts"),
        (summary(leaf, language) for leaf in book.leaves),
        class_="masthead",
    )


def summary(leaf: Leaf, language: str) -> Html:
    """The bar and its numbers, each of which leads to its findings."""
    baseline, tally = leaf.sheet.baseline, leaf.sheet.tally
    against = join(
        el("span", say("baseline", language) + say("colon", language)),
        el("span", baseline.title, lang="zh"),
        el("span", f" · {baseline.id} · {say('requirements', language, n=baseline.requirements)}", class_="faint"),
    )
    groups = {group.verdict: group for group, _ in leaf.groups}
    return el(
        "section",
        el("h2", against, class_="against"),
        el("ul", (_source(source) for source in baseline.sources), class_="sources") if baseline.sources else NOTHING,
        bar(tally, language),
        el(
            "ul",
            (_count(groups.get(verdict), verdict, language, leaf.number) for verdict, _ in shown(tally)),
            class_="counts",
        ),
        _notes(tally, language),
        el("p", say("off-topic", language), class_="remark") if leaf.sheet.is_off_topic else NOTHING,
        class_="summary",
        aria_label=f"{say('summary', language)} · {baseline.id}",
    )


def bar(tally: Tally, language: str) -> Html:
    label = say("comma", language).join(_says(verdict, count, language) for verdict, count in shown(tally))
    return drawn(shown(tally), label)


def drawn(shares: Iterable[tuple[str, int]], label: str) -> Html:
    """Drawn as svg: widths set by style attributes would need a hole in the page's policy."""
    rows, at = [], 0
    for name, count in shares:
        rows.append(el("rect", x=at, y=0, width=count, height=1, class_=name))
        at += count
    box = {"viewBox": f"0 0 {max(at, 1)} 1", "preserveAspectRatio": "none"}
    return el("svg", rows, class_="bar", role="img", aria_label=label, **box)


def shown(tally: Tally) -> tuple[tuple[Verdict, int], ...]:
    return tuple(pair for pair in tally.verdicts if pair[1] or pair[0] is not Verdict.NOT_APPLICABLE)


def _count(group: Group | None, verdict: Verdict, language: str, number: int) -> Html:
    count = len(group.findings) if group else 0
    inside = join(el("b", str(count)), " ", say(verdict, language))
    worst = NOTHING
    if group and verdict in ATTENTION:
        told = say("comma", language).join(
            say("count", language, word=say(severity, language), n=n) for severity, n in group.severities
        )
        worst = el("small", told)
    box = el("a", inside, href=f"#{fixed_anchor(verdict, number)}") if group else el("span", inside)
    return el("li", box, worst, class_=verdict.value)


def _says(verdict: Verdict, count: int, language: str) -> str:
    return say("count", language, word=say(verdict, language), n=count)


def _notes(tally: Tally, language: str) -> Html:
    told = [
        say("count", language, word=say(key, language), n=count)
        for key, count in (("review", tally.review), ("waived", tally.waived))
        if count
    ]
    return (
        el("p", say("among-them", language, what=say("comma", language).join(told)), class_="faint")
        if told
        else NOTHING
    )


def _source(source: Source) -> Html:
    """《…》（…〔2023〕18号，2023-04-01）"""
    known = "，".join(part for part in (source.number, source.issued) if part)
    return el("li", f"《{source.title.strip('《》')}》", f"（{known}）" if known else "", lang="zh")


def _facts(plan: PlanInfo, language: str) -> Iterator[Html]:
    level = say(plan.level, language) if plan.level else None
    size = say("clauses", language, n=plan.clauses) if plan.clauses else None
    rows = (
        ("file", plan.path),
        ("document-number", plan.number),
        ("issued", plan.issued),
        ("region", plan.region),
        ("level", level),
        ("size", size),
    )
    for key, value in rows:
        if value:
            yield el("div", el("dt", say(key, language)), el("dd", value))
