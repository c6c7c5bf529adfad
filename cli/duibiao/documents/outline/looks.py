"""Sections and sentences that look back or only set the tone: they commit to nothing."""

import re
from collections.abc import Sequence

from duibiao.documents.outline.drafts import Draft
from duibiao.documents.outline.shapes import WORDS
from duibiao.model.document import Role, Section

_BACKGROUND = re.compile("|".join(f"(?:{form})" for form in WORDS["background"]))
_SPIRIT = re.compile("|".join(f"(?:{form})" for form in WORDS["spirit"]))
# 截至2020年底,全市共有养老机构62所。 and 以习近平新时代中国特色社会主义思想为指导,…
_PAST = re.compile(r"(?:截至|截止)|(?:目前|近年来|当前|多年来),|\"?十[一二三四五]五\"?(?:以来|期间)|(?:20\d\d年)以来")
_DONE = re.compile(r"已|达到?|共有|累计|取得|成效|实现了|形成了|建成|完成|突破|位居|增长|提升|超过|覆盖|先后")
_AHEAD = re.compile(
    r"到20\d\d年|力争|确保|目标|要(?!求|素|点|道|害|件)|应当?|将[^来]|必须|新增|不少于|不低于|加快|推进|鼓励|支持|开展"
)
_TONE = re.compile(
    r"(?:坚持|全面)?(?:以|高举|贯彻|深入贯彻|全面贯彻)[^,。]{0,12}(?:习近平|邓小平|党的(?:十[八九]|二十)|中国特色社会主义)"
)


def settle(drafts: Sequence[Draft], sections: Sequence[Section]) -> None:
    """Turns body clauses into background or preamble where their section or their own words say so."""
    tones = _tones(sections)
    for draft in drafts:
        if draft.role is not Role.BODY:
            continue
        tone = tones[draft.section]
        if tone is not None:
            draft.role = tone
        elif looks_back(draft.plain.text):
            draft.role = Role.BACKGROUND
        elif sets_tone(draft.plain.text):
            draft.role = Role.PREAMBLE


def _tones(sections: Sequence[Section]) -> list[Role | None]:
    tones: list[Role | None] = []
    for section in sections:
        above = tones[section.parent] if section.parent is not None else None
        tones.append(above or _tone(section.title))
    return tones


def _tone(title: str) -> Role | None:
    if _BACKGROUND.fullmatch(title):
        return Role.BACKGROUND
    return Role.PREAMBLE if _SPIRIT.fullmatch(title) else None


def looks_back(sentence: str) -> bool:
    return _PAST.match(sentence) is not None and _DONE.search(sentence) is not None and _AHEAD.search(sentence) is None


def sets_tone(sentence: str) -> bool:
    return _TONE.match(sentence) is not None and re.search(r"到20\d\d年|\d+(?:\.\d+)?%", sentence) is None
