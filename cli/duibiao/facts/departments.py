"""Who is responsible: "(市民政局、市卫健委按职责分工负责)".

An office keeps one concept at every level: 省民政厅, 市民政局 and 县民政局 are 民政, 卫健委 is 卫生健康委员会.
"""

import re
from functools import cache, lru_cache

from duibiao.language import lexicon
from duibiao.language.late import late
from duibiao.model.fact import Department

_SPLIT = late(
    r"[、,;。:()\s/]|和(?=[省市县区州国])|及(?=[省市县区州国各])|会同|牵头|配合|按职责分工|分别|(?<=[局委厅办])(?=[市县区省州])"
)
_NOISE = late(r"^(?:责任|牵头|配合|主要|协同)?(?:单位|部门)|(?:负责|落实|参与|配合|等有?关?部门?|等)$")
_OFFICE = late(
    r"(?:厅|局|委|办|部|署|行|会|院|中心|公司|委员会|办公室|政府|联合会|残联|妇联|团委|总队|支队|大队|集团)$"
)
_LEAD = late(r"牵头")
_LEAD_LABEL = late(r"牵头(?:责任)?(?:单位|部门)")
_GOVERNMENT = late(r"(?:人民政府|政府|管委会|管理委员会)$")


@lru_cache(maxsize=1024)  # one note governs many clauses
def read_departments(text: str) -> tuple[Department, ...]:
    """The offices that a responsibility note or a list of names mentions, in order, each once."""
    found: dict[str, Department] = {}
    for note in re.split(r"[;。]", text):
        # 牵头单位:市商务局 leads whoever follows, 市民政局牵头 whoever stands before
        label = _LEAD_LABEL.search(note)
        lead_end = len(note) if label else max((m.end() for m in _LEAD.finditer(note)), default=0)
        position = 0
        for piece in _SPLIT.split(note):
            position = note.find(piece, position) if piece else position
            name = _NOISE.sub("", _NOISE.sub("", piece)).strip()
            concept = concept_of(name)
            if concept and name not in found:
                found[name] = Department(name=name, concept=concept, lead=position < lead_end)
    return tuple(found.values())


def concept_of(name: str) -> str:
    """The office behind a name, at any level; "" where the name is none."""
    pattern, concepts = _tables()
    if not _OFFICE.search(name) and not pattern.search(name):
        return ""
    if _GOVERNMENT.search(name):
        return "政府"
    match = pattern.search(name)
    if match:
        return concepts[match.group()]
    core = re.sub(r"^(?:国家|省|市|县|区|州|自治区|各)", "", name)
    return re.sub(r"(?:委员会|办公室|厅|局|委|办|部)$", "", core) if 2 <= len(core) <= 20 else ""


@cache
def _tables() -> tuple[re.Pattern[str], dict[str, str]]:
    data = lexicon.load("departments")
    concepts = {form: concept for concept, forms in data.items() for form in forms}
    longest = sorted(concepts, key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, longest))), concepts
