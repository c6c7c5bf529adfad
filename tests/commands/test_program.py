"""The program around the verbs: help, versions, crashes, pipes, start-up."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import duibiao.check as engine
from duibiao import __version__
from duibiao.commands.app import build
from duibiao.commands.messages import HELP
from duibiao.commands.options import LEVELS
from duibiao.model.document import Level
from duibiao.reports.text import cells
from tests.commands.conftest import Program

VERBS = [[], ["check"], ["diff"], ["text"], ["explain"], ["baseline"], ["baseline", "lint"], ["baseline", "schema"]]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_help_is_in_the_language_asked_for_and_fits(duibiao: Program, verb: list[str], language: str) -> None:
    done = duibiao(*verb, "--help", "--lang", language)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("用法：" if language == "zh" else "Usage: ")
    assert all(cells(line) <= 88 for line in done.out.splitlines())


def test_every_parameter_is_described_and_nothing_else() -> None:
    described = set()

    def walk(command: object) -> None:
        key = str(getattr(command, "help", ""))
        described.add(key)
        described.update(f"{key}.{p.name}" for p in getattr(command, "params", []) if p.name != "help")
        for child in getattr(command, "commands", {}).values():
            walk(child)

    walk(build())
    assert described == set(HELP)


def test_the_exit_codes_are_in_the_help(duibiao: Program) -> None:
    text = duibiao("check", "--help").out
    assert [f"\n  {code} " in text for code in (0, 1, 2, 3, 70)] == [True] * 5


def test_version(duibiao: Program) -> None:
    assert duibiao("--version").out == f"duibiao {__version__}\n"


def test_nothing_asked_shows_help_and_2(duibiao: Program) -> None:
    done = duibiao()
    assert (done.code, done.out) == (2, "")
    assert "check" in done.err


def test_a_bug_is_one_line_and_how_to_report_it(duibiao: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ZeroDivisionError("no such luck")

    monkeypatch.setattr(engine, "rule_pages", fail)
    done = duibiao("explain")
    assert (done.code, done.out) == (70, "")
    assert done.err.splitlines()[0] == "程序出错：ZeroDivisionError: no such luck"
    assert "Traceback" not in done.err
    assert "Traceback" in duibiao("explain", "--verbose").err


def test_interruption_is_quiet(duibiao: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(engine, "rule_pages", interrupt)
    done = duibiao("explain")
    assert (done.code, done.out) == (130, "")
    assert "Traceback" not in done.err


def run(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "duibiao", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_a_reader_that_goes_away_is_no_crash(folder: Path) -> None:
    (folder / "long.txt").write_text("一、任务\n" + "建立特殊困难老年人探访关爱制度。\n" * 60_000, "utf-8")
    program = subprocess.Popen(
        [sys.executable, "-m", "duibiao", "text", "long.txt"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout
    assert program.stderr
    program.stdout.read(10)
    program.stdout.close()
    assert program.stderr.read() == b""
    program.stderr.close()
    assert program.wait(timeout=60) == 141


def test_redirected_output_is_utf8_whatever_the_console_speaks(folder: Path) -> None:
    (folder / "rare.txt").write_text("一、建设𬭁㎡设施\n", "utf-8")
    done = run("text", "rare.txt", folder=folder, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.stdout.decode("utf-8") == "一、建设𬭁㎡设施\n"


def test_redirected_output_is_gbk_where_somebody_asks_for_it(folder: Path) -> None:
    (folder / "rare.txt").write_text("一、建设𬭁㎡设施\n", "utf-8")
    done = run("text", "rare.txt", folder=folder, PYTHONIOENCODING="gbk")
    assert done.stdout.decode("gbk") == "一、建设\\ud872\\udf41㎡设施\n"


def test_help_loads_no_stage(folder: Path) -> None:
    code = "import sys; from duibiao.__main__ import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=True)
    loaded = set(done.stderr.decode().split())
    assert not loaded & {"rich", "docx", "lxml", "pdfplumber", "pypdfium2", "opencc", "jieba", "rapidfuzz", "yaml"}
    stages = ("documents", "facts", "baselines", "matching", "judging", "check")
    assert not {name for name in loaded for stage in stages if name == f"duibiao.{stage}"}


def test_the_levels_offered_are_those_of_the_model() -> None:
    assert "|".join(Level) == LEVELS
