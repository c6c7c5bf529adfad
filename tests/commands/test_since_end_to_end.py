"""What the whole is for: a repository of twelve plans, in which only what is new blocks, and a ruling lasts."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Program
from tests.commands.repository import BASELINE, ROOT, commit, edit, git, needs_git, news, prints, twelve
from tests.wrapping import wrapped

CHECK = ("check", "plans", "-b", BASELINE, "--new-only", "-f", "json")
PLAN = "plans/柳溪.txt"
FINDING = "YL-021"


@pytest.fixture
def repository(folder: Path) -> Path:
    needs_git()
    shutil.rmtree(folder / "plans")
    (folder / "b.yaml").unlink()
    (folder / "plans").mkdir()
    (folder / "baselines").mkdir()
    assert len(twelve(folder / "plans")) == 12
    git("init", "--quiet", "--initial-branch", "main", at=folder)
    commit("Twelve plans", folder)
    shutil.copy(ROOT / BASELINE, folder / BASELINE)
    commit("A baseline", folder)
    return folder


def lower(text: str) -> str:
    return text.replace("签约合作率达到100%", "签约合作率达到80%")


def test_the_first_run_reports_everything_and_blocks_nothing(duibiao: Program, repository: Path) -> None:
    assert repository.is_dir()
    for since in ((), ("--since", "HEAD~1")):  # before the baseline came there was nothing to hold a plan against
        done = duibiao(*CHECK, *since)
        found = json.loads(done.out)["reports"]
        assert (done.code, len(found)) == (0, 12)
        assert all(entry["summary"]["omitted"] + entry["summary"]["weakened"] for entry in found)
        assert news(done.out) == {}
    assert duibiao("check", "plans", "-b", BASELINE, "-q").code == 1


def test_one_lowered_number_blocks_with_exactly_that_finding(duibiao: Program, repository: Path) -> None:
    edit(repository / PLAN, lower)
    for since in ((), ("--since", "HEAD"), ("--since", "main")):
        done = duibiao(*CHECK, *since)
        assert done.code == 1
        assert news(done.out) == {(PLAN, FINDING): "worse"}
    commit("Ask for less", repository)
    done = duibiao(*CHECK, "--since", "HEAD~1")
    assert (done.code, news(done.out)) == (1, {(PLAN, FINDING): "worse"})
    assert [entry["plan"]["path"] for entry in json.loads(done.out)["reports"]] == [PLAN]


def test_a_ruling_silences_it_and_lapses_when_the_sentence_changes_again(duibiao: Program, repository: Path) -> None:
    edit(repository / PLAN, lower)
    passage = prints(duibiao(*CHECK, "--since", "HEAD").out)[PLAN, FINDING][1]
    ruling = (
        f"- {{requirement: {FINDING}, plan: {PLAN}, action: waive, reason: 一家尚在筹建, by: 林, date: 2026-11-20, "
    )
    (repository / "decisions.yaml").write_text(f"{ruling}passage: '{passage}'}}\n", "utf-8")
    ruled = (*CHECK, "--since", "HEAD", "--decisions", "decisions.yaml")
    done = duibiao(*ruled)
    assert (done.code, news(done.out)) == (0, {(PLAN, FINDING): "worse"})
    assert "rulings" not in json.loads(done.out)

    commit("Ruled", repository)
    assert duibiao(*CHECK, "--since", "HEAD", "--decisions", "decisions.yaml").code == 0
    edit(repository / PLAN, lambda text: text.replace("签约合作率达到80%", "签约合作率达到70%"))
    for since in ("HEAD", "HEAD~1"):
        done = duibiao(*CHECK, "--since", since, "--decisions", "decisions.yaml")
        assert (done.code, news(done.out)) == (1, {(PLAN, FINDING): "worse"})
        assert [entry["state"] for entry in json.loads(done.out)["rulings"]] == ["stale"]


def renamed(text: str) -> str:
    """Other words and other numbers in the headings."""
    text = text.replace("（四）深化医养结合", "（五）深入推进医养结合").replace(
        "（五）加强人才队伍建设", "（六）抓好人才队伍建设"
    )
    text = text.replace("三、重点任务", "四、主要任务").replace("四、保障措施", "五、组织保障")
    return re.sub(r"(?m)^([1-5])\. ", lambda match: f"{int(match[1]) + 1}．", text)


def reflowed(text: str) -> str:
    """Paragraphs wrapped as an editor does, with an empty line before each; rows of a table stay rows."""
    lines = (line if "\t" in line else f"\n{wrapped(line, 36)}" for line in text.splitlines())
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("change", [renamed, reflowed])
def test_renamed_headings_and_reflowed_lines_change_nothing(
    duibiao: Program, repository: Path, change: Callable[[str], str]
) -> None:
    before = prints(duibiao(*CHECK).out)
    plans = [path for path in (repository / "plans").iterdir() if "溪" in path.name]
    for path in plans:
        edit(path, change)
    done = duibiao(*CHECK, "--since", "HEAD")
    assert (done.code, news(done.out)) == (0, {})
    after = prints(done.out)
    assert len({plan for plan, _ in after}) == 4
    assert {key: before[key] for key in after} == after
