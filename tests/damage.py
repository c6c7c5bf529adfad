"""Plans made from a checklist's own texts, and the ways in which a drafter weakens one of them."""

import re
from collections.abc import Callable

from msgspec import Struct

from duibiao.facts import read_facts
from duibiao.language.normalise import normalise
from duibiao.model.baseline import Requirement
from duibiao.model.fact import DateKind, Quantity, Strength

# What leads up to a number and would stand there without it.
_BOUND = re.compile(r"(?:不低于|不少于|至少|达到|超过|不超过|控制在|以内|以上|左右|每年)+$")
_LEAD = re.compile(r"(?:到|至|于|在|力争)+$")


class Damage(Struct, frozen=True):
    """A way to weaken a text: `apply` gives the weaker text, or None where there is nothing of the sort to weaken."""

    name: str
    codes: frozenset[str]
    apply: Callable[[Requirement], str | None]


def plan_of(texts: list[str]) -> str:
    """A plan with one numbered item for each text, in chapters of ten as an ordinary plan has them."""
    lines = ["白水县推进养老服务高质量发展实施方案", ""]
    for number, text in enumerate(texts):
        if number % 10 == 0:
            lines.append(f"{'一二三四五六七八九十'[number // 10]}、主要任务（{number // 10 + 1}）")
        lines.append(f"{number % 10 + 1}.{text.rstrip('。')}。")
    return "\n".join(lines) + "\n"


def number_lowered(requirement: Requirement) -> str | None:
    """A floor falls by a fifth, a ceiling rises by a half."""
    quantity = _goal(requirement)
    if quantity is None:
        return None
    span = normalise(requirement.text).origin(quantity.start, quantity.end)
    written = requirement.text[span.start : span.end]
    digits = re.match(r"\d+(?:\.\d+)?", written)
    if digits is None:
        return None
    value = float(digits[0]) * (1.5 if quantity.op.is_ceiling else 0.8)
    if quantity.value <= 2:  # one centre for each county: less than one is none
        return None
    return requirement.text[: span.start] + f"{value:.6g}" + written[digits.end() :] + requirement.text[span.end :]


def number_removed(requirement: Requirement) -> str | None:
    """进一步提高 stands where the number stood."""
    quantity = _goal(requirement)
    if quantity is None or quantity.start == 0:
        return None
    span = normalise(requirement.text).origin(quantity.start, quantity.end)
    before = _BOUND.sub("", requirement.text[: span.start])
    return f"{before}进一步提高{requirement.text[span.end :]}"


def date_removed(requirement: Requirement) -> str | None:
    span = _deadline(requirement)
    if span is None:
        return None
    start, end = span
    before, after = _LEAD.sub("", requirement.text[:start]), requirement.text[end:]
    return before + (after.lstrip("，") if not before or before.endswith("，") else after)


def year_later(requirement: Requirement) -> str | None:
    span = _deadline(requirement)
    if span is None:
        return None
    start, end = span
    later = re.sub(r"\d{4}", lambda year: str(int(year[0]) + 2), requirement.text[start:end], count=1)
    return requirement.text[:start] + later + requirement.text[end:]


def verb_softened(requirement: Requirement) -> str | None:
    """探索 before the verb of a duty."""
    plain = normalise(requirement.text)
    verbs = read_facts(plain.text).verbs
    if requirement.strength is not Strength.MUST or not verbs or verbs[0].strength is not Strength.MUST:
        return None
    at = plain.origin(verbs[0].start, verbs[0].end).start
    return f"{requirement.text[:at]}探索{requirement.text[at:]}"


DAMAGES = (
    Damage("number lowered", frozenset({"target-lower"}), number_lowered),
    Damage("number removed", frozenset({"target-dropped", "partial"}), number_removed),
    Damage("date removed", frozenset({"deadline-dropped"}), date_removed),
    Damage("year later", frozenset({"deadline-later"}), year_later),
    Damage("verb softened", frozenset({"strength-softer"}), verb_softened),
    Damage("passage deleted", frozenset({"task-omitted"}), lambda _: ""),
)


def _goal(requirement: Requirement) -> Quantity | None:
    """The number of the first target as the text prints it; a total for the whole province is not compared."""
    target = requirement.targets[0] if requirement.targets else None
    if target is None or target.aggregate:
        return None
    found = read_facts(normalise(requirement.text).text).quantities
    return next((q for q in found if q.value == target.value and q.unit == target.unit), None)


def _deadline(requirement: Requirement) -> tuple[int, int] | None:
    """The date of the deadline, where the text has it and no other."""
    plain = normalise(requirement.text)
    dates = [d for d in read_facts(plain.text).dates if d.kind is DateKind.BY]
    if len(dates) != 1 or requirement.deadline is None:
        return None
    span = plain.origin(dates[0].start, dates[0].end)
    return span.start, span.end
