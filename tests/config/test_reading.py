"""What a configuration says, and where its paths lead."""

import os
import re
from pathlib import Path

import pytest

from duibiao.config.find import NAME, find, language
from duibiao.config.load import folders_of, load, shipped
from duibiao.config.settings import Config, Entry
from duibiao.model.document import Level

WHOLE = """\
schema: 1
baselines: baselines
plans:
  - plans/*.txt
  - path: [plans, "!plans/二.txt"]
    baseline: [qs-care-2021, ./b.yaml]
    level: city
    region: 青山省云岭市
    issued: 2021-11-05
fail-on: warning
strict: yes
decisions: rulings/decisions.yaml
language: en
"""


def test_everything_that_it_can_say(folder: Path) -> None:
    (folder / NAME).write_text(WHOLE, "utf-8")
    config = load(Path())
    assert config == Config(
        file=Path(NAME),
        folders=(Path("baselines"),),
        plans=(
            Entry(paths=("plans/*.txt",), line=4),
            Entry(
                paths=("plans", "!plans/二.txt"),
                baselines=("qs-care-2021", "b.yaml"),
                level=Level.CITY,
                region="青山省云岭市",
                issued="2021-11-05",
                line=5,
            ),
        ),
        fail_on="warning",
        strict=True,
        decisions=Path("rulings/decisions.yaml"),
        language="en",
        lines=(
            ("schema", 1),
            ("folders", 2),
            ("plans", 4),
            ("fail_on", 10),
            ("strict", 11),
            ("decisions", 12),
            ("language", 13),
        ),
    )


def test_paths_count_from_the_file_and_not_from_where_one_stands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / NAME).write_text(WHOLE, "utf-8")
    (folder / "plans" / "deeper").mkdir()
    monkeypatch.chdir(folder / "plans" / "deeper")
    config = load(Path())
    assert config
    assert config.file == Path("../..") / NAME
    assert config.folders == (Path("../../baselines"),)
    assert config.plans[1].baselines == ("qs-care-2021", "../../b.yaml")
    assert config.decisions == Path("../../rulings/decisions.yaml")


def test_the_nearest_file_upward_holds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / NAME).write_text("language: zh\n", "utf-8")
    (folder / "plans" / NAME).write_text("language: en\n", "utf-8")
    assert find(Path()) == Path(NAME)
    monkeypatch.chdir(folder / "plans")
    assert find(Path()) == Path(NAME)
    assert language(Path()) == "en"
    (folder / "plans" / NAME).unlink()
    assert find(Path()) == Path("..") / NAME


def test_without_a_file_nothing_is_said(folder: Path) -> None:
    assert load(Path()) is None
    assert folders_of(None) == (Path("baselines"),)
    os.rename(folder / "baselines", folder / "other")  # noqa: PTH104  one call
    assert folders_of(None) == (shipped(),)
    assert {path.name for path in shipped().glob("*.yaml")} >= {"cn-elderly-2025.yaml"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("language: en\n", "en"),
        ("a: 1\nlanguage:   'zh' # so\n", "zh"),
        ("# language: en\n", None),
        ("plans:\n  - language: en\n", None),
        ("language: fr\n", None),
    ],
)
def test_the_language_is_known_before_anything_is_parsed(folder: Path, text: str, told: str | None) -> None:
    (folder / NAME).write_text(text, "utf-8")
    assert language(Path()) == told


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_configuration_shown_in_the_readme_is_sound(name: str, folder: Path) -> None:
    root = Path(__file__).parents[2]
    (block,) = re.findall(r"```yml\n(.*?)```", (root / name).read_text("utf-8"), re.DOTALL)
    (folder / "plans" / "x.html").touch()
    (folder / "baselines" / "yl.yaml").write_text((root / "baselines/yl-elderly-2023.yaml").read_text("utf-8"), "utf-8")
    (folder / NAME).write_text(block, "utf-8")
    config = load(Path())
    assert config
    assert config.plans[1].baselines == ("yl-elderly-2023",)
