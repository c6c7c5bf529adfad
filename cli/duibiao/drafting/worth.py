"""What is worth a tick: no slogan, no principle, no call to attach importance.

A sentence that speaks of nothing but the manner of working (提高认识, 加强领导, 形成合力, 确保落到实处) commits to
nothing that a plan could be held to, whatever verbs it has; with a number, a date or a thing of its own it does.
"""

import re
from functools import cache

from duibiao.language import lexicon
from duibiao.language.late import late
from duibiao.model.fact import DateKind, Facts

_MARKS = late(r"[,;。、:!?\"'()《》\s]+")
_LEAST = 4
_TOLD = late(
    r"^[^,、]{2,18}?(?:要|应当|应|须)(?=大力|认真|全面|积极|进一步|切实|充分|高度|坚决|加强|强化|明确|提高|统一|解放|落实|自觉)"
)


def is_frame(title: str) -> bool:
    """Whether a section of this title holds principles, spirit or background only."""
    return _pattern("frames").search(title) is not None


def is_tone(sentence: str) -> bool:
    """Whether a sentence opens by saying in what spirit the work is done; only a dated goal in it counts."""
    return _pattern("tones").search(sentence) is not None


def is_worth(words: str, facts: Facts) -> bool:
    """Whether a group of parts commits to something that can be ticked; `facts` are those that stand in it."""
    if any(not q.base for q in facts.quantities) or any(d.kind is DateKind.BY for d in facts.dates):
        return True
    words = words.strip(",;。、:")
    if _pattern("about").search(words):
        return False
    words = ",".join(_TOLD.sub("", part) for part in words.split(","))
    return len(_MARKS.sub("", _pattern("slogans").sub("", words))) >= _LEAST


def trimmed(words: str) -> str:
    """The words without a flourish at their end (为…奠定坚实基础, 让群众“有房住”)."""
    return _pattern("flourishes").sub("", words).strip("，；。、,; ")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in lexicon.load("drafting")[name]))
