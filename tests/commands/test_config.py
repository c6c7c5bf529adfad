"""What .duibiao.yaml, the environment and the command line do to a check, seen from outside."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from duibiao.__main__ import main
from duibiao.config.find import NAME
from tests.commands.conftest import BASELINE, PLAN, Done, Program

CONFIG = """\
schema: 1
baselines: lists
plans:
  - path: plans/*.txt
    baseline: qs-care-2021
    level: city
    region: 青山省云岭市
fail-on: never
"""


@pytest.fixture
def configured(folder: Path) -> Path:
    (folder / "lists").mkdir()
    (folder / "lists" / "care.yaml").write_text(BASELINE, "utf-8")
    (folder / NAME).write_text(CONFIG, "utf-8")
    return folder


def reports(done: Done) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(done.out)["reports"]
    return found


@pytest.mark.usefixtures("configured")
def test_check_without_a_word_checks_what_the_file_names(duibiao: Program) -> None:
    done = duibiao("check", "-f", "json")
    assert (done.code, done.err) == (0, "")
    assert [(r["plan"]["path"], r["plan"]["level"], r["plan"]["region"]) for r in reports(done)] == [
        (f"plans/{name}.txt", "city", "青山省云岭市") for name in ("一", "三", "二")
    ]


def test_the_command_line_beats_the_environment_and_that_the_file(
    duibiao: Program, configured: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert duibiao("check", "-f", "json").code == 0
    monkeypatch.setenv("DUIBIAO_FAIL_ON", "error")
    monkeypatch.setenv("DUIBIAO_LEVEL", "county")
    monkeypatch.setenv("DUIBIAO_FORMAT", "json")
    done = duibiao("check")
    assert (done.code, reports(done)[0]["plan"]["level"]) == (1, "county")
    done = duibiao("check", "--fail-on", "never", "--level", "province")
    assert (done.code, reports(done)[0]["plan"]["level"]) == (0, "province")
    (configured / NAME).write_text(CONFIG.replace("never", "never\nstrict: true"), "utf-8")
    assert duibiao("check", "--no-strict", "--fail-on", "never").code == 0


@pytest.mark.parametrize(
    ("variable", "told"),
    [
        ("DUIBIAO_LEVEL=town", "DUIBIAO_LEVEL 的值不对"),
        ("DUIBIAO_FAIL_ON=some", "DUIBIAO_FAIL_ON 的值不对"),
        ("DUIBIAO_ISSUED=2022年", "2022年"),
        ("DUIBIAO_FORMAT=yaml", "yaml"),
        ("DUIBIAO_STRICT=perhaps", "DUIBIAO_STRICT"),
        ("DUIBIAO_BASELINE=nowhere.yaml", "nowhere.yaml"),
    ],
)
def test_a_wrong_variable_is_told_by_its_name(
    duibiao: Program, configured: Path, monkeypatch: pytest.MonkeyPatch, variable: str, told: str
) -> None:
    assert configured.is_dir()
    name, _, value = variable.partition("=")
    monkeypatch.setenv(name, value)
    done = duibiao("check", "plans/一.txt")
    assert (done.code, done.out) == (2, "")
    assert told in done.err.splitlines()[0]


def test_several_values_in_one_variable(duibiao: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "c d.yaml").write_text(BASELINE.replace("qs-care-2021", "qs-care-2022"), "utf-8")
    monkeypatch.setenv("DUIBIAO_BASELINE", os.pathsep.join(["b.yaml", "c d.yaml"]))
    monkeypatch.setenv("DUIBIAO_FORMAT", "json github")
    done = duibiao("check", "plans/一.txt")
    assert "::error" in done.out
    start = done.out.index("{")
    data, _ = json.JSONDecoder().raw_decode(done.out[start:])
    assert [baseline["id"] for baseline in data["baselines"]] == ["qs-care-2021", "qs-care-2022"]


def test_names_count_from_the_folder_of_the_file(
    duibiao: Program, configured: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert duibiao("check", "plans/一.txt", "-f", "json").code == 0
    monkeypatch.chdir(configured / "plans")
    assert main(["check", "一.txt", "-f", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["reports"][0]["plan"]["path"] == "plans/一.txt"
    assert main(["check", "-f", "json", "-o", "out.json", "-q"]) == 0
    assert (configured / "plans" / "out.json").exists()


def test_every_fault_of_the_file_is_told_and_nothing_is_checked(duibiao: Program, folder: Path) -> None:
    (folder / NAME).write_text("fail_on: error\nplans: []\n", "utf-8")
    done = duibiao("check", "plans/一.txt", "-b", "b.yaml")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [
        "错误：配置文件 .duibiao.yaml 有 2 处错误",
        "  .duibiao.yaml:1  fail_on:不认识的键;是否想写 fail-on?",
        "  .duibiao.yaml:2  plans:列表是空的;请填写,或删去这一行",
        "办法：上面每行开头是文件名和行号：请照着改好、存盘，再运行一次",
    ]


def test_a_glob_that_names_nothing_is_told(duibiao: Program, configured: Path) -> None:
    (configured / NAME).write_text(CONFIG.replace("fail-on", '  - "old/*.pdf"\nfail-on'), "utf-8")
    done = duibiao("check", "-f", "json")
    assert (done.code, done.err) == (0, ".duibiao.yaml:8：没有与 old/*.pdf 相符的方案\n")
    (configured / NAME).write_text("plans: ['old/*.pdf']\n", "utf-8")
    done = duibiao("check")
    assert (done.code, done.err.splitlines()[0]) == (2, "错误：.duibiao.yaml 里写的路径下没有方案")


def test_no_plan_and_no_file_is_wrong_usage(duibiao: Program) -> None:
    done = duibiao("check")
    assert (done.code, done.out) == (2, "")
    assert "缺少 PLAN…" in done.err
    assert "duibiao init" in done.err


def test_the_language_of_the_file_is_that_of_help_as_well(
    duibiao: Program, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / NAME).write_text("language: en\n", "utf-8")
    assert duibiao("--help").out.startswith("Usage:")
    assert duibiao("check", "--frob").err.startswith("Error:")
    assert duibiao("--help", "--lang", "zh").out.startswith("用法：")
    monkeypatch.setenv("DUIBIAO_LANG", "zh")
    assert duibiao("--help").out.startswith("用法：")


def test_decisions_that_are_not_there_yet_are_no_error(duibiao: Program, configured: Path) -> None:
    (configured / NAME).write_text(CONFIG + "decisions: decisions.yaml\n", "utf-8")
    done = duibiao("check", "-f", "json")
    assert (done.code, done.err) == (0, "还没有复核意见文件 decisions.yaml\n")
    assert duibiao("check", "--decisions", "other.yaml").code == 2


def test_a_baseline_by_its_id(duibiao: Program, configured: Path) -> None:
    assert duibiao("check", "plans/一.txt", "-b", "qs-care-2021", "-f", "json").code == 0
    done = duibiao("check", "plans/一.txt", "-b", "qs-care-2012")
    assert done.err.splitlines() == [
        "错误：没有文件 qs-care-2012，在 lists 里也没有编号为 qs-care-2012 的基线清单",
        "办法：有这些：qs-care-2021",
    ]
    (configured / "lists" / "again.yaml").write_text(BASELINE, "utf-8")
    done = duibiao("check", "plans/一.txt", "-b", "qs-care-2021")
    assert (done.code, "lists/again.yaml、lists/care.yaml" in done.err) == (2, True)


def test_each_plan_has_its_own_baselines(duibiao: Program, configured: Path) -> None:
    (configured / "lists" / "other.yaml").write_text(BASELINE.replace("qs-care-2021", "other"), "utf-8")
    (configured / NAME).write_text(
        CONFIG.replace("fail-on", "  - {path: plans/三.txt, baseline: other}\nfail-on"), "utf-8"
    )
    found = [(r["plan"]["path"], r["baseline"]) for r in reports(duibiao("check", "-f", "json"))]
    assert found == [
        ("plans/一.txt", "qs-care-2021"),
        ("plans/三.txt", "other"),
        ("plans/二.txt", "qs-care-2021"),
    ]


def test_two_reports_stay_two_reports_where_the_environment_names_a_baseline(
    duibiao: Program, configured: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    duibiao("check", "-f", "json", "-o", "old.json")
    (configured / "plans" / "一.txt").write_text(PLAN.replace("3万", "2万"), "utf-8")
    duibiao("check", "-f", "json", "-o", "new.json")
    monkeypatch.setenv("DUIBIAO_BASELINE", "b.yaml")
    monkeypatch.setenv("DUIBIAO_LEVEL", "city")
    done = duibiao("diff", "old.json", "new.json")
    assert (done.code, "W101" in done.out) == (0, True)
    assert duibiao("diff", "old.json", "new.json", "--fail-on", "error").code == 1
    assert duibiao("explain", "W101").code == 0


def test_a_configuration_makes_help_no_slower(folder: Path) -> None:
    (folder / NAME).write_text(CONFIG + "language: en\n", "utf-8")
    code = "import sys; from duibiao.__main__ import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=True)
    assert done.stdout.startswith(b"Usage:")
    assert not set(done.stderr.decode().split()) & {"yaml", "wcmatch", "duibiao.config.load", "duibiao.baselines"}
