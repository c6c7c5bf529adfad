"""Whether the text layer says what the page shows.

Three kinds do not: a scan has no text at all; a font without a map to Unicode gives codes that are no characters; a
wrong map gives real characters in senseless order. Findings about any of them would be garbage, so they are refused.
"""

from collections.abc import Sequence

from duibiao.documents import refuse
from duibiao.documents.pdf.pages import Page

# The characters that official prose cannot do without, simplified and traditional.
_COMMON = frozenset(
    "的一和在不为有人市政府工作年发展业务服社会建设实施管理国家行区部门单位责任制度加强推进各地方产生中大上下个公共企"
    "民安全重点等高新进分以及对关于应当由或者其法规定要项目月日支持提及完善机本开县到成用资信息经济保障化育养老"
    "與為業務國發實會設區門單責強進產個點對關於應當規項開縣資經濟"
)
# Real official texts: 36 to 47 % of their Chinese characters are among these; a shuffled map leaves about 3 %.
_LEAST_COMMON = 0.15
_MOST_BROKEN = 0.1
_FEWEST_ON_PAGE = 20
_ENOUGH = 100


def check(pages: Sequence[Page]) -> None:
    """Passes where the text can be believed.

    Raises:
        UnreadableError: scan, no-unicode-map, empty.
    """
    bare = sum(len(page.glyphs) < _FEWEST_ON_PAGE and page.pictures for page in pages)
    chars = "".join(glyph.char for page in pages for glyph in page.glyphs)
    if bare * 2 > len(pages) or (not chars and pages):
        raise refuse.scan()
    if not pages:
        raise refuse.empty()
    broken = sum(glyph.unmapped or _is_broken(glyph.char) for page in pages for glyph in page.glyphs)
    if broken > _MOST_BROKEN * len(chars) or _is_nonsense(chars):
        raise refuse.no_unicode_map()


def _is_broken(char: str) -> bool:
    return char == "�" or "\ue000" <= char <= "\uf8ff" or char < " " or "\x80" <= char < "\xa0"


def _is_nonsense(chars: str) -> bool:
    chinese = [char for char in chars if "㐀" <= char <= "\u9fff"]
    if len(chars) >= _ENOUGH and len(chinese) < len(chars) / 20:
        return sum(char.isalpha() for char in chars) < len(chars) / 2  # no words of any language
    return len(chinese) >= _ENOUGH and sum(char in _COMMON for char in chinese) < _LEAST_COMMON * len(chinese)
