"""Runs whose plan has a text, made from the fixed ones: the page shows the plan beside its findings."""

from msgspec.structs import replace

from duibiao.model.baseline import Source
from duibiao.model.document import Role
from duibiao.model.message import Message
from duibiao.model.report import Checked, Evidence, Paragraph, RulePage, Run, Unreadable
from duibiao.model.span import Span
from duibiao.reports.format import Options
from duibiao.reports.html import render
from duibiao.reports.view import arrange
from tests.reports import fixed

SOURCE = Source(id="qs2021", title="青山省养老服务高质量发展意见", number="青府发〔2021〕3号", issued="2021-03-01")
# The fixed passages begin this far apart, but for one that runs over its neighbours.
ROOM = 90
O100 = RulePage(
    rule="O100",
    code="task-omitted",
    title=Message("方案中没有相应条款。", "Nothing in the plan commits to it."),
    finds=Message("没有条款承接。", "no clause."),
    matters=Message("任务会落空。", "the task is lost."),
    limits=Message("换了说法的条款可能认不出。", "a clause in other words may be missed."),
)


def paragraph(
    text: str,
    start: int,
    role: Role = Role.BODY,
    *,
    level: int = 0,
    heading: str = "",
    cells: tuple[Span, ...] = (),
    departments: tuple[str, ...] = (),
) -> Paragraph:
    return Paragraph(
        text=text,
        span=Span(start, start + len(text)),
        role=role,
        label="",
        level=level,
        heading=heading,
        cells=cells,
        departments=departments,
    )


def row(text: str, start: int, role: Role = Role.TABLE) -> Paragraph:
    cells, at = [], start
    for cell in text.split("\t"):
        cells.append(Span(at, at + len(cell)))
        at += len(cell) + 1
    return paragraph(text, start, role, cells=tuple(cells))


def around(evidence: Evidence, before: str = "", after: str = "", **more: object) -> Paragraph:
    """A paragraph that holds a passage where it stands in the fixed plan."""
    text = before + evidence.text + after
    if "\t" in text:
        return row(text, evidence.span.start - len(before))
    made = paragraph(text, evidence.span.start - len(before), departments=("市民政局", "市财政局"))
    return replace(made, **more)


def paragraphs() -> tuple[Paragraph, ...]:
    """Headings, the passages of the fixed findings in place, and the table that one of them stands in."""
    passages = {
        evidence.span.start: evidence
        for finding in fixed.findings()
        for evidence in finding.evidence
        if len(evidence.text) < ROOM
    }
    found = [
        paragraph("云岭市推进养老服务高质量发展实施方案", 0, Role.TITLE),
        paragraph("一、总体要求", 100, Role.HEADING, level=1, heading="一、总体要求"),
        paragraph("坚持政府主导、社会参与。", 200),
        paragraph("三、主要任务", 900, Role.HEADING, level=1, heading="三、主要任务"),
        row("指标\t单位\t2020年\t2025年\t属性", 1380, Role.HEADING),
    ]
    for start in sorted(passages):
        evidence = passages[start]
        heading = "(三)完善社区网络。" if evidence.text.startswith("(三)") else ""
        found.append(
            around(
                evidence,
                after="" if "\t" in evidence.text else "其余照旧。",
                level=2 if heading else 0,
                heading=heading,
            )
        )
    return tuple(sorted(found, key=lambda p: p.span))


def with_text(run: Run) -> Run:
    """The run, its first plan with its text, its baselines with their sources, a department for every requirement."""
    return replace(
        run,
        baselines=tuple(replace(baseline, sources=(SOURCE,)) for baseline in run.baselines),
        reports=tuple(report if isinstance(report, Unreadable) else _told(report) for report in run.reports),
        pages=(O100, *run.pages),
    )


def _told(report: Checked) -> Checked:
    named = (("省民政厅",), ("省民政厅", "省财政厅"))
    return replace(
        report,
        paragraphs=paragraphs(),
        findings=tuple(
            replace(finding, requirement=replace(finding.requirement, departments=named[number % 2]))
            for number, finding in enumerate(report.findings)
        ),
    )


def single() -> Run:
    """One plan with everything that a page must be able to show."""
    (report,) = fixed.single().reports
    assert isinstance(report, Checked)
    return with_text(replace(fixed.single(), reports=(replace(report, observations=fixed.observations()),)))


def page(run: Run, language: str = "zh") -> str:
    return render(arrange(run), Options(language=language))
