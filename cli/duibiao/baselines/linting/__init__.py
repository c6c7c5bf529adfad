"""Every fault of a checklist, each with its place: those of the format, and those that only its sense shows."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from duibiao.baselines.layers import resolve
from duibiao.baselines.linting import departments, doubles, hopeless, layering, text, values
from duibiao.baselines.linting.remark import CODES, Hold, Remark, Sheet
from duibiao.baselines.nodes import At
from duibiao.model.errors import BaselineError
from duibiao.model.message import Message
from duibiao.model.report import Severity

__all__ = ["CODES", "Hold", "Linted", "Remark", "lint"]

_RULES = (text, values, departments, doubles, layering, hopeless)


class Linted(Struct, frozen=True, kw_only=True):
    """One file and what is wrong with it, in its order; `requirements` counts its own where it can be used at all."""

    path: Path
    remarks: tuple[Remark, ...]
    requirements: int | None = None


def lint(path: Path, hold: Hold, given: Sequence[Path] = (), folders: Sequence[Path] = ()) -> Linted:
    """Inspect a file; its layers are looked for as in a check.

    Raises:
        UsageError: There is no such file, or it cannot be opened.
    """
    try:
        resolved = resolve(path, given, folders)
    except BaselineError as error:
        return Linted(path=path, remarks=tuple(_unsound(error)))
    sheet = Sheet(resolved=resolved, hold=hold)
    found = [remark for rule in _RULES for remark in rule.check(sheet)]
    found += _unverified(sheet)
    return Linted(
        path=path,
        remarks=tuple(sorted(_each_once(found), key=lambda remark: (remark.line, remark.path, remark.code))),
        requirements=len(resolved.parsed.givens),
    )


def _unsound(error: BaselineError) -> Iterator[Remark]:
    for fault in error.faults:
        yield Remark(
            code="unsound",
            severity=Severity.ERROR,
            file=error.file,
            line=fault.line,
            path=fault.path,
            message=fault.message,
        )


def _each_once(found: list[Remark]) -> Iterator[Remark]:
    """What contradicts its text is also weakened by it; that is one fault, told by its nearer name."""
    told = {remark.requirement for remark in found if remark.code.endswith("-contradicts-text")}
    return (remark for remark in found if remark.code != "unsatisfiable" or remark.requirement not in told)


def _unverified(sheet: Sheet) -> Iterator[Remark]:
    """One line for the file: a note for each of two hundred requirements would hide the rest."""
    doubtful = [index for index, requirement in sheet.own() if not requirement.verified]
    if not doubtful:
        return
    first = sheet.at(doubtful[0], "verified")
    told = Message(
        f"有 {len(doubtful)} 项尚未与原文核对（verified: false），第一处在这里",
        f"{len(doubtful)} requirements have not been compared with their source (verified: false); this is the first",
    )
    yield sheet.remark("unverified", Severity.NOTE, At(first.node, first.path), told)
