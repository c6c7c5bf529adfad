"""The page of one plan in a batch: every finding with its reasons and passages, and nothing that can run.

The whole report of `check -f html` was refused as the rule for a batch: with 208 requirements it takes 400 kB and a
tenth of a second, three times what checking the plan takes; `--pages full` asks for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from duibiao.batch.values import Cell, Passage, PlanRow, Sheet
from duibiao.batch.words import say
from duibiao.model.baseline import Baseline, Requirement
from duibiao.model.report import Verdict
from duibiao.reports.html.page import LANGUAGES, asset, policy
from duibiao.reports.text import printable

# what must be mended first, as in every report for people
_ORDER = (Verdict.WEAKENED, Verdict.OMITTED, Verdict.EXCEEDED, Verdict.COVERED, Verdict.NOT_APPLICABLE)


def page(plan: PlanRow, sheets: Sequence[Sheet], baselines: Sequence[Baseline], language: str) -> str:
    info = plan.info
    known = {baseline.id: baseline for baseline in baselines}
    title = _text(info.title or info.path)
    facts = (info.path, info.number, info.issued, info.region, info.level and say(info.level, language))
    told = " · ".join(_text(str(fact)) for fact in facts if fact)
    depth = info.path.count("/") + 1
    body = "".join(part for sheet in sheets for part in _sheet(sheet, known[sheet.baseline], language))
    return (
        f'<!doctype html>\n<html lang="{LANGUAGES[language]}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(_style(), "")}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_style()}</style>\n</head>\n<body>\n<main>\n"
        f'<p><a href="{"../" * depth}index.html">{say("back", language)}</a></p>\n'
        f"<h1>{title}</h1>\n<p class=facts>{told}</p>\n{body}</main>\n</body>\n</html>\n"
    )


@cache
def _style() -> str:
    own = files("duibiao.batch.outputs").joinpath("page.css").read_text("utf-8").replace("\r\n", "\n")
    return asset("style/colours.css") + own


def _sheet(sheet: Sheet, baseline: Baseline, language: str) -> Iterator[str]:
    requirements = {requirement.id: requirement for requirement in baseline.active}
    yield f"<section>\n<h2>{_text(baseline.title)}</h2>\n<p class=counts>"
    groups = {verdict: [cell for cell in sheet.cells if cell.verdict is verdict] for verdict in _ORDER}
    yield " · ".join(f"<b class={v}>{say(v, language)} {len(cells)}</b>" for v, cells in groups.items() if cells)
    yield "</p>\n"
    for verdict, cells in groups.items():
        for cell in cells:
            yield from _cell(cell, verdict, requirements, language)
    if sheet.seen:
        yield f"<h2>{say('observations', language)}</h2>\n"
    for seen in sheet.seen:
        quotes = "".join(_quote(passage, language) for passage in seen.evidence)
        yield f"<article><h3>{seen.rule} {_text(seen.message.say(language))}</h3>\n{quotes}</article>\n"
    yield "</section>\n"


def _cell(cell: Cell, verdict: Verdict, requirements: Mapping[str, Requirement], language: str) -> Iterator[str]:
    requirement = requirements[cell.requirement]
    review = f" · {say('review', language)}" if cell.review else ""
    name = _text(requirement.id)
    yield (
        f'<article class={verdict} id="{name}">\n<h3><span>{say(verdict, language)}</span> {name} '
        f"{_text(requirement.title)}<small>{review}</small></h3>\n<p class=asked>{_text(requirement.text)}</p>\n"
    )
    if cell.reasons:
        told = "".join(
            f"<li><b>{reason.rule}</b> {_text(reason.message.say(language))}</li>" for reason in cell.reasons
        )
        yield f"<ul>{told}</ul>\n"
    for passage in cell.evidence:
        yield _quote(passage, language)
    if cell.nearest and not cell.evidence:
        where = f"{say('nearest', language)} · {_place(cell.nearest, language)}"
        yield f"<blockquote class=refused>{_text(cell.nearest.text)}<footer>{where}</footer></blockquote>\n"
    if cell.decision:
        yield f"<p class=ruled>{_text(f'{cell.decision.reason} ({cell.decision.by}, {cell.decision.date})')}</p>\n"
    yield "</article>\n"


def _quote(passage: Passage, language: str) -> str:
    return f"<blockquote>{_text(passage.text)}<footer>{_place(passage, language)}</footer></blockquote>\n"


def _place(passage: Passage, language: str) -> str:
    where = [_text(passage.clause)] if passage.clause else []
    where.append(say("line", language, n=passage.line))
    if passage.page:
        where.append(say("page", language, n=passage.page))
    return " · ".join(where)


def _text(text: str) -> str:
    return escape(text if text.isprintable() else printable(text))
