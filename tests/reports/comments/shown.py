"""Comments as a test reads them: where each stands, and its lines with the words set off."""

from collections.abc import Iterable

from duibiao.model.comment import Comment
from duibiao.model.report import Checked, Run
from duibiao.reports.docx import comments
from duibiao.reports.format import Options
from duibiao.reports.view import arrange


def made(run: Run, language: str = "zh") -> tuple[Comment, ...]:
    return comments(arrange(run), Options(language=language))


def shown(found: Iterable[Comment], run: Run) -> str:
    text = plan_text(run)
    return "\n".join(_shown(comment, text) for comment in found)


def plan_text(run: Run) -> str:
    """The plan's text as far as its paragraphs tell it; a full stop in the middle stands for what is not told."""
    report = next(report for report in run.reports if isinstance(report, Checked))
    chars = ["·"] * max((p.span.end for p in report.paragraphs), default=0)
    for paragraph in report.paragraphs:
        chars[paragraph.span.start : paragraph.span.end] = paragraph.text
    return "".join(chars)


def _shown(comment: Comment, text: str) -> str:
    quote = text[comment.span.start : comment.span.end].replace("\n", "⏎").replace("\t", "⇥")
    lines = ["".join(f"*{w.text}*" if w.strong else w.text for w in line) for line in comment.lines]
    return "\n".join((f"@ {comment.span.start} {quote}", *(f"    {line}" for line in lines), ""))
