"""The schema for editors and the loader say the same, as far as a schema can say it."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from duibiao.baselines import json_schema
from duibiao.model.errors import BaselineError
from tests.baselines.conftest import HEAD, Loads
from tests.baselines.test_loading import FULL, GOLD, SHIPPED


class _PlainLoader(yaml.SafeLoader):
    """YAML as editors see it: a day stays a word."""


_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _errors(text: str) -> list[str]:
    data: Any = yaml.load(text, Loader=_PlainLoader)  # a safe loader
    return [error.message for error in Draft202012Validator(json_schema()).iter_errors(data)]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json.loads(json.dumps(json_schema())) == json_schema()


@pytest.mark.parametrize("path", [*SHIPPED, *GOLD], ids=lambda path: path.stem)
def test_good_files_agree_with_it(path: Path) -> None:
    assert _errors(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("text", [FULL, HEAD + "- {id: a, text: 建设, source: {clause: 3}, deadline: 2025}\n"])
def test_both_accept(loads: Loads, text: str) -> None:
    loads(text)
    assert _errors(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "- a\n",
        "baseline: {id: x}\n",
        "baseline: {id: x}\nrequirements: []\n",
        "requirements: [{id: a, text: 建设}]\n",
        "schema: 2\nbaseline: {id: x}\nrequirements: [{id: a, text: 建设}]\n",
        "schema: 1\nbaseline: {id: x, more: 1}\nrequirements: [{id: a, text: 建设}]\n",
        "baseline: {id: x, level: town}\nrequirements: [{id: a, text: 建设}]\n",
        "baseline: {id: x, sources: [{id: s}]}\nrequirements: [{id: a, text: 建设}]\n",
        *(
            HEAD + wrong + "\n"
            for wrong in (
                "- {text: 建设}",
                "- {id: a}",
                "- {id: a b, text: 建设}",
                "- {id: a, text: 12}",
                "- {id: a, text: ' '}",
                "- {id: a, text: 建设, strength: 必须}",
                "- {id: a, text: 建设, kind: goal}",
                "- {id: a, text: 建设, deadline: 2025年}",
                "- {id: a, text: 建设, deadline: 2025-13}",
                "- {id: a, text: 建设, verified: 1}",
                "- {id: a, text: 建设, title: }",
                "- {id: a, text: 建设, applies_to: county}",
                "- {id: a, text: 建设, applies_to: []}",
                "- {id: a, text: 建设, departments: 民政厅}",
                "- {id: a, text: 建设, source: {page: 1}}",
                '- {id: a, text: 建设, kind: task, targets: [{op: ">=", value: 1, unit: 个}]}',
                "- {id: a, text: 建设, targets: []}",
                "- {id: a, text: 建设, targets: [{op: x, value: 1, unit: 个}]}",
                '- {id: a, text: 建设, targets: [{op: ">=", value: "1", unit: 个}]}',
                '- {id: a, text: 建设, targets: [{op: ">=", value: 1}]}',
                '- {id: a, text: 建设, targets: [{op: ">=", value: 1, unit: 个, by_region: {甲市: 1}}]}',
            )
        ),
    ],
)
def test_both_refuse(loads: Loads, text: str) -> None:
    with pytest.raises(BaselineError):
        loads(text)
    assert _errors(text)


def test_the_schema_for_editors_is_the_one_there_is() -> None:
    shipped = (SHIPPED[0].parent / "schema.json").read_text("utf-8")
    assert shipped == json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n", "run: duibiao baseline schema -o"
    assert all("$schema=schema.json" in path.read_text("utf-8").splitlines()[0] for path in SHIPPED)
