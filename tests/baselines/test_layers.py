from collections.abc import Callable
from pathlib import Path

import pytest

from duibiao.baselines import load_many
from duibiao.baselines.layers import resolve
from duibiao.baselines.strictness import Move, changes
from duibiao.model.baseline import Baseline, Kind
from duibiao.model.errors import BaselineError
from duibiao.model.fact import Strength

NATION = """\
baseline:
  id: cn
  title: 国家要求
  level: national
  sources: [{id: n1, title: 国家文件, issued: 2019-03-29}]
requirements:
  - id: CN-1
    title: 护理型床位占比
    source: {document: n1, clause: 三}
    text: 到2022年，护理型床位占比不低于50%
    departments: [民政部]
    keywords: [护理型]
  - {id: CN-2, text: "到2022年，每个县至少建成1所供养服务机构", applies_to: [county]}
"""
PROVINCE = """\
baseline: {id: sc, title: 省要求, level: province, region: 四川省, extends: [cn]}
requirements:
  - {id: SC-1, text: "到2021年，护理型床位占比不低于55%", refines: CN-1}
  - {id: SC-2, text: 建立省级质量评价制度}
"""
Writes = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Writes:
    """Writes files named by keyword into one folder, `cn` and `sc` among them; the path of the last one comes back."""

    def run(**files: str) -> Path:
        for name, text in {"cn": NATION, "sc": PROVINCE, **files}.items():
            (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
        return tmp_path / f"{[*files][-1] if files else 'sc'}.yaml"

    return run


def one(path: Path) -> Baseline:
    return load_many([path])[0]


def faults(path: Path) -> list[str]:
    with pytest.raises(BaselineError) as caught:
        load_many([path])
    return [f"{Path(caught.value.file).name}:{f.line} {f.path} {f.message.en}" for f in caught.value.faults]


def test_what_is_above_comes_first_and_gives_way_to_what_refines_it(write: Writes) -> None:
    baseline = one(write())
    assert [(r.id, r.layer) for r in baseline.requirements] == [("CN-2", "cn"), ("SC-1", "sc"), ("SC-2", "sc")]
    assert [layer.title for layer in baseline.layers] == ["国家要求"]
    assert [source.id for source in baseline.sources] == ["n1"]


def test_each_value_remembers_the_layer_that_set_it(write: Writes) -> None:
    sharpened = one(write()).requirements[1]
    assert sharpened.title == "护理型床位占比"
    assert sharpened.departments == ("民政部",)
    assert {
        field: sharpened.origin(field) for field in ("title", "departments", "keywords", "targets", "deadline")
    } == {
        "title": "cn",
        "departments": "cn",
        "keywords": "cn",
        "targets": "sc",
        "deadline": "sc",
    }
    assert sharpened.document is None, "where it stands upstream is not inherited"


def test_a_number_and_a_date_that_are_left_out_are_inherited(write: Writes) -> None:
    path = write(
        sc="baseline: {id: sc, extends: [cn]}\nrequirements: [{id: SC-1, text: 推进护理型床位建设, refines: CN-1}]\n"
    )
    below = next(r for r in one(path).requirements if r.id == "SC-1")
    assert (below.kind, below.targets[0].value, str(below.deadline)) == (Kind.TARGET, 50, "2022")
    assert below.strength is Strength.SHOULD, "its own verb says how firmly"
    assert below.origin("kind") == "cn"


def test_a_task_on_purpose_takes_no_number(write: Writes) -> None:
    path = write(
        sc="baseline: {id: sc, extends: [cn]}\n"
        "requirements: [{id: SC-1, kind: task, text: 增加护理型床位, refines: CN-1}]\n"
    )
    below = next(r for r in one(path).requirements if r.id == "SC-1")
    assert below.targets == ()
    above = one(path.with_name("cn.yaml")).requirements[0]
    assert [(c.field, c.move) for c in changes(above, below)] == [("targets", Move.LOOSER)]


def test_three_layers_pass_values_on(write: Writes) -> None:
    city = (
        "baseline: {id: ya, extends: [sc]}\nrequirements: [{id: YA-1, text: 护理型床位占比不低于60%, refines: SC-1}]\n"
    )
    lowest = one(write(ya=city))
    assert [r.id for r in lowest.requirements] == ["CN-2", "SC-2", "YA-1"]
    mine = lowest.requirements[-1]
    assert (mine.targets[0].value, str(mine.deadline), mine.departments) == (60, "2021", ("民政部",))
    assert (mine.origin("targets"), mine.origin("deadline"), mine.origin("departments")) == ("ya", "sc", "cn")
    assert [layer.id for layer in lowest.layers] == ["cn", "sc"]


def test_a_diamond_is_no_fault(write: Writes) -> None:
    other = "baseline: {id: dept, extends: [cn]}\nrequirements: [{id: D-1, text: 开展评估}]\n"
    city = "baseline: {id: ya, extends: [sc, dept]}\nrequirements: [{id: YA-1, text: 开展培训}]\n"
    lowest = one(write(dept=other, ya=city))
    assert [r.id for r in lowest.requirements] == ["CN-2", "SC-1", "SC-2", "D-1", "YA-1"], "CN-1 is not back again"


def test_a_circle_is_refused_with_its_way(write: Writes) -> None:
    path = write(cn=NATION.replace("  level: national", "  level: national\n  extends: [sc]"), sc=PROVINCE)
    assert faults(path) == ["cn.yaml:5 baseline.extends[0] extends runs in a circle: sc → cn → sc; cut it"]


def test_who_extends_himself_is_told(write: Writes) -> None:
    assert "me → me" in faults(write(me="baseline: {id: me, extends: [me]}\nrequirements: [{id: M, text: 建设}]\n"))[0]


def test_a_layer_that_is_not_there(write: Writes) -> None:
    (fault,) = faults(write(sc=PROVINCE.replace("[cn]", "[nowhere]")))
    assert fault.startswith("sc.yaml:1 baseline.extends[0] baseline nowhere was not found")


def test_a_layer_is_found_under_any_name_among_the_given_and_in_folders(tmp_path: Path) -> None:
    below, above = tmp_path / "below", tmp_path / "above"
    below.mkdir()
    above.mkdir()
    (below / "sc.yaml").write_text(PROVINCE, "utf-8")
    (above / "国家清单.yml").write_text(NATION, "utf-8")
    assert len(load_many([below / "sc.yaml", above / "国家清单.yml"])[0].requirements) == 3
    assert len(load_many([below / "sc.yaml"], folders=[above])[0].requirements) == 3
    with pytest.raises(BaselineError):
        load_many([below / "sc.yaml"])


def test_two_files_of_the_layer_are_refused(write: Writes) -> None:
    path = write(copy=NATION, sc=PROVINCE)
    path.with_name("cn.yaml").rename(path.with_name("other.yaml"))
    assert "more than one file is cn: copy.yaml、other.yaml" in faults(path)[0]


def test_a_broken_layer_is_told_in_its_own_file(write: Writes) -> None:
    assert faults(write(cn="baseline: {id: cn}\nrequirements: [{id: a}]\n", sc=PROVINCE)) == [
        "cn.yaml:2 requirements[0].text missing; it must be given"
    ]


@pytest.mark.parametrize(
    ("requirement", "fault"),
    [
        ("{id: CN-2, text: 建设}", "requirements[0].id CN-2 is an id of cn above"),
        ("{id: a, text: 建设, refines: CN-9}", "requirements[0].refines no layer above has a requirement CN-9"),
        ("{id: a, text: 建设, superseded_by: b}", "requirements[0].superseded_by there is no requirement b"),
        ("{id: a, text: 建设, source: {document: q}}", "requirements[0].source.document no source q"),
    ],
)
def test_references_that_lead_nowhere(write: Writes, requirement: str, fault: str) -> None:
    (found,) = faults(write(x=f"baseline: {{id: x, extends: [cn]}}\nrequirements:\n  - {requirement}\n"))
    assert fault in found


def test_a_document_of_the_layer_above_may_be_named(write: Writes) -> None:
    requirement = "{id: a, text: 建设, source: {document: n1}}"
    baseline = one(write(x=f"baseline: {{id: x, extends: [cn]}}\nrequirements: [{requirement}]\n"))
    assert baseline.requirements[-1].document == "n1"


def test_a_handle_means_one_document(write: Writes) -> None:
    head = "baseline: {id: x, extends: [cn], sources: [{id: n1, title: 另一文件}]}\n"
    (fault,) = faults(write(x=head + "requirements: [{id: a, text: 建设}]\n"))
    assert "source id n1 means '国家文件' above" in fault


def test_history_refines_nothing(write: Writes) -> None:
    text = (
        "baseline: {id: x, extends: [cn]}\nrequirements:\n"
        "  - {id: a, text: 护理型床位占比达到52%, refines: CN-1, superseded_by: b}\n  - {id: b, text: 建设}\n"
    )
    assert [r.id for r in one(write(x=text)).active] == ["CN-1", "CN-2", "b"]


def test_the_digest_is_of_all_layers(write: Writes) -> None:
    before = one(write()).sha256
    assert before == one(write()).sha256
    assert before != one(write(cn=NATION + "# a remark\n", sc=PROVINCE)).sha256


def test_what_was_sharpened_is_known(write: Writes) -> None:
    found = resolve(write())
    assert [(step.below.id, step.above.id, step.layer) for step in found.sharpened] == [("SC-1", "CN-1", "sc")]
    assert found.replaced == {"CN-1": ("SC-1",)}
    assert set(found.known) == {"CN-1", "CN-2", "SC-1", "SC-2"}
