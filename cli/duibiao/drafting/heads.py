"""What a comma part opens with, and so what it does in its sentence: 建立 makes, 通过 says how, 提升 to what end."""

import re
from functools import cache

from msgspec import Struct

from duibiao.language import lexicon
from duibiao.language.late import late


class Head(Struct, frozen=True):
    """`kind` is a list of `lexicon/drafting.yaml`, "date", or "subject" where no word of them opens the part."""

    kind: str
    word: str = ""


_DATE = late(
    r"(?:[^,。;:]{2,14}:)?(?:力争|争取|确保|自|从)?(?:到|至|在|于)?(?:(?:19|20)\d\d年|\"?十[二三四五六]五\"?|\d{1,2}月|今年|年)"
    r"(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?[底末初])?(?:期间|时期|末)?(?:之?前|起|开始)?(?:,|$)"
)
_SPAN = late(r"(?:力争|争取)?(?:通过|用|经过)\d+(?:-\d+)?年(?:左右)?的?(?:时间|努力)?,?$")


# 各县区要…, 试点地区应…: what opens the part is what they have to do
_TOLD = late(r"^[^,、要应]{2,18}?(?:\([^()]*\))?(?:要|应当|应|须|必须)(?![求点素件用急对届收聘付])")


@cache
def read(text: str) -> Head:
    """The head of a plain comma part."""
    if len(text) <= 20 and (_DATE.fullmatch(text.rstrip(",;。、")) or _SPAN.fullmatch(text)):
        return Head("date")
    head = _opening(text, 0)
    told = _TOLD.match(text)
    if head.kind == "subject" and told:
        return _opening(text, told.end())
    return head


def _opening(text: str, at: int) -> Head:
    kinds, heads, adverbs = _tables()
    while True:
        head = heads.match(text, at)
        adverb = adverbs.match(text, at)
        if adverb and (head is None or (adverb.end() >= head.end() and heads.match(text, adverb.end()))):
            at = adverb.end()
            continue
        if head is None or (text.startswith(_not_after(head.group()), head.end())):
            return Head("subject")
        return Head(kinds[head.group()], head.group())


def waits(words: str) -> bool:
    """Whether a part without its mark only says when, for whom or on what condition."""
    return words.endswith(tuple(lexicon.load("drafting")["waits"]))


@cache
def _not_after(word: str) -> tuple[str, ...]:
    """可穿戴设备 is no permission, 试点城市 no trial."""
    key = {"可": "not_modal_after", "试点": "noun_after"}.get(word)
    return tuple(lexicon.load("strength")[key]) if key else ("\0",)


@cache
def _tables() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    data = lexicon.load("drafting")
    kinds = {word: kind for kind, words in data["heads"].items() for word in words}
    return kinds, _any(kinds), _any(data["adverbs"])


def _any(words: object) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))))  # type: ignore[call-overload]
