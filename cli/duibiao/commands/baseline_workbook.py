"""duibiao baseline export / import: a checklist as an Excel file, and back into the YAML it came from."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from duibiao.commands.session import Session
from duibiao.model.errors import BaselineError, Fault

if TYPE_CHECKING:
    from duibiao.baselines.workbook import Merged


def export(
    ctx: typer.Context,
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="XLSX")],
) -> int:
    from duibiao.baselines.parsing import parse  # noqa: PLC0415  YAML is not needed for help
    from duibiao.baselines.workbook import to_workbook  # noqa: PLC0415  as above
    from duibiao.baselines.workbook.merging import loaded  # noqa: PLC0415  as above
    from duibiao.commands.baseline_files import files_of  # noqa: PLC0415  as above
    from duibiao.reports.write import refuse, write_all  # noqa: PLC0415  as above

    session: Session = ctx.obj
    (path,), _ = files_of(ctx, [file])
    refuse(output, [path])
    parsed = parse(path)
    text = path.read_bytes().decode("utf-8-sig")
    write_all({output: to_workbook(parsed, loaded(text), text)})
    session.note(session.say("wrote", path=output.as_posix()))
    return 0


def bring_in(
    ctx: typer.Context,
    *,
    book: Annotated[Path, typer.Argument(metavar="XLSX")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE")],
) -> int:
    """The list that results is read as a check would read it before it is written: a faulty one changes nothing."""
    from duibiao.baselines.workbook import merge, read_book  # noqa: PLC0415  YAML is not needed for help
    from duibiao.reports.write import refuse, write_all  # noqa: PLC0415  as above

    session: Session = ctx.obj
    refuse(output, [book])
    before = _sound(output) if output.exists() else None
    found = read_book(book)
    merged = merge(found, before)
    _refuse_faults(merged, book, output)
    if merged.text != before:
        write_all({output: merged.text.encode()})
    counts = {"changed": len(merged.changed), "added": len(merged.added)}
    session.note(session.say("imported" if merged.text != before else "nothing-new", path=output.as_posix(), **counts))
    if merged.kept:
        session.note(session.say("kept", n=len(merged.kept), ids=", ".join(merged.kept[:10])))
    return 0


def _sound(file: Path) -> str:
    """The text of the list as it is; one with faults is mended first, by hand."""
    from duibiao.baselines.parsing import parse  # noqa: PLC0415  as above

    parse(file)
    return file.read_bytes().decode("utf-8-sig")


def _refuse_faults(merged: "Merged", book: Path, output: Path) -> None:
    """Faults told by the rows of Excel, where the person who made them will look."""
    from duibiao.baselines.parsing import parse_text  # noqa: PLC0415  as above

    try:
        parse_text(output, merged.text.encode())
    except BaselineError as error:
        raise BaselineError(book.as_posix(), tuple(_in_excel(fault, merged) for fault in error.faults)) from error


def _in_excel(fault: Fault, merged: "Merged") -> Fault:
    found = re.match(r"requirements\[(\d+)\]", fault.path)
    line = merged.order[int(found[1])] if found and int(found[1]) < len(merged.order) else None
    return replace(fault, line=line or 1)
