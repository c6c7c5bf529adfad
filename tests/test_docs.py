"""What the documents say of the tool is what the tool does."""

import re
import shlex
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from duibiao.__main__ import main
from duibiao.check import rule_pages
from duibiao.commands.app import build
from duibiao.commands.help import EXIT_CODES, HELP_OPTIONS, SHARED
from duibiao.commands.messages import HELP
from duibiao.decisions import read_decisions
from duibiao.documents import extract, find_plans
from duibiao.documents.find import SUFFIXES
from duibiao.language import segment
from duibiao.reports.registry import FORMATS
from tests.measure import bench, figures
from tests.remake import READMES, ROOT, is_same, made

DOCUMENTS = (*READMES, "CONTRIBUTING.md", "CHANGELOG.md", "reports/README.md")
each_document = pytest.mark.parametrize("name", DOCUMENTS)
each_readme = pytest.mark.parametrize("name", READMES)


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", [*READMES, "reports/sample"])
def test_what_is_quoted_is_what_the_tool_says_now(name: str) -> None:
    quoted = {path: content for path, content in made().items() if path.startswith(name)}
    assert quoted
    stale = [
        path
        for path, content in quoted.items()
        if not (ROOT / path).exists() or not is_same((ROOT / path).read_bytes(), content)
    ]
    assert not stale, "run: make samples"


def test_the_samples_are_all_there_is() -> None:
    assert {path.name for path in (ROOT / "reports/sample").iterdir()} == {
        f"report{f.suffix}" for f in FORMATS.values()
    }


@cache
def verbs(group: Any = None, before: tuple[str, ...] = ()) -> dict[tuple[str, ...], Any]:
    """Every command by the words that call it."""
    found: dict[tuple[str, ...], Any] = {}
    for name, command in (group or build()).commands.items():
        words = (*before, name)
        found |= verbs(command, words) if hasattr(command, "commands") else {words: command}
    return found


def options_of(command: Any) -> set[str]:
    shared = {name for names, _ in SHARED for name in re.findall(r"--?[a-z][a-z-]*", names)}
    return (
        {name for param in command.params for name in param.opts if name.startswith("-")} | shared | set(HELP_OPTIONS)
    )


def calls(name: str) -> list[list[str]]:
    """Every `duibiao …` that a document tells its reader to type."""
    lines = re.findall(r"`(duibiao [^`]+)`", text_of(name))
    for block in re.findall(r"```sh\n(.*?)```", text_of(name), re.DOTALL):
        lines += re.findall(r"^(?:\S*/)?(duibiao .*)$", block, re.MULTILINE)
    return [shlex.split(line, comments=True)[1:] for line in lines]


@each_document
def test_every_command_named_can_be_typed(name: str) -> None:
    for words in calls(name):
        verb = next((verb for verb in verbs() if tuple(words[: len(verb)]) == verb), None)
        assert verb, f"no such command: {words}"
        options = {word.partition("=")[0] for word in words if word.startswith("-")}
        assert options <= options_of(verbs()[verb]), words
        for word in words:
            if "/" in word and not word.startswith("-"):
                assert (ROOT / word).exists(), word


@each_readme
def test_every_option_named_alone_exists(name: str) -> None:
    known = set().union(*map(options_of, verbs().values()))
    assert set(re.findall(r"`(--?[a-z][a-z-]*)", text_of(name))) <= known


@each_readme
def test_formats_and_exit_codes_are_the_ones_there_are(name: str) -> None:
    text = text_of(name)
    row = next(line for line in text.splitlines() if "`-f terminal`" in line)
    assert set(re.findall(r"`(?:-f )?([a-z]+)`", row)) == set(FORMATS)
    row = next(line for line in text.splitlines() if "`--fail-on`" in line and line.startswith("|"))
    assert tuple(re.findall(r"(?<![\w.])(\d+) ", row)) == EXIT_CODES


@each_readme
def test_every_kind_of_plan_is_named(name: str) -> None:
    same = {".htm": "html", ".md": "Markdown", ".markdown": "Markdown", ".ofd": "OFD"}
    assert all(same.get(suffix, suffix[1:]) in text_of(name) for suffix in SUFFIXES)


