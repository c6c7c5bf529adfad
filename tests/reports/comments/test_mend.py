"""What is proposed instead: words put right in the plan's own sentence, or upstream's in the plan's own voice."""

import pytest

from duibiao.model.baseline import Kind, Requirement, Target
from duibiao.model.document import Level
from duibiao.model.fact import Date, Op, Strength
from duibiao.model.message import Message
from duibiao.model.report import Finding, PlanInfo, Reason, Severity, Verdict
from duibiao.model.span import Span
from duibiao.reports.mend import advice, sentence, share
from tests.reports.fixed import finding, passage

COUNTY = PlanInfo(path="x.docx", sha256="", region="青山省云岭市临川县", level=Level.COUNTY)


def required(text: str, *targets: Target, deadline: Date | None = None) -> Requirement:
    return Requirement(
        id="QS-001", text=text, title="", kind=Kind.TASK, strength=Strength.MUST, targets=targets, deadline=deadline
    )


def reason(rule: str, said: str, word: str = "", *, expected: str | None = None) -> Reason:
    """A reason about a word of the first passage, which says `said`."""
    start = passage(said, 1).span.start + said.index(word)
    span = Span(start, start + len(word)) if word else None
    return Reason(code="", rule=rule, message=Message("", ""), expected=expected, span=span)


def weakened(requirement: Requirement, said: str, *reasons: Reason) -> Finding:
    return finding(requirement, Verdict.WEAKENED, Severity.ERROR, *reasons, evidence=(passage(said, 1),))


def advised(said: str, text: str, *reasons: Reason, deadline: Date | None = None) -> str:
    return advice(weakened(required(text, deadline=deadline), said, *reasons), COUNTY, "zh")


@pytest.mark.parametrize(
    ("said", "word", "expected", "better"),
    [
        ("覆盖率达到80%左右", "80%左右", "≥90%", "覆盖率达到90%以上"),
        ("抽查比例不低于10%", "10%", "≥20%", "抽查比例不低于20%"),
        ("抽查比例不低于10%", "不低于10%", "≥20%", "抽查比例不低于20%"),
        ("办理时限压缩至10日以内", "10日以内", "≤5日", "办理时限压缩至5日以内"),
        ("建成8所", "8所", "10所", "建成10所"),
    ],
)
def test_a_number_is_put_right_in_its_sentence(said: str, word: str, expected: str, better: str) -> None:
    told = advised(said, "上级原文", reason("W101", said, word, expected=expected))
    assert told.endswith(f"可写为：{better}")


@pytest.mark.parametrize(
    ("said", "word", "deadline", "better"),
    [
        ("到2025年，全部完成", "到2025年", Date(year=2022), "到2022年，全部完成"),
        ("2025年底前全部完成", "2025年底前", Date(year=2024, month=6), "2024年6月底前全部完成"),
        ("2024年底前建成", "2024年底前", Date(year=2023, month=5, day=20), "2023年5月20日前建成"),
        ("“十四五”末建成", "“十四五”末", Date(year=2024), "2024年底前建成"),
    ],
)
def test_a_date_is_put_right_as_the_plan_writes_it(said: str, word: str, deadline: Date, better: str) -> None:
    told = advised(said, "上级原文", reason("W103", said, word, expected=str(deadline)), deadline=deadline)
    assert told.endswith(f"可写为：{better}")


def test_a_limit_is_changed_or_left_out() -> None:
    said = "有条件的街道建成服务中心"
    changed = advised(said, "所有街道建成", reason("W106", said, "有条件的", expected="所有"))
    assert changed == "将“有条件的”改为“所有”。可写为：所有街道建成服务中心"
    left = advised(said, "街道建成", reason("W106", said, "有条件的"))
    assert left == "删去“有条件的”。可写为：街道建成服务中心"


