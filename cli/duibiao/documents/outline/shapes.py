"""What a single line looks like: a title, a salutation, a date, a contact, the start of an attachment."""

import re

from duibiao.language import lexicon
from duibiao.language.late import late


def either(words: list[str]) -> str:
    """An expression for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


WORDS: dict[str, list[str]] = lexicon.load("outline")
_BRACKETS = r"(?:\([^()]{1,24}\)){0,2}"
_TITLE = late(rf"[^。;:!?]{{2,118}}(?:{either(WORDS['kinds'])}){_BRACKETS}")
_NOT_TITLE = late(rf"{either(WORDS['not_titles'])}|为.{{0,6}}(?:贯彻|落实|进一步|加强|推进)")
_NUMBERED = late(
    r"第?[一二三四五六七八九十百]{1,4}[、.章节条编篇]|[(〔][一二三四五六七八九十\d]{1,3}[)〕]|\d{1,2}[.、)]"
)
_SUBTITLE = late(r"[(〔][^()〔〕。;]{2,40}[)〕]")
_YEAR = r"(?:[12]\d{3}|[二一][〇零一二三四五六七八九]{3})"
_DAY = r"年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?"
_DATE_AT_END = late(rf"{_YEAR}{_DAY}$")
_DATE = late(rf"[(〔]?{_YEAR}{_DAY}(?:印发|发布)?[)〕]?")
_NUMBER = late(
    r"(?:发文字号:|文号:)?[^。;,《》:()]{1,24}[(〔][12]\d{3}[)〕]第?\d{1,5}号|[^。;,《》:()\d]{2,24}令第?\d{1,5}号"
)
_ORGAN = late(rf"[^。;:!?,\d]{{2,160}}(?:{either(WORDS['organs'])})(?:\(代章?\))?")
_SALUTATION = late(rf"[^。;!?]{{0,300}}(?:{either(WORDS['addressees'])})(?:\([^)]{{0,60}}\))?:")
_ADDRESSED = late(r"各|有关|驻|局|政府|委")
_DISCLOSURE = late(
    r"\(?(?:此件|本件)[^。;]{0,16}\)?|\(?(?:公开属性|信息公开选项|公开方式|公开类别):.{0,16}|\(?(?:主动公开|依申请公开|不予公开)\)?"
)
_ATTACHMENT = late(r"附(?:件|表|录)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?(?:-\d{1,2})?[:.、]?")
_CONTACT = late(rf"(?:\d{{1,2}}[.、]|\([\d一二三四五六七八九十]\))?(?:{either(WORDS['contacts'])})")
_PORTAL = late(rf"{either(WORDS['portal'])}|政策解读$|\.(?:docx?|pdf|wps|xlsx?|zip|rar|ofd)$")


def is_title(line: str) -> bool:
    """雅安市…整体解决方案, 2025年…工作方案(试行): a whole line, as the document's name stands on its first page."""
    bare = line[1:-1] if line.startswith("《") and line.endswith("》") else line
    if len(bare) < 5 or _NUMBERED.match(bare) or _NOT_TITLE.match(bare):
        return False
    return _TITLE.fullmatch(bare) is not None


def is_notice(line: str) -> bool:
    """关于印发…的通知: the letter that carries the plan."""
    return bool(re.search(r"印发|转发|公布|下发|发布", line)) and line.endswith(("通知", "公告", "决定", "函"))


def is_subtitle(line: str) -> bool:
    """(2023-2025年), (试行): a line that still belongs to the name above it."""
    return _SUBTITLE.fullmatch(line) is not None and not is_disclosure(line)


def is_date(line: str) -> bool:
    return _DATE.fullmatch(line) is not None


def is_signed(line: str) -> bool:
    """青溪市人民政府 2023年4月6日: who and when on one line."""
    found = _DATE_AT_END.search(line)
    return found is not None and found.start() > 0 and is_organ(line[: found.start()])


def is_imprint(line: str) -> bool:
    """青溪市人民政府办公室 2023年4月7日印发: the printer's line under everything."""
    return line.endswith(("印发", "印制")) and is_signed(line[:-2])


def is_number(line: str) -> bool:
    return _NUMBER.fullmatch(line) is not None


def is_organ(line: str) -> bool:
    return _ORGAN.fullmatch(line) is not None


def is_salutation(line: str) -> bool:
    """各县(区)人民政府,市政府各部门,有关单位:"""
    return _SALUTATION.fullmatch(line) is not None and _ADDRESSED.search(line) is not None


def is_disclosure(line: str) -> bool:
    """(此件公开发布)"""
    return _DISCLOSURE.fullmatch(line) is not None


def is_contact(line: str) -> bool:
    if len(line) >= 200:
        return False
    return _CONTACT.match(line) is not None or (len(line) < 90 and bool(_PORTAL.search(line)) and line[-1] != "。")


def is_attachment(line: str) -> bool:
    """附件, 附件2, 附表1: a line that says only that an attachment begins."""
    return _ATTACHMENT.fullmatch(line) is not None


def after_attachment(line: str) -> str | None:
    """What follows 附件1: on its line, or None where no attachment is named."""
    found = _ATTACHMENT.match(line)
    named = found is not None and line.startswith(("附件", "附表", "附录", "附:"))
    return line[found.end() :] if found and named else None
