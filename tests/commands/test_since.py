"""--since, --against, --new-only, --strict, --decisions: what is checked, marked, said and returned."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import BASELINE, PLAN, Program
from tests.commands.repository import commit, edit, git, needs_git, news, prints

LATER = "2027年底前"


@pytest.fixture
def repository(folder: Path) -> Path:
    """Three plans that keep to nothing but the first requirement, and their baseline."""
    needs_git()
    git("init", "--quiet", "--initial-branch", "main", at=folder)
    commit("Plans", folder)
    return folder


def check(duibiao: Program, *words: str) -> tuple[int, dict[tuple[str, str], str], str]:
    done = duibiao("check", "plans", "-b", "b.yaml", "-f", "json", *words)
    return done.code, news(done.out), done.err


def paths(report: str) -> list[str]:
    return [entry["plan"]["path"] for entry in json.loads(report)["reports"]]


def test_no_changed_plan_is_0_and_told(duibiao: Program, repository: Path) -> None:
    assert repository.is_dir()
    done = duibiao("check", "plans", "-b", "b.yaml", "--since", "HEAD", "-f", "json")
    assert (done.code, json.loads(done.out)["reports"]) == (0, [])
    assert "3 份方案都没有改动" in done.err


def test_without_new_only_all_that_is_wrong_in_a_changed_plan_counts(duibiao: Program, repository: Path) -> None:
    edit(repository / "plans" / "一.txt", lambda text: text + "(三)其他。\n")
    assert check(duibiao, "--since", "HEAD")[:2] == (1, {})
    assert check(duibiao, "--since", "HEAD", "--new-only")[:2] == (0, {})


def test_a_renamed_plan_is_the_same_plan(duibiao: Program, repository: Path) -> None:
    git("mv", "plans/一.txt", "plans/甲.txt", at=repository)
    done = duibiao("check", "plans", "-b", "b.yaml", "-f", "json", "--since", "HEAD", "--new-only")
    (report,) = json.loads(done.out)["reports"]
    assert (done.code, report["plan"]["path"], report["compared"]["path"]) == (0, "plans/甲.txt", "plans/一.txt")
    edit(repository / "plans" / "甲.txt", lambda text: text.replace("3万名", "2万名"))
    assert check(duibiao, "--since", "HEAD", "--new-only")[:2] == (1, {("plans/甲.txt", "QS-002"): "worse"})


def test_everything_is_new_in_a_new_plan(duibiao: Program, repository: Path) -> None:
    (repository / "plans" / "四.txt").write_text(PLAN.replace("云岭", "云水"), "utf-8")
    code, found, _ = check(duibiao, "--since", "HEAD", "--new-only")
    assert (code, found) == (1, {("plans/四.txt", "QS-001"): "new", ("plans/四.txt", "QS-002"): "new"})


def test_a_changed_baseline_has_every_plan_checked(duibiao: Program, repository: Path) -> None:
    (repository / "b.yaml").write_text(BASELINE + "# 说明\n", "utf-8")
    assert paths(duibiao("check", "plans", "-b", "b.yaml", "--since", "HEAD", "-f", "json").out) == []
    (repository / "b.yaml").write_text(BASELINE + "  - {id: QS-003, text: 建立家庭养老床位制度}\n", "utf-8")
    code, found, told = check(duibiao, "--since", "HEAD", "--new-only")
    assert code == 1
    assert found == {(f"plans/{name}.txt", "QS-003"): "new" for name in "一二三"}
    assert "全部方案都要检查" in told


def test_a_requirement_that_went_is_counted(duibiao: Program, repository: Path) -> None:
    (repository / "b.yaml").write_text(BASELINE[: BASELINE.index("  - {id: QS-002")], "utf-8")
    done = duibiao("check", "plans", "-b", "b.yaml", "-f", "json", "--since", "HEAD", "--new-only")
    assert done.code == 0
    assert {tuple(entry["compared"]["gone"]) for entry in json.loads(done.out)["reports"]} == {("QS-002",)}
    assert "消失 1" in duibiao("check", "plans", "-b", "b.yaml", "--since", "HEAD").out


WAIVED = "- {requirement: QS-002, plan: plans/一.txt, action: waive, reason: 试点, by: 林, date: 2026-01-01}\n"


def test_a_ruling_taken_back_counts_as_worse(duibiao: Program, repository: Path) -> None:
    (repository / "d.yaml").write_text(WAIVED, "utf-8")
    commit("Ruled", repository)
    words = ("--since", "HEAD", "--new-only", "--decisions", "d.yaml")
    assert check(duibiao, *words)[:2] == (0, {})
    (repository / "d.yaml").write_text("", "utf-8")
    assert check(duibiao, *words)[:2] == (1, {("plans/一.txt", "QS-002"): "worse"})


def test_a_waiver_that_ran_out_overnight_is_nobodys_change(duibiao: Program, repository: Path) -> None:
    (repository / "d.yaml").write_text(WAIVED.replace("}", ", expires: 2026-01-02}"), "utf-8")
    commit("Ruled", repository)
    edit(repository / "plans" / "一.txt", lambda text: text + "(三)其他。\n")
    code, found, _ = check(duibiao, "--since", "HEAD", "--new-only", "--decisions", "d.yaml")
    assert (code, found) == (0, {})
    assert "已于 2026-01-02 到期" in duibiao("check", "plans", "-b", "b.yaml", "--decisions", "d.yaml").out


def test_a_ruling_follows_a_renamed_plan(duibiao: Program, repository: Path) -> None:
    (repository / "d.yaml").write_text(WAIVED, "utf-8")
    git("mv", "plans/一.txt", "plans/甲.txt", at=repository)
    for done in (False, True):
        if done:
            commit("Renamed", repository)
        report = json.loads(duibiao("check", "plans", "-b", "b.yaml", "-f", "json", "--decisions", "d.yaml").out)
        assert [entry["summary"]["waived"] for entry in report["reports"]] == [0, 0, 1]
        assert "rulings" not in report


def test_a_ruling_on_a_plan_that_is_not_checked_now_is_not_unused(duibiao: Program, repository: Path) -> None:
    (repository / "d.yaml").write_text(WAIVED + WAIVED.replace("一.txt", "无.txt"), "utf-8")
    done = duibiao("check", "plans/二.txt", "-b", "b.yaml", "-f", "json", "--decisions", "d.yaml")
    (lapsed,) = json.loads(done.out)["rulings"]
    assert (lapsed["state"], lapsed["plan"], lapsed["file"], lapsed["line"]) == ("unused", "plans/无.txt", "d.yaml", 2)


def test_a_saved_report_is_as_good_as_a_revision(duibiao: Program, folder: Path) -> None:
    duibiao("check", "plans", "-b", "b.yaml", "-o", "known.json", "--fail-on", "never")
    words = ("--against", "known.json", "--new-only")
    assert check(duibiao, *words)[:2] == (0, {})
    edit(folder / "plans" / "一.txt", lambda text: text.replace("3万名", "2万名"))
    assert check(duibiao, *words)[:2] == (1, {("plans/一.txt", "QS-002"): "worse"})
    done = duibiao("check", "plans/二.txt", "-b", "b.yaml", "-f", "json", *words)
    assert (done.code, paths(done.out)) == (0, ["plans/二.txt"])


def test_what_could_not_be_read_before_either_is_no_news(duibiao: Program, repository: Path) -> None:
    (repository / "plans" / "空.txt").write_bytes(b"")
    words = ("--since", "HEAD", "--new-only", "--fail-on", "error")
    assert check(duibiao, *words)[0] == 3
    commit("Empty", repository)
    assert check(duibiao, "--new-only")[0] == 0
    assert duibiao("check", "plans", "-b", "b.yaml").code == 1
    assert duibiao("check", "plans/空.txt", "-b", "b.yaml").code == 3


def test_strict_makes_unreadable_plans_fail(duibiao: Program, folder: Path) -> None:
    (folder / "plans" / "空.txt").write_bytes(b"")
    for words, code in (((), 3), (("--strict",), 1), (("--strict", "--fail-on", "never"), 3)):
        assert duibiao("check", "plans/空.txt", "-b", "b.yaml", *words).code == code


def test_line_numbers_and_white_space_move_no_fingerprint(duibiao: Program, repository: Path) -> None:
    before = prints(duibiao("check", "plans", "-b", "b.yaml", "-f", "json").out)
    for path in (repository / "plans").iterdir():
        edit(path, lambda text: "\n\n" + text.replace("(一)", "  (三) ").replace("(二)", "（四）").replace(",", "，"))
    done = duibiao("check", "plans", "-b", "b.yaml", "-f", "json", "--since", "HEAD", "--new-only")
    assert (done.code, news(done.out), prints(done.out)) == (0, {}, before)


def test_every_format_tells_what_is_new(duibiao: Program, repository: Path) -> None:
    edit(
        repository / "plans" / "一.txt",
        lambda text: text.replace("建立特殊困难老年人探访关爱制度,每月至少探访一次", "加强宣传引导"),
    )
    words = ("check", "plans", "-b", "b.yaml", "--since", "HEAD", "--new-only")
    assert "变差：落实 → 缺失" in duibiao(*words).out
    assert "变差：落实 → 缺失" in duibiao(*words, "-f", "markdown").out
    (first, summary) = duibiao(*words, "-f", "github").out.splitlines()
    assert first.startswith("::error file=plans/一.txt")
    assert "新增或变差" in summary
    results = json.loads(duibiao(*words, "-f", "sarif").out)["runs"][0]["results"]
    assert {
        result["properties"]["requirement"]: result["baselineState"] for result in results if result["properties"]
    } == {
        "QS-001": "new",
        "QS-002": "unchanged",
    }


REFUSED: list[tuple[list[str], str]] = [
    (["--since", "nowhere"], "没有版本“nowhere”"),
    (["--since", "HEAD", "--against", "x.json"], "只能用一个"),
    (["--against", "x.json"], "没有找到 x.json"),
    (["--against", "b.yaml"], "不是 json 报告"),
    (["--decisions", "x.yaml"], "没有找到复核意见文件 x.yaml"),
    (["--decisions", "b.yaml"], "b.yaml 有 1 处错误"),
]


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(("words", "told"), REFUSED)
def test_wrong_usage_is_told_before_any_plan_is_read(duibiao: Program, words: list[str], told: str) -> None:
    done = duibiao("check", "plans", "-b", "b.yaml", *words)
    assert (done.code, done.out) == (2, "")
    assert told in done.err.splitlines()[0]


def test_no_repository_is_told(duibiao: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_git()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    done = duibiao("check", "plans", "-b", "b.yaml", "--since", "HEAD")
    assert (done.code, done.out) == (2, "")
    assert "不在 git 仓库里" in done.err
