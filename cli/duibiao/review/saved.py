"""Reads a json report back, strictly: what is not exactly a report is refused with the place of the first fault.

A lenient reader was refused: a truncated or hand-mended report would otherwise be compared as if requirements had
come or gone. The published JSON Schema says the same of a report; a test holds this reader to it.
"""

import json
import re
from typing import Any

from duibiao.model.baseline import Kind
from duibiao.model.document import Level
from duibiao.model.errors import UsageError
from duibiao.model.message import Message
from duibiao.model.report import BaselineInfo, Evidence, PlanInfo, Reason, Ruling, Severity, Verdict
from duibiao.model.saved import SavedFinding, SavedReport, SavedRun
from duibiao.model.span import Span
from duibiao.review.parts import Part, WrongPartError

SCHEMA = 1
_NAME = re.compile(r"duibiao/(\d+)")
_COUNTS = (*(str(verdict) for verdict in Verdict), "waived", "review")
_ACTIONS = ("confirm", "overrule", "waive")


def read_saved(content: bytes, name: str) -> SavedRun:
    """The report in `content`; `name` is what the reader calls the file.

    Raises:
        UsageError: It is no report, a newer one than this version knows, or not whole.
    """
    data = _parsed(content, name)
    _refuse_strangers(data, name)
    try:
        return _run(Part(data, ""))
    except WrongPartError as error:
        what = error.message
        raise UsageError(
            Message(f"{name} 不是完好的对标报告：{what.zh}", f"{name} is not a sound report: {what.en}"),
            Message("请用 duibiao check … -f json 重新生成", "make it again with duibiao check … -f json"),
        ) from None


def _parsed(content: bytes, name: str) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_refuse_constant, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise UsageError(
            Message(f"{name} 不是 json 报告", f"{name} is no json report"),
            Message(
                "请给出两份 duibiao check … -f json 的结果；要比较方案的两个版本，请加 -b 基线清单",
                "give two results of duibiao check … -f json; to compare two drafts of a plan, add -b BASELINE",
            ),
        ) from None


def _refuse_constant(text: str) -> None:
    raise ValueError(text)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name that stands twice")
    return found


def _refuse_strangers(data: Any, name: str) -> None:
    match = _NAME.fullmatch(str(data.get("schema"))) if isinstance(data, dict) else None
    if match is None:
        raise UsageError(
            Message(f"{name} 不是对标报告", f"{name} is no report of duibiao"),
            Message("请给出 duibiao check … -f json 的结果", "give a result of duibiao check … -f json"),
        )
    if int(match[1]) != SCHEMA:
        raise UsageError(
            Message(
                f"{name} 的格式是 {match[0]}，这个版本只认识 duibiao/{SCHEMA}",
                f"{name} is in the format {match[0]}, this version knows duibiao/{SCHEMA}",
            ),
            Message("请升级 duibiao，或用这个版本重新检查", "upgrade duibiao, or check again with this version"),
        )


def _run(part: Part) -> SavedRun:
    top = part.fields("schema", "tool", "baseline", "reports", optional=("baselines", "rulings"))
    tool = top["tool"].fields("name", "version")
    tool["name"].choice(("duibiao",))
    several = "baselines" in top
    if several:
        baselines = tuple(_baseline(each) for each in top["baselines"].items(least=2))
        if _baseline(top["baseline"]) != baselines[0]:
            raise top["baseline"].wrong("应与 baselines 的第一项相同", "must be the first of baselines")
    else:
        baselines = () if top["baseline"].value is None else (_baseline(top["baseline"]),)
    known = [baseline.id for baseline in baselines]
    reports = tuple(_report(each, known) for each in top["reports"].items())
    return SavedRun(version=tool["version"].text(), baselines=baselines, reports=reports)


def _baseline(part: Part) -> BaselineInfo:
    f = part.fields("id", "title", "sha256", "requirements")
    return BaselineInfo(
        id=f["id"].text(), title=f["title"].text(), sha256=f["sha256"].text(), requirements=f["requirements"].count()
    )


def _report(part: Part, known: list[str]) -> SavedReport:
    f = part.fields("plan", "summary", "findings", "observations", "status", optional=("baseline", "error", "compared"))
    status = f["status"].choice(("checked", "unreadable"))
    findings = tuple(_finding(each) for each in f["findings"].items())
    for each in f["observations"].items():
        _observation(each)
    _hold_to_summary(f["summary"], findings)
    if (status == "unreadable") != ("error" in f):
        raise f["status"].wrong("与 error 不符", "does not agree with error")
    error = _error(f["error"]) if "error" in f else None
    if error and findings:
        raise f["findings"].wrong("无法读取的方案没有结果", "an unreadable plan has none")
    baseline = f["baseline"].choice(known) if "baseline" in f else (known[0] if len(known) == 1 else "")
    if not baseline and not error:
        raise part.wrong("没有说明是哪份基线清单", "does not say which baseline")
    _refuse_twins(f["findings"], findings)
    return SavedReport(plan=_plan(f["plan"]), baseline=baseline, findings=findings, error=error)


