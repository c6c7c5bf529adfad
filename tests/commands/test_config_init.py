"""duibiao init writes a first configuration; duibiao config shows what holds."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from duibiao.__main__ import main
from duibiao.config.find import NAME
from duibiao.config.load import load
from duibiao.config.start import SCHEMA_NAME
from tests.commands.conftest import BASELINE, Program


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_first_configuration_names_what_lies_about(duibiao: Program, folder: Path, language: str) -> None:
    (folder / "lists").mkdir()
    (folder / "b.yaml").rename(folder / "lists" / "b.yaml")
    (folder / "decisions.yaml").write_text("[]\n")
    (folder / "node_modules").mkdir()
    (folder / "node_modules" / "x.docx").touch()
    done = duibiao("init", "--lang", language)
    assert (done.code, done.out) == (0, "")
    config = load(Path())
    assert config
    assert config.folders == (Path("lists"),)
    assert [entry.paths for entry in config.plans] == [("plans/**",)]
    assert config.decisions == Path("decisions.yaml")
    assert (config.fail_on, config.strict, config.language) == ("error", False, language)
    assert duibiao("check", "--region", "青山省云岭市", "-f", "json").code == 1


def test_what_it_holds_in_comments_is_sound_as_well(duibiao: Program, folder: Path) -> None:
    (folder / "plans").rename(folder / "elsewhere")
    duibiao("init")
    text = (folder / NAME).read_text("utf-8")
    lines = [line.removeprefix("# ") if _is_data(line.removeprefix("# ")) else line for line in text.splitlines()]
    assert len(lines) == len(set(lines)) + lines.count("") - 1
    data = yaml.safe_load("\n".join(lines))
    jsonschema.validate(data, json.loads((folder / SCHEMA_NAME).read_text("utf-8")))
    assert data["plans"][0] == {
        "path": "plans/**",
        "baseline": "qs-care-2021",
        "level": "county",
        "region": "四川省雅安市",
        "issued": "2023-09-20",
    }
    assert data["decisions"] == "decisions.yaml"


def _is_data(line: str) -> bool:
    return line.startswith(
        ("plans:", "  - path", "    baseline", "    level", "    region", "    issued", "decisions:")
    )


def test_editors_find_the_schema_beside_it(duibiao: Program, folder: Path) -> None:
    duibiao("init")
    first = (folder / NAME).read_text("utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={SCHEMA_NAME}"
    assert (folder / SCHEMA_NAME).read_text("utf-8") == duibiao("config", "--schema").out


def test_nothing_is_written_over(duibiao: Program, folder: Path) -> None:
    (folder / NAME).write_text("language: en\n", "utf-8")
    done = duibiao("init", "--lang", "zh")
    assert (done.code, "已经有 .duibiao.yaml" in done.err) == (2, True)
    assert (folder / NAME).read_text("utf-8") == "language: en\n"
    assert not (folder / SCHEMA_NAME).exists()


def test_a_schema_that_is_there_stays(duibiao: Program, folder: Path) -> None:
    (folder / SCHEMA_NAME).write_text("{}", "utf-8")
    assert duibiao("init").code == 0
    assert (folder / SCHEMA_NAME).read_text("utf-8") == "{}"


def test_one_further_up_is_told(duibiao: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duibiao("init")
    monkeypatch.chdir(folder / "plans")
    assert main(["init", "-q"]) == 0
    assert (folder / "plans" / NAME).exists()


def test_twice_in_two_places_is_the_same_file(duibiao: Program, folder: Path) -> None:
    duibiao("init")
    first = (folder / NAME).read_bytes()
    (folder / NAME).unlink()
    duibiao("init")
    assert (folder / NAME).read_bytes() == first


def test_config_shows_each_value_and_who_said_it(
    duibiao: Program, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "baselines").mkdir()
    (folder / "baselines" / "b.yaml").write_text(BASELINE, "utf-8")
    (folder / NAME).write_text("plans: [{path: plans, level: city}]\nfail-on: never\nlanguage: en\n", "utf-8")
    monkeypatch.setenv("DUIBIAO_REGION", "青山省云岭市")
    done = duibiao("config", "--strict")
    assert (done.code, done.err) == (0, "")
    rows = [line.split("#") for line in done.out.splitlines() if "#" in line]
    assert [(value.strip(), who.strip()) for value, who in rows] == [
        ("baselines: []", "the default"),
        ("level: -", "the default"),
        ("region: 青山省云岭市", "DUIBIAO_REGION in the environment"),
        ("issued: -", "the default"),
        ("fail-on: never", ".duibiao.yaml:2"),
        ("strict: true", "the command line"),
        ("decisions: -", "the default"),
        ("language: en", ".duibiao.yaml:3"),
        ("qs-care-2021", "baselines/b.yaml · 青山省养老服务高质量发展要求 · 青山省 · province"),
        ("plans (city)", "line 1, 3 plans"),
    ]


def test_config_without_a_file_says_so(duibiao: Program) -> None:
    done = duibiao("config", "--lang", "en")
    assert done.out.startswith("no .duibiao.yaml (duibiao init writes one)\n")
    assert "language: en" in done.out


def test_the_schema_is_printed_where_the_file_is_broken(duibiao: Program, folder: Path) -> None:
    (folder / NAME).write_text("frob: [", "utf-8")
    done = duibiao("config", "--schema")
    assert (done.code, json.loads(done.out)["$id"]) == (0, "urn:duibiao:config:1")
