"""How firmly a drafted requirement binds.

A permission (可依法使用) and a soft verb that opens it (鼓励…,建设…) govern the whole; otherwise the firmest verb does,
since whoever promises 推进…,建立… has promised to establish it. A clause of the plan is read verb by verb; a
requirement has one strength.
"""

from collections.abc import Sequence

from duibiao.drafting import heads
from duibiao.drafting.parts import Part
from duibiao.facts import read_facts
from duibiao.language.late import late
from duibiao.model.fact import Strength

_WORKS = frozenset({"makes", "moves", "results", "encourages", "explores"})
_SOFT = {"encourages": Strength.ENCOURAGE, "explores": Strength.EXPLORE}
_MAY = late(
    r"(?<![认许不方便均皆])可(?:以|依法|依规|按|由|在|视|申请|适当|分阶段|享受|根据|结合|采取|采用|直接|优先|参照|容缺|不受|向|自行|探索)"
    r"|(?:^|[,;])(?:允许|准许)"
)
_MUST = late(r"不得|必须|应当|严禁|一律|确保")
_TRY = late(r"探索|试行|尝试|先行先试|研究(?:制定|建立|出台|设立|推进|完善|提出)|^研究")
# 试点方案, 试点县: named after a trial, and no trial themselves
_NAMED = late(r"试点(?=[方县地城区单工任过目保实总承名经成企项])")


def strength(parts: Sequence[Part]) -> Strength:
    """The strength of the parts of a requirement."""
    words = _NAMED.sub("", "".join(part.text for part in parts))
    opening = next((head for part in parts if (head := heads.read(part.words)).kind in _WORKS), None)
    verbs = read_facts(words).verbs
    if _MAY.search(words) and not _MUST.search(words):
        return Strength.EXPLORE if _TRY.search(words) else Strength.ENCOURAGE
    if opening is not None and opening.kind in _SOFT:
        return _SOFT[opening.kind]
    if not verbs:
        return Strength.MUST
    first = verbs[0]
    states = (
        heads.read(
            parts[0].words
            if len(parts) == 1
            else next((p.words for p in parts if heads.read(p.words).kind != "date"), "")
        ).kind
        == "subject"
    )
    if states and not any(verb.hedge for verb in verbs) and all(verb.vague for verb in verbs):
        return Strength.MUST
    if first.strength <= Strength.ENCOURAGE or first.hedge:
        return first.strength
    return max(verb.strength for verb in verbs)
