"""duibiao text: what the tool has read."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from duibiao.commands import streams

if TYPE_CHECKING:
    from duibiao.model.document import Clause, Document


def text(
    plan: Annotated[Path, typer.Argument(metavar="PLAN")],
    outline: Annotated[bool, typer.Option("--outline")] = False,
) -> int:
    from duibiao.documents import extract, find_plans, read  # noqa: PLC0415  readers are heavy

    find_plans([plan])  # a missing file is told the same way everywhere
    # A file without any clause is no plan, but what stands in it can still be shown.
    streams.put("".join(f"{line}\n" for line in _outline(read(plan))) if outline else extract(plan).text)
    return 0


def _outline(document: "Document") -> Iterator[str]:
    """One line for each clause: number, label, role, and its text or cells."""
    for clause in document.clauses:
        depth = document.sections[clause.section].level
        yield f"{clause.index:4}  {clause.label or '-'}  {clause.role}  {'  ' * depth}{_content(clause, document)}"
        if clause.responsibility:
            yield f"      {'  ' * depth}  <- {clause.responsibility}"


def _content(clause: "Clause", document: "Document") -> str:
    if not clause.cells:
        return " ".join(document.quote(clause.span).split())
    return " | ".join(_cell(clause, at) for at in range(len(clause.cells)))


def _cell(clause: "Clause", at: int) -> str:
    cell = clause.cells[at]
    head = cell.header or ("" if cell.column == "other" else str(cell.column))
    return f"{head}={clause.plain.text[cell.start : cell.end]}" if head else clause.plain.text[cell.start : cell.end]
