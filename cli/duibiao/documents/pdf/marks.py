"""What the first and last characters of a line say about where its paragraph begins and ends."""

from duibiao.language.late import late

_CLOSED = late(r"[。！!？?…][”’」』》）)\]】〕\"']*$")
_ENDED = late(r"[。；;：:！!？?…）)\]】〕］][”’」』》\"']*$")
_NUMBERED = late(
    r"第[一二三四五六七八九十百零〇\d]{1,5}[章节条编篇](?![规所的之中第款])|[一二三四五六七八九十]{1,3}[、．.]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[、．]|\.(?!\d))|[①-⑳⑴-⒛]|附件\s*\d*\s*[：:]"
)
_ALONE = late(
    r"[\u4e00-\u9fff]{1,12}\s*[〔\[［（(]\s*\d{4}\s*[〕\]］）)]\s*(?:第\s*)?\d{1,5}\s*号"
    r"|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[（(]此件.{2,8}[）)]"
)


def is_closed(text: str) -> bool:
    """Whether a sentence ends here."""
    return _CLOSED.search(text) is not None


def is_ended(text: str) -> bool:
    """Whether an item could end here: （市民政局负责） has no full stop."""
    return _ENDED.search(text) is not None


def is_numbered(text: str) -> bool:
    """Whether an item begins here."""
    return _NUMBERED.match(text) is not None


def stands_alone(text: str) -> bool:
    """Whether the line is a document number, a date or a note on publication: each is a paragraph of its own."""
    return _ALONE.fullmatch(text) is not None
