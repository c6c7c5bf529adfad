"""What `duibiao` alone says to a person: the three things one may want, and what to type for each."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from duibiao.commands.session import Session
from duibiao.desk.paths import is_ours, is_passing, quoted

_DRAFTS = (".docx", ".wps", ".doc")


def is_wanted(words: list[str]) -> bool:
    """Whether somebody sits there and has typed nothing else; a script gets the help page, and an error."""
    return not words and sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def greeting(session: Session) -> str:
    return "\n".join(lines(session, sorted(Path().iterdir()))) + "\n"


def lines(session: Session, here: Iterable[PurePath]) -> Iterator[str]:
    """`here` are the files of the working directory: a draft that lies there is named in the command to type."""
    draft = next((path for path in here if _is_draft(path)), PurePath(session.say("example-plan")))
    out = session.say("example-out")
    wishes = {
        "greeting-draft": f"duibiao {quoted(draft)}",
        "greeting-batch": f"duibiao batch {session.say('example-folder')} -b {session.say('example-list')} --out {out}",
        "greeting-list": f"duibiao baseline draft {session.say('example-upstream')} -o {session.say('example-list')}",
    }
    yield session.say("greeting")
    yield ""
    yield session.say("greeting-ask")
    for number, (key, command) in enumerate(wishes.items(), 1):
        yield f"  {number}  {session.say(key)}"
        yield f"       {command}"
    yield ""
    yield session.say("greeting-drag")
    yield session.say("greeting-help")


def _is_draft(path: PurePath) -> bool:
    return path.suffix.lower() in _DRAFTS and not is_passing(path.name) and not is_ours(path)
