"""The formats there are."""

from importlib import import_module

import pytest
from msgspec.structs import replace

from duibiao.model.errors import UsageError
from duibiao.reports.format import Options
from duibiao.reports.registry import FORMATS, for_suffix, named, render
from duibiao.reports.view import arrange
from tests.reports import fixed

PAINTED = [name for name, form in FORMATS.items() if not form.annotates]


@pytest.mark.parametrize("name", PAINTED)
def test_every_format_paints_every_run_the_same_twice(name: str) -> None:
    assert callable(import_module(f"duibiao.reports.{name}").render)
    for run in (fixed.everything(), fixed.single(), fixed.layered()):
        first = render(named(name), arrange(run), Options())
        assert first
        assert first == render(named(name), arrange(run), Options())


@pytest.mark.parametrize("name", PAINTED)
def test_every_format_paints_a_run_without_findings(name: str) -> None:
    for reports in ((), (fixed.unreadable(),)):
        run = replace(fixed.everything(), reports=reports)
        assert render(named(name), arrange(run), Options())


@pytest.mark.parametrize("name", sorted(set(FORMATS) - set(PAINTED)))
def test_a_format_that_goes_into_the_plan_has_its_comments(name: str) -> None:
    assert callable(import_module(f"duibiao.reports.{name}").comments)
    assert FORMATS[name].per_plan


def test_suffixes_tell_formats_apart() -> None:
    suffixes = [form.suffix for form in FORMATS.values()]
    assert len(set(suffixes)) == len(suffixes)


def test_an_unknown_format_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError) as caught:
        named("yaml")
    assert "yaml" in caught.value.message.zh
    assert caught.value.advice
    assert "json" in caught.value.advice.zh


def test_a_file_name_asks_for_its_format_but_never_for_the_screen() -> None:
    assert for_suffix(".JSON") is named("json")
    assert for_suffix(".txt") is None
    assert for_suffix(".xyz") is None
