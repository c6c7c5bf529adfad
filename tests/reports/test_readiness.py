"""The page for a drafter before public comment: what must be mended, what to look at, what is fine."""

import pytest

from duibiao.model.errors import UsageError
from duibiao.model.report import Run
from duibiao.reports import readiness
from duibiao.reports.format import Options
from duibiao.reports.readiness import Ready
from duibiao.reports.registry import FORMATS, named
from duibiao.reports.text import cells
from duibiao.reports.view import arrange
from tests.reports import fixed


def page(run: Run) -> Ready:
    (ready, *_) = readiness.arranged(arrange(run), "zh")
    assert isinstance(ready, Ready)
    return ready


def test_what_fails_a_check_must_be_mended_and_the_rest_is_looked_at() -> None:
    ready = page(fixed.single(fixed.lowered(), fixed.exceeded(), fixed.covered(), fixed.waived()))
    assert [item.head.split()[0] for item in ready.must] == ["弱化"]
    assert [item.head.split()[0] for item in ready.look] == ["加码"]
    assert len(ready.fine) == 1


def test_every_item_says_what_to_write() -> None:
    ready = page(fixed.everything())
    assert ready.must
    assert all(item.write and item.told for item in (*ready.must, *ready.look))


def test_an_omission_gets_upstreams_sentence_in_the_plans_own_voice() -> None:
    ready = page(fixed.single(fixed.omitted()))
    assert "可写为" in (*ready.must, *ready.look)[0].write


def test_nothing_to_mend_is_said_so() -> None:
    text = readiness.render(named("terminal"), arrange(fixed.single(fixed.covered())), Options())
    assert "可以征求意见" in text


@pytest.mark.parametrize("name", readiness.FORMATS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_format_paints_every_run_the_same_twice(name: str, language: str) -> None:
    for run in (fixed.everything(), fixed.layered(), fixed.single(fixed.hostile())):
        first = readiness.render(named(name), arrange(run), Options(language=language))
        assert first == readiness.render(named(name), arrange(run), Options(language=language))
        assert name == "terminal" or "<script>alert" not in first


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    text = readiness.render(named("terminal"), arrange(fixed.everything()), Options(width=width))
    assert [line for line in text.splitlines() if cells(line) > width] == []


@pytest.mark.parametrize("name", sorted(set(FORMATS) - set(readiness.FORMATS)))
def test_machine_formats_are_refused_before_plans_are_read(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        readiness.refuse_others([named("terminal"), named(name)])
    assert name in caught.value.message.zh
