"""duibiao text: what the tool has read."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from duibiao.commands import streams
from duibiao.commands.session import Session
from duibiao.reports.text import printable

if TYPE_CHECKING:
    from duibiao.model.document import Clause, Document


def text(
    ctx: typer.Context,
    *,
    plan: Annotated[Path, typer.Argument(metavar="PLAN")],
    outline: Annotated[bool, typer.Option("--outline")] = False,
) -> int:
    from duibiao.contain import contained  # noqa: PLC0415  with readers, which are heavy
    from duibiao.documents import extract, find_plans, read  # noqa: PLC0415  as above
    from duibiao.model.document import Document, Extract  # noqa: PLC0415  as above

    session: Session = ctx.obj
    limits = session.limits

    find_plans([plan])  # a missing file is told the same way everywhere
    # A file without any clause is no plan, but what stands in it can still be shown.
    if outline:
        document = contained(lambda: read(plan, limits), Document, limits)
        streams.put("".join(f"{printable(line)}\n" for line in _outline(document)))
    else:
        found = contained(lambda: extract(plan, limits), Extract, limits).text
        # a file or another program gets the text itself, in which places count; a screen must not obey it
        streams.put("\n".join(map(printable, found.split("\n"))) if sys.stdout.isatty() else found)
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
