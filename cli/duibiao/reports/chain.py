"""Along the rungs: who tightened what, by how much (check --chain).

    养老机构护理型床位占比
      全国      CN19-004  ≥50%  2022年
      四川省    SC-035    ≥55%  2022年  加码 +5个百分点
      某某市    方案      60%   2025年  加码 +5个百分点 · 期限晚3年

Chains in which somebody asks more come first, since nobody else shows them; then those in which something was lost.
What stands the same all the way is only counted, unless everything is asked for.
"""

from collections.abc import Iterator, Mapping, Sequence

from duibiao.model.chain import Chain, Ladder, Rung, Step, Turn
from duibiao.model.errors import UsageError
from duibiao.model.message import Message
from duibiao.reports.duties import said_date
from duibiao.reports.format import Format, Options
from duibiao.reports.markdown import escape, row
from duibiao.reports.text import cells, printable
from duibiao.reports.words import say

FORMATS = ("terminal", "markdown", "html")
WORDS: Mapping[str, Message] = {
    "title": Message("层层对照", "Along the rungs"),
    "national": Message("全国", "nation"),
    "the-plan": Message("方案", "the plan"),
    "tighter": Message("加码", "tighter"),
    "looser": Message("降低", "looser"),
    "same": Message("持平", "the same"),
    "other": Message("不可比", "not comparable"),
    "left": Message("未写", "not there"),
    "earlier": Message("期限早{by}", "{by} earlier"),
    "later": Message("期限晚{by}", "{by} later"),
    "no-date": Message("期限未写", "no date"),
    "matched": Message("按名称对应", "joined by name"),
    "counted": Message("{n}项指标，其中{t}项加码", "{n} indicators, {t} of them tightened"),
    "more": Message("另有{n}项各层一致，加 --all 列出", "{n} more are the same all the way; --all lists them"),
    "none": Message("没有在两层以上出现的指标", "no indicator stands on two rungs"),
    "heads": Message("层级|要求|数值|期限|变化", "rung|requirement|number|date|change"),
}


def word(key: str, language: str, **values: object) -> str:
    return WORDS[key].say(language).format(**values)


def refuse_others(formats: Sequence[Format]) -> None:
    """Say before plans are read that the view is for people.

    Raises:
        UsageError: A format is none of those that show it.
    """
    others = [form.name for form in formats if form.name not in FORMATS]
    if others:
        names = ", ".join(FORMATS)
        raise UsageError(
            Message(f"--chain 不能写成 {others[0]} 格式", f"--chain cannot be written as {others[0]}"),
            Message(f"请用 {names} 之一，或去掉 --chain", f"use one of {names}, or leave --chain out"),
        )


def render(form: Format, ladders: Sequence[Ladder], version: str, options: Options) -> str:
    if form.name == "html":
        return _page(ladders, version, options)
    if form.name == "markdown":
        return "\n".join(_lines(ladders, options)) + "\n"
    return _screen(ladders, options)


def shown(ladder: Ladder, *, everything: bool) -> list[Chain]:
    """Tightened first, then what differs otherwise; what is the same all the way only where all is asked for."""
    ranked = sorted(ladder.chains, key=_rank)
    return [chain for chain in ranked if everything or _rank(chain) < 2]


def _rank(chain: Chain) -> int:
    if chain.tightened:
        return 0
    turns = {turn for step in chain.steps for turn in (step.turn, step.date_turn)}
    return 1 if turns & {Turn.LOOSER, Turn.LEFT, Turn.OTHER} else 2


def change(step: Step, language: str) -> str:
    """加码 +5个百分点 · 期限晚3年"""
    said = []
    # the number is the same and the date is earlier: that is more to ask as well
    turn = Turn.TIGHTER if step.turn is Turn.SAME and step.date_turn is Turn.TIGHTER else step.turn
    if turn is not Turn.FIRST:
        by = step.by if language == "zh" else step.by.replace("个百分点", " points")
        said.append(" ".join(filter(None, (word(turn, language), by))))
    if step.date_turn in (Turn.TIGHTER, Turn.LOOSER):
        key = "earlier" if step.date_turn is Turn.TIGHTER else "later"
        said.append(word(key, language, by=_span(step.date_by, language)))
    elif step.date_turn is Turn.LEFT and step.turn is not Turn.LEFT:
        said.append(word("no-date", language))
    return " · ".join(said)


def _span(text: str, language: str) -> str:
    return text if language == "zh" else text.replace("个月", " months").replace("年", " years ").strip()


