"""The words of a requirement: the author's own, in simplified characters."""

import re

from duibiao.drafting.groups import Group
from duibiao.language.late import late
from duibiao.language.normalise import simplify
from duibiao.model.document import Clause, Document

_ENDS = " ，。；、：,.;:!?！？\t\n"
_GOES_ON = late(r"^(?:并且|并|且|同时[，,]?|其中[，,]?|此外[，,]?|另外[，,]?|重点|一是|二是|三是|四是|五是|六是|[①-⑳])")


def wording(document: Document, clause: Clause, group: Group) -> str:
    """The group as its author wrote it, behind the date that opens its sentence."""
    lead = f"{_written(document, clause, group.lead.start, group.lead.end)}" if group.lead else ""
    words = _written(document, clause, group.start, group.end)
    listed = group.parts[-1].text.rstrip(",;。").endswith("等") and group.start > 0
    words = words.strip(_ENDS)
    if listed and "、" not in group.parts[-1].text:
        words = words.removesuffix("等")  # 保障基本生活等: the end of the list, which was parted
    return lead + _GOES_ON.sub("", words) if group.start else words


def _written(document: Document, clause: Clause, start: int, end: int) -> str:
    """The author's characters, traditional ones made simple, without the white space of typesetting."""
    span = clause.plain.origin(start, end)
    kept = set(clause.plain.places[start:end])
    simple = simplify(document.text[span.start : span.end])
    written = "".join(char for at, char in enumerate(simple, span.start) if at in kept)
    # a plain text keeps one space between Latin words, at the place of the author's
    return re.sub(r"\s+", " ", written)


def restored(name: str, text: str, written: str) -> str:
    """A name cut out of the comparable text, in its author's characters: AI, not ai, and “ ” for straight marks."""
    for mark in re.findall("[a-z][a-z0-9]*", name):
        at = text.find(mark)
        name = name.replace(mark, written[at : at + len(mark)]) if at >= 0 else name
    return re.sub('"([^"]*)"', r"“\1”", name)


def author(document: Document, clause: Clause) -> str:
    """The clause as its author wrote it, character for character beside its comparable text."""
    first = clause.span.start
    simple = simplify(document.text[first : clause.span.end])
    return "".join(simple[place - first] for place in clause.plain.places)
