"""The chain view: what is tightened first, what is the same only counted."""

import pytest

from duibiao.model.chain import Chain, Ladder, Rung, Step, Turn
from duibiao.model.document import Level
from duibiao.model.errors import UsageError
from duibiao.reports import chain
from duibiao.reports.format import Options
from duibiao.reports.registry import FORMATS, named
from duibiao.reports.text import cells

RUNGS = (
    Rung(id="cn", name="全国", level=Level.NATIONAL),
    Rung(id="qs", name="青山省", level=Level.PROVINCE),
    Rung(id="", name="东河县<b>", level=Level.COUNTY),
)
SAME = Chain(
    name="社区覆盖率",
    steps=(
        Step(rung=0, requirement="CN-1", value="≥90%"),
        Step(rung=2, requirement="", value="≥90%", turn=Turn.SAME, date_turn=Turn.SAME),
    ),
)
TIGHT = Chain(
    name="护理型床位占比",
    matched=True,
    steps=(
        Step(rung=0, requirement="CN-2", value="≥50%", deadline="2025"),
        Step(rung=1, requirement="QS-2", value="≥55%", deadline="2024-06", turn=Turn.TIGHTER, by="+5个百分点",
             date_turn=Turn.TIGHTER, date_by="1年6个月"),
        Step(rung=2, requirement="", value="50%", turn=Turn.LOOSER, by="-5个百分点", date_turn=Turn.LEFT),
    ),
)  # fmt: skip
LADDER = Ladder(plan="plans/a.docx", title="东河县实施方案", rungs=RUNGS, chains=(SAME, TIGHT))


def painted(name: str, options: Options, ladder: Ladder = LADDER) -> str:
    return chain.render(named(name), (ladder,), "1.2.3", options)


@pytest.mark.parametrize("name", chain.FORMATS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_format_says_who_tightened_and_by_how_much(name: str, language: str) -> None:
    text = painted(name, Options(language=language))
    assert ("加码 +5个百分点" if language == "zh" else "tighter +5 points") in text
    assert "QS-2" in text
    assert text == painted(name, Options(language=language))


def test_what_is_the_same_is_counted_unless_everything_is_asked_for() -> None:
    assert "社区覆盖率" not in painted("terminal", Options())
    assert "另有1项" in painted("terminal", Options())
    assert "社区覆盖率" in painted("terminal", Options(everything=True))


def test_a_date_is_told_with_the_number() -> None:
    text = painted("terminal", Options())
    assert "期限早1年6个月" in text
    assert "期限未写" in text
    assert "按名称对应" in text


def test_nothing_on_two_rungs_is_said_so() -> None:
    empty = Ladder(plan="a", title="a", rungs=RUNGS, chains=())
    assert "没有" in painted("terminal", Options(), empty)


def test_names_cannot_break_the_page() -> None:
    assert "东河县<b>" not in painted("html", Options())


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    text = painted("terminal", Options(width=width, everything=True))
    assert [line for line in text.splitlines() if cells(line) > width] == []


@pytest.mark.parametrize("name", sorted(set(FORMATS) - set(chain.FORMATS)))
def test_machine_formats_are_refused(name: str) -> None:
    with pytest.raises(UsageError):
        chain.refuse_others([named(name)])
