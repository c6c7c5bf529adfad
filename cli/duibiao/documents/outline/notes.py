"""Finds the notes that say who is responsible, and takes them out of the sentences.

…推进适老化改造。(市民政局、市财政局按职责分工负责) / 〔责任单位:市教育局〕 / 牵头单位:市民政局;配合单位:市财政局
A bracket that explains something (含光荣院, 以下简称市局) is no note.
"""

import re

from duibiao.documents.outline.shapes import WORDS, either
from duibiao.language.late import late
from duibiao.model.span import Plain

_WHO = rf"(?:{either(WORDS['responsible'])})(?:责任)?(?:{either(WORDS['responsible_what'])})(?:\([^()]{{1,12}}\))?"
_NAMED = late(rf"(?:{_WHO}|{either(WORDS['timing'])})[:]")
_TIMED = late(rf"(?:{either(WORDS['timing'])})[:]")
_DUTY = late(r"负责|牵头|配合|分工|承担|落实|参与|按职责|具体实施|主办|协办|组织实施")
_OFFICE = late(rf".{{0,40}}(?:{either(WORDS['offices'])})(?:等(?:部门|单位)?)?(?:\([^()]{{1,20}}\))?")
_EXPLAINS = late(r"以下|简称|含|包括|如|即|其中|不含|原|见|详见|详情|注|下同")
_SPLIT = late(r"[、,;]|以及|和|及|与|会同")
_ITEM = late(r"^[(〔]?[一二三四五六七八九十\d]{1,3}(?:[)〕][、.]?|[、.])")
# (…负责。列第一位者为牵头单位,下同): said once, for all the notes that follow.
_ASIDE = late(r"[。;,](?:[^。;]{0,40}(?:下同|不再列出|第一位)[^。;]{0,20}|以下均[^。]{0,40})$")
_VERB = late(
    r"(?:分别|共同|按照|按|依|根据)?(?:各自)?(?:职责|职能|任务)?(?:分工)?(?:具体|共同|分别|组织)?"
    r"(?:负责|牵头|配合|落实|参与|承担|实施|承办|主办|协办)(?:.{0,4})$"
)
_OPENING, _CLOSING = "(〔", ")〕"
_LONGEST = 600
_LONGEST_NAME = 12
_PROSE = late(r"[。!?]")


def opens(text: str) -> bool:
    """责任单位及承办科室: in the heading of an item: the item is a note on its neighbours."""
    found = _NAMED.match(text)
    return found is not None and not _TIMED.match(text)


def note_at_end(sentence: str) -> int | None:
    """Where the note at the end of a sentence begins; 0 where the whole sentence is one; None where there is none."""
    body = sentence.rstrip("。;,!")
    if found := _NAMED.match(body):
        return 0 if _names_someone(body[found.end() :]) or _TIMED.match(body) else None
    if is_duty(body):
        return 0
    start = len(body)
    while (opening := _bracket(body[:start])) is not None:
        alone = opening == 0 or body[opening - 1] in "。;:)〕"
        if not is_note(body[opening + 1 : start - 1], alone=alone):
            break
        start = opening
    if start == len(body):
        return None
    return start


def _bracket(text: str) -> int | None:
    """Where the bracket that closes the text was opened."""
    if not text or text[-1] not in _CLOSING:
        return None
    depth = 0
    for at in range(len(text) - 1, max(-1, len(text) - _LONGEST), -1):
        depth += (text[at] in _CLOSING) - (text[at] in _OPENING)
        if depth == 0:
            return at
    return None


def is_note(inner: str, *, alone: bool) -> bool:
    """Whether a bracket's content names who is responsible. `alone`: the bracket follows a finished sentence."""
    text = _ASIDE.sub("", inner.rstrip("。;,"))
    if _NAMED.match(text):
        return True
    if not text or _EXPLAINS.match(text):
        return False
    parts = [part for part in _SPLIT.split(text) if part]
    offices = sum(_OFFICE.fullmatch(_bare(part)) is not None for part in parts)
    if _DUTY.search(text) and offices * 2 >= len(parts) and not re.search(r"\d(?:%|万|亿|元)", text):
        return True
    return offices == len(parts) and (alone or len(parts) > 1) and offices > 0


def _bare(part: str) -> str:
    """市民政局按职责分工负责 -> 市民政局"""
    return _VERB.sub("", part)


def is_duty(sentence: str) -> bool:
    """市民政局牵头,市财政局、市卫生健康委配合: a sentence that says only who."""
    if len(sentence) > 160 or "由" in sentence or not re.search(r"(?:负责|牵头|配合|分工负责|参与|落实)$", sentence):
        return False
    parts = [part for part in _SPLIT.split(sentence) if part]
    return all(_OFFICE.fullmatch(_bare(part)) is not None and len(part) <= 30 for part in parts)


def _names_someone(text: str) -> bool:
    """责任单位:市民政局 does; 责任主体:要落实企业安全责任。 tells what to do."""
    if len(text) > 300 or _PROSE.search(text):
        return False
    parts = [part for part in _SPLIT.split(text) if part]
    offices = sum(_OFFICE.fullmatch(_bare(_unnamed(part))) is not None for part in parts)
    return offices * 2 >= len(parts) or len(text) <= _LONGEST_NAME


def _unnamed(part: str) -> str:
    return _NAMED.sub("", part)


def content(plain: Plain) -> str:
    """A note's text without its brackets and its number: 市民政局、市财政局按职责分工负责."""
    text = _ITEM.sub("", plain.text.strip("。;, "))
    if text[:1] in _OPENING and text[-1:] in _CLOSING and _bracket(text) == 0:
        text = text[1:-1].rstrip("。;,")
    return text
