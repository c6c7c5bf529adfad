"""What other repositories run: the hooks, the action and the examples, held to the command line they call."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from duibiao.commands.app import build
from tests.commands.repository import ROOT, commit, edit, git, needs_git

EXAMPLES = sorted((ROOT / ".ci" / "examples").glob("*.yml"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def lines(data: Any) -> Iterator[str]:
    """Every text of a file, however deep."""
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from lines(each)
    elif isinstance(data, str):
        yield data


def calls() -> Iterator[tuple[str, list[str]]]:
    for hook in HOOKS:
        yield f"hook {hook['id']}", shlex.split(hook["entry"])
    for path in EXAMPLES:
        for text in lines(yaml.safe_load(path.read_text("utf-8"))):
            if text.startswith("duibiao "):
                yield path.name, shlex.split(text)


CALLS = list(calls())


def options(words: list[str]) -> set[str]:
    """What the command that is meant would take."""
    command = build()
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]
    return {name for param in command.params for name in (*param.opts, *param.secondary_opts)} | {"--quiet", "--lang"}


@pytest.mark.parametrize(("where", "call"), CALLS, ids=[where for where, _ in CALLS])
def test_every_option_that_is_given_is_one(where: str, call: list[str]) -> None:
    assert where
    words = call[1:]
    given = {word.partition("=")[0] for word in words if word.startswith("-")}
    assert given <= options(words)


def test_there_is_an_example_for_each_place() -> None:
    assert [path.stem for path in EXAMPLES] == ["gitee", "github", "gitlab"]
    assert {where for where, _ in CALLS} >= {"gitee.yml", "gitlab.yml"}


def test_the_example_for_github_gives_the_action_what_it_takes() -> None:
    steps = yaml.safe_load((ROOT / ".ci" / "examples" / "github.yml").read_text("utf-8"))["jobs"]["duibiao"]["steps"]
    (step,) = (step for step in steps if "duibiao" in step.get("uses", ""))
    assert step["with"].keys() <= ACTION["inputs"].keys()


def test_no_value_of_the_action_stands_in_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_hooks_take_the_plans_that_can_be_read() -> None:
    from duibiao.documents.find import SUFFIXES  # noqa: PLC0415  beside its only use

    (hook,) = (hook for hook in HOOKS if hook["id"] == "duibiao")
    for suffix in SUFFIXES:
        assert re.search(hook["files"], f"plans/某县/方案{suffix}"), suffix
    assert not re.search(hook["files"], "README.md")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    needs_git()
    if shutil.which("bash") is None:
        pytest.skip("the action's scripts are for bash")
    shutil.copytree(ROOT / "baselines", tmp_path / "基线 清单")
    (tmp_path / "plans").mkdir()
    shutil.copy(ROOT / "plans" / "hefeng.html", tmp_path / "plans" / "禾丰 县.html")
    git("init", "--quiet", "--initial-branch", "main", at=tmp_path)
    commit("one", tmp_path)
    return tmp_path


def act(folder: Path, **inputs: str) -> tuple[int, dict[str, str]]:
    """Run the checking step of the action as its runner would; the step's outputs."""
    (step,) = (step for step in ACTION["runs"]["steps"] if step.get("id") == "check")
    program = folder.parent / "bin"
    program.mkdir(exist_ok=True)
    (program / "duibiao").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m duibiao "$@"\n')
    (program / "duibiao").chmod(0o755)
    names = {key: str(value).removeprefix("${{ inputs.").removesuffix(" }}") for key, value in step["env"].items()}
    given = {
        key: inputs.get(name, str(ACTION["inputs"].get(name, {}).get("default", ""))) for key, name in names.items()
    }
    given["BASE"] = inputs.get("base", "")
    files = {name: str(folder.parent / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for path in files.values():
        Path(path).write_text("")
    environment = {**os.environ, **given, **files, "PATH": f"{program}{os.pathsep}{os.environ['PATH']}"}
    run = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
    )
    told = Path(files["GITHUB_OUTPUT"]).read_text().splitlines()
    return run.returncode, {"said": run.stdout.decode(), **dict(line.split("=", 1) for line in told)}


BASELINE = "基线 清单/yl-elderly-2023.yaml"


def test_the_action_blocks_what_is_new_and_leaves_reports(repository: Path) -> None:
    asked = {"plans": "plans\n", "baselines": BASELINE, "base": "HEAD"}
    code, told = act(repository, **asked)
    assert (code, told["exit-code"]) == (0, "0")
    edit(repository / "plans" / "禾丰 县.html", lambda text: text.replace("月探访率达到100%", "月探访率达到60%"))
    code, told = act(repository, **asked)
    assert (code, told["exit-code"], told["sarif"]) == (1, "1", "duibiao-reports/report.sarif")
    assert told["said"].startswith("::error file=plans/禾丰 县.html")
    assert (repository.parent / "GITHUB_STEP_SUMMARY").read_text("utf-8").startswith("# 对标报告")
    kept = sorted(path.suffix for path in (repository / "duibiao-reports").iterdir())
    assert kept == [".json", ".md", ".sarif", ".xml"]


def test_the_action_can_look_without_blocking(repository: Path) -> None:
    code, told = act(repository, plans="plans", baselines=BASELINE, since="none", **{"fail-on": "never"})
    assert (code, told["exit-code"]) == (0, "0")


def test_the_action_passes_on_what_went_wrong_and_runs_nothing_it_was_given(repository: Path) -> None:
    code, told = act(repository, plans="plans", baselines=BASELINE, base="$(touch hit)`touch hit`")
    assert (code, told["exit-code"], "sarif" in told) == (2, "2", False)
    assert not (repository / "hit").exists()
