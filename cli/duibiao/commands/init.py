"""duibiao init: write a commented `.duibiao.yaml`."""

import json
from pathlib import Path

import typer

from duibiao.commands.messages import WORDS, filled
from duibiao.commands.session import Session
from duibiao.config.find import NAME, find
from duibiao.model.errors import UsageError


def init(ctx: typer.Context) -> int:
    """The file names what lies in the working directory; nothing that is there is written over."""
    from duibiao.config.schema import json_schema  # noqa: PLC0415  not needed for help
    from duibiao.config.start import SCHEMA_NAME, first_config, look_around  # noqa: PLC0415  YAML is not either
    from duibiao.reports.write import write_all  # noqa: PLC0415  as above

    session: Session = ctx.obj
    above = find(Path())
    if above == Path(NAME):
        raise UsageError(filled("configured", file=NAME), WORDS["configured-advice"])
    if above is not None:
        session.note(session.say("configured-above", file=above.as_posix()))
    found = look_around(Path())
    files = {Path(NAME): first_config(found, session.language).encode()}
    schema = (json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n").encode()
    if not Path(SCHEMA_NAME).exists():
        files[Path(SCHEMA_NAME)] = schema
    write_all(files)
    session.note(session.say("wrote", path=", ".join(path.name for path in files)))
    plans = sum(count for _, count in found.plans)
    session.note(session.say("started", baselines=len(found.heads), plans=plans))
    session.note(session.say("start-next" if found.plans else "start-fill", file=NAME))
    return 0
