import json
from pathlib import Path

import pytest

from duibiao.__main__ import main
from duibiao.baselines import load
from duibiao.baselines.layers import resolve
from duibiao.baselines.verifying import verify
from duibiao.commands.holding import hold
from tests.baselines.conftest import HEAD, Complains
from tests.baselines.test_loading import SHIPPED

FLOOR = """\
baseline: {id: x}
requirements:
  - id: a
    text: 到2025年，养老机构护理型床位占比不低于55%
    examples:
      covers:
        - 到2025年，全市养老机构护理型床位占比达到55%以上
        - 到2024年底，养老机构护理型床位占比不低于60%
      weakens:
        - {text: 到2025年，养老机构护理型床位占比达到50%以上, reason: target-lower}
        - {text: 到2027年，养老机构护理型床位占比不低于55%, reason: deadline-later}
      omits:
        - 组织养老护理员职业技能竞赛
"""


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.yaml").write_text(FLOOR, "utf-8")
    return tmp_path / "x.yaml"


def test_sentences_that_come_out_as_meant(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del written
    assert main(["baseline", "verify", "x.yaml", "--lang", "en"]) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "x.yaml: 5 sentences, all as meant\n")


def test_one_that_does_not_is_told_with_its_place(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written.write_text(FLOOR.replace("omits:", "omits:\n        - 护理型床位占比55%"), "utf-8")
    assert main(["baseline", "verify", "x.yaml", "--lang", "en"]) == 1
    told = capsys.readouterr()
    assert told.out.startswith(
        "x.yaml:13  requirements[0].examples.omits[0]: a '护理型床位占比55%' should omit it, and is "
    )
    assert told.err == "x.yaml: 1 of 6 sentences are not as meant\n"


def test_another_reason_is_another_thing(written: Path) -> None:
    written.write_text(FLOOR.replace("reason: deadline-later", "reason: target-lower"), "utf-8")
    assert [trial.passed for trial in verify(resolve(written), hold)] == [True, True, True, False, True]


def test_a_requirement_of_a_layer_above_is_tried_by_id(written: Path) -> None:
    below = written.with_name("below.yaml")
    text = "baseline: {id: below, extends: [x]}\nrequirements: [{id: b, text: 开展评估}]\n"
    below.write_text(text + "examples: {a: {omits: [开办老年大学]}}\n", "utf-8")
    assert [trial.passed for trial in verify(resolve(below), hold)] == [True]
    below.write_text(text + "examples: {z: {omits: [开办老年大学]}}\n", "utf-8")
    assert main(["baseline", "verify", str(below)]) == 2


@pytest.mark.parametrize(
    ("examples", "fault"),
    [
        ("{cover: [建设]}", "requirements[0].examples.cover:4 unknown key; did you mean covers?"),
        ("{covers: 建设}", "requirements[0].examples.covers:4 must be a list"),
        ("{weakens: [{reason: x}]}", "requirements[0].examples.weakens[0].text:4 missing"),
        ("{omits: [12]}", "requirements[0].examples.omits[0]:4 must be text"),
    ],
)
def test_examples_that_are_wrong(complains: Complains, examples: str, fault: str) -> None:
    (found,) = complains(HEAD + f"- {{id: a, text: 建设, examples: {examples}}}\n")
    assert found.startswith(fault)


def test_examples_by_id_need_their_requirement(complains: Complains) -> None:
    (found,) = complains(HEAD + "- {id: a, text: 建设}\nexamples: {b: {covers: [建设]}}\n")
    assert found == "examples.b:5 there is no requirement b"


def test_a_checklist_without_any(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written.write_text(HEAD + "- {id: a, text: 建设}\n", "utf-8")
    assert main(["baseline", "verify", "x.yaml", "--lang", "en"]) == 0
    assert "there are no fixture sentences" in capsys.readouterr().err


def test_json(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del written
    main(["baseline", "verify", "x.yaml", "-f", "json"])
    first = json.loads(capsys.readouterr().out)["examples"][0]
    assert (first["requirement"], first["verdict"], first["passed"], first["line"]) == ("a", "covered", True, 7)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_baselines_are_as_their_sentences_say(path: Path) -> None:
    assert load(path).id
    wrong = [
        f"{trial.example.requirement} {trial.example.answer} {trial.finding.verdict} {trial.codes} {trial.example.text}"
        for trial in verify(resolve(path), hold)
        if not trial.passed
    ]
    assert wrong == []
