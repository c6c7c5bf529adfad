import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.baselines import load
from duibiao.baselines.infer import infer_deadline, infer_targets, short_title
from duibiao.facts import read_facts
from duibiao.language.normalise import plain_text
from duibiao.model.baseline import Kind
from duibiao.model.fact import Facts
from tests.baselines.conftest import HEAD, Loads
from tests.baselines.test_loading import GOLD, needs_gold


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("到2025年,新增托位500个", "新增托位500个"),
        ("到2025年\uff0c新增托位500个", "新增托位500个"),
        ("2023年底前,建立价格公示制度;未公示的不得收费", "建立价格公示制度"),
        ("“十四五”末,森林覆盖率达到24.1%", "森林覆盖率达到24.1%"),
        ("到2025年", "到2025年"),
        ("建立健全覆盖全部乡镇和街道的垃圾分类投放收集运输处理体系", "建立健全覆盖全部乡镇和街道的垃圾分类投…"),
    ],
)
def test_short_title(text: str, title: str) -> None:
    assert short_title(text) == title


@given(st.text(min_size=1, max_size=60).filter(lambda text: bool(text.strip())))
def test_a_title_is_never_empty_nor_long(text: str) -> None:
    assert 0 < len(short_title(text)) <= 20


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("污水集中处理率不低于95%", [(">=", 95, "%")]),
        ("50%的乡镇建有老年学校", [(">=", 50, "%")]),
        ("新建公园12个,绿道100公里以上", [("==", 12, "个"), (">=", 100_000, "米")]),
        ("建设15分钟便民生活圈", [("<=", 15, "分钟")]),
        ("对满3年的护理员给予补贴", []),
        ("为60周岁以上老年人免费体检", []),
        ("建立联席会议制度", []),
    ],
)
def test_targets_of_a_text(loads: Loads, text: str, targets: list[tuple[str, float, str]]) -> None:
    requirement = loads(HEAD + f"- {{id: a, text: '{text}'}}\n").requirements[0]
    assert [(t.op, t.value, t.unit) for t in requirement.targets] == targets
    assert (requirement.kind is Kind.TARGET) == bool(targets)


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("2023年先行试点,到2025年全面推开", "2025"),
        ("2024年6月底前完成排查", "2024-06"),
        ("印发后三年内建成", "2026"),
        ("单位能耗比2020年下降13.5%", "None"),
    ],
)
def test_deadline_of_a_text(loads: Loads, text: str, deadline: str) -> None:
    head = "baseline: {id: x, sources: [{id: s, title: 某文件, issued: 2023-05-06}]}\nrequirements:\n"
    requirement = loads(head + f"- {{id: a, text: '{text}', source: {{document: s}}}}\n").requirements[0]
    assert str(requirement.deadline) == deadline


def test_a_stretch_given_as_a_target_is_no_date(loads: Loads) -> None:
    head = "baseline: {id: x, sources: [{id: s, title: 某文件, issued: 2023-05-06}]}\nrequirements:\n"
    target = '[{indicator: 缴清期限, op: "<=", value: 1, unit: 年}]'
    text = f"- {{id: a, text: 余款一年内缴清, source: {{document: s}}, targets: {target}}}\n"
    assert loads(head + text).requirements[0].deadline is None


@needs_gold
def test_reading_agrees_with_what_people_filled_in() -> None:
    """Measured: 42 of 44 dates that stand in the text (two say when something starts), numbers of 56 of 63 targets."""
    dates: list[bool] = []
    numbers: list[bool] = []
    for path in GOLD:
        for requirement in load(path).requirements:
            facts = read_facts(plain_text(requirement.text))
            if requirement.deadline and f"{requirement.deadline.year}年" in requirement.text:
                dates.append(_year(facts) == requirement.deadline.year)
            if requirement.kind is Kind.TARGET:
                wanted = {(t.value, t.unit) for t in requirement.targets}
                numbers.append(wanted <= {(t.value, t.unit) for t in infer_targets(facts, "")})
    assert sum(dates) >= 0.9 * len(dates)
    assert sum(numbers) >= 0.8 * len(numbers), f"{sum(numbers)} of {len(numbers)}"


def _year(facts: Facts) -> int | None:
    date = infer_deadline(facts)
    return date.year if date else None
