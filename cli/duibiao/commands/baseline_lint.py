"""duibiao baseline lint: every fault of a checklist, for people, programs and pull requests."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from duibiao import __version__
from duibiao.commands import streams
from duibiao.commands.baseline_show import check_form
from duibiao.commands.names import shown_names
from duibiao.commands.options import FailOn, Threshold
from duibiao.commands.session import Session
from duibiao.model.report import Severity
from duibiao.reports.text import printable

if TYPE_CHECKING:
    from duibiao.baselines.linting import Linted, Remark

FORMS = ("text", "json", "sarif", "github")
_UNSOUND = "unsound"
Json = dict[str, Any]


def lint(
    ctx: typer.Context,
    *,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…")],
    form: Annotated[str, typer.Option("--format", "-f", metavar="text|json|sarif|github")] = "text",
    fail_on: Threshold = FailOn.ERROR,
) -> int:
    """The faults are what was asked for: they are the payload, and the code says that there are some."""
    from duibiao.commands.baseline_files import files_of  # noqa: PLC0415  YAML is not needed for help

    check_form(form, FORMS)
    session: Session = ctx.obj
    paths, folders = files_of(ctx, files)
    linted = _linted(paths, folders)
    remarks = _named(tuple(dict.fromkeys(remark for each in linted for remark in each.remarks)), paths)
    if form == "json":
        streams.put(json.dumps(_data(remarks, session), ensure_ascii=False, indent=2) + "\n")
    elif form == "sarif":
        streams.put(json.dumps(_sarif(remarks, session), ensure_ascii=False, indent=2) + "\n")
    elif form == "github":
        streams.put("".join(f"{line}\n" for line in _annotations(remarks, session)))
    else:
        streams.put("".join(f"{_line(remark, session)}\n" for remark in remarks))
    _tell(linted, session)
    if any(remark.code == _UNSOUND for remark in remarks):
        return 2
    return int(fail_on is not FailOn.NEVER and any(r.severity.rank >= Severity(fail_on).rank for r in remarks))


def _linted(files: Sequence[Path], folders: Sequence[Path]) -> "tuple[Linted, ...]":
    from duibiao.baselines.linting import lint as inspect  # noqa: PLC0415  heavy, and help needs none of it
    from duibiao.commands.holding import hold  # noqa: PLC0415  as above

    return tuple(inspect(file, hold, files, folders) for file in dict.fromkeys(files))


def _named(remarks: "Sequence[Remark]", files: Sequence[Path]) -> "tuple[Remark, ...]":
    """The remarks with their files as a report names them: relative, with `/`."""
    from msgspec.structs import replace  # noqa: PLC0415  as above

    paths = [*dict.fromkeys([*files, *(Path(remark.file) for remark in remarks)])]
    shown = {path.as_posix(): name for path, name in zip(paths, shown_names(paths, Path.cwd()), strict=True)}
    return tuple(replace(remark, file=shown[remark.file]) for remark in remarks)


def _line(remark: "Remark", session: Session) -> str:
    message = remark.message.say(session.language)
    where = session.say("fault", place=remark.file, line=remark.line, path=remark.path, message=message)
    return f"{printable(where)} [{session.say(f'lint-{remark.severity}')} {remark.code}]"


def _tell(linted: "Sequence[Linted]", session: Session) -> None:
    """A line for each file: that it is sound, or how much is wrong with it."""
    for each in linted:
        counts = [
            session.say("lint-count", word=session.say(f"lint-{severity}"), n=n)
            for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
            if (n := sum(remark.severity is severity for remark in each.remarks))
        ]
        told = session.say("comma").join(counts) or session.say("lint-sound")
        if each.requirements is not None:
            told += session.say("comma") + session.say("shown-all", n=each.requirements)
        session.note(printable(session.say("of-plan", path=each.path.as_posix(), message=told)))


def _data(remarks: "Sequence[Remark]", session: Session) -> Json:
    return {
        "schema": "duibiao-lint/1",
        "tool": {"name": "duibiao", "version": __version__},
        "faults": [
            {
                "code": remark.code,
                "severity": remark.severity,
                "file": remark.file,
                "line": remark.line,
                "path": remark.path,
                "requirement": remark.requirement,
                "message": remark.message.say(session.language),
            }
            for remark in remarks
        ],
    }


def _annotations(remarks: "Sequence[Remark]", session: Session) -> Iterator[str]:
    """GitHub shows ten of a kind and drops the rest; the worst come first."""
    from duibiao.reports.github import COMMANDS, command  # noqa: PLC0415  as above

    for remark in sorted(remarks, key=lambda remark: -remark.severity.rank):
        properties = {"file": remark.file, "line": str(remark.line), "title": remark.code}
        message = remark.message.say(session.language)
        yield command(COMMANDS[remark.severity], properties, printable(f"{remark.path}: {message}".removeprefix(": ")))


def _sarif(remarks: "Sequence[Remark]", session: Session) -> Json:
    from duibiao.baselines.linting import CODES  # noqa: PLC0415  as above
    from duibiao.reports.sarif import LEVELS, ROOT, SCHEMA, uri  # noqa: PLC0415  as above

    numbers = {code: number for number, code in enumerate(CODES)}
    rules = [
        {"id": code, "name": code, "shortDescription": {"text": told.say(session.language)}}
        for code, told in CODES.items()
    ]
    results = [
        {
            "ruleId": remark.code,
            "ruleIndex": numbers[remark.code],
            "level": LEVELS[remark.severity],
            "message": {"text": printable(remark.message.say(session.language)).replace("](", "]\\(")},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": uri(remark.file), "uriBaseId": ROOT},
                        "region": {"startLine": remark.line},
                    },
                    **({"logicalLocations": [{"fullyQualifiedName": remark.path}]} if remark.path else {}),
                }
            ],
        }
        for remark in remarks
    ]
    driver = {"name": "duibiao-baseline-lint", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