def _plan(part: Part) -> PlanInfo:
    f = part.fields("path", "title", "number", "issued", "region", "level", "sha256", "clauses")
    return PlanInfo(
        path=f["path"].text(),
        title=f["title"].maybe_text(),
        number=f["number"].maybe_text(),
        issued=f["issued"].maybe_text(),
        region=f["region"].maybe_text(),
        level=None if f["level"].value is None else Level(f["level"].choice(tuple(Level))),
        sha256=f["sha256"].text(),
        clauses=f["clauses"].count(),
    )


def _finding(part: Part) -> SavedFinding:
    f = part.fields(
        "requirement", "title", "kind", "verdict", "severity", "confidence", "review", "reasons", "evidence",
        "decision", "fingerprint", "passage", optional=("nearest", "change", "was"),
    )  # fmt: skip
    return SavedFinding(
        requirement=f["requirement"].text(),
        title=f["title"].text(),
        kind=Kind(f["kind"].choice(tuple(Kind))),
        verdict=Verdict(f["verdict"].choice(tuple(Verdict))),
        severity=Severity(f["severity"].choice(tuple(Severity))),
        confidence=f["confidence"].share(),
        review=f["review"].flag(),
        reasons=tuple(_reason(each) for each in f["reasons"].items()),
        evidence=tuple(_evidence(each) for each in f["evidence"].items(most=3)),
        nearest=_evidence(f["nearest"]) if "nearest" in f else None,
        decision=None if f["decision"].value is None else _decision(f["decision"]),
        fingerprint=f["fingerprint"].text(),
        passage=f["passage"].text(),
    )


def _reason(part: Part) -> Reason:
    f = part.fields("code", "rule", "expected", "found", "message")
    message = f["message"].text()
    return Reason(
        code=f["code"].text(),
        rule=f["rule"].rule(),
        expected=f["expected"].maybe_text(),
        found=f["found"].maybe_text(),
        message=Message(message, message),
    )


def _evidence(part: Part) -> Evidence:
    f = part.fields("text", "clause", "line", "page", "start", "end")
    text, start, end = f["text"].text(), f["start"].count(), f["end"].count()
    if end - start != len(text):
        raise f["end"].wrong("与 text 的长度不符", "does not agree with the length of text")
    return Evidence(
        text=text,
        span=Span(start, end),
        clause=f["clause"].text(),
        line=f["line"].count(least=1),
        page=None if f["page"].value is None else f["page"].count(least=1),
    )


def _decision(part: Part) -> Ruling:
    f = part.fields("action", "reason", "by", "date", "verdict", "expires", optional=("judged",))
    return Ruling(
        action=f["action"].choice(_ACTIONS),
        reason=f["reason"].text(),
        by=f["by"].text(),
        date=f["date"].text(),
        verdict=None if f["verdict"].value is None else Verdict(f["verdict"].choice(tuple(Verdict))),
        expires=f["expires"].maybe_text(),
    )


def _observation(part: Part) -> None:
    """Only looked at: observations are not compared."""
    f = part.fields("code", "rule", "message", "evidence")
    f["code"].text()
    f["rule"].rule()
    f["message"].text()
    for each in f["evidence"].items():
        _evidence(each)


def _error(part: Part) -> str:
    f = part.fields("code", "message", "advice")
    f["message"].text()
    f["advice"].maybe_text()
    return f["code"].text()


def _hold_to_summary(part: Part, findings: tuple[SavedFinding, ...]) -> None:
    """A summary that counts other findings than are there is what a cut or edited file looks like."""
    counts = {key: count.count() for key, count in part.fields(*_COUNTS).items()}
    found = {str(verdict): sum(f.verdict is verdict for f in findings) for verdict in Verdict}
    found |= {"waived": sum(f.waived for f in findings), "review": sum(f.review for f in findings)}
    for key, count in found.items():
        if counts[key] != count:
            raise part.wrong(
                f"{key} 是 {counts[key]}，findings 里有 {count}", f"{key} says {counts[key]}, findings hold {count}"
            )


def _refuse_twins(part: Part, findings: tuple[SavedFinding, ...]) -> None:
    seen: set[str] = set()
    for finding in findings:
        if finding.requirement in seen:
            raise part.wrong(f"要求 {finding.requirement} 出现两次", f"requirement {finding.requirement} stands twice")
        seen.add(finding.requirement)
