"""Requirements that no plan could be held to: held against themselves, and against a plan that says nothing.

A plan that says word for word what is asked must have it. Where the engine still finds nothing, or finds less than was
asked, the checklist contradicts itself. And where a plan of frame words covers it, it asks for nothing.
"""

import re
from collections.abc import Iterator

from duibiao.baselines.linting.remark import Remark, Sheet
from duibiao.language.late import late
from duibiao.model.baseline import Requirement
from duibiao.model.message import Message
from duibiao.model.report import Severity, Verdict

_WORSE = {"target-lower", "deadline-later"}
# Sentences that stand in plans of every topic and commit to nothing. None of the labelled requirements is covered by
# them (689 in seven checklists).
_IDLE = """实施方案

一、主要任务
1.加强组织领导，提高思想认识，认真贯彻落实。
2.各地各有关部门要高度重视，精心组织，密切配合，狠抓落实。
3.健全体制机制，完善有关制度，推进相关工作。
4.进一步加强各项工作，按职责分工负责，确保取得实效。
5.加大工作力度，明确责任分工，加强统筹协调，强化监督检查。
6.坚持以人民为中心，坚持新发展理念，坚持统筹兼顾。
7.营造良好氛围，总结推广经验，加强宣传引导。
"""


_FRAME = 0.6  # 建立健全体制机制 has 5 of 7, 进一步加强相关工作 6 of 8; 加强冰雪组织建设 2 of 7
_BOUND = late(
    r"不低于|不少于|不超过|不高于|以[上下内]|达到?|超过|至少|左右|力争|确保|实现|完成|提高|[到至前底末年月日]"
)


def plan_of(text: str) -> str:
    """A plan that says only this."""
    return f"实施方案\n\n一、主要任务\n1.{text.strip().rstrip('。')}。\n"


def check(sheet: Sheet) -> Iterator[Remark]:
    for index, requirement in sheet.own():
        if not _names_something(requirement.text):
            told = Message(
                "只有数字和日期，没有写明是什么；请写出名称",
                "only figures and dates, and nothing that they are of; name it",
            )
            yield sheet.remark("says-nothing", Severity.WARNING, sheet.at(index, "text"), told, index)
        elif _is_frame(sheet, requirement):
            told = Message(
                "只有套话，任何方案都算落实；请写明要做什么，或删去",
                "nothing but frame words, which any plan satisfies; say what is to be done, or take it out",
            )
            yield sheet.remark("says-nothing", Severity.WARNING, sheet.at(index, "text"), told, index)
        else:
            yield from _against_itself(sheet, index, requirement)


def _is_frame(sheet: Sheet, requirement: Requirement) -> bool:
    """Most of its character pairs stand in the idle plan, and the engine takes that plan for an answer.

    Neither is enough alone: 加强冰雪组织建设 was taken to be answered by 加强组织领导.
    """
    words = re.sub(r"[^一-鿿]", "", requirement.text)
    pairs = {words[i : i + 2] for i in range(len(words) - 1)}
    if sum(pair in _IDLE for pair in pairs) < _FRAME * len(pairs):
        return False
    return sheet.hold(requirement, _IDLE).verdict in (Verdict.COVERED, Verdict.EXCEEDED)


def _names_something(text: str) -> bool:
    """到2025年达到90%以上 is answered by any number."""
    from duibiao.facts import read_facts  # noqa: PLC0415  a plain check never lints
    from duibiao.language.normalise import plain_text  # noqa: PLC0415  as above

    plain = plain_text(text)
    facts = read_facts(plain)
    places = [(q.start, q.end) for q in facts.quantities] + [(d.start, d.end) for d in facts.dates]
    read = {at for start, end in places for at in range(start, end)}
    rest = "".join(" " if at in read else char for at, char in enumerate(plain))
    return not read or not re.search(r"[一-鿿]", plain) or len(re.findall(r"[一-鿿]", _BOUND.sub("", rest))) >= 2


def _against_itself(sheet: Sheet, index: int, requirement: Requirement) -> Iterator[Remark]:
    finding = sheet.hold(requirement, plan_of(requirement.text))
    if finding.verdict is Verdict.OMITTED:
        told = Message(
            "照抄原文的方案也判为缺失：软件从中读不出承诺，检查时会一律报缺失；请改写成要做什么",
            "even a plan that copies this text omits it: no commitment is read in it, and every plan "
            "will be told so; say what is to be done",
        )
        # a sentence that the engine takes for background (现有住宅……) is its weakness as much as the author's
        wordless = len(re.findall(r"[一-鿿]", requirement.text)) < 4
        severity = Severity.ERROR if wordless else Severity.WARNING
        yield sheet.remark("unsatisfiable", severity, sheet.at(index, "text"), told, index)
        return
    worse = next((reason for reason in finding.reasons if reason.code in _WORSE), None)
    if worse is not None:
        told = Message(
            f"照抄原文的方案也算弱化（{worse.message.zh}）；请核对 targets、deadline 与原文",
            f"even a plan that copies this text weakens it ({worse.message.en}); compare targets and deadline with it",
        )
        yield sheet.remark("unsatisfiable", Severity.ERROR, sheet.at(index, "text"), told, index)
