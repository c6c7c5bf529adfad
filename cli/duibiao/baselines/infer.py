"""Reads from a requirement's own text what its author left out: title, kind, strength, targets, deadline.

"到2025年,新增托位不少于500个": a target (>= 500 个), by 2025, must. What is given always wins. Where the text gives
nothing the safe side is taken: a task, must, without a date.
"""

import re

from duibiao.baselines.given import Given
from duibiao.model.baseline import Kind, Requirement, Target
from duibiao.model.fact import Date, DateKind, Facts, Quantity, Strength

_TITLE_LENGTH = 20
_LEAD = re.compile(
    r"^(?:力争|争取|确保)?(?:到|至|在)?(?:\d{4}年|[“\"]?十[二三四五六]五[”\"]?)(?:\d{1,2}月)?(?:年?[底末])?(?:期间|之?前)?[,,、]?(?:力争|确保)?"
)
# Ages say who is meant (60周岁以上老年人) and a stretch of time how long something lasts; neither is a goal by itself.
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
    part = re.split(r"[,,;;。::]", rest, maxsplit=1)[0] or rest
    return part if len(part) <= _TITLE_LENGTH else part[: _TITLE_LENGTH - 1] + "…"


def infer_targets(facts: Facts, title: str) -> tuple[Target, ...]:
    return tuple(
        Target(indicator=quantity.indicator or title, op=quantity.op, value=quantity.value, unit=quantity.unit)
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
    return not quantity.base and quantity.dimension not in _NO_GOAL


def _facts(given: Given, issued: str | None) -> Facts:
    """The facts of the text, read only where something is open, since this is most of the time of loading."""
    closed = given.strength and given.kind and ("targets" in given.places or given.kind is Kind.TASK)
    if closed and (given.deadline or not re.search(r"[年月日底末季]|十[二三四五六]五", given.text)):
        return Facts()
    from duibiao.facts import read_facts  # noqa: PLC0415  a checklist that gives everything never needs it
    from duibiao.language.normalise import plain_text  # noqa: PLC0415  as above

    return read_facts(plain_text(given.text), issued)
