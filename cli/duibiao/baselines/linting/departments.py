"""Names of departments: slips of the pen, words that are no name, and offices that the table does not hold.

A slip is told as a warning with what was meant. An office outside the table is a note, since new ones are made every
year; only the same name is then compared with it. Each name is told once, where it stands first.
"""

import re
from collections.abc import Iterator

from duibiao.baselines.linting.remark import Remark, Sheet
from duibiao.baselines.nodes import At
from duibiao.language.late import late
from duibiao.model.message import Message
from duibiao.model.report import Severity

_RUNG = late(r"^(?:国家|省|市|县|区|州|自治区|各)+")
_ENDING = late(r"(?:委员会|办公室|管理局|厅|局|委|办|部)$")
# Bodies that go by what they do: 行业主管部门, 各职称评审考试服务机构.
_BODY = late(r"(?:部门|单位|机构|组织|企业|公司|集团|协会|学会|院校|学校|医院|社区|村|街道|乡镇|镇|园区|法院|检察院)$")
_BRACKETS = late(r"[（(][^（()）]*[）)]")  # 县（市、区）人民政府
_SAID = late(r"(?:负责|牵头|配合|落实|参与|按职责分工){1,12}$")


def check(sheet: Sheet) -> Iterator[Remark]:
    seen: set[str] = set()
    for index, requirement in sheet.own():
        if "departments" not in requirement.given:
            continue
        at = sheet.at(index, "departments")
        for number, name in enumerate(requirement.departments):
            told = _told(name) if name not in seen else None
            seen.add(name)
            if told is not None:
                place = At(at.node.value[number], f"{at.path}[{number}]")
                yield sheet.remark("unknown-department", told[0], place, told[1], index)


def _told(name: str) -> tuple[Severity, Message] | None:
    if _SAID.search(name) or re.search(r"[、，,；;。：:\d]", _BRACKETS.sub("", name)):
        told = Message(
            f"“{name}”不是一个部门的名称；一项只写一个名称",
            f"{name!r} is not the name of one department; write one name in each item",
        )
        return Severity.WARNING, told
    if _is_known(name):
        return None
    if meant := _meant(name):
        told = Message(f"不认识“{name}”，是不是“{meant}”？", f"{name!r} is not known; did you mean {meant!r}?")
        return Severity.WARNING, told
    told = Message(
        f"“{name}”不在部门词表中，只能与同样的名称比较；如是笔误请改正",
        f"{name!r} is not in the table of departments; only the same name is compared with it; mend it if it is a slip",
    )
    return Severity.NOTE, told


def _is_known(name: str) -> bool:
    from duibiao.facts import concept_of  # noqa: PLC0415  a plain check never lints

    return _BODY.search(name) is not None or concept_of(name) in {"政府", *_table()} or _core(name) in _forms()


def _core(name: str) -> str:
    return _ENDING.sub("", _RUNG.sub("", name))


def _meant(name: str) -> str | None:
    """The name with the office that it is one character away from: 发展改 for 发展改革, 经济与信息化 for 经济和信息化.

    Shorter ones are left alone: 人防 is one character from 消防, and neither is a slip.
    """
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415  a plain check never lints

    core = _core(name)
    near = [
        form for form in sorted(_forms()) if len(core) > 2 and Levenshtein.distance(core, form, score_cutoff=1) == 1
    ]
    return name.replace(core, near[0]) if near else None


def _forms() -> set[str]:
    return {form for forms in _table().values() for form in forms} | set(_table())


def _table() -> dict[str, list[str]]:
    from duibiao.language import lexicon  # noqa: PLC0415  as above

    table: dict[str, list[str]] = lexicon.load("departments")
    return table
