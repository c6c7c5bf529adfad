"""duibiao baseline verify: try a checklist on the sentences that its author wrote for it."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from duibiao.commands import streams
from duibiao.commands.baseline_show import check_form
from duibiao.commands.session import Session
from duibiao.reports.text import printable

if TYPE_CHECKING:
    from duibiao.baselines.verifying import Trial

FORMS = ("text", "json")
LONGEST = 60


def verify(
    ctx: typer.Context,
    *,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…")],
    form: Annotated[str, typer.Option("--format", "-f", metavar="text|json")] = "text",
) -> int:
    """The sentences that came out otherwise are the payload, and the code says that there are some."""
    from duibiao.baselines import verifying  # noqa: PLC0415  YAML is not needed for help
    from duibiao.baselines.layers import resolve  # noqa: PLC0415  as above
    from duibiao.commands.baseline_files import files_of  # noqa: PLC0415  as above
    from duibiao.commands.holding import hold  # noqa: PLC0415  the engine is heavy

    check_form(form, FORMS)
    session: Session = ctx.obj
    paths, folders = files_of(ctx, files)
    trials = [
        (path.as_posix(), tuple(verifying.verify(resolve(path, paths, folders), hold))) for path in dict.fromkeys(paths)
    ]
    if form == "json":
        streams.put(_json(trials))
    else:
        wrong = [_line(file, trial, session) for file, each in trials for trial in each if not trial.passed]
        streams.put("".join(f"{line}\n" for line in wrong))
    for file, each in trials:
        failed = sum(not trial.passed for trial in each)
        key = "verified" if failed == 0 else "not-verified"
        told = session.say(key, n=len(each), failed=failed) if each else session.say("no-examples")
        session.note(printable(session.say("of-plan", path=file, message=told)))
    return int(any(not trial.passed for _, each in trials for trial in each))


def _line(file: str, trial: "Trial", session: Session) -> str:
    example = trial.example
    meant = session.say(f"example-{example.answer}") + (f" ({example.reason})" if example.reason else "")
    found = session.say(f"verdict-{trial.finding.verdict}") + (f" ({', '.join(trial.codes)})" if trial.codes else "")
    text = example.text if len(example.text) <= LONGEST else example.text[: LONGEST - 1] + "…"
    message = session.say("tried", id=example.requirement, text=text, meant=meant, found=found)
    return printable(session.say("fault", place=file, line=example.at.line, path=example.at.path, message=message))


def _json(trials: "Sequence[tuple[str, tuple[Trial, ...]]]") -> str:
    data = {
        "schema": "duibiao-verify/1",
        "examples": [
            {
                "file": file,
                "line": trial.example.at.line,
                "path": trial.example.at.path,
                "requirement": trial.example.requirement,
                "answer": trial.example.answer,
                "reason": trial.example.reason,
                "text": trial.example.text,
                "verdict": trial.finding.verdict,
                "codes": list(trial.codes),
                "passed": trial.passed,
            }
            for file, each in trials
            for trial in each
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
