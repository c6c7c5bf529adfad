"""The options that several commands share, declared once: what they are called, what they take.

A command writes `baselines: Baselines = None`; the help text stands in `messages.HELP` under the command's own key.
Each option can be given as an environment variable too, and the configuration may say what both leave out: what holds
is asked of `settings.settings_of(ctx)`, which knows the parameters `baselines`, `level`, `region`, `issued`, `fail_on`,
`strict` and `decisions` by these names.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class FailOn(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


# model.Level, which is not loaded for the help page
LEVELS = "national|province|city|county"
FAIL_ON = "|".join(FailOn)

# a path, or the id of a baseline that lies in one of the configured folders
Baselines = Annotated[list[Path] | None, typer.Option("--baseline", "-b", metavar="BASELINE")]
Formats = Annotated[list[str] | None, typer.Option("--format", "-f", metavar="FORMAT")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="PATH")]
LevelName = Annotated[str | None, typer.Option("--level", metavar=LEVELS)]
RegionName = Annotated[str | None, typer.Option("--region", metavar="REGION")]
IssueDate = Annotated[str | None, typer.Option("--issued", metavar="YYYY-MM-DD")]
Threshold = Annotated[FailOn, typer.Option("--fail-on", metavar=FAIL_ON)]
# one that the configuration may say as well
Failing = Annotated[FailOn | None, typer.Option("--fail-on", metavar=FAIL_ON)]
Strict = Annotated[bool | None, typer.Option("--strict/--no-strict")]
Decisions = Annotated[Path | None, typer.Option("--decisions", metavar="FILE")]
Everything = Annotated[bool, typer.Option("--all")]