def _name(rung: Rung, language: str) -> str:
    return printable(rung.name) if rung.name != "全国" else word("national", language)


def _cells(step: Step, ladder: Ladder, language: str) -> list[str]:
    rung = ladder.rungs[step.rung]
    deadline = said_date(step.deadline, language) if step.deadline else ""
    asked = printable(step.requirement) if rung.id else word("the-plan", language)
    return [_name(rung, language), asked, printable(step.value), deadline, change(step, language)]


def _counted(ladder: Ladder, language: str) -> str:
    if not ladder.chains:
        return word("none", language)
    return word("counted", language, n=len(ladder.chains), t=sum(bool(chain.tightened) for chain in ladder.chains))


def _rest(ladder: Ladder, chains: Sequence[Chain], language: str) -> str:
    left = len(ladder.chains) - len(chains)
    return word("more", language, n=left) if left else ""


def _heading(chain: Chain, language: str) -> str:
    return printable(chain.name) + (f" ({word('matched', language)})" if chain.matched else "")


def _screen(ladders: Sequence[Ladder], options: Options) -> str:
    from duibiao.reports.styled import FAINT, STRONG, Line, flow, to_text, word as styled  # noqa: PLC0415, I001  rich is heavy

    language = options.language

    def rows() -> Iterator[Line]:
        for ladder in ladders:
            yield styled("─" * options.width, FAINT)
            yield from flow(
                styled(f"{word('title', language)}{say('colon', language)}{ladder.title}", STRONG), options.width
            )
            yield from flow(styled(_counted(ladder, language)), options.width)
            chains = shown(ladder, everything=options.everything)
            for chain in chains:
                yield styled("")
                yield from flow(styled(_heading(chain, language), STRONG), options.width)
                table = [_cells(step, ladder, language) for step in chain.steps]
                widths = [max(cells(line[at]) for line in table) for at in range(4)]
                for step, line in zip(chain.steps, table, strict=True):
                    padded = "  ".join(
                        f"{text}{' ' * (width - cells(text))}" for text, width in zip(line, widths, strict=False)
                    )
                    tight = Turn.TIGHTER in (step.turn, step.date_turn)
                    text = styled(padded).append_text(styled(f"  {line[4]}".rstrip(), "bold cyan" if tight else ""))
                    yield from flow(text, options.width, first="  ", rest="      ")
            if rest := _rest(ladder, chains, language):
                yield styled("")
                yield from flow(styled(rest, FAINT), options.width)

    return to_text(rows(), options)


def _lines(ladders: Sequence[Ladder], options: Options) -> Iterator[str]:
    language = options.language
    yield f"# {word('title', language)}"
    for ladder in ladders:
        yield from ("", f"## {escape(ladder.title)}", "", _counted(ladder, language))
        chains = shown(ladder, everything=options.everything)
        for chain in chains:
            yield from ("", f"### {escape(_heading(chain, language))}", "")
            yield row(word("heads", language).split("|"))
            yield row(["---"] * 5)
            for step in chain.steps:
                yield row([escape(text) for text in _cells(step, ladder, language)])
        if rest := _rest(ladder, chains, language):
            yield from ("", rest)


def _page(ladders: Sequence[Ladder], version: str, options: Options) -> str:
    from duibiao.reports.html.markup import Html, el  # noqa: PLC0415  only this format needs it
    from duibiao.reports.html.page import STYLES, whole  # noqa: PLC0415  as above

    language = options.language

    def table(chain: Chain, ladder: Ladder) -> Html:
        heads = el("tr", (el("th", head, scope="col") for head in word("heads", language).split("|")))
        body = (
            el("tr", (el("td", text) for text in _cells(step, ladder, language)), class_=str(step.turn))
            for step in chain.steps
        )
        grid = el("table", el("thead", heads), el("tbody", body), class_="chain")
        return el("section", el("h3", _heading(chain, language)), grid)

    def frame(ladder: Ladder) -> Html:
        chains = shown(ladder, everything=options.everything)
        head = el(
            "header",
            el("p", word("title", language), class_="kicker"),
            el("h1", ladder.title, lang="zh"),
            class_="masthead",
        )
        body = el(
            "div",
            el("p", el("b", _counted(ladder, language))),
            (table(chain, ladder) for chain in chains),
            el("p", _rest(ladder, chains, language)),
            class_="body ready",
        )
        return el("div", head, body, class_="frame alone")

    main = el("main", (frame(ladder) for ladder in ladders))
    title = word("title", language)
    return whole(main, title=title, version=version, language=language, assets=(*STYLES, "style/ready.css"))
