"""The formats there are. A new format is its module, one line here, and a test."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from duibiao.model.errors import UsageError
from duibiao.model.message import Message
from duibiao.reports.format import Format, Options

if TYPE_CHECKING:
    from duibiao.reports.view import View

FORMATS: Mapping[str, Format] = {
    form.name: form
    for form in (
        Format(name="terminal", suffix=".txt", screen=True),
        Format(name="json", suffix=".json"),
        Format(name="markdown", suffix=".md"),
        Format(name="html", suffix=".html", per_plan=True),
        Format(name="docx", suffix=".docx", per_plan=True, annotates=True),
        Format(name="csv", suffix=".csv"),
        Format(name="xlsx", suffix=".xlsx"),
        Format(name="sarif", suffix=".sarif"),
        Format(name="junit", suffix=".xml"),
        # read from the standard output of a job, whatever else goes into files
        Format(name="github", suffix=".annotations", screen=True),
    )
}


def named(name: str) -> Format:
    """The format of this name.

    Raises:
        UsageError: There is none.
    """
    if name in FORMATS:
        return FORMATS[name]
    known = "、".join(FORMATS), ", ".join(FORMATS)
    raise UsageError(
        Message(f"没有“{name}”这种输出格式", f"there is no output format '{name}'"),
        Message(f"可用的格式：{known[0]}", f"formats: {known[1]}"),
    )


def for_suffix(suffix: str) -> Format | None:
    """The format that a file name asks for, where nobody named one."""
    return next((form for form in FORMATS.values() if form.suffix == suffix.lower() and not form.screen), None)


def render(form: Format, view: "View", options: Options) -> str | bytes:
    """Paint `view`. The module is loaded only now: a run pays for the libraries of the formats it asks for."""
    module: Any = import_module(f"duibiao.reports.{form.name}")
    painted: str | bytes = module.render(view, options)
    return painted
