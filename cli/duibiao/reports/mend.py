"""What to write instead: plain templates, filled from the requirement and from the plan's own words.

    上级：2024年底前，所有街道至少建成1个综合性养老服务中心
    方案：2024年底前，有条件的街道建成1个综合性养老服务中心
    建议：将“有条件的”改为“所有”。可写为：2024年底前，所有街道建成1个综合性养老服务中心

Where each worse word can be changed in its place, the plan's own sentence is given back with the words put right;
where something is missing from it, upstream's sentence, in the plan's own voice (全省 becomes 全县). Nothing is
composed beyond that: a sentence that no one wrote would have to be understood before it could be trusted.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from duibiao.model.baseline import Requirement, Target
from duibiao.model.document import Level
from duibiao.model.fact import Date
from duibiao.model.report import Evidence, Finding, PlanInfo, Reason
from duibiao.model.span import Span
from duibiao.reports.marks import is_meant
from duibiao.reports.text import printable
from duibiao.reports.words import say

LONGEST = 200  # more is no sentence that anybody would copy
_SIGNS = {"≥": "不低于", ">": "高于", "≤": "不超过", "<": "低于", "约": "约"}
_AFTER = {"≥": "以上", ">": "以上", "≤": "以内", "<": "以内", "约": "左右"}
_BOUND = re.compile(
    r"≥|≤|>|<|＞|＜|不低于|不少于|不高于|不超过|不得低于|不得少于|不得超过|高于|低于|超过|至少|大于|小于"
)
_DATE = re.compile(r"(?P<lead>\D*?)\d{4}\s*年?(?P<tail>.*)", re.DOTALL)
_NUMBERED = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第.{1,5}[章节条])")
_VERBS = {"must": "“必须”“确保”", "should": "“应当”“推动”", "encourage": "“鼓励”“支持”"}
_WIDE = {"全国": Level.NATIONAL, "我国": Level.NATIONAL, "全省": Level.PROVINCE, "我省": Level.PROVINCE,
         "全市": Level.CITY, "我市": Level.CITY}  # fmt: skip
_SUFFIXES = "省市县区旗州盟"
_OWN = {Level.PROVINCE: "全省", Level.CITY: "全市", Level.COUNTY: "全县"}


class Change(Struct, frozen=True):
    """What to do about one reason. `span` and `new` say it of the plan's text where a word can take a word's place."""

    advice: str
    span: Span | None = None
    new: str = ""


def advice(finding: Finding, plan: PlanInfo, language: str) -> str:
    """One line: what to change in the plan, and how the sentence then reads."""
    made = ((reason, _MAKERS.get(reason.rule)) for reason in finding.reasons)
    changes = [maker(finding, reason, language) for reason, maker in made if maker]
    told = say("semicolon", language).join(dict.fromkeys(change.advice for change in changes))
    row = any("\t" in passage.text for passage in finding.evidence[:1])
    better = "" if row else _mended(finding, changes) or sentence(finding.requirement, plan)
    read = say("could-read", language, text=better) if 0 < len(better) <= LONGEST else ""
    return say("stop", language).join(part for part in (told, read) if part)


def sentence(requirement: Requirement, plan: PlanInfo) -> str:
    """Upstream's sentence in the plan's own voice; none where its number is a total to be shared."""
    if any(target.aggregate or target.shares for target in requirement.targets):
        return ""
    text = printable(requirement.text).rstrip("。；;，, ")
    own = _own(plan)
    for word, level in _WIDE.items():
        if own and plan.level and level.rank < plan.level.rank:
            text = text.replace(word, own)
    return f"{text}。"


def share(requirement: Requirement, language: str) -> Iterator[str]:
    """What of a total falls to this place, or that nobody has said it."""
    for target in requirement.targets:
        if target.aggregate:
            yield say("no-share", language, what=amount(target))
        elif target.shares:
            yield say("own-share", language, what=amount(target))


def _own(plan: PlanInfo) -> str:
    """全县 for a county: the last character of the region says what it calls itself."""
    if plan.level is None:
        return ""
    last = (plan.region or "")[-1:]
    return f"全{last}" if last and last in _SUFFIXES else _OWN.get(plan.level, "")


def _lower(finding: Finding, reason: Reason, language: str) -> Change:
    passage, old = _place(finding, reason)
    expected = reason.expected or ""
    bare = expected.lstrip("".join(_SIGNS))
    sign = expected[: len(expected) - len(bare)]
    bound = _BOUND.match(old)
    before = passage.text[: reason.span.start - passage.span.start] if passage and reason.span else ""
    if bound:
        new = bound[0] + bare
    elif any(found.end() == len(before) for found in _BOUND.finditer(before)):
        new = bare
    else:
        new = bare + _AFTER.get(sign, "")
    return _instead(reason, old, new, language)


def _no_number(_: Finding, reason: Reason, language: str) -> Change:
    expected = reason.expected or ""
    new = _SIGNS.get(expected[:1], expected[:1]) + expected[1:]
    return Change(say("add-number", language, new=new))


def _later(finding: Finding, reason: Reason, language: str) -> Change:
    passage, old = _place(finding, reason)
    wanted = finding.requirement.deadline
    if passage is None or not is_meant(reason, passage.text, passage.span.start):
        # it stands in the head of the column, or in a heading or sentence that governs the passage
        return Change(say("bring-forward", language, new=_date("", wanted) if wanted else reason.expected or ""))
    return _instead(reason, old, _date(old, wanted) if wanted else reason.expected or "", language)


def _no_date(finding: Finding, reason: Reason, language: str) -> Change:
    wanted = finding.requirement.deadline
    new = _date("", wanted) if wanted else reason.expected or ""
    if not new:
        return Change(say("add-rest", language))
    first = finding.evidence[0] if finding.evidence else None
    if first is None or _NUMBERED.match(first.text):
        return Change(say("add-date", language, new=new))
    return Change(say("add-date", language, new=new), Span(first.span.start, first.span.start), f"{new}，")


def _softer(finding: Finding, reason: Reason, language: str) -> Change:
    passage, old = _place(finding, reason)
    new = _VERBS.get(reason.expected or "", f"“{reason.expected}”")
    return Change(say("firmer", language, old=old, new=new) if passage else say("be-firm", language, new=new))


def _narrower(finding: Finding, reason: Reason, language: str) -> Change:
    _, old = _place(finding, reason)
    if reason.expected:
        return _instead(reason, old, reason.expected, language)
    return Change(say("leave-out", language, old=old), reason.span, "")


def _partial(_: Finding, reason: Reason, language: str) -> Change:
    return Change(say("add-part", language, new=reason.expected) if reason.expected else say("add-rest", language))


_MAKERS: Mapping[str, Callable[[Finding, Reason, str], Change]] = {
    "W101": _lower, "W102": _no_number, "W103": _later, "W104": _no_date, "W105": _softer, "W106": _narrower,
    "W107": _partial,
}  # fmt: skip


def _instead(reason: Reason, old: str, new: str, language: str) -> Change:
    return Change(say("replace", language, old=old, new=new), reason.span, new)


def _place(finding: Finding, reason: Reason) -> tuple[Evidence | None, str]:
    """The passage that a reason's word stands in, and the word as the plan writes it."""
    for passage in finding.evidence:
        if reason.span is not None and passage.span.contains(reason.span):
            start = passage.span.start
            return passage, printable(passage.text[reason.span.start - start : reason.span.end - start])
    return None, reason.found or ""


