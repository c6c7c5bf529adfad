"""The page of readiness on a screen, as Markdown and as a page for the browser."""

from collections.abc import Iterator, Sequence

from duibiao.model.report import Unreadable
from duibiao.reports.format import Options
from duibiao.reports.markdown import escape
from duibiao.reports.readiness import Item, Ready
from duibiao.reports.readiness import word as said
from duibiao.reports.text import printable
from duibiao.reports.view import View
from duibiao.reports.words import say

Plans = Sequence[Ready | Unreadable]


def paint(name: str, plans: Plans, view: View, options: Options) -> str:
    if name == "html":
        return _page(plans, view, options.language)
    if name == "markdown":
        return "\n".join(_lines(plans, options.language)) + "\n"
    return _screen(plans, options)


def _verdict(ready: Ready, language: str) -> str:
    return said("not-ready", language, n=len(ready.must)) if ready.must else said("ready", language)


def _told(plan: Unreadable, language: str) -> str:
    more = f" {plan.advice.say(language)}" if plan.advice else ""
    return f"{say('unreadable', language)}{say('colon', language)}{plan.message.say(language)}{more}"


def _screen(plans: Plans, options: Options) -> str:
    from duibiao.reports.styled import FAINT, STRONG, Line, flow, to_text, word  # noqa: PLC0415  rich is heavy

    language = options.language

    def rows() -> Iterator[Line]:
        for plan in plans:
            yield word("─" * options.width, FAINT)
            name = (plan.plan.title if isinstance(plan, Ready) else None) or plan.plan.path
            yield from flow(word(f"{said('title', language)}{say('colon', language)}{name}", STRONG), options.width)
            if isinstance(plan, Unreadable):
                yield from flow(word(_told(plan, language), "bold red"), options.width)
                continue
            yield from flow(word(f"{plan.plan.path} · {plan.baseline}", FAINT), options.width)
            yield from flow(word(_verdict(plan, language), "bold red" if plan.must else "bold green"), options.width)
            for key, style, items in (("must", "bold red", plan.must), ("look", "bold yellow", plan.look)):
                yield word("")
                yield word(f"{said(key, language)} {len(items)}", style)
                for item in items:
                    yield from part(item)
            yield word("")
            yield word(f"{said('fine', language)} {len(plan.fine)}", "bold green")
            yield from flow(word(say("comma", language).join(plan.fine), FAINT), options.width, first="  ", rest="  ")

    def part(item: Item) -> Iterator[Line]:
        head = word(item.head, STRONG)
        if item.where:
            head.append_text(word(f" · {item.where}", FAINT))
        yield from flow(head, options.width, first="  ", rest="    ")
        yield from flow(word(item.told), options.width, first="    ", rest="    ")
        yield from flow(word(item.write, "green"), options.width, first="    ▸ ", rest="      ")

    return to_text(rows(), options)


def _lines(plans: Plans, language: str) -> Iterator[str]:
    yield f"# {said('title', language)}"
    for plan in plans:
        yield ""
        if isinstance(plan, Unreadable):
            yield f"## {escape(plan.plan.path)}"
            yield from ("", escape(_told(plan, language)))
            continue
        yield f"## {escape(plan.plan.title or plan.plan.path)}"
        yield from ("", f"{escape(plan.plan.path)} · {escape(plan.baseline)}", "", f"**{_verdict(plan, language)}**")
        for key, items in (("must", plan.must), ("look", plan.look)):
            yield from ("", f"### {said(key, language)} {len(items)}", "")
            for item in items:
                where = f" · {escape(item.where)}" if item.where else ""
                yield f"- [ ] **{escape(item.head)}**{where}  "
                yield f"  {escape(item.told)}  "
                yield f"  → {escape(item.write)}"
        yield from ("", f"### {said('fine', language)} {len(plan.fine)}", "")
        yield escape(say("comma", language).join(plan.fine))


def _page(plans: Plans, view: View, language: str) -> str:
    from duibiao.reports.html.markup import Html, el  # noqa: PLC0415  only this format needs it
    from duibiao.reports.html.page import STYLES, whole  # noqa: PLC0415  as above

    def section(key: str, items: Sequence[Item]) -> Html:
        rows = (
            el(
                "li",
                el("p", el("b", item.head), el("span", f" · {item.where}", class_="where") if item.where else ""),
                el("p", item.told),
                el("p", el("ins", item.write)),
            )
            for item in items
        )
        return el("section", el("h2", f"{said(key, language)} {len(items)}"), el("ul", rows), class_="ready")

    def body(plan: Ready | Unreadable) -> Html:
        if isinstance(plan, Unreadable):
            return el("div", el("p", _told(plan, language)), class_="body unreadable", role="note")
        fine = el("p", say("comma", language).join(plan.fine))
        return el(
            "div",
            el("p", el("b", _verdict(plan, language))),
            section("must", plan.must),
            section("look", plan.look),
            el("section", el("h2", f"{said('fine', language)} {len(plan.fine)}"), fine, class_="ready"),
            class_="body",
        )

    def frame(plan: Ready | Unreadable) -> Html:
        head = el(
            "header",
            el("p", said("title", language), class_="kicker"),
            el("h1", printable(plan.plan.title or plan.plan.path), lang="zh"),
            class_="masthead",
        )
        return el("div", head, body(plan), class_="frame alone")

    title = said("title", language)
    main = el("main", (frame(plan) for plan in plans))
    return whole(main, title=title, version=view.run.version, language=language, assets=(*STYLES, "style/ready.css"))
