"""check without a baseline: which is picked, what is told, and what is refused."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import BASELINE, Program

REGION = ("--region", "青山省云岭市", "--fail-on", "never")


@pytest.fixture
def lists(folder: Path) -> Path:
    (folder / "baselines").mkdir()
    (folder / "baselines" / "care.yaml").write_text(BASELINE, "utf-8")
    return folder / "baselines"


@pytest.mark.usefixtures("lists")
def test_the_one_that_fits_is_picked_and_told(duibiao: Program) -> None:
    done = duibiao("check", "plans/一.txt", *REGION, "-f", "json")
    assert (done.code, json.loads(done.out)["baseline"]["id"]) == (0, "qs-care-2021")
    assert done.err == "plans/一.txt：用基线清单 qs-care-2021（标题提到“养老”，青山省云岭市 属 青山省）\n"
    assert duibiao("check", "plans/一.txt", *REGION, "-f", "json", "-q").err == ""


@pytest.mark.usefixtures("lists")
def test_plans_that_share_it_are_told_together(duibiao: Program) -> None:
    assert duibiao("check", "plans", *REGION, "-f", "json").err.startswith("plans/一.txt 等 3 份方案：用基线清单")


@pytest.mark.usefixtures("lists")
def test_none_that_fits_is_2_with_the_list(duibiao: Program) -> None:
    done = duibiao("check", "plans/一.txt", "--region", "碧海省云岭市")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[:2] == [
        "错误：没有适合 plans/一.txt 的基线清单",
        "  qs-care-2021（青山省养老服务高质量发展要求）：地区 青山省，方案属 碧海省云岭市",
    ]
    assert "-b" in done.err.splitlines()[2]


def test_several_that_contradict_are_2_with_the_list(duibiao: Program, lists: Path) -> None:
    (lists / "other.yaml").write_text(BASELINE.replace("qs-care-2021", "other"), "utf-8")
    done = duibiao("check", "plans", *REGION)
    assert (done.code, done.out) == (2, "")
    lines = done.err.splitlines()
    assert lines[0] == "错误：3 份方案定不下用哪份基线清单"
    assert lines[1] == "  plans/一.txt："
    assert [line.split("（")[0].strip() for line in lines[2:4]] == ["qs-care-2021", "other"]


def test_one_that_says_it_supersedes_the_other_is_picked(duibiao: Program, lists: Path) -> None:
    old = BASELINE.replace("region: 青山省}", "region: 青山省, sources: [{id: a, title: 旧意见}]}")
    (lists / "care.yaml").write_text(old, "utf-8")
    new = "region: 青山省, sources: [{id: b, title: 新意见, supersedes: [旧意见]}]}"
    (lists / "new.yaml").write_text(BASELINE.replace("qs-care-2021", "new").replace("region: 青山省}", new), "utf-8")
    done = duibiao("check", "plans/一.txt", *REGION, "-f", "json")
    assert json.loads(done.out)["baseline"]["id"] == "new"


def test_no_baseline_at_all_is_2(duibiao: Program, folder: Path) -> None:
    (folder / "baselines").mkdir()
    done = duibiao("check", "plans/一.txt")
    assert done.err.splitlines() == ["错误：没有指定基线清单", "办法：baselines 里没有基线清单；请用 -b 指定"]
    assert done.code == 2


def test_a_faulty_one_that_would_fit_is_told_with_its_faults(duibiao: Program, lists: Path) -> None:
    (lists / "care.yaml").write_text(BASELINE + "  - {id: QS-003, mood: good}\n", "utf-8")
    done = duibiao("check", "plans/一.txt", *REGION)
    assert (done.code, "care.yaml:6" in done.err) == (2, True)


@pytest.mark.usefixtures("lists")
def test_a_plan_that_cannot_be_read_needs_no_baseline(duibiao: Program, folder: Path) -> None:
    (folder / "plans" / "四.docx").write_bytes(b"PK\x03\x04 nothing")
    alone = duibiao("check", "plans/四.docx", "-f", "json")
    assert (alone.code, json.loads(alone.out)["reports"][0]["status"]) == (3, "unreadable")
    beside = json.loads(duibiao("check", "plans", *REGION, "-f", "json").out)
    assert [report["status"] for report in beside["reports"]] == ["checked", "checked", "checked", "unreadable"]


@pytest.mark.usefixtures("lists")
def test_explain_takes_the_baseline_that_a_check_would(duibiao: Program, folder: Path) -> None:
    (folder / ".duibiao.yaml").write_text("plans: [{path: plans, region: 青山省云岭市}]\n", "utf-8")
    done = duibiao("explain", "plans/一.txt", "QS-002")
    assert (done.code, "QS-002" in done.out) == (0, True)


def test_shipped_baselines_are_there_without_any_folder(duibiao: Program, folder: Path) -> None:
    assert not (folder / "baselines").exists()
    done = duibiao("check", "plans/一.txt", "--issued", "2024-05-01", "-f", "json", "--fail-on", "never")
    assert (done.code, json.loads(done.out)["baseline"]["id"]) == (0, "cn-elderly-2025")
