"""Whether a sentence commits to anything, or only reports or explains.

A plan tells what was done (2020年全市开设家庭病床310张) and what its words mean (本方案所称…,是指…) in the very words
of the requirements; neither covers one. Only what can be nothing else is taken out: a sentence with any word of
intent in it stays.
"""

import re
from functools import cache

from duibiao.language import lexicon
from duibiao.language.late import late

# 本方案所称综合体,是指…; 注:1.…; 不计入统计口径
_EXPLAINS = late(
    r"所称|[是系均]指(?!导)|指的是|计入[^,。;]{0,12}口径|口径一致|名词解释|不作为(?:工作)?任务|^[(]?(?:注|备注|说明)\d*[:.)、]|^不[含包]"
)
# 一、名词解释; 附:指标解释
EXPLANATORY = late(
    r"(?:名词|术语|概念|指标|用语|口径)(?:的?(?:解释|说明|释义|定义|含义))|^(?:附注|注释|释义|有关口径)$"
)
_EARLIER = late(
    r"近[一二三四五两几\d]+年|[去上]年(?!度?计划)|目前,|(?<![依托用在对据按将把])现(?:有|已)(?!的)[^,;。]{0,20}?\d"
)
_DONE = late(
    r"(?<![对在凡])(?:已经?|均已)(?:满|有|累计|完成|建成|达|发放|开展|投入|实现|建立|形成|办理|覆盖|调整|试|转型|设立|于|在|由|连续)"
    r"(?!的|后|或|[^,;。]{0,12}(?:的|居住|小区))"
)
_YEAR = late(r"(?<![比较以从自照到在\d-])(?P<year>20\d\d)年(?!底?前|起|度?(?:计划|任务|工作)|以[来后]|-|至|到|基)")
_NUMBERING = late(r"^[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[).、](?!\d)")
_COUNTED = late(r"\d")
_INTENT = late(
    r"力争|争取|确保|必须|(?<![供适相响反效对感呼])应(?![急用对届收])|须|将(?!近)|要(?!素|求)|继续|进一步|到20\d\d年|20\d\d年(?:底|末)?前|加快|推进|推动|加强|支持|鼓励|"
    r"探索|落实|完善|健全|不(?:低|少)于|不超过|不得|逐步|全面|统筹|引导|强化|深化|优化|提升|提高|扩大|实施(?!以来)|严禁|禁止|可(?!靠|持|行)"
)


@cache
def _opens_with_duty() -> re.Pattern[str]:
    """A comma part that opens with a binding verb (已硬化公路850公里,改造200公里), not one behind 2020年,."""
    data = lexicon.load("strength")
    words = {word for step in ("must", "should", "encourage", "explore", "vague") for word in data[step]}
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?:^|;|(?<![年底末月来]),)(?:{'|'.join(longest)})")


def commits(text: str, year: int | None) -> bool:
    """Whether a plain sentence may bind anybody; `year` is the plan's own, and what lies before it is past."""
    if _EXPLAINS.search(text):
        return False
    text = _NUMBERING.sub("", text)
    if _INTENT.search(text) or _opens_with_duty().search(text):
        return True
    if _DONE.search(text):
        return False
    past = _EARLIER.search(text) or any(year is not None and int(m["year"]) < year for m in _YEAR.finditer(text))
    return not (past and _COUNTED.search(text))
