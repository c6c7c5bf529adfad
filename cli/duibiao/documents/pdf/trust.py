"""Whether the text layer says what the page shows.

Three kinds do not: a scan has no text at all; a font without a map to Unicode gives codes that are no characters; a
wrong map gives real characters in senseless order. Findings about any of them would be garbage, so they are refused.
"""

from collections.abc import Sequence
from itertools import pairwise

from duibiao.documents import refuse
from duibiao.documents.pdf.pages import Page
from duibiao.language.normalise import simplify

# Pairs that official prose on any topic cannot do without.
_WORDS = (
    "发展工作建设服务实施管理部门单位责任加强推进推动企业提高提升完善机制组织制度重点支持政府人民社会落实有关相关规定保障"
    "加快开展政策项目资金按照以上应当要求人员经济国家技术安全生产公共创新培育基本情况信息体系鼓励引导领域主管监督地区机构负责"
)
_PAIRS = frozenset(_WORDS[at : at + 2] for at in range(0, len(_WORDS), 2))
# Of over 60 real documents the poorest (a table of indicators) has 3.8 % of its characters begin such a pair, the
# poorest of prose 5.3 %; with their characters exchanged for each other at random, none has more than 0.5 %.
_FEWEST_PAIRS = 0.012
_MOST_BROKEN = 0.1
_FEWEST_ON_PAGE = 20
_ENOUGH = 200


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
    chinese = "".join(char for char in chars if "㐀" <= char <= "\u9fff")
    if len(chars) >= _ENOUGH and len(chinese) < len(chars) / 20:
        return sum(char.isalpha() for char in chars) < len(chars) / 2  # no words of any language
    if len(chinese) < _ENOUGH or _pairs(chinese) >= _FEWEST_PAIRS * len(chinese):
        return False
    return _pairs(simplify(chinese)) < _FEWEST_PAIRS * len(chinese)


def _pairs(chinese: str) -> int:
    return sum(one + other in _PAIRS for one, other in pairwise(chinese))