def test_a_missing_date_opens_the_sentence_unless_that_has_a_number() -> None:
    deadline = Date(year=2023, month=12)
    told = advised("制定并公布清单", "上级", reason("W104", "", expected="2023-12"), deadline=deadline)
    assert told == "补写期限“2023年12月底前”。可写为：2023年12月底前，制定并公布清单"
    told = advised("（一）公布清单", "公布服务清单", reason("W104", "", expected="2023-12"), deadline=deadline)
    assert told.endswith("可写为：公布服务清单。")


def test_several_words_are_put_right_at_once() -> None:
    said = "到2025年，有条件的街道覆盖率达到80%"
    told = advised(
        said,
        "上级原文",
        reason("W101", said, "80%", expected="≥90%"),
        reason("W103", said, "2025年", expected="2022"),
        reason("W106", said, "有条件的", expected="所有"),
        deadline=Date(year=2022),
    )
    assert told.endswith("可写为：到2022年，所有街道覆盖率达到90%以上")


@pytest.mark.parametrize(
    ("rule", "expected", "told"),
    [
        ("W102", "≥30平方米", "补写数值“不低于30平方米”"),
        ("W105", "must", "用“必须”“确保”一类的表述写明"),
        ("W107", "跌倒监测", "补写“跌倒监测”"),
        ("W107", None, "补齐上级要求中缺少的内容"),
    ],
)
def test_what_cannot_take_a_words_place_brings_upstreams_sentence(rule: str, expected: str | None, told: str) -> None:
    found = advised("推进建设", "全省按标准配建设施；", reason(rule, "", expected=expected))
    assert found == f"{told}。可写为：全县按标准配建设施。"


def test_a_softer_verb_is_named_where_it_stands() -> None:
    said = "鼓励开展床位建设"
    assert "将“鼓励”换成“必须”" in advised(said, "开展床位建设", reason("W105", said, "鼓励", expected="must"))


def test_a_row_of_a_table_is_not_a_sentence() -> None:
    said = "1\t护理型床位占比\t≥50"
    assert advised(said, "上级", reason("W101", said, "≥50", expected="≥55%")) == "将“≥50”改为“≥55%”"


@pytest.mark.parametrize(
    ("level", "region", "own"),
    [
        (Level.COUNTY, "青山省云岭市临川县", "全县"),
        (Level.COUNTY, "青山省云岭市东河区", "全区"),
        (Level.COUNTY, "青山省北安市", "全市"),
        (Level.CITY, "青山省南岭州", "全州"),
        (Level.CITY, None, "全市"),
        (Level.PROVINCE, "青山省", "全省"),
        (None, "青山省", "全省"),
    ],
)
def test_upstreams_sentence_speaks_of_the_plans_own_place(level: Level | None, region: str | None, own: str) -> None:
    plan = PlanInfo(path="x", sha256="", region=region, level=level)
    assert sentence(required("全省养老床位达到1万张以上。"), plan) == f"{own}养老床位达到1万张以上。"


def test_a_total_is_not_handed_down_but_its_share_is() -> None:
    total = Target(indicator="养老床位", op=Op.GE, value=12000, unit="张", aggregate=True)
    mine = Target(indicator="养老床位", op=Op.GE, value=800, unit="张", shares=(("云岭市", 800.0),))
    text = "全省养老床位达到12000张以上"
    assert sentence(required(text, total), COUNTY) == sentence(required(text, mine), COUNTY) == ""
    assert list(share(required(text, total), "zh")) == ["“养老床位≥1.2万张”是上级全域的总量，请写明本地承担多少"]
    assert list(share(required(text, mine), "zh")) == ["其中本地承担：养老床位≥800张"]


def test_a_date_in_the_head_of_a_column_is_told_without_touching_the_cell() -> None:
    said = "社会化运营床位占比\t%\t50\t65\t市民政局"
    told = advised(said, "到2022年达到60%", reason("W103", said, "65", expected="2022"), deadline=Date(year=2022))
    assert told == "把完成时限提前到“2022年底前”"
