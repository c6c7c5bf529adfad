"""What every format is given and gives back."""

from msgspec import Struct


class Options(Struct, frozen=True, kw_only=True):
    """How a report should look.

    `everything` lists covered, exceeded and not-applicable requirements too (formats for people only; a machine
    format is always complete). `hints` adds what to do next. `colour` is a colour system of rich, or None for plain
    text. `width` counts terminal cells.
    """

    language: str = "zh"
    everything: bool = False
    hints: bool = True
    colour: str | None = None
    width: int = 100


class Format(Struct, frozen=True, kw_only=True):
    """A way to write a report. The module `duibiao.reports.<name>` paints it with its `render(view, options)`.

    `per_plan` gives one file for each plan instead of one for all. `screen` is the format for reading at once: with
    `-o` and other formats beside it, it still goes to the screen. `annotates` is for a format that goes into a copy of
    the plan's own file: its module has `comments(view, options)` instead of `render`, and `annotate` writes them.
    """

    name: str
    suffix: str
    per_plan: bool = False
    screen: bool = False
    annotates: bool = False
