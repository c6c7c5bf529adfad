"""duibiao baseline draft: a checklist from upstream documents, for somebody to review."""

from pathlib import Path
from typing import Annotated

import typer

from duibiao.commands.messages import filled
from duibiao.commands.options import LevelName
from duibiao.commands.session import Session
from duibiao.model.errors import UsageError


def draft(
    ctx: typer.Context,
    *,
    documents: Annotated[list[Path], typer.Argument(metavar="DOC…")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE")],
    name: Annotated[str | None, typer.Option("--id", metavar="ID")] = None,
    level: LevelName = None,
    region: Annotated[str | None, typer.Option("--region", metavar="REGION")] = None,
) -> int:
    from duibiao.commands.settings import level_of  # noqa: PLC0415  readers and YAML are not needed for help
    from duibiao.documents import find_plans  # noqa: PLC0415  as above
    from duibiao.drafting import Wish, refuse_edited, written  # noqa: PLC0415  as above
    from duibiao.drafting import draft as drafted  # noqa: PLC0415  as above
    from duibiao.reports.write import refuse, write_all  # noqa: PLC0415  as above

    session: Session = ctx.obj
    wish = Wish(id=_name(name, output), level=level_of(level), region=region)
    paths = find_plans(documents)
    refuse(output, paths)
    if output.is_file():
        refuse_edited(output.read_text("utf-8", errors="replace"), output.as_posix())
    found = drafted(paths, wish)
    write_all({output: written(found, wish.id).encode()})
    doubts = sum(bool(each.doubts) for each in found.requirements)
    targets = sum(bool(each.targets) for each in found.requirements)
    shown = output.as_posix()
    session.note(session.say("drafted", path=shown, n=len(found.requirements), targets=targets, doubts=doubts))
    if found.conflicts:
        session.note(session.say("contradicting", n=found.conflicts))
    if found.rows_left:
        session.note(session.say("rows-left", n=found.rows_left))
    return 0


def _name(name: str | None, output: Path) -> str:
    """The id of the checklist: the file's name, unless said. A bad one is told before anything is read."""
    from duibiao.baselines.scalars import is_id  # noqa: PLC0415  as above

    wanted = name if name is not None else output.stem
    if not is_id(wanted):
        raise UsageError(filled("bad-id", name=wanted), filled("bad-id-advice"))
    return wanted
