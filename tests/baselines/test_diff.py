import json
from pathlib import Path

import pytest

from duibiao.__main__ import main
from duibiao.baselines import load
from duibiao.baselines.differing import Kind, compare

OLD = """\
baseline: {id: old}
requirements:
  - {id: a, text: "到2025年，养老机构护理型床位占比不低于50%"}
  - {id: b, text: "到2025年，所有街道建成综合性养老服务中心"}
  - {id: c, text: 建立老年人能力综合评估制度}
  - {id: d, text: "到2025年，培训养老护理员200人次以上"}
  - {id: e, text: 开展敬老月主题活动}
  - {id: f, text: 建立养老服务联席会议制度}
  - {id: g, text: "万元地区生产总值用水量不超过40立方米"}
"""
NEW = """\
baseline: {id: new}
requirements:
  - {id: a, text: "到2025年，养老机构护理型床位占比不低于55%"}
  - {id: b, text: "到2025年，有条件的街道建成综合性养老服务中心"}
  - {id: c, text: 建立统一规范的老年人能力综合评估制度}
  - {id: d, text: "到2024年，培训养老护理员100人次以上"}
  - {id: f, text: 建立养老服务联席会议制度}
  - {id: g, text: "万元地区生产总值用水量不超过45立方米"}
  - {id: h, text: 制定基本养老服务清单}
"""


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.yaml").write_text(OLD, "utf-8")
    (tmp_path / "new.yaml").write_text(NEW, "utf-8")
    return tmp_path


def kinds(folder: Path, old: str, new: str) -> dict[str, str]:
    (folder / "o.yaml").write_text(old, "utf-8")
    (folder / "n.yaml").write_text(new, "utf-8")
    return {entry.id: entry.kind.value for entry in compare(load(folder / "o.yaml"), load(folder / "n.yaml"))}


def test_every_kind_of_change(both: Path) -> None:
    assert kinds(both, OLD, NEW) == {
        "a": "tightened",
        "b": "loosened",
        "c": "reworded",
        "d": "mixed",
        "f": "same",
        "g": "loosened",
        "h": "added",
        "e": "removed",
    }


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("到2025年底前建成信息平台", "到2026年底前建成信息平台", Kind.LOOSENED),
        ("建成信息平台", "到2026年底前建成信息平台", Kind.TIGHTENED),
        ("鼓励建成信息平台", "建成信息平台", Kind.TIGHTENED),
        ("养老床位增加200张左右", "养老床位增加200张以上", Kind.TIGHTENED),
        ("养老床位增加200张以上", "养老床位明显增加", Kind.LOOSENED),
        ("有条件的社区设立助餐点", "所有社区设立助餐点", Kind.TIGHTENED),
        ("助餐服务覆盖80%的社区和60%的行政村", "助餐服务覆盖80%的社区和50%的行政村", Kind.LOOSENED),
        ("建立评估制度，结果互认", "建立评估制度,结果互认。", Kind.SAME),
        ("投资不低于2000万元", "投资不低于0.2亿元", Kind.SAME),
    ],
)
def test_one_change(tmp_path: Path, old: str, new: str, kind: Kind) -> None:
    head = "baseline: {{id: x}}\nrequirements: [{{id: a, text: '{}'}}]\n"
    assert kinds(tmp_path, head.format(old), head.format(new)) == {"a": kind.value}


def test_addressees(tmp_path: Path) -> None:
    head = "baseline: {{id: x}}\nrequirements: [{{id: a, text: 建立评估制度{}}}]\n"
    fewer, all_below = head.format(", applies_to: [city]"), head.format("")
    assert kinds(tmp_path, fewer, all_below) == {"a": "tightened"}
    assert kinds(tmp_path, all_below, fewer) == {"a": "loosened"}


def test_a_new_document_with_ids_of_its_own_is_paired_by_words(tmp_path: Path) -> None:
    renumbered = NEW.replace("{id: ", "{id: n-").replace("n-new", "new")
    assert kinds(tmp_path, OLD, renumbered) == {
        "n-a": "tightened",
        "n-b": "loosened",
        "n-c": "reworded",
        "n-d": "mixed",
        "n-f": "same",
        "n-g": "loosened",
        "n-h": "added",
        "e": "removed",
    }


def test_what_the_list_says_supersedes_it_is_its_heir(tmp_path: Path) -> None:
    head = "baseline: {id: n}\nrequirements:\n"
    old = head + "  - {id: a, text: 建立轮候制度}\n"
    new = head + "  - {id: a, text: 建立轮候制度, superseded_by: z}\n  - {id: z, text: 开展评估}\n"
    assert kinds(tmp_path, old, new) == {"z": "reworded"}


def test_a_change_in_a_layer_shows(both: Path) -> None:
    below = "baseline: {{id: {}, extends: [{}]}}\nrequirements: [{{id: z, text: 开展评估}}]\n"
    for name in ("old", "new"):
        (both / f"below-{name}.yaml").write_text(below.format(f"below-{name}", name), "utf-8")
    assert main(["baseline", "diff", "below-old.yaml", "below-new.yaml", "-f", "json"]) == 0


def test_the_page(both: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del both
    assert main(["baseline", "diff", "old.yaml", "new.yaml", "--lang", "en"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("old → new: added 1, removed 1, tightened 1, loosened 2, mixed 1, reworded 1, unchanged 1\n")
    assert "tightened a 养老机构护理型床位占比" in page
    assert "  tighter: '养老机构护理型床位占比': ≥50% becomes ≥55%" in page


def test_which_plans_it_touches(both: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plans = both / "plans"
    plans.mkdir()
    body = "甲县方案\n一、主要任务\n{}\n2.建立养老服务联席会议制度。\n"
    (plans / "hit.txt").write_text(body.format("1.到2025年，养老机构护理型床位占比不低于50%。"), "utf-8")
    (plans / "high.txt").write_text(
        body.format("1.到2025年，养老机构护理型床位占比不低于60%。\n3.制定基本养老服务清单。"), "utf-8"
    )
    words = ["baseline", "diff", "old.yaml", "new.yaml", "--plans", "plans"]
    assert main([*words, "-f", "json"]) == 1
    plan = {each["path"]: each for each in json.loads(capsys.readouterr().out)["plans"]}
    effects = {e["requirement"]: (e["before"], e["after"]) for e in plan["plans/hit.txt"]["effects"]}
    assert effects["a"] == ("covered", "weakened")
    assert effects["h"] == (None, "omitted")
    assert not {"a", "h"} & {e["requirement"] for e in plan["plans/high.txt"]["effects"]}
    assert main([*words, "--fail-on", "never"]) == 0
    assert "plans/hit.txt" in capsys.readouterr().out


def test_a_plan_that_cannot_be_read(both: Path) -> None:
    (both / "empty.txt").write_text("", "utf-8")
    assert main(["baseline", "diff", "old.yaml", "new.yaml", "--plans", "empty.txt"]) == 3
