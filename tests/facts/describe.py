"""Facts as cases write them."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from duibiao.model.fact import Date, Department, Quantity, Scope, Verb
from duibiao.model.span import Plain

Fact: TypeAlias = dict[str, Any]


def quantity(fact: Quantity) -> Fact:
    return {
        "value": round(fact.value, 4),
        "upper": fact.upper,
        "unit": fact.unit,
        "dimension": fact.dimension,
        "op": fact.op.value,
        "hedged": fact.hedged,
        "falling": fact.falling,
        "change": fact.change,
        "every": fact.every,
        "indicator": fact.indicator,
        "base": fact.base,
    }


def date(fact: Date) -> Fact:
    """A recurrence has no date."""
    return {"date": str(fact) if fact.year else None, "kind": fact.kind.value, "source": fact.source}


def verb(fact: Verb, text: str) -> Fact:
    return {
        "word": fact.word,
        "strength": fact.strength.word,
        "hedge": fact.hedge,
        "vague": fact.vague,
        "governs": text[fact.opens : fact.reach],
    }


def scope(fact: Scope) -> Fact:
    return {"word": fact.word, "concept": fact.concept, "reach": fact.reach.value, "within": sorted(fact.within)}


def department(fact: Department) -> Fact:
    return {"name": fact.name, "concept": fact.concept, "lead": fact.lead}


def quoted(facts: Sequence[Any], plain: Plain, text: str, describe: Callable[[Any], Fact]) -> list[Fact]:
    """The facts, each with the words it covers as their author wrote them in `text`."""
    spans = [plain.origin(fact.start, fact.end) for fact in facts]
    return [{**describe(fact), "quote": text[s.start : s.end]} for fact, s in zip(facts, spans, strict=True)]


def as_said(found: list[Fact], said: list[Fact]) -> list[Fact]:
    """`said` with the keys it leaves out taken from what was found; whatever is too many or missing stays visible."""
    common = [{**real, **part} for real, part in zip(found, said, strict=False)]
    return common + said[len(found) :]
