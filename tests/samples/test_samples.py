import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from duibiao.baselines import load_many
from duibiao.documents import read
from duibiao.language.normalise import plain_text
from duibiao.model.report import Verdict
from tests.samples.make import PLANS, build
from tests.samples.source import HERE, Sample, numbered, samples

ROOT = HERE.parents[1]
EXPECTED: dict[str, Any] = yaml.safe_load((HERE / "expected.yaml").read_text(encoding="utf-8"))
WEAKENING = {
    "target-lower",
    "target-dropped",
    "deadline-later",
    "deadline-dropped",
    "strength-softer",
    "scope-narrower",
    "partial",
}
each_sample = pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.file)
each_plan = pytest.mark.parametrize("plan", EXPECTED["plans"], ids=lambda plan: Path(plan["plan"]).name)


@each_sample
def test_the_shipped_plan_is_what_the_source_makes(sample: Sample) -> None:
    made = build(sample)
    assert made == build(sample)
    assert made == (PLANS / sample.file).read_bytes(), "run: python -m tests.samples.make"


@each_sample
def test_every_word_of_the_source_is_read_back(sample: Sample) -> None:
    text = plain_text(read(PLANS / sample.file).text)
    for block, _ in numbered(sample):
        cells = [cell for row in block.rows for cell in row]
        for words in (block.text, *cells):
            assert plain_text(words) in text


@each_sample
def test_a_plan_is_as_long_as_a_short_real_one(sample: Sample) -> None:
    assert 2500 <= len(plain_text(read(PLANS / sample.file).text)) <= 5000


def test_numbers_stand_in_the_word_file_only_as_numbering() -> None:
    with zipfile.ZipFile(PLANS / "lanxi.docx") as archive:
        body = archive.read("word/document.xml").decode()
    assert ">一、" not in body
    assert ">（一）" not in body


@each_plan
def test_every_requirement_has_an_intended_verdict(plan: dict[str, Any]) -> None:
    (baseline,) = load_many([ROOT / plan.get("baseline", EXPECTED["baseline"])])
    active = baseline.active
    assert list(plan["findings"]) == [requirement.id for requirement in active]
    for finding in plan["findings"].values():
        verdict, reasons = Verdict(finding["verdict"]), set(finding.get("reasons", ()))
        assert bool(reasons & WEAKENING) == (verdict is Verdict.WEAKENED)
        assert (reasons == {"task-omitted"}) == (verdict is Verdict.OMITTED)


def test_every_way_to_weaken_is_there() -> None:
    findings = [finding for plan in EXPECTED["plans"] for finding in plan["findings"].values()]
    assert {reason for finding in findings for reason in finding.get("reasons", ())} >= WEAKENING
