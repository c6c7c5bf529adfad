import json
from pathlib import Path

import pytest

from duibiao.__main__ import main
from duibiao.baselines.layers import resolve
from duibiao.baselines.place import is_inside, place_of, requirements_for
from duibiao.model.document import Level

NATION = """\
baseline: {id: cn, title: 国家要求, level: national, region: 全国}
requirements:
  - {id: CN-1, text: "到2022年，护理型床位占比不低于50%", departments: [民政部]}
  - {id: CN-2, text: 建立省级督导制度, applies_to: [province]}
"""
PROVINCE = """\
baseline: {id: sc, title: 省要求, level: province, region: 四川省, extends: [cn]}
requirements:
  - {id: SC-1, text: "到2023年，护理型床位占比不低于45%", refines: CN-1}
  - id: SC-2
    text: 到2022年，全省养老床位达到50万张
    targets: [{indicator: 养老床位, op: ">=", value: 50, unit: 万张, aggregate: true, by_region: {雅安市: 1.2}}]
"""


@pytest.fixture
def province(tmp_path: Path) -> Path:
    (tmp_path / "cn.yaml").write_text(NATION, "utf-8")
    (tmp_path / "sc.yaml").write_text(PROVINCE, "utf-8")
    return tmp_path / "sc.yaml"


def show(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["baseline", "show", *words, "--lang", "en"]) == 0
    return capsys.readouterr().out


def test_the_file_alone_or_with_its_layers(province: Path, capsys: pytest.CaptureFixture[str]) -> None:
    alone, whole = show(capsys, str(province)), show(capsys, str(province), "--resolved")
    assert "CN-2" not in alone
    assert "CN-2 建立省级督导制度  [cn]" in whole
    assert "departments: 民政部  [cn]" in alone


def test_a_province_looser_than_the_nation_is_told(province: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = show(capsys, str(province))
    assert "! looser than CN-1: " in page
    assert "≥50% becomes ≥45%" in page
    assert "the date 2022 becomes 2023" in page


def test_a_check_says_so_as_well(province: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("某市方案\n一、任务\n1.到2023年，护理型床位占比达到45%。\n", "utf-8")
    main(["check", str(plan), "-b", str(province), "--lang", "en"])
    told = capsys.readouterr()
    assert "sc: 1 requirements ask less than those they refine: SC-1" in told.err
    assert "SC-2" in told.out


def test_what_a_place_must_meet(province: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(show(capsys, str(province), "--for", "四川省雅安市", "-f", "json"))
    assert found["for"] == {"region": "四川省雅安市", "level": "city"}
    assert [r["id"] for r in found["requirements"]] == ["SC-1", "SC-2"]
    share = found["requirements"][1]["targets"][0]
    assert (share["value"], share["aggregate"]) == (12_000, False)
    assert found["requirements"][0]["origins"]["departments"] == "cn"


def test_a_total_without_a_share_says_so(province: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = show(capsys, str(province), "--for", "四川省乐山市")
    assert "50万张 (a total, without a share for this place)" in page


def test_the_province_itself_answers_to_the_nation_alone(province: Path) -> None:
    found = resolve(province)
    assert [r.id for r in requirements_for(found, place_of("四川省", None))] == ["CN-2"]


def test_a_place_elsewhere_is_refused(province: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", "show", str(province), "--for", "云南省昆明市", "--lang", "en"]) == 2
    assert "云南省昆明市 is not in it" in capsys.readouterr().err


def test_a_form_that_is_none(province: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", "show", str(province), "-f", "xml"]) == 2
    assert "text, json" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("四川省", Level.PROVINCE),
        ("重庆市", Level.PROVINCE),
        ("四川省雅安市", Level.CITY),
        ("四川省凉山彝族自治州", Level.CITY),
        ("四川省雅安市雨城区", Level.COUNTY),
        ("浙江省金华市义乌市", Level.COUNTY),
        ("重庆市渝中区", Level.COUNTY),
        ("全国", Level.NATIONAL),
    ],
)
def test_the_rung_of_a_place_is_read_from_its_name(name: str, level: Level) -> None:
    assert place_of(name, None).level is level
    assert place_of(name, Level.COUNTY).level is Level.COUNTY


@pytest.mark.parametrize(
    ("name", "region", "inside"),
    [
        ("四川省雅安市", "四川省", True),
        ("雅安市", "四川省", True),
        ("云南省昆明市", "四川省", False),
        ("四川省雅安市", "全国", True),
        ("四川省雅安市", None, True),
        ("四川省雅安市", "乐山市", False),
    ],
)
def test_which_layers_bind_a_place(name: str, region: str | None, inside: bool) -> None:
    assert is_inside(place_of(name, None), region) is inside
