from pathlib import Path

import pytest

from duibiao.baselines import load, load_many
from duibiao.model.baseline import Kind, Target
from duibiao.model.document import Level
from duibiao.model.errors import UsageError
from duibiao.model.fact import Op, Strength
from tests.baselines.conftest import HEAD, Loads

ROOT = Path(__file__).parents[2]
GOLD = sorted((ROOT / "../shared/gold/baselines").glob("*.yaml"))
SHIPPED = sorted((ROOT / "baselines").glob("*.yaml"))
needs_gold = pytest.mark.skipif(not GOLD, reason="the labelled baselines in ../shared are not here")

FULL = """\
schema: 1
baseline:
  id: yl-care-2023
  title: 云岭省养老服务要求
  topic: 养老服务
  level: province
  region: 云岭省
  extends: [cn-care]
  sources:
    - {id: yl, title: 云岭省方案, number: 云政办发〔2023〕1号, issued: 2023-05-06, supersedes: [云政办发〔2019〕2号]}
requirements:
  - id: YL-001
    title: 护理员培训
    source: {document: yl, clause: 3}
    kind: target
    text: 到2025年,培训护理员2万名以上
    strength: should
    targets:
      - {indicator: 培训护理员, op: ">=", value: 2, unit: 万名, aggregate: true, by_region: {甲市: 0.57, 乙市: 1.43}}
    deadline: 2025-06
    departments: [民政厅]
    verified: false
    applies_to: [city, county]
    refines: CN-007
    keywords: [护理员]
    superseded_by: YL-002
  - {id: YL-002, text: 培训护理员}
"""


def test_every_field_reaches_the_model(loads: Loads) -> None:
    baseline = loads(FULL)
    assert (baseline.id, baseline.level, baseline.region) == ("yl-care-2023", Level.PROVINCE, "云岭省")
    assert baseline.extends == ("cn-care",)
    assert baseline.sources[0].supersedes == ("云政办发〔2019〕2号",)
    assert baseline.sources[0].issued == "2023-05-06"
    first = baseline.requirements[0]
    assert first.targets == (
        Target(
            indicator="培训护理员",
            op=Op.GE,
            value=20_000,
            unit="名",
            aggregate=True,
            shares=(("甲市", 5700), ("乙市", 14_300)),
        ),
    )
    assert (first.document, first.clause, first.refines) == ("yl", "3", "CN-007")
    assert str(first.deadline) == "2025-06"
    assert first.applies_to == (Level.CITY, Level.COUNTY)
    assert not first.verified
    assert first.layer == "yl-care-2023"
    assert {"text", "deadline"} <= first.given
    assert [r.id for r in baseline.active] == ["YL-002"]


def test_only_id_and_text_are_needed(loads: Loads) -> None:
    baseline = loads('baseline: {id: x}\nrequirements:\n  - {id: a, text: "到2025年\uff0c新增托位不少于500个"}\n')
    requirement = baseline.requirements[0]
    assert baseline.title == "x"
    assert requirement.kind is Kind.TARGET
    assert requirement.strength is Strength.MUST
    assert str(requirement.deadline) == "2025"
    assert [(t.op, t.value, t.unit) for t in requirement.targets] == [(Op.GE, 500, "个")]
    assert requirement.given == {"id", "text"}


def test_what_is_given_wins_over_the_text(loads: Loads) -> None:
    text = '- {id: a, text: "到2025年,鼓励新增托位500个", kind: task, strength: must, deadline: "2024"}\n'
    requirement = loads(HEAD + text).requirements[0]
    assert requirement.kind is Kind.TASK
    assert requirement.targets == ()
    assert requirement.strength is Strength.MUST
    assert str(requirement.deadline) == "2024"


@pytest.mark.parametrize("written", ["2025", '"2025"', "2025-06", "2025-06-30", '"2025-06-30"'])
def test_dates_need_no_quotes(loads: Loads, written: str) -> None:
    assert str(
        loads(HEAD + f"- {{id: a, text: 建设, deadline: {written}}}\n").requirements[0].deadline
    ) == written.strip('"')


def test_a_measure_word_outside_the_table_is_kept(loads: Loads) -> None:
    target = (
        loads(HEAD + '- {id: a, text: 种树, targets: [{op: ">=", value: 2, unit: 万畦}]}\n').requirements[0].targets[0]
    )
    assert (target.value, target.unit, target.indicator) == (20_000, "畦", "种树")


def test_a_byte_order_mark_is_not_content(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + FULL.encode())
    assert load(path).id == "yl-care-2023"


def test_an_alias_is_read_where_it_stands(loads: Loads) -> None:
    text = "- {id: a, text: 建设, departments: &d [民政厅]}\n- {id: b, text: 建设, departments: *d}\n"
    assert [r.departments for r in loads(HEAD + text).requirements] == [("民政厅",), ("民政厅",)]


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no baseline file"):
        load(tmp_path / "none.yaml")
    with pytest.raises(UsageError, match="folder"):
        load(tmp_path)


def test_two_files_of_one_id_are_refused(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(HEAD + "- {id: a, text: 建设}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="both hold"):
        load_many([tmp_path / "a.yaml", tmp_path / "b.yaml"])


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_baselines_load(path: Path) -> None:
    assert load(path).requirements


@needs_gold
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_labelled_baselines_load(path: Path) -> None:
    baseline = load(path)
    assert len(baseline.requirements) >= 50
    assert all(r.targets for r in baseline.requirements if r.kind is Kind.TARGET)
