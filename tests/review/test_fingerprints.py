"""What follows a finding from run to run stays where only its dress changes, and moves where what it says does."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from duibiao.baselines import load
from duibiao.check import Given, check_file
from duibiao.judging.passage import bare, passage_of
from duibiao.model.baseline import Baseline
from duibiao.model.report import Checked
from tests.commands.conftest import BASELINE
from tests.reports import fixed
from tests.wrapping import wrapped

TITLE = "云岭市推进养老服务高质量发展实施方案"
HEADINGS = ("主要任务", "保障措施")
SENTENCES = (
    "建立特殊困难老年人探访关爱制度,每月至少探访一次,发现风险及时报告处置,对独居、空巢、留守老年人建立台账并动态更新。",
    "2027年底前,培训养老护理员3万名,依托职业院校建立实训基地,落实培训补贴,鼓励用人单位开展岗前培训和技能提升培训。",
)
NUMBERS = st.sampled_from(
    ["(一) (二)", "（一） （二）", "1. 2.", "3．4．", "一是 二是", "(七) (八)", "① ②", "第三条 第四条"]
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("prints")


@pytest.fixture(scope="module")
def baseline(folder: Path) -> Baseline:
    (folder / "b.yaml").write_text(BASELINE, "utf-8")
    return load(folder / "b.yaml")


@st.composite
def dressed(draw: st.DrawFn) -> str:
    """The same plan in another layout."""
    numbers = draw(NUMBERS).replace("．4", "． 4").split()
    chapters = draw(st.sampled_from([("一、", "二、"), ("三、", "四、"), ("二、", "九、")]))
    indent = draw(st.sampled_from(["", "  ", "\u3000\u3000"]))
    gap = "\n" * draw(st.integers(1, 3))
    rows = [TITLE]
    for chapter, heading, number, sentence in zip(chapters, HEADINGS, numbers, SENTENCES, strict=True):
        rows += [chapter + heading, indent + number + sentence]
    width = draw(st.none() | st.integers(24, 40))
    wide = draw(st.booleans())
    text = gap.join(wrapped(row, width) if width else row for row in rows)
    return "\n" * draw(st.integers(0, 2)) + (text.replace(",", "，") if wide else text) + "\n"


def prints(folder: Path, baseline: Baseline, text: str) -> list[tuple[str, str]]:
    (folder / "plan.txt").write_text(text, "utf-8")
    (report,) = check_file(folder / "plan.txt", "plan.txt", [baseline], Given())
    assert isinstance(report, Checked)
    return [(finding.fingerprint, finding.passage) for finding in report.findings]


@settings(max_examples=40, deadline=None)
@given(text=dressed())
def test_layout_moves_nothing(folder: Path, baseline: Baseline, text: str) -> None:
    plain = "\n".join([TITLE, "一、主要任务", "(一)" + SENTENCES[0], "二、保障措施", "(二)" + SENTENCES[1], ""])
    assert prints(folder, baseline, text) == prints(folder, baseline, plain)


@settings(deadline=None)
@given(
    st.text("覆盖率达到90%以上2025年底前", min_size=4, max_size=30),
    st.sampled_from(["(一)", "（十二）", "1．", "①", "三、", "第五条", "1.2.3"]),
)
def test_numbering_width_and_white_space_are_no_words(text: str, number: str) -> None:
    words = "推进" + text
    assert bare(f"{number} \u3000{words[:5]}\n  {words[5:]}。") == bare(words)
    assert bare(words.replace("90%", "９０％")) == bare(words)


MOVED = [
    "2.5万张床位",
    "3.5万张床位",
    "12.5万张床位",
    "2025年建成",
    "2026年建成",
    "20个",
    "2个",
    "不低于20%",
    "低于20%",
]


def test_numbers_that_say_something_are_kept() -> None:
    assert len({bare(text) for text in MOVED}) == len(MOVED)
    assert bare("1.2023年底前建成") == bare("2.2023年底前建成") != bare("1.2024年底前建成")


def test_a_changed_requirement_moves_the_passage() -> None:
    required = fixed.lowered().requirement
    before = passage_of(["覆盖率达到80%"], required)
    assert passage_of(["覆盖率达到80%"], replace(required, text=required.text + "。")) == before
    assert passage_of(["覆盖率达到80%"], replace(required, text=required.text.replace("90", "95"))) != before
    assert passage_of(["覆盖率达到70%"], required) != before
    assert passage_of([], required) != before
    stricter = replace(required, deadline=None, given=frozenset({"deadline"}))
    assert passage_of(["覆盖率达到80%"], stricter) != before
