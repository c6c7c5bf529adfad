"""Sections and sentences that look back or only set the tone: they commit to nothing."""

import re
from collections.abc import Sequence

from duibiao.documents.outline.drafts import Draft
from duibiao.documents.outline.shapes import WORDS
from duibiao.language.late import late
from duibiao.model.document import Role, Section

_BACKGROUND = late("|".join(f"(?:{form})" for form in WORDS["background"]))
_SPIRIT = late("|".join(f"(?:{form})" for form in WORDS["spirit"]))
# 截至2020年底,全市共有养老机构62所。 and 以习近平新时代中国特色社会主义思想为指导,…
_PAST = late(
    r"截至|截止|目前|近年来|当前|多年来|过去|党的十[八九]大以来|20\d\d年以来|\"?十([一二三四五])五\"?(?:以来|期间|时期)"
)
_DONE = late(r"已|达到?|共有|累计|取得|成效|实现|形成|建成|完成|突破|位居|增长|提升|超过|覆盖|先后|显著|历史性|极不")
_AHEAD = late(
    r"到20\d\d年|力争|确保|目标|要(?!求|素|点|道|害|件)|应当?|将[^来]|必须|新增|不少于|不低于|加快|推进|鼓励|支持|开展"
)
_AIM = late(r"(?:^|[,;:。])(?:力争|确保)?到(?:20\d\d年|\"?十[一二三四五]五\"?末)")
_PERIODS = "一二三四五"
_TONE = late(
    r"(?:坚持|全面)?(?:以|高举|贯彻|深入贯彻|全面贯彻)[^,。]{0,12}(?:习近平|邓小平|党的(?:十[八九]|二十)|中国特色社会主义)"
)


def settle(drafts: Sequence[Draft], sections: Sequence[Section]) -> None:
    """Turns body clauses into background or preamble where their section or their own words say so."""
    tones = _tones(sections)
    period = _period("".join(draft.plain.text for draft in drafts))
    opened: dict[int, bool] = {}  # whether the first sentence of a section looks back
    for draft in drafts:
        if draft.role is not Role.BODY:
            continue
        tone = tones[draft.section]
        back = looks_back(draft.plain.text, period)
        first = opened.setdefault(draft.section, back)
        if tone is not None:
            draft.role = tone
        elif back or (first and _goes_on(draft.plain.text, period)):
            draft.role = Role.BACKGROUND
        elif sets_tone(draft.plain.text) and "目标" not in sections[draft.section].title:
            draft.role = Role.PREAMBLE


def _period(text: str) -> int:
    """The five-year plan that the document is about, as a place in 一二三四五: the one it names most."""
    return max(range(len(_PERIODS)), key=lambda at: text.count(f"十{_PERIODS[at]}五"))


def _goes_on(sentence: str, period: int) -> bool:
    named = re.match(r"\"?十([一二三四五])五", sentence)
    if named and _PERIODS.index(named[1]) >= period:
        return False
    return _DONE.search(sentence) is not None and _AHEAD.search(sentence) is None


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


def looks_back(sentence: str, period: int = 0) -> bool:
    """截至2020年底,…; “十三五”期间,… in a plan for the 十四五."""
    found = _PAST.match(sentence.lstrip('"'))
    if found is None or _DONE.search(sentence) is None or _AHEAD.search(sentence) is not None:
        return False
    finished = found[0].endswith("以来") or re.search(r"已[^经]?|累计|先后", sentence) is not None
    return found[1] is None or finished or _PERIODS.index(found[1]) < period


def aims(sentence: str) -> bool:
    """到2025年,…: a sentence before the first section that already sets a target."""
    return _AIM.search(sentence) is not None


def sets_tone(sentence: str) -> bool:
    return _TONE.match(sentence) is not None and re.search(r"到20\d\d年|\d+(?:\.\d+)?%", sentence) is None
