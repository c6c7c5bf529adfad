"""Where the heading of a paragraph ends and its text begins.

1.增强家庭照护能力。建立…机制 has a heading of its own; (一)到2025年,建成10个综合体。推进… has none: its first sentence
already commits to something. A lone numbered line is a heading where something stands under it, else an item of a list.
"""

from msgspec import Struct

from duibiao.documents.outline.numbering import Marker, Style
from duibiao.language.late import late
from duibiao.model.span import Plain

_LONGEST = 40
_LONGEST_LONE = 60
_LONGEST_NAMED = 16
_END = late(r"[。;!?]")
_COLON = late(r"[^,。;:]{2,16}:(?!$)")
_NOTE_AT_END = late(r"[(〔][^()〔〕]{2,}[)〕]$")
_AMOUNT = late(r"\d(?:%|‰|万|亿|个|家|所|张|名|人|元|公里|平方|亩|吨)|20\d\d年.{0,6}(?:前|底|末)|到20\d\d年")
# Headings known by heart: in a text that lost its line breaks they are all that shows where the heading ends.
_KNOWN = late(
    r"(?:指导思想|基本原则|工作原则|总体要求|总体目标|主要目标|工作目标|发展目标|目标任务|主要任务|重点任务|工作任务|工作内容|"
    r"工作措施|工作要求|政策措施|保障措施|组织保障|组织实施|组织领导|实施步骤|工作步骤|工作安排|有关要求|基本情况|适用范围|附则)"
)

# 第一条【目的】为了…
_ARTICLE_NAME = late(r"[〔(]([^〔〕()]{2,20})[)〕]")
_GOES_ON = late(r"以|深入|全面|坚持|到20|按照|围绕|认真|紧紧")


class Lead(Struct, frozen=True):
    """`marker` and `end` count characters of the paragraph; `end` is 0 where the paragraph has no heading."""

    marker: int
    end: int
    title: str


class Setting(Struct, frozen=True, kw_only=True):
    """What is known of a paragraph besides its text.

    `declared`: the format says that it is a heading. `followed`: something stands under it. `legal`: the document is
    made of articles (第三条), whose items are sentences. `run`: it was cut out of a text that lost its line breaks.
    """

    declared: bool
    followed: bool
    legal: bool
    run: bool


def lead(plain: Plain, marker: Marker | None, setting: Setting) -> Lead:
    """The heading at the start of a paragraph, its notes already taken off."""
    length = marker.length if marker else 0
    stop = _stop(plain, length, run=setting.run)
    whole = stop == len(plain)
    title = plain.text[length:stop]
    if setting.declared and whole:
        return Lead(length, stop, _title(title))
    if marker is None:
        return Lead(0, 0, "")
    if setting.legal and marker.style >= Style.ARTICLE and not title.endswith(":"):
        named = _ARTICLE_NAME.match(plain.text, length)
        return Lead(length, 0, named[1] if named else "")  # 第三条 纳税人…: text, not a title
    if whole:
        return _lone(plain, marker, stop, followed=setting.followed)
    if stop == length or len(title) > _LONGEST or title.endswith(";") or _AMOUNT.search(title):
        return Lead(length, 0, "")
    return Lead(length, stop, _title(title))


def _stop(plain: Plain, start: int, *, run: bool) -> int:
    """Where the first sentence ends, or before it the name with its colon (总体目标:…) or the gap after a title."""
    text = plain.text
    found = _END.search(text, start)
    stop = found.end() if found else len(text)
    if (colon := _COLON.match(text, start)) and colon.end() < stop:
        return colon.end()
    gap = _gap(plain, start, min(stop, start + 25))
    if gap is not None and stop - gap > 20:
        return gap
    known = _KNOWN.match(text, start)
    if known and start < known.end() < stop - 1 and (run or _GOES_ON.match(text, known.end())):
        return known.end()
    return stop


def _gap(plain: Plain, start: int, stop: int) -> int | None:
    """(一)加强领导  各县区要…: white space that sets a title apart from its text."""
    for at in range(start + 4, stop):
        wide = plain.places[at] - plain.places[at - 1] > 1
        if wide and _is_han(plain.text[at - 1]) and _is_han(plain.text[at]):
            return at
    return None


def _is_han(char: str) -> bool:
    return "一" <= char <= "鿿"


def _lone(plain: Plain, marker: Marker, stop: int, *, followed: bool) -> Lead:
    title = plain.text[marker.length : stop]
    if not title:
        return Lead(marker.length, stop, "")
    if title.endswith(";") or len(title) > (_LONGEST_LONE if followed and not title.endswith("。") else _LONGEST):
        return Lead(marker.length, 0, "")
    top = marker.style <= Style.HAN and not title.endswith("。")
    if (followed and not (title.endswith("。") and _AMOUNT.search(title))) or (top and len(title) <= _LONGEST_NAMED):
        return Lead(marker.length, stop, _title(title))
    return Lead(marker.length, 0, "")


def _title(text: str) -> str:
    return _NOTE_AT_END.sub("", text.rstrip("。;:,")).rstrip("。;:,")
