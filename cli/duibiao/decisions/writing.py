"""New rulings added to a file of decisions as text: what stood there stays, to the last comment.

Writing the whole file anew from its data was refused, since it loses comments, order and quoting; so was a library that
keeps comments, since it still sets white space its own way. An entry is put behind the last one, or into the brackets
of a list written [in one line], and the result is read back before anybody gets it. The script of the html report
writes entries in the same way (`reports/html/ruling.js`); a test holds the two together.
"""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

import yaml
from msgspec.structs import replace

from duibiao.decisions.reading import read_decisions
from duibiao.model.decision import Decision
from duibiao.model.errors import DecisionsError, Fault
from duibiao.model.frame import Frame
from duibiao.model.message import Message

# what JSON leaves as it is inside quotes, and YAML takes for the end of a line or refuses
_SPECIAL = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def add(content: bytes, decisions: Iterable[Decision], name: str) -> bytes:
    """The file with the decisions at its end.

    Raises:
        DecisionsError: It has faults, or is written in a way to which nothing can be added safely.
    """
    wanted = tuple(decisions)
    return _filled(content, frame(content, name), wanted, name) if wanted else content


def frame(content: bytes, name: str) -> Frame:
    """Where new decisions go.

    Raises:
        DecisionsError: As for `add`.
    """
    known = read_decisions(content, name)
    sample = known[:1] or (_SAMPLE,)
    for each in _frames(content.decode("utf-8-sig"), any_there=bool(known)):
        try:
            _filled(content, each, sample, name)
        except DecisionsError:
            continue
        return replace(each, file=PurePosixPath(name).name)
    told = Message(
        "不能在这个文件末尾安全地添加；请改成每条以 - 开头的列表，并去掉 ... 等结束标记",
        "nothing can be added to it safely; make it a list with a dash for each entry, without end markers such as ...",
    )
    raise DecisionsError(name, (Fault("", 1, told),))


def entry(decision: Decision, shape: Frame) -> str:
    """A decision as the text of an entry."""
    ruling = decision.ruling
    fields = {
        "requirement": _quoted(decision.requirement),
        "plan": _quoted(decision.plan),
        "action": ruling.action,
        "verdict": str(ruling.verdict) if ruling.verdict else None,
        "reason": _quoted(ruling.reason),
        "by": _quoted(ruling.by),
        "date": ruling.date,
        "expires": ruling.expires,
        "passage": _quoted(decision.passage) if decision.passage else None,
    }
    lines = [f"{key}: {value}" for key, value in fields.items() if value is not None]
    if shape.flow:
        return "{" + ", ".join(lines) + "}"
    margin = " " * shape.indent
    return "".join(f"{margin}{'  ' if at else '- '}{line}{shape.newline}" for at, line in enumerate(lines))


def _frames(text: str, *, any_there: bool) -> Iterable[Frame]:
    newline = "\r\n" if "\r\n" in text else "\n"
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if isinstance(root, yaml.SequenceNode) and root.flow_style:
        at = root.end_mark.index - 1
        empty = Frame(head=text[:at], tail=newline + text[at:], flow=True, between="," + newline, newline=newline)
        # a comma may stand behind the last entry already
        leads = ("," + newline, newline) if any_there else (newline,)
        yield from (replace(empty, lead=newline + lead if lead[0] == "," else lead) for lead in leads)
    else:
        head = text if not text or text.endswith("\n") else text + newline
        indent = root.start_mark.column if isinstance(root, yaml.SequenceNode) else 0
        yield Frame(head=head, indent=indent, newline=newline)


def _filled(content: bytes, shape: Frame, wanted: Sequence[Decision], name: str) -> bytes:
    """The file with the decisions in it, once it has been read back and holds what it held, and them."""
    entries = shape.between.join(entry(decision, shape) for decision in wanted)
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    changed = mark + (shape.head + shape.lead + entries + shape.tail).encode("utf-8")
    before, after = ([_bare(d) for d in read_decisions(each, name)] for each in (content, changed))
    if after != [*before, *map(_bare, wanted)]:
        raise DecisionsError(name, ())
    return changed


def _bare(decision: Decision) -> Decision:
    return replace(decision, file="", line=1)


def _quoted(text: str) -> str:
    """A text in quotes, as JSON and YAML both read it."""
    return _SPECIAL.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


_SAMPLE = read_decisions(b'[{requirement: x, plan: x, action: waive, reason: x, by: x, date: "2026-01-01"}]', "")[0]
