from pathlib import Path

import pytest

from duibiao.baselines import load
from duibiao.model.errors import BaselineError
from tests.baselines.conftest import HEAD, Complains, Loads

TARGET = "- {{id: a, text: 建设, targets: [{}]}}\n"


@pytest.mark.parametrize(
    ("requirement", "fault"),
    [
        ("- {text: 建设}", "requirements[0].id:4 missing"),
        ("- {id: a}", "requirements[0].text:4 missing"),
        ("- {id: a, text: }", "requirements[0].text:4 empty, must be text"),
        ("- {id: a, text: '  '}", "requirements[0].text:4 empty"),
        ("- {id: a, text: 12}", 'requirements[0].text:4 must be text; put it in quotes: "12"'),
        ("- {id: a b, text: 建设}", "requirements[0].id:4 id 'a b' must not hold spaces"),
        ("- {id: a, text: 建设, strenght: must}", "requirements[0].strenght:4 unknown key; did you mean strength?"),
        ("- {id: a, text: 建设, strength: 必须}", "requirements[0].strength:4 '必须' is not one of must"),
        ("- {id: a, text: 建设, kind: [task]}", "requirements[0].kind:4 […] is not one of task"),
        ("- {id: a, text: 建设, deadline: 2025年}", "requirements[0].deadline:4 a date is written"),
        ("- {id: a, text: 建设, deadline: 2025-13}", "requirements[0].deadline:4 '2025-13' is not in the calendar"),
        (
            "- {id: a, text: 建设, deadline: 2023-02-29}",
            "requirements[0].deadline:4 '2023-02-29' is not in the calendar",
        ),
        ("- {id: a, text: 建设, verified: 也许}", "requirements[0].verified:4 must be true or false"),
        ("- {id: a, text: 建设, applies_to: county}", "requirements[0].applies_to:4 must be a list"),
        ("- {id: a, text: 建设, applies_to: [national]}", "requirements[0].applies_to[0]:4 'national' is not one of"),
        ("- {id: a, text: 建设, applies_to: []}", "requirements[0].applies_to:4 the list is empty"),
        ("- {id: a, text: 建设, departments: [民政厅, 3]}", "requirements[0].departments[1]:4 must be text"),
        ("- {id: a, text: 建设, source: {document: q}}", "requirements[0].source.document:4 no source q"),
        (
            "- {id: a, text: 建设, source: {clase: 1}}",
            "requirements[0].source.clase:4 unknown key; did you mean clause?",
        ),
        ("- {id: a, text: 建设, superseded_by: b}", "requirements[0].superseded_by:4 there is no requirement b"),
        (
            "- {id: a, text: 建设, superseded_by: a}",
            "requirements[0].superseded_by:4 the requirements supersede each other",
        ),
        ("- {id: a, text: 建设, refines: b}", "requirements[0].refines:4 refines needs the layer above"),
        ("- {id: a, text: 建设, <<: {kind: task}}", "requirements[0].<<:4 merge keys"),
        ("- {id: a, text: !!python/object:os.system 建设}", "requirements[0].text:4 must be text, not"),
        ("- {id: a, text: 建设, id: b}", "requirements[0].id:4 key given twice (also line 4)"),
        ("- 建设", "requirements[0]:4 must be a mapping"),
        ("- {id: a, text: &t [*t]}", "requirements[0].text:4 must be text"),
    ],
)
def test_a_wrong_requirement(complains: Complains, requirement: str, fault: str) -> None:
    (found,) = complains(HEAD + requirement + "\n")
    assert found.startswith(fault)


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ('{op: ">=", value: 9, unit: GWH}', ".unit:4 unknown unit 'GWH'; did you mean GWh?"),
        ('{op: ">=", value: 9, unit: "!!"}', ".unit:4 unknown unit '!!'"),
        ('{op: ">=", value: 9}', ".unit:4 missing"),
        ('{op: "≥", value: 9, unit: 个}', ".op:4 '≥' is not one of"),
        ('{op: ">=", value: "90", unit: 个}', ".value:4 must be a number, without quotes"),
        ('{op: ">=", value: 九十, unit: 个}', ".value:4 must be a number"),
        ('{op: ">=", value: .nan, unit: 个}', ".value:4 '.nan' is not a plain number"),
        ('{op: ">=", value: 1:30, unit: 个}', ".value:4 '1:30' is not a plain number"),
        ('{op: ">=", value: 9, unit: 个, aggregate: 1}', ".aggregate:4 must be true or false"),
        ('{op: ">=", value: 9, unit: 个, by_region: {甲市: 9}}', ".by_region:4 by_region divides a total"),
        ('{op: ">=", value: 9, unit: 个, aggregate: true, by_region: {甲市: -9}}', ".by_region.甲市:4 a share cannot"),
        ('{op: ">=", value: 9, unit: 个, aggregate: true, by_region: {甲市: 1, 甲市: 2}}', ".by_region.甲市:4 key"),
        ('{op: ">=", value: 9, unit: 个, aggregate: true, by_region: [甲市]}', ".by_region:4 must be a mapping"),
    ],
)  # fmt: skip
def test_a_wrong_target(complains: Complains, target: str, fault: str) -> None:
    (found,) = complains(HEAD + TARGET.format(target))
    assert found.startswith("requirements[0].targets[0]" + fault)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", ":1 the file is empty"),
        ("# only a remark\n", ":1 the file is empty"),
        ("- a\n", ":1 must be a mapping"),
        ("a: [1\nb: 2\n", ":2 line 2, column 2 is not YAML"),
        ("a: 1\n---\nb: 2\n", ":2 line 2, column 1 is not YAML"),
        ("a:\n  b: \x01\n", ":2 line 2, column 6 is not YAML"),
        ("schema: 2\nsomething: new\n", "schema:1 schema 2 is newer than 1"),
        ("a: " + "[" * 50_000, ":1 nested too deeply"),
        ("- " * 50_000, ":1 nested too deeply"),
        ("schema: one\nbaseline: {id: x}\nrequirements: [{id: a, text: 建设}]\n", "schema:1 must be 1, not 'one'"),
        ("baseline: {id: x}\n", "requirements:1 missing"),
        ("baseline: {id: x}\nrequirements: []\n", "requirements:2 the list is empty"),
        ("requirements: [{id: a, text: 建设}]\n", "baseline:1 missing"),
        ("baseline: {id: x, level: town}\nrequirements: [{id: a, text: 建设}]\n", "baseline.level:1 'town' is not"),
        ("baseline: {id: x, sources: [{id: s}]}\nrequirements: [{id: a, text: 建}]\n", "baseline.sources[0].title:1 m"),
        ("baseline:\n  id\uff1a x\nrequirements: [{id: a, text: 建}]\n", "baseline:2 must be a mapping (key: value);"),
    ],
)  # fmt: skip
def test_a_wrong_file(complains: Complains, text: str, fault: str) -> None:
    (found,) = complains(text)
    assert found.startswith(fault)


