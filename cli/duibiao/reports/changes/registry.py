"""The formats of a comparison. A new one is its module in this folder, one line here, and a test."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from duibiao.model.comparison import Comparison
from duibiao.reports.changes.view import arrange
from duibiao.reports.format import Format, Options

FORMATS: Mapping[str, Format] = {
    form.name: form
    for form in (
        Format(name="terminal", suffix=".txt", screen=True),
        Format(name="json", suffix=".json"),
        Format(name="markdown", suffix=".md"),
        Format(name="html", suffix=".html"),
    )
}


def render(form: Format, comparison: Comparison, options: Options) -> str:
    module: Any = import_module(f"duibiao.reports.changes.{form.name}")
    painted: str = module.render(arrange(comparison), options)
    return painted
