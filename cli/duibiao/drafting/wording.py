"""The words of a requirement: the author's own, in simplified characters, and a short name for them."""

import re

from duibiao.drafting import heads
from duibiao.drafting.groups import Group
from duibiao.drafting.parts import Part
from duibiao.language.normalise import simplify
from duibiao.model.document import Clause, Document
from duibiao.model.fact import Facts

_LONGEST_TITLE = 20
_ENDS = " ，。；、：,.;:!?！？\t\n"
_GOES_ON = re.compile(
    r"^(?:并且|并|且|同时[，,]?|其中[，,]?|此外[，,]?|另外[，,]?|重点|一是|二是|三是|四是|五是|六是|[①-⑳])"
)
_OPENERS = re.compile(r"^(?:要|应|应当|须|必须|将|把|对于|对|为|在|向|与|使|力争|确保|其|有关|相关)")
_SIZE = re.compile(r"^(?:一批|若干|多个|全省|全市|全国|全区)")


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


def title(parts: tuple[Part, ...], facts: Facts, heading: str) -> str:
    """What the requirement is about: the indicator of its number, else what its first work works on."""
    named = next((q.indicator for q in facts.quantities if 4 <= len(q.indicator) <= _LONGEST_TITLE and not q.base), "")
    if named and not heads.waits(named):
        return named
    for part in parts:
        head = heads.read(part.words)
        if head.kind in ("date", "manner") or heads.waits(part.words):
            continue
        name = _thing(part.words, head.word)
        if len(name) >= 4:
            return name
    return _short(heading or parts[0].words)


def _thing(words: str, verb: str) -> str:
    at = words.find(verb) + len(verb) if verb else 0
    rest = words[at:] if verb and at < len(words) else words
    rest = _SIZE.sub("", _OPENERS.sub("", rest))
    return _short(rest)


def _short(words: str) -> str:
    """At most as long as a title may be; of a longer one the end, which is what the rest describes."""
    words = words.strip(_ENDS)
    if len(words) <= _LONGEST_TITLE:
        return words
    for mark in re.finditer("的", words):
        tail = words[mark.end() :]
        if 6 <= len(tail) <= _LONGEST_TITLE:
            return tail
    return words[: _LONGEST_TITLE - 1] + "…"
