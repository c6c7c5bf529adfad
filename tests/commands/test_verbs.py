"""duibiao text, explain and baseline, on the real stages."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import PLAN, Program


def test_text_prints_exactly_what_was_read(duibiao: Program) -> None:
    done = duibiao("text", "plans/一.txt")
    assert (done.code, done.out, done.err) == (0, PLAN, "")


def test_outline_shows_labels_and_roles(duibiao: Program) -> None:
    done = duibiao("text", "plans/一.txt", "--outline")
    line = next(line for line in done.out.splitlines() if "探访关爱" in line)
    assert "一(一)" in line
    assert "body" in line


def test_outline_shows_the_cells_of_a_table_under_their_heads(duibiao: Program, folder: Path) -> None:
    table = "| 指标 | 2025年目标 |\n| --- | --- |\n| 日间照料覆盖率 | 90% |\n"
    (folder / "t.md").write_text(f"# 云岭市实施方案\n\n## 一、目标\n\n{table}", "utf-8")
    done = duibiao("text", "t.md", "--outline")
    assert any("日间照料覆盖率 | " in line and "90%" in line for line in done.out.splitlines())


def test_a_plan_that_cannot_be_read_is_told_in_two_lines(duibiao: Program, folder: Path) -> None:
    (folder / "empty.docx").write_bytes(b"")
    for arguments in (["text", "empty.docx"], ["explain", "empty.docx", "QS-001", "-b", "b.yaml"]):
        done = duibiao(*arguments)
        assert (done.code, done.out) == (3, "")
        assert [line[:3] for line in done.err.splitlines()] == ["错误：", "办法："]


def test_explain_lists_all_rules(duibiao: Program) -> None:
    done = duibiao("explain")
    assert done.code == 0
    for rule in ("O100  task-omitted", "W103  deadline-later", "N301  target-not-comparable"):
        assert rule in done.out


@pytest.mark.parametrize("name", ["W103", "w103", "deadline-later"])
def test_explain_knows_a_rule_by_code_and_by_name(duibiao: Program, name: str) -> None:
    done = duibiao("explain", name)
    assert done.code == 0
    assert done.out.startswith("W103 deadline-later\n")
    assert [head in done.out for head in ("发现什么", "为何重要", "已知局限")] == [True] * 3


def test_every_rule_has_a_page_in_both_languages(duibiao: Program) -> None:
    for line in duibiao("explain").out.splitlines():
        if line[:1].isupper() and line[1:4].isdigit():
            assert duibiao("explain", line[:4]).out != duibiao("explain", line[:4], "--lang", "en").out


def test_explain_shows_candidates_and_the_facts_compared(duibiao: Program) -> None:
    done = duibiao("explain", "plans/一.txt", "QS-002", "-b", "b.yaml")
    assert done.code == 0
    assert done.out.startswith("结论  弱化")
    assert "候选条款" in done.out
    assert "采信" in done.out
    assert "2027" in done.out
    assert "数量：" in done.out


def test_explain_shows_features_when_asked(duibiao: Program) -> None:
    usual = duibiao("explain", "plans/一.txt", "QS-002", "-b", "b.yaml").out
    assert len(duibiao("explain", "plans/一.txt", "QS-002", "-b", "b.yaml", "-v").out) > len(usual)


REFUSED = [
    (["explain", "W999"], "没有规则“W999”"),
    (["explain", "plans/一.txt"], "没有说明要解释哪项要求"),
    (["explain", "plans/一.txt", "QS-00", "-b", "b.yaml"], "没有要求 QS-00"),
    (["explain", "nowhere.txt", "QS-002", "-b", "b.yaml"], "nowhere.txt"),
    (["text"], "缺少 PLAN"),
    (["text", "nowhere.txt"], "nowhere.txt"),
    (["text", "plans"], "plans"),
    (["baseline", "lint"], "缺少 FILE…"),
    (["baseline", "lint", "nowhere.yaml"], "nowhere.yaml"),
    (["baseline", "frob"], "没有命令“frob”"),
    (["chekc"], "没有命令“chekc”"),
]


@pytest.mark.parametrize(("arguments", "told"), REFUSED)
def test_wrong_usage_is_told_in_two_lines(duibiao: Program, arguments: list[str], told: str) -> None:
    done = duibiao(*arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err.splitlines()[0]
    assert len(done.err.splitlines()) <= 2


def test_a_misspelled_verb_is_put_right(duibiao: Program) -> None:
    assert duibiao("chekc").err.splitlines()[1] == "办法：试试：check"


def test_the_schema_of_baselines_is_json(duibiao: Program) -> None:
    assert json.loads(duibiao("baseline", "schema").out)["$id"] == "urn:duibiao:baseline:1"


def test_lint_praises_what_is_sound_on_the_side(duibiao: Program) -> None:
    done = duibiao("baseline", "lint", "b.yaml")
    assert (done.code, done.out) == (0, "")
    assert "b.yaml：没有错误，2 项要求" in done.err


def test_lint_lists_the_faults_of_every_file(duibiao: Program, folder: Path) -> None:
    for name in ("x.yaml", "y.yaml"):
        (folder / name).write_text("schema: 1\nbaseline: {id: x}\nrequirements:\n  - {id: A-1}\n", "utf-8")
    done = duibiao("baseline", "lint", "x.yaml", "b.yaml", "y.yaml")
    assert done.code == 2
    assert {line.split(":")[0] for line in done.out.splitlines()} == {"x.yaml", "y.yaml"}
