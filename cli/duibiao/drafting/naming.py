"""Short names: what a requirement is about, and what its number measures. Both are cut out of its own words."""

import re
from collections.abc import Sequence

from duibiao.drafting import heads
from duibiao.drafting.parts import Part
from duibiao.language.late import late
from duibiao.model.fact import Quantity

LONGEST_TITLE = 20
_LEAST = 4
_LONGEST_INDICATOR = 36
_ENDS = " ,;。、:,.!?和及与的了"
_OPENERS = late(
    r"^(?:并由|并|也|由|要|应当|应|须|必须|将|把|对于|对|为|在|向|与|使|力争|争取|确保|其中|其|各有关部门|有关|相关|一批|若干|多个)"
)
_BOUND = late(
    r"(?:不(?:应|得|宜|可|准|能)(?:高于|低于|大于|小于|超过|少于)|不低于|不少于|不小于|不大于|不超过|不高于|不得低于|不得高于|超过|达到|提高到|提升到|增加到|提高至|提升至|下调至|缩短至|降至|降到|增至|控制在|保持在|稳定在|力争|至少|最多|最长|最低|最高"
    r"|总数|累计|约为|约|近|达|为|至|到|其|比例不|突破|建有|拥有|配备|有|在|占|超|以|新增|增加){1,12}$"
)
_LEADING = late(r"^(?:力争|争取|确保|全面|到20\d\d年底?,?|逐步|推动|实现|加快|构建|基本建成|按|并|即|其中)+")
_NUMBERS = late(r"\d+(?:\.\d+)?[万亿]?(?:平方米|个月|[%‰名个处家所张人项件次元套条座台辆亩米天年日])?")
_LINKS = ("、", "和", "及", "或")
# what is counted ends where something is said of it: 200名养老师资、…; 1个老年用品市场(展示体验场所)
_THING = late(r"[^,;:。、()]{2,24}")


def title(parts: Sequence[Part], indicator: str, heading: str) -> str:
    """The indicator of its number, else what its first work works on, else what stands over it."""
    if _LEAST <= len(indicator) <= LONGEST_TITLE:
        return indicator
    for kinds in (("makes", "moves", "encourages", "explores"), ("subject", "goes_on", "results"), ("onto",)):
        for part in parts:
            head = heads.read(part.words)
            if head.kind in kinds and not heads.waits(part.words):
                name = _thing(part.words)
                if len(name) >= _LEAST:
                    return name
    return short(heading) or short(parts[0].words)


def _thing(words: str) -> str:
    """What is worked on, without the works in front of it: 探索建立喘息服务机制 -> 喘息服务机制."""
    rest = words
    while True:
        head = heads.read(rest)
        at = rest.find(head.word) + len(head.word) if head.word else 0
        told = head.kind in ("makes", "moves", "encourages", "explores", "results")
        if not told or len(rest) - at < _LEAST or rest[at : at + 1] in ("的", "和", "、", "及", "与"):
            break
        rest = rest[at:]
    return short(_OPENERS.sub("", rest))


def short(words: str) -> str:
    """At most as long as a title may be; of a longer one the end, which is what the rest describes."""
    words = _balanced(words.strip(_ENDS))
    if len(words) <= LONGEST_TITLE:
        return words
    for mark in re.finditer("的", words):
        tail = words[mark.end() :]
        if 6 <= len(tail) <= LONGEST_TITLE:
            return tail
    return words[: LONGEST_TITLE - 1] + "…"


def _behind_bracket(before: str) -> str:
    """联合体(1个县级中心: inside an open bracket, what stands in it."""
    return before.rsplit("(", 1)[-1] if before.count("(") > before.count(")") else before


def _balanced(words: str) -> str:
    """Without brackets and quotation marks whose other half was cut off."""
    if words.count('"') % 2:
        words = words.replace('"', "")
    return words if words.count("(") == words.count(")") else words.strip("()")


def _cleaned(words: str) -> str:
    return _BOUND.sub("", words.strip(_ENDS)).strip(_ENDS)


def _counted(words: str) -> str:
    """建筑面积不小于3000平方米的社区养老机构: what is counted stands at the end."""
    words = words.rsplit("的", maxsplit=1)[-1] if re.search(r"\d", words) else words
    return words.strip(_ENDS)


def _before_list(name: str) -> str:
    """培训60名师资、500名院长: the work stands before the first number. 1处建筑面积不小于: the last thing named."""
    last = _NUMBERS.split(name)[-1]
    if len(last) >= 2 and not re.search("[、和及或]", last):
        return _cleaned(last)
    return _cleaned(re.split(r"\d", name)[0]).removesuffix("分别")


def indicator(part: str, quantity: Quantity, offset: int) -> str:
    """What the number measures; `offset` is where the part begins in the text that the quantity counts in.

    养老机构护理型床位占比不低于50%: what stands before. 80%以上的养老机构达到国家标准: what stands behind.
    每个市州开办1个老年用品市场: both.
    """
    before = part[: max(0, quantity.start - offset)]
    after = part[quantity.end - offset :]
    name = _LEADING.sub("", _cleaned(_behind_bracket(before)))
    behind = _THING.match(after.removeprefix("的"))
    counted = _counted(behind[0]) if behind else ""
    if name.endswith(_LINKS) or re.search(r"\d", name):
        name = _before_list(name)
    if quantity.unit in ("%", "‰"):
        found = name if len(name) >= 3 and not after.startswith("的") else f"{counted}的比例" if counted else name
    elif quantity.dimension in ("money", "duration", "area"):
        ring = quantity.dimension == "duration" and before.count('"') % 2 == 1  # "15分钟养老服务圈"
        found = name + counted if ring or len(name) < 2 else name
    else:
        found = name + ("" if after.startswith(("以上", "以内", "左右")) else counted)
    found = _balanced(found)
    return found[-_LONGEST_INDICATOR:] if len(found) > _LONGEST_INDICATOR else found
