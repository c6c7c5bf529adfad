"""Every fault of a configuration is told at once, with path and line; the schema finds what a schema can."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from duibiao.config.find import NAME
from duibiao.config.load import load
from duibiao.config.schema import json_schema, keys
from duibiao.model.errors import ConfigError, UsageError

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "faults.yaml").read_text("utf-8"))
# what only the reader can see: what is on the disk, and how YAML was written
BEYOND: tuple[str, ...] = ("of_a_later_version", "key_twice", "not_yaml", "empty")
BEYOND += (
    "unknown_id",
    "plan_that_is_not_there",
    "baseline_file_that_is_not_there",
    "absolute_path",
    "only_exclusions",
)


def told(folder: Path, text: str) -> list[str]:
    (folder / NAME).write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(Path())
    assert caught.value.file == NAME
    assert all(fault.message.zh and fault.message.zh != fault.message.en for fault in caught.value.faults)
    return [f"{fault.line} {fault.path}: {fault.message.en}" for fault in caught.value.faults]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_faults_are_told_with_path_and_line(folder: Path, case: dict[str, Any]) -> None:
    assert set(case) == {"name", "why", "text", "faults"}
    found = told(folder, case["text"])
    assert len(found) == len(case["faults"]), found
    for line, wanted in zip(found, case["faults"], strict=True):
        place, _, message = wanted.partition(": ")
        assert line.startswith(f"{place}: ")
        assert message in line


@pytest.mark.parametrize("case", [c for c in CASES if c["name"] not in BEYOND], ids=lambda case: case["name"])
def test_the_schema_refuses_the_same(case: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(case["text"]), json_schema())


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$id"] == "urn:duibiao:config:1"
    assert keys() == ("schema", "baselines", "plans", "fail-on", "strict", "decisions", "language")


def test_two_files_of_one_id_cannot_be_told_apart_by_it(folder: Path) -> None:
    found = told(folder, "baselines: [baselines, b.yaml]\nplans:\n  - {path: plans, baseline: qs-care-2021}\n")
    assert found == [
        "3 plans[0].baseline: several files hold qs-care-2021: baselines/care.yaml, b.yaml; name the file instead"
    ]


def test_another_encoding_is_told(folder: Path) -> None:
    (folder / NAME).write_bytes("language: zh # 语言".encode("gbk"))
    with pytest.raises(ConfigError) as caught:
        load(Path())
    assert "UTF-8" in caught.value.faults[0].message.zh


def test_a_folder_of_that_name_is_told(folder: Path) -> None:
    (folder / NAME).mkdir()
    with pytest.raises(UsageError, match=r"cannot open the configuration"):
        load(Path())