@each_readme
def test_every_rule_stands_in_the_readme_and_no_other(name: str) -> None:
    assert set(re.findall(r"\b[A-Z]\d{3}\b", text_of(name))) == {page.rule for page in rule_pages()}


@each_readme
def test_the_baseline_shown_is_sound(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = re.findall(r"```yaml\n(schema:.*?)```", text_of(name), re.DOTALL)
    (tmp_path / "b.yaml").write_text(block, "utf-8")
    assert main(["baseline", "lint", str(tmp_path / "b.yaml")]) == 0, capsys.readouterr().out


@each_readme
def test_the_decision_shown_can_be_read(name: str) -> None:
    (block,) = re.findall(r"```yaml\n(- requirement:.*?)```", text_of(name), re.DOTALL)
    (decision,) = read_decisions(block.encode(), name)
    assert decision.ruling.expires == "2027-03-31"


@each_readme
def test_the_figures_told_in_words_are_those_measured(name: str) -> None:
    assert "about a third of the verdicts" in text_of(name) or "大约三分之一的结论" in text_of(name)
    rate = figures.load()["ways"]["plan_left_out"]["mean"]["real"]["accuracy"]
    assert 0.26 <= 1 - rate <= 0.40


def test_the_fast_segmenter_cuts_the_same_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rjieba = pytest.importorskip("rjieba")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cut = segment._jieba()
    lines = [line for plan in find_plans([ROOT / "plans"]) for line in extract(plan).text.splitlines()]
    lines += [*bench.plan().splitlines(), "ＡＢＣ 12.5%，㎡、𬭁；\u3000東北部地區的養老機構", ""]
    for line in lines:
        assert cut(line) == list(rjieba.cut(line, False))
    if sys.platform == "linux":
        assert list(tmp_path.glob("duibiao/*")), "jieba's cache belongs into the user's own folder"


def test_five_baselines_are_shipped_as_the_readmes_say() -> None:
    assert len(list((ROOT / "baselines").glob("*.yaml"))) == 5


@each_document
def test_every_link_leads_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", text_of(name)):
        assert (ROOT / name).parent.joinpath(target).exists(), target


@each_document
def test_every_word_of_make_is_one(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    named = re.findall(r"`make ([a-z]+)", text_of(name)) + re.findall(r"^make ([a-z]+)", text_of(name), re.MULTILINE)
    assert set(named) <= targets


@each_document
def test_every_path_named_exists(name: str) -> None:
    made_by_a_run = {"report.json", "report.md"}
    for path in re.findall(r"`((?:\.?[\w-]+/)+[\w.-]*|[\w-]+\.(?:md|py|yaml|toml|txt))`", text_of(name)):
        if not path.startswith(("../", ".venv/")) and path not in made_by_a_run:
            assert (ROOT / path).exists() or ((ROOT / name).parent / path).exists(), path


@pytest.mark.parametrize("verb", verbs(), ids=" ".join)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_names_every_option_and_says_what_it_is_for(
    verb: tuple[str, ...], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*verb, "--help", "--lang", language]) == 0
    page = capsys.readouterr().out
    command = verbs()[verb]
    assert all(option in page for option in options_of(command))
    joined = re.sub(r"\s", "", page)
    for param in command.params:
        if f"{command.help}.{param.name}" in HELP:
            told = HELP[f"{command.help}.{param.name}"].say(language).partition("{")[0]
            assert re.sub(r"\s", "", told) in joined


def test_help_of_formats_lists_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--help"]) == 0
    assert ",".join(FORMATS) in re.sub(r"\s", "", capsys.readouterr().out)


def test_the_changelog_begins_with_what_is_not_released() -> None:
    assert re.findall(r"^## (.+)$", text_of("CHANGELOG.md"), re.MULTILINE)[0] == "Unreleased"


def test_hooks_run_what_the_tests_run() -> None:
    hooks = yaml.safe_load(text_of(".pre-commit-config.yaml"))["repos"]
    assert [repository["repo"] for repository in hooks] == ["local"]
    entries = " ".join(hook["entry"] for hook in hooks[0]["hooks"])
    assert all(tool in entries for tool in ("ruff check", "ruff format", "mypy", "lint-imports"))