def test_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("baseline:\n  id: 养老\n".encode("gb18030"))
    with pytest.raises(BaselineError) as caught:
        load(path)
    assert caught.value.faults[0].line == 2
    assert "UTF-8" in caught.value.faults[0].message.zh


def test_all_faults_come_at_once_in_the_order_of_the_file(complains: Complains) -> None:
    found = complains(
        "schema: 1\nbaseline:\n  level: town\nrequirements:\n  - id: a\n    txt: 建设\n  - id: a\n    text: 建设\n"
        "    targets: [{op: x, value: y, unit: GWH}]\n"
    )
    assert [fault.split(" ")[0] for fault in found] == [
        "baseline.id:3",
        "baseline.level:3",
        "requirements[0].text:5",
        "requirements[0].txt:6",
        "requirements[1].id:7",
        "requirements[1].targets[0].op:9",
        "requirements[1].targets[0].value:9",
        "requirements[1].targets[0].unit:9",
    ]


def test_a_task_has_no_targets(complains: Complains) -> None:
    (found,) = complains(HEAD + '- {id: a, text: 建设, kind: task, targets: [{op: ">=", value: 1, unit: 个}]}\n')
    assert found.startswith("requirements[0].targets:4 a task has no targets")


def test_a_circle_of_supersession(complains: Complains) -> None:
    found = complains(HEAD + "- {id: a, text: 建设, superseded_by: b}\n- {id: b, text: 建设, superseded_by: a}\n")
    assert len(found) == 2


def test_references_into_a_layer_above_are_left_for_later(loads: Loads) -> None:
    text = (
        "baseline: {id: x, extends: [up]}\nrequirements:\n- {id: a, text: 建设, refines: U-1, source: {document: u}}\n"
    )
    assert loads(text).requirements[0].refines == "U-1"


def test_aliases_cannot_blow_up(complains: Complains) -> None:
    first = f"- {{id: r0, text: 建设, departments: &d [{','.join(['甲'] * 2000)}]}}\n"
    rest = "".join(f"- {{id: r{i}, text: 建设, departments: *d}}\n" for i in range(1, 400))
    found = complains(HEAD + first + rest)
    assert "unfold" in found[-1]


def test_each_message_speaks_both_languages(loads: Loads) -> None:
    with pytest.raises(BaselineError) as caught:
        loads("baseline: {level: town}\nrequirements: [{id: a b, txt: 1}]\n")
    for fault in caught.value.faults:
        assert any("\u4e00" <= char <= "\u9fff" for char in fault.message.zh)
        assert not any("\u4e00" <= char <= "\u9fff" for char in fault.message.en)
