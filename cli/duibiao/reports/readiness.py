"""Whether a draft can go out for public comment: what must be mended, what to look at, what is fine; on one page.

    必须修改 3
      YL-003 街道综合性养老服务中心 · 三(一)1 · 第17行
        上级要求“所有”，方案限于“有条件的”
        ▸ 将“有条件的”改为“所有”。可写为：2024年底前，所有街道建成1个综合性养老服务中心

What must be mended is what fails a check, and what a plan says wrongly of itself; what to look at is all that readers
may see either way. Every item says what to write, by plain templates: drafts are confidential, and a sentence that
nobody wrote would have to be understood before it could be trusted.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from msgspec import Struct

from duibiao.model.errors import UsageError
from duibiao.model.message import Message
from duibiao.model.report import Checked, Finding, Observation, PlanInfo, Severity, Unreadable, Verdict
from duibiao.reports.docx import ruled
from duibiao.reports.format import Format, Options
from duibiao.reports.homes import Homes, homes
from duibiao.reports.mend import advice, share
from duibiao.reports.table import place
from duibiao.reports.telling import because
from duibiao.reports.text import printable
from duibiao.reports.view import ATTENTION, Sheet, View
from duibiao.reports.words import say

FORMATS = ("terminal", "markdown", "html")
WORDS: Mapping[str, Message] = {
    "title": Message("征求意见前自查", "Ready for public comment?"),
    "must": Message("必须修改", "Must be mended"),
    "look": Message("建议看一看", "Worth a look"),
    "fine": Message("已经到位", "Fine"),
    "ready": Message("没有必须修改的，可以征求意见。", "Nothing must be mended: it can go out for comment."),
    "not-ready": Message(
        "有{n}处必须修改，改完再征求意见。", "{n} thing(s) must be mended before it goes out for comment."
    ),
    "into": Message("可写在“{where}”", "it belongs under “{where}”"),
    "copy": Message("请对照上级原文补写：{text}", "write what upstream asks: {text}"),
    "stricter": Message(
        "高于上级要求，请确认有条件做到；否则按上级原文写", "stricter than upstream; keep it only if meant"
    ),
    "look-again": Message("请核对后决定是否修改", "compare, then decide"),
}
_MANY = 120  # characters of upstream's sentence that anybody would copy where no template fits


class Item(Struct, frozen=True, kw_only=True):
    """One thing to do: what it is about and where, what is the matter, and what to write."""

    head: str
    where: str
    told: str
    write: str


class Ready(Struct, frozen=True, kw_only=True):
    """One plan against one baseline. `fine` names the requirements that need nothing."""

    plan: PlanInfo
    baseline: str
    must: tuple[Item, ...]
    look: tuple[Item, ...]
    fine: tuple[str, ...]


def word(key: str, language: str, **values: object) -> str:
    return WORDS[key].say(language).format(**values)


def refuse_others(formats: Sequence[Format]) -> None:
    """Say before plans are read that the page is for people.

    Raises:
        UsageError: A format is none of those that show it.
    """
    others = [form.name for form in formats if form.name not in FORMATS]
    if others:
        names = ", ".join(FORMATS)
        raise UsageError(
            Message(f"--readiness 不能写成 {others[0]} 格式", f"--readiness cannot be written as {others[0]}"),
            Message(f"请用 {names} 之一，或去掉 --readiness", f"use one of {names}, or leave --readiness out"),
        )


def render(form: Format, view: View, options: Options) -> str:
    """The page in one of FORMATS; the painters are loaded only now."""
    from duibiao.reports import ready  # noqa: PLC0415  a plain check does not paint it

    return ready.paint(form.name, tuple(arranged(view, options.language)), view, options)


def arranged(view: View, language: str) -> Iterator[Ready | Unreadable]:
    for sheet in view.sheets:
        match sheet:
            case Unreadable():
                yield sheet
            case Sheet():
                yield _ready(sheet, language)
            case _ as never:
                assert_never(never)


def _ready(sheet: Sheet, language: str) -> Ready:
    report = sheet.report
    belongs = homes(report)
    open_ = [f for f in report.findings if ruled(f) in ATTENTION]
    must = [f for f in open_ if f.severity is Severity.ERROR]
    look = [f for f in open_ if f.severity is not Severity.ERROR]
    beyond = [f for f in report.findings if ruled(f) is Verdict.EXCEEDED]
    wrong = [o for o in report.observations if o.severity.rank >= Severity.WARNING.rank]
    notes = [o for o in report.observations if o.severity.rank < Severity.WARNING.rank]
    return Ready(
        plan=sheet.plan,
        baseline=sheet.baseline.title,
        must=(*(_finding(f, report, belongs, language) for f in must), *(_noticed(o, language) for o in wrong)),
        look=(
            *(_finding(f, report, belongs, language) for f in look),
            *(_beyond(f, language) for f in beyond),
            *(_noticed(o, language) for o in notes),
        ),
        fine=tuple(_name(f) for f in report.findings if ruled(f) is Verdict.COVERED),
    )


def _finding(finding: Finding, report: Checked, belongs: Homes, language: str) -> Item:
    write = [advice(finding, report.plan, language), *share(finding.requirement, language)]
    if not any(write):
        text = printable(finding.requirement.text)
        write = [word("copy", language, text=text if len(text) <= _MANY else f"{text[: _MANY - 1]}…")]
    where = place(finding.evidence[0], language) if finding.evidence else _home(finding, report, belongs, language)
    return Item(
        head=f"{say(finding.verdict, language)} {_name(finding)}",
        where=printable(where),
        told=because(finding, language),
        write=say("stop", language).join(filter(None, write)),
    )


def _home(finding: Finding, report: Checked, belongs: Homes, language: str) -> str:
    """Where an omitted requirement belongs, by the heading of that part."""
    span = belongs.of(finding)
    at = next((p for p in report.paragraphs if span and p.span.start == span.start), None)
    heading = at.heading if at else ""
    return word("into", language, where=" ".join(heading.split())) if heading else ""


def _beyond(finding: Finding, language: str) -> Item:
    return Item(
        head=f"{say(finding.verdict, language)} {_name(finding)}",
        where=printable(place(finding.evidence[0], language)) if finding.evidence else "",
        told=because(finding, language),
        write=word("stricter", language),
    )


def _noticed(observation: Observation, language: str) -> Item:
    """An observation says itself what to do; where it leaves that open, somebody must compare."""
    told = printable(observation.message.say(language))
    first, _, rest = told.partition("，请" if language == "zh" else "; ")
    write = (f"请{rest}" if language == "zh" else rest) if rest else word("look-again", language)
    where = place(observation.evidence[0], language) if observation.evidence else ""
    return Item(head=observation.rule, where=printable(where), told=first, write=write)


def _name(finding: Finding) -> str:
    return f"{printable(finding.requirement.id)} {printable(finding.requirement.title)}"
