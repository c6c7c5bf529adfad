"""Nothing that a plan says runs or deceives in a report: it is words there and nothing else."""

import csv
import io
import re
import unicodedata
import zipfile
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from lxml import html
from msgspec.structs import replace

from duibiao.model.message import Message
from duibiao.model.report import Checked, PlanInfo, Run, Unreadable
from duibiao.reports.format import Options
from duibiao.reports.registry import FORMATS, render
from duibiao.reports.view import arrange
from tests.reports import fixed

SPITE = (
    "\n::error file=a::seized\r\n::set-output name=x::y\n##[error]z\n##vso[task.setvariable]w\n"
    "\x1b[31mred\x1b]0;title\x07\x1b]8;;http://evil.example/\x1b\\link\x9b2J"
    "\u202eexe.fdp\u202c\u2066x\u2069\u200b\u2028\u2029\x00\x08\x7f"
    "<script>alert(1)</script><img src=x onerror=alert(1)>\"' onmouseover=alert(1) x='</style></script><!--]]>"
    "&lt;script&gt;javascript:alert(1)`$(touch x)`${x}{{7*7}}|[a](javascript:alert(1))"
)
FORMULAS = ("=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", " =1", "\n=1")
WORDS = (SPITE, *FORMULAS)
PAINTED = [form for form in FORMATS.values() if not form.annotates]


def run_of(words: str) -> Run:
    """A run in which a plan says these words in every place where its own words stand."""
    run = fixed.everything()
    return replace(run, reports=tuple(spoilt(report, words) for report in run.reports))


def spoilt(report: Checked | Unreadable, words: str) -> Checked | Unreadable:
    plan: PlanInfo = replace(
        report.plan, path=f"{words}{report.plan.path}", title=words, number=words, region=words, issued=words
    )
    if isinstance(report, Unreadable):
        return replace(report, plan=plan, message=Message(words, words), advice=Message(words, words))
    findings = tuple(
        replace(
            finding,
            requirement=replace(finding.requirement, title=words + finding.requirement.title, clause=words),
            reasons=tuple(
                replace(reason, message=Message(words, words), expected=words, found=words, span=None, wanted=None)
                for reason in finding.reasons
            ),
            evidence=tuple(replace(evidence, text=words, clause=words) for evidence in finding.evidence),
        )
        for finding in report.findings
    )
    tasks = tuple(
        replace(task, title=words, clause=words, departments=(words,), deadlines=(words,)) for task in report.tasks
    )
    return replace(report, plan=plan, findings=findings, tasks=tasks, paragraphs=())


def painted(form: str, words: str, **options: object) -> str | bytes:
    return render(FORMATS[form], arrange(run_of(words)), Options(language="en", everything=True, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize("form", PAINTED, ids=lambda form: form.name)
@pytest.mark.parametrize("words", WORDS, ids=ascii)
def test_every_format_bears_any_words(form: object, words: str) -> None:
    assert painted(form.name, words)  # type: ignore[attr-defined]


@pytest.mark.parametrize("colour", [None, "truecolor"])
def test_a_terminal_is_told_nothing_but_colours(colour: str | None) -> None:
    text = str(painted("terminal", SPITE, colour=colour, width=80))
    left = re.sub(r"\x1b\[[0-9;]*m", "", text) if colour else text
    odd = {char for char in left if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") and char != "\n"}
    assert odd == set()


@pytest.mark.parametrize("form", ["terminal", "github", "markdown"])
def test_a_workflow_log_is_given_no_command_by_a_plan(form: str) -> None:
    """The runner obeys `::name::` and `##[name]` at the beginning of a line, whatever stands before as white space."""
    lines = str(painted(form, SPITE, width=60)).splitlines()
    ours = re.compile(r"::(?:error|warning|notice) (?:file|title)=[^\r\n]*$")
    commands = [line for line in lines if line.lstrip().startswith(("::", "##[", "##vso["))]
    assert [line for line in commands if not ours.match(line)] == []
    assert not any("::set-output" in line.partition("::")[0] for line in commands)
    if form != "github":
        assert commands == []
        assert not any("##[" in line or "##vso[" in line for line in lines)
    properties = [line[2:].partition("::")[0] for line in commands]
    assert not any("\n" in each or "seized" in each.split("=")[0] for each in properties)


def page_of(words: str) -> Any:
    text = painted("html", words)
    return html.fromstring(text.encode() if isinstance(text, str) else text)


def test_nothing_runs_in_a_page() -> None:
    page, ours = page_of(SPITE), page_of("plain words")
    assert len(page.xpath("//script")) == len(ours.xpath("//script"))
    code = "//script[not(@type)]/text()"
    assert page.xpath(code) == ours.xpath(code)
    assert not page.xpath("//img[@onerror]")
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]
    assert not [link for link in page.xpath("//@href | //@src") if re.match(r"\s*(?:javascript|data|http)", link)]
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy[0], "it forbids what slips through all the same"


@pytest.mark.parametrize("words", FORMULAS, ids=ascii)
def test_no_cell_of_a_table_is_a_formula(words: str) -> None:
    text = str(painted("csv", words)).removeprefix("\ufeff")
    for row in csv.reader(io.StringIO(text, newline="")):
        for cell in row:
            assert not re.match(r"[\s]*[=+\-@＝＋－＠]", cell) or re.fullmatch(r"-?\d+(?:\.\d+)?", cell), cell


@pytest.mark.parametrize("words", WORDS, ids=ascii)
def test_no_cell_of_a_workbook_is_a_formula_or_a_foreign_link(words: str) -> None:
    data = painted("xlsx", words)
    assert isinstance(data, bytes)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            part = book.read(name)
            if name.startswith("xl/worksheets/sheet"):
                formulas = re.findall(rb"<f>(.*?)</f>", part)
                assert not any(b"cmd" in each or b"SUM(A1)" in each for each in formulas)
            if name.endswith(".rels"):
                assert b'TargetMode="External"' not in part, name


@pytest.mark.parametrize("words", WORDS, ids=ascii)
def test_junit_is_sound_xml(words: str) -> None:
    text = painted("junit", words)
    assert ET.fromstring(text).tag == "testsuites"


def test_markdown_holds_no_tag_of_a_plan() -> None:
    text = str(painted("markdown", SPITE))
    assert "<script" not in text
    assert "<img" not in text
    assert "](javascript:" not in text.replace("\\", "") or "\\[" in text
    assert "\x1b" not in text