def _date(old: str, wanted: Date) -> str:
    """The deadline as the plan writes its own: 到2025年 -> 到2022年, 2025年底前 -> 2022年底前."""
    found = _DATE.fullmatch(old)
    lead, tail = (found["lead"], found["tail"]) if found else ("", "前")
    closed = "前" if "前" in tail else ""
    month = f"{wanted.month}月" if wanted.month else ""
    if wanted.month and wanted.day and wanted.day < 28:
        return f"{lead}{wanted.year}年{month}{wanted.day}日{closed}"
    return f"{lead}{wanted.year}年{month}{'底' if closed or '底' in tail else ''}{closed}"


def _mended(finding: Finding, changes: Sequence[Change]) -> str:
    """The passage with every word put right, or nothing where one of them cannot be."""
    first = finding.evidence[0] if finding.evidence else None
    spans = [change.span for change in changes]
    if first is None or not changes or any(span is None or not first.span.contains(span) for span in spans):
        return ""
    text = first.text
    for span, new in sorted(((c.span, c.new) for c in changes if c.span is not None), reverse=True):
        text = text[: span.start - first.span.start] + new + text[span.end - first.span.start :]
    return printable(text)


def amount(target: Target) -> str:
    sign = {">=": "≥", "<=": "≤", "==": "", "~": "约"}.get(target.op, target.op)
    for word, size in (("亿", 100_000_000), ("万", 10_000)):
        if abs(target.value) >= size:
            return f"{target.indicator}{sign}{target.value / size:.12g}{word}{target.unit}"
    return f"{target.indicator}{sign}{target.value:.12g}{target.unit}"
