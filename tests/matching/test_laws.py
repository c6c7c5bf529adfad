"""What holds for any checklist and plan: neither their order nor the run changes a verdict, and evidence is quoted."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duibiao.baselines import load
from duibiao.check import check
from duibiao.facts import read_clauses
from duibiao.language.normalise import plain_text
from duibiao.model.report import Checked, PlanInfo
from tests.casefiles import files
from tests.matching.loading import read_plan, written

CONTENT = {path.stem: written(path) for path in files("matching")}
TASKS = [
    "每个乡镇建成1个区域性养老服务中心。",
    "到2025年，公办幼儿园在园幼儿占比达到60%。",
    "鼓励企业建设首席数据官制度。",
    "新增城市公交车全部使用新能源车。",
    "在城区推行生活垃圾分类投放。",
    "发放文旅消费券1000万元。",
]
ASKED = [
    "每个乡镇建成1个区域性养老服务中心",
    "到2025年，公办幼儿园在园幼儿占比达到65%以上",
    "企业建立首席数据官制度",
    "新增和更新城市公交车中新能源车辆占比达到80%",
    "2024年底前，推行生活垃圾分类投放",
    "做好重点排放单位碳排放配额分配",
]
OTHERS = [
    "汛前检修全部排涝泵站，储备防汛物资。",
    "县档案馆向社会开放馆藏目录。",
    "对临水临崖路段逐一排查。",
    "举办全民读书月活动。",
]
few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def checked(listed: list[dict[str, Any]], plan: str, folder: Path) -> tuple[Checked, str]:
    """The report on a plan, and the plan's text."""
    path = folder / "baseline.yaml"
    content = {"schema": 1, "baseline": {"id": "laws", "level": "province"}, "requirements": listed}
    path.write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    document = read_plan(plan, folder)
    info = PlanInfo(path="plan.txt", sha256="")
    return check(document, read_clauses(document), info, load(path)), document.text


def said(report: Checked) -> dict[str, Any]:
    return {
        finding.requirement.id: (
            finding.verdict.value,
            [(reason.code, reason.expected, reason.found) for reason in finding.reasons],
            finding.confidence,
            [evidence.text for evidence in finding.evidence],
        )
        for finding in report.findings
    }


def numbered(texts: list[str]) -> list[dict[str, Any]]:
    return [{"id": f"R-{number}", "text": text} for number, text in enumerate(texts)]


def paragraphs(tasks: list[str]) -> str:
    return "青山县有关工作实施方案\n\n一、工作安排\n" + "\n".join(tasks) + "\n"


@few
@given(order=st.permutations(range(len(ASKED))))
def test_the_order_of_the_checklist_changes_nothing(order: list[int], tmp_path: Path) -> None:
    plan = paragraphs(TASKS + OTHERS)
    listed = numbered(ASKED)
    straight, _ = checked(listed, plan, tmp_path)
    mixed, _ = checked([listed[at] for at in order], plan, tmp_path)
    assert said(mixed) == said(straight)
    assert [finding.requirement.id for finding in mixed.findings] == [listed[at]["id"] for at in order]


@few
@given(order=st.permutations(range(len(TASKS + OTHERS))))
def test_the_order_of_unrelated_paragraphs_changes_nothing(order: list[int], tmp_path: Path) -> None:
    everything = TASKS + OTHERS
    straight, _ = checked(numbered(ASKED), paragraphs(everything), tmp_path)
    mixed, _ = checked(numbered(ASKED), paragraphs([everything[at] for at in order]), tmp_path)
    assert said(mixed) == said(straight)


@pytest.mark.parametrize("name", CONTENT)
def test_evidence_is_the_exact_text_at_its_place(name: str, tmp_path: Path) -> None:
    content = CONTENT[name]
    report, text = checked(
        [{"id": case["name"], **case["requirement"]} for case in content["cases"]], content["plan"], tmp_path
    )
    shown = [e for f in report.findings for e in (*f.evidence, *((f.nearest,) if f.nearest else ()))]
    assert shown
    for evidence in shown:
        assert evidence.text == text[evidence.span.start : evidence.span.end]
        assert evidence.line == text.count("\n", 0, evidence.span.start) + 1
    marked = [reason.span for finding in report.findings for reason in finding.reasons if reason.span]
    assert all(plain_text(text[span.start : span.end]) for span in marked)


def test_traditional_full_width_and_wrapped_plans_are_quoted_as_written(tmp_path: Path) -> None:
    plan = paragraphs(["每個鄉鎮建成１個區域性養老服務中心。", "發放 文旅 消費券 1000 萬元。"])
    report, text = checked(numbered([ASKED[0], "发放文旅消费券不少于800万元"]), plan, tmp_path)
    first, second = report.findings
    assert [e.text for e in first.evidence] == ["每個鄉鎮建成１個區域性養老服務中心。"]
    assert [e.text for e in second.evidence] == ["發放 文旅 消費券 1000 萬元。"]
    assert [text[r.span.start : r.span.end] for r in second.reasons if r.span] == ["1000 萬元"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = CONTENT["schools"]
    listed = [{"id": case["name"], **case["requirement"]} for case in content["cases"]]
    checked(listed, content["plan"], tmp_path)  # leaves both files there
    return tmp_path


def run(folder: Path, seed: str) -> bytes:
    command = [sys.executable, "-m", "duibiao", "check", "plan.txt", "-b", "baseline.yaml", "-f", "json"]
    done = subprocess.run(
        [*command, "--fail-on", "never"],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )
    return done.stdout


def test_every_run_prints_the_same_bytes(folder: Path) -> None:
    """Twice with one seed and once with another: sets and dictionaries must not show in the output."""
    first, again, other = run(folder, "1"), run(folder, "1"), run(folder, "2")
    assert json.loads(first)["reports"][0]["findings"]
    assert first == again == other
