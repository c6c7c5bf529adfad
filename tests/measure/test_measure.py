"""The measuring itself, and that the tool has not become worse than the figures that are told of it."""

import re
from pathlib import Path

import pytest

from duibiao.baselines import load
from duibiao.judging import judge
from duibiao.matching import decide
from tests.measure import bench, figures, peers
from tests.measure.scoring import here, means, score
from tests.training.gold import cases
from tests.training.train import prediction

REQUIREMENTS = ("培训养老护理员3万名", "建立探访关爱制度")
SENTENCES = ("对特殊困难老年人建立探访关爱制度。", "加强组织领导。", "到2025年,培训养老护理员1万名。")


@pytest.mark.parametrize("name", peers.PEERS)
def test_a_peer_finds_the_sentence_most_like_a_requirement(name: str) -> None:
    nearest = peers.PEERS[name](REQUIREMENTS, SENTENCES)
    assert [place for place, _ in nearest] == [2, 0]
    assert all(0 < value <= 1.000001 for _, value in nearest)


def test_means_are_over_cases_and_leave_out_what_was_not_measured() -> None:
    row = dict.fromkeys(("accuracy", "macro_f1", "presence_f1", "evidence_recall"), 0.5)
    found = means({
        "a": {"kind": "real", **row, "reasons_f1": None},
        "b": {"kind": "real", **row, "reasons_f1": 0.2},
        "c": {"kind": "written", **dict.fromkeys(row, 1.0), "reasons_f1": 0.4},
    })  # fmt: skip
    assert found["real"]["reasons_f1"] == 0.2
    assert found["all"]["reasons_f1"] == 0.3
    assert found["all"]["macro_f1"] == 0.667


def test_every_way_that_was_measured_stands_in_the_table() -> None:
    data = figures.load()
    assert list(data["ways"]) == list(figures.WAYS)
    for language in ("en", "zh"):
        table = figures.markdown(data, language)
        assert len(re.findall(r"^\|", table, re.MULTILINE)) == len(figures.WAYS) + 2


def test_the_benchmark_is_of_the_size_it_says(tmp_path: Path) -> None:
    assert bench.CHARACTERS <= len(bench.plan()) <= bench.CHARACTERS * 1.05
    file = tmp_path / "b.yaml"
    file.write_text(bench.baseline(), "utf-8")
    assert len(load(file).requirements) == bench.REQUIREMENTS


@pytest.mark.skipif(not here(), reason="the labelled cases (../shared) are not beside this repository")
def test_the_tool_is_not_worse_than_its_figures() -> None:
    models = decide.shipped()
    found = {}
    for case in cases():
        matches = [case.search.decide(number, models) for number in range(len(case.labels))]
        said = [prediction(match, judge(match)) for match in matches]
        found[case.name] = score(case, {label["id"]: each for label, each in zip(case.labels, said, strict=True)})
    told, now = figures.load()["ways"]["shipped"]["mean"], means(found)
    for kind, row in told.items():
        for key in ("macro_f1", "presence_f1"):
            # what is rounded, and a handful of verdicts
            assert (now[kind][key] or 0) >= row[key] - 0.01, (kind, key, "run: make measure")
    assert (now["all"]["macro_f1"] or 0) >= 0.60
