"""Reads from a requirement's own text what its author left out: title, kind, strength, targets, deadline.

"到2025年,新增托位不少于500个": a target (>= 500 个), by 2025, must. What is given always wins. Where the text gives
nothing the safe side is taken: a task, must, without a date.
"""

import re

from duibiao.baselines.given import Given
from duibiao.language.late import late
from duibiao.model.baseline import Kind, Requirement, Target
from duibiao.model.fact import Date, DateKind, Facts, Op, Quantity, Strength

_TITLE_LENGTH = 20
_LEAD = late(
    r"^(?:力争|争取|确保)?(?:到|至|在)?(?:\d{4}年|[“\"]?十[二三四五六]五[”\"]?)(?:\d{1,2}月)?(?:年?[底末])?(?:期间|之?前)?"
    r"[,\uff0c、]?(?:力争|确保)?"
)
_RELATIVE = late(r"印发|年(?:之)?内|个?月(?:之)?内|[今明当次本]年|年底前|时间|月底?(?:之)?前|日(?:之)?前")
_PART = late(r"[,;:\uff0c\uff1b\uff1a。]")
_MINUTE = "分钟"  # the canonical unit of every stretch of time
_DAY = 24 * 60
# Ages say who is meant: 60周岁以上老年人.
_NO_GOAL = frozenset({"age", "month-of-age", "temperature", "angle", "rank"})


def complete(given: Given, layer: str, issued: str | None) -> Requirement:
    """The requirement with every field filled; `issued` (of its source) anchors 三年内 and the like."""
    facts = _facts(given, issued)
    title = given.title or short_title(given.text)
    targets = tuple(target.named(title) for target in given.targets)
    if given.kind is not Kind.TASK and "targets" not in given.places:
        targets = infer_targets(facts, title)
    return Requirement(
        id=given.id,
        text=given.text,
        title=title,
        kind=given.kind or (Kind.TARGET if targets else Kind.TASK),
        strength=given.strength or infer_strength(facts),
        targets=targets,
        deadline=given.deadline or infer_deadline(facts),
        departments=given.departments,
        applies_to=given.applies_to,
        keywords=given.keywords,
        document=given.document,
        clause=given.clause,
        refines=given.refines,
        superseded_by=given.superseded_by,
        verified=given.verified,
        layer=layer,
        given=frozenset(given.places),
    )


def short_title(text: str) -> str:
    """The first words that name the thing, without the date that opens them."""
    rest = _LEAD.sub("", text) or text
    part = _PART.split(rest, maxsplit=1)[0] or rest
    return part if len(part) <= _TITLE_LENGTH else part[: _TITLE_LENGTH - 1] + "…"


def infer_targets(facts: Facts, title: str) -> tuple[Target, ...]:
    return tuple(
        Target(indicator=quantity.indicator or title, op=_op(quantity), value=quantity.value, unit=quantity.unit)
        for quantity in facts.quantities
        if _is_goal(quantity)
    )


def infer_strength(facts: Facts) -> Strength:
    """The verb that opens the text governs the rest, as it does in a clause."""
    return facts.verbs[0].strength if facts.verbs else Strength.MUST


def infer_deadline(facts: Facts) -> Date | None:
    """The last date it must be done by: earlier ones are steps on the way."""
    dates = [date for date in facts.dates if date.kind is DateKind.BY]
    return max(dates, key=lambda date: date.last_day, default=None)


def _is_goal(quantity: Quantity) -> bool:
    """Not what has been reached, nor who is meant, nor how long something lasts (满3年的护理员, 通过5年努力)."""
    if quantity.dimension == "duration" and quantity.op is Op.EQ:
        return quantity.value < _DAY
    return not quantity.base and quantity.dimension not in _NO_GOAL


def _op(quantity: Quantity) -> Op:
    """A bare percentage is a floor (50%的乡镇建有老年学校), a bare time on the way a ceiling (15分钟养老服务圈)."""
    if quantity.op is not Op.EQ:
        return quantity.op
    return {"share": Op.GE, "duration": Op.LE}.get(quantity.dimension, Op.EQ)


def _facts(given: Given, issued: str | None) -> Facts:
    """The facts of the text, read only where something is open, since this is most of the time of loading."""
    closed = given.strength and given.kind and ("targets" in given.places or given.kind is Kind.TASK)
    if closed and (given.deadline or not re.search(r"[年月日底末季]|十[二三四五六]五", given.text)):
        return Facts()
    from duibiao.facts import read_facts  # noqa: PLC0415  a checklist that gives everything never needs it
    from duibiao.language.normalise import plain_text  # noqa: PLC0415  as above

    # 余款一年内缴清, given as a target of a year, is no date.
    lasting = any(target.unit == _MINUTE for target in given.targets)
    # Without the date where it makes no difference: matching reads the same text without it, and facts are kept.
    relative = not lasting and _RELATIVE.search(given.text) is not None
    return read_facts(plain_text(given.text), issued if relative else None)
