"""The project keeps its word: what is built, what it leans on, how it is written."""

import ast
import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from duibiao.reports.registry import FORMATS
from tests.pictures import FOLDER, KINDS
from tests.remake import READMES

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "cli" / "duibiao"
MOST_LINES = 250
MOST_LINES_OF_A_FUNCTION = 60
# What may be longer, and why. Empty is best.
LONGER: dict[str, str] = {}

READMES_BY_LANGUAGE = {language: name for name, language in READMES.items()}
PICTURES = {f"{FOLDER}/{kind}.{language}.png" for kind in KINDS for language in READMES_BY_LANGUAGE}

# Patterns are written so that they do not find themselves.
UNWANTED = {
    "the address of a package registry": r"index[-]url|py[p]i\.org|python[h]osted|registry[ =:\"]+http|simple[/]\"",
    "a path of somebody's machine": r"(^|[\s\"'(=:`])/(work|root|home|Users)/[a-z]|[A-Z]:[\\]Users",
    "a conflict left over": r"^(<{7}|>{7}|={7})( |$)",
    "something left for later": r"\b(TO[D]O|FIX[M]E|X{3})\b",
    "a debugger": r"\b(breakpoint[(]\)|pdb[.]set_trace)",
}
PERMISSIVE = re.compile(r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL-2\.0|Unlicense|0BSD|HPND)\b|^HPND")


def git(*words: str) -> str:
    run = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        pytest.skip("not a git repository: there is no list of what belongs to the project")
    return run.stdout


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def test_the_flow_is_one_way() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    environment = {**os.environ, "PYTHONPATH": "cli"}
    run = subprocess.run(
        [program, "--no-cache"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("fault", UNWANTED)
def test_no_file_of_the_project_holds(fault: str) -> None:
    found = git("grep", "-nIP", UNWANTED[fault], "--", ".")
    assert not found, found


def test_no_file_is_too_long() -> None:
    long = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in sources()}
    assert {path: lines for path, lines in long.items() if lines > MOST_LINES and path not in LONGER} == {}
    assert set(LONGER) <= set(long), "an exception that nobody needs"


def test_no_function_is_too_long() -> None:
    found = {where: lines for path in sources() for where, lines in functions(path) if lines > MOST_LINES_OF_A_FUNCTION}
    assert found == {}


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            yield f"{path.relative_to(ROOT)}:{node.name}", (node.end_lineno or first) - first + 1


def test_the_wheel_holds_everything_that_is_needed(tmp_path: Path) -> None:
    call = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(call, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if name.startswith("duibiao/")}
    wanted = {path.relative_to(ROOT / "cli").as_posix() for path in PACKAGE.rglob("*") if belongs(path)}
    assert wanted <= names
    suffixes = {Path(name).suffix for name in names}
    known = {".py", ".json", ".yaml", ".typed", ".html", ".css", ".js", ".md"}
    assert suffixes == known, "something that is neither code nor data"
    assert "duibiao/py.typed" in names
    assert "duibiao/matching/weights.json" in names
    assert "duibiao/matching/background.json" in names
    assert "duibiao/reports/schema.json" in names
    assert "duibiao/shipped/cn-elderly-2025.yaml" in names
    assert any(name.startswith("duibiao/language/lexicon/") and name.endswith(".yaml") for name in names)


def belongs(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")


@cache
def settings() -> dict[str, object]:
    project: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return project


def runtime() -> set[str]:
    """Every distribution that an installation with all extras but `dev` brings, by its own name."""
    found: set[str] = set()
    waiting = ["duibiao[all]"]
    while waiting:
        requirement = Requirement(waiting.pop())
        for text in importlib.metadata.requires(requirement.name) or ():
            need = Requirement(text)
            if need.marker and not any(need.marker.evaluate({"extra": extra}) for extra in requirement.extras | {""}):
                continue
            if need.name not in found:
                waiting.append(str(need).partition(";")[0])
                found.add(need.name)
    return found - {"duibiao"}


@pytest.mark.parametrize("name", sorted(runtime()))
def test_what_it_leans_on_may_be_used_by_anybody(name: str) -> None:
    metadata = importlib.metadata.metadata(name)
    # some put their whole licence there, of which the first line is the name
    told = [
        text.strip().partition("\n")[0]
        for key in ("License-Expression", "License")
        for text in metadata.get_all(key) or ()
    ]
    told += [line for line in metadata.get_all("Classifier") or () if line.startswith("License ::")]
    assert any(map(PERMISSIVE.search, told)), told
    assert not any("GPL" in line for line in told), told


def test_versions_are_pinned_for_everything_installed_here() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = dict(line.split("==") for line in lines if line and not line.startswith("#"))
    names = {re.sub(r"[-_.]+", "-", name).lower() for name in pinned}
    assert {re.sub(r"[-_.]+", "-", name).lower() for name in runtime()} <= names
    declared = str(settings()["optional-dependencies"]) + str(settings()["dependencies"])
    extras = {"fast", "parquet", "cluster", "fuzz", "all", "dev", "duibiao"}
    declared_names = {re.sub(r"[-_.]+", "-", name).lower() for name in re.findall(r"'([A-Za-z][\w.-]*)", declared)}
    assert declared_names - extras <= names


def test_reports_are_not_kept_but_for_the_samples() -> None:
    samples = {f"reports/sample/report{form.suffix}" for form in FORMATS.values()}
    assert set(git("ls-files", "reports").split()) == {"reports/README.md"} | samples | PICTURES


def test_pictures_are_small_and_shown_in_their_readme() -> None:
    for name in sorted(PICTURES):
        content = (ROOT / name).read_bytes()
        assert content.startswith(b"\x89PNG")
        assert len(content) < 80_000, name
        language = name.split(".")[-2]
        readme = (ROOT / READMES_BY_LANGUAGE[language]).read_text("utf-8")
        assert f"]({name})" in readme.partition("\n## ")[0]


def test_ci_runs_what_developers_run() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert script.startswith("#!/usr/bin/env bash\n")
    assert "set -euo pipefail" in script
    assert script.rstrip().endswith("make --keep-going test")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
