"""Like held against like: which number of a passage answers which target, and how a quantity reads to a person."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from duibiao.model.fact import Date, DateKind, Op, Quantity
from duibiao.model.match import Match, Passage
from duibiao.model.span import Span

# A number with a name that shares less than this with the target's name measures something else. Set on the labelled
# cases together with the rule that a lone number of the right dimension in the best passage needs no name.
SAME_NAME = 0.34
MANNER = 10  # characters between 按 and the number it brings: 按总建筑面积5%


class Paired(Struct, frozen=True):
    """A target and the number of the plan that answers it, where there is one."""

    target: Quantity
    aggregate: bool
    found: Quantity | None
    passage: Passage | None


def pairs(match: Match) -> list[Paired]:
    """Each target of a match's requirement with its number in the plan."""
    wanted, paired = match.wanted, list[Paired]()
    for target, given in zip(wanted.targets, wanted.requirement.targets, strict=True):
        # a number that is another target's to the digit answers that one: 120个小区 is not the 300部电梯
        others = [t for t in wanted.targets if t is not target and t.value != target.value]
        paired.append(_pair(match, target, others, aggregate=given.aggregate))
    return _each_once(paired)


def _each_once(paired: list[Paired]) -> list[Paired]:
    """One number answers one target, the one whose name it bears: 70%以上的城市社区 is no 60%以上的行政村."""
    best: dict[tuple[int, int], Paired] = {}
    for pair in paired:
        key = _place(pair)
        if key is not None and (key not in best or _named(pair) > _named(best[key])):
            best[key] = pair
    return [pair if _keeps(pair, best) else Paired(pair.target, pair.aggregate, None, None) for pair in paired]


def _keeps(pair: Paired, best: Mapping[tuple[int, int], Paired]) -> bool:
    key = _place(pair)
    return key is None or best[key] is pair or (pair.found is not None and order(pair.found, pair.target) == 0)


def _place(pair: Paired) -> tuple[int, int] | None:
    return (id(pair.passage), pair.found.start) if pair.found is not None else None


def _named(pair: Paired) -> float:
    return likeness(pair.target.indicator, pair.found.indicator) if pair.found is not None else 0.0


class Differing(Struct, frozen=True):
    """A number of the plan that is not upstream's, in words and with its places."""

    name: str
    expected: str
    found: str
    span: Span | None
    wanted: Span | None


def differing(match: Match, sign: int) -> Iterator[Differing]:
    """The numbers that are less strict than upstream's (`sign` -1) or stricter (1); a bare total is left out."""
    if not match.present:
        return
    for pair in pairs(match):
        found, passage, target = pair.found, pair.passage, pair.target
        if pair.aggregate or found is None or passage is None or order(found, target) != sign:
            continue
        yield Differing(
            name=target.indicator,
            expected=amount(target),
            found=told(passage, found),
            span=spot(passage, found.start, found.end),
            wanted=match.wanted.plain.origin(target.start, target.end) if target.end else None,
        )


def _pair(match: Match, target: Quantity, others: list[Quantity], *, aggregate: bool) -> Paired:
    shown = list(_numbers(match.passages, target, others))
    equal = [x for x in shown if order(x[0], target) == 0]
    if equal:
        return Paired(target, aggregate, *equal[0])
    shown = [x for x in shown if not _is_manner(x, target, match)]
    alone = len({q.value for q, p in shown if p is match.passages[0]}) == 1
    best = _best(
        [x for x in shown if x[1] is match.passages[0]] if alone else shown, target, 0.0 if alone else SAME_NAME
    )
    if best is None:
        # a target may stand in a table or a goal sentence and its task elsewhere; there it must carry the name
        elsewhere = (c.passage for c in match.candidates if c.passage not in match.passages)
        best = _best(list(_numbers(elsewhere, target, others)), target, 2 * SAME_NAME)
    return Paired(target, aggregate, *(best or (None, None)))


def _numbers(
    passages: Iterable[Passage], target: Quantity, others: list[Quantity]
) -> Iterable[tuple[Quantity, Passage]]:
    """The live numbers of passages that could answer `target` and are not plainly one of the other targets."""
    for passage in passages:
        for quantity in passage.facts.quantities:
            if quantity.base or quantity.change != target.change or not _is_like(quantity, target):
                continue
            if not any(quantity.value == other.value and _is_like(quantity, other) for other in others):
                yield quantity, passage


def _is_manner(found: tuple[Quantity, Passage], target: Quantity, match: Match) -> bool:
    """按总建筑面积5%配建 says how it is done; it answers no rate that upstream does not put that way."""
    quantity, passage = found
    said = passage.plain.text[max(0, quantity.start - MANNER) : quantity.start]
    asked = match.wanted.plain.text[max(0, target.start - MANNER) : target.start]
    return "按" in said and "按" not in asked


def _is_like(found: Quantity, target: Quantity) -> bool:
    """Whether two quantities measure the same sort of thing; 人/千名老年人 is also written 每千名老年人…人."""
    if found.dimension == target.dimension:
        return True
    per = ["/" in found.dimension, "/" in target.dimension]
    return any(per) and not all(per) and found.dimension.split("/")[0] == target.dimension.split("/")[0]


def _best(found: list[tuple[Quantity, Passage]], target: Quantity, floor: float) -> tuple[Quantity, Passage] | None:
    named = [(likeness(target.indicator, q.indicator), q, p) for q, p in found]
    fit = [x for x in named if x[0] >= floor]
    if not fit:
        return None
    _, quantity, passage = max(fit, key=lambda x: (round(x[0], 1), _as_strict(x[1], target), -x[1].start))
    return quantity, passage


def likeness(a: str, b: str) -> float:
    """The share of the shorter name's character pairs that stand in the other; 0 where either has none."""
    first, second = _grams(a), _grams(b)
    small = min(len(first), len(second))
    return len(first & second) / small if small else 0.0


def _grams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _as_strict(found: Quantity, target: Quantity) -> float:
    return float(order(found, target) >= 0)


def order(found: Quantity, target: Quantity) -> int:
    """-1 where `found` is less strict than `target`, 1 where it is stricter, 0 where neither.

    A range counts with its laxer end. 左右 under a floor or a ceiling is laxer than the same number without it.
    """
    ceiling = target.op.is_ceiling
    laxest = max(found.value, found.upper or found.value) if ceiling else found.value
    if laxest == target.value:
        return -1 if found.op is Op.ABOUT and target.op is not Op.ABOUT else 0
    return 1 if (laxest < target.value) == ceiling else -1


def deadlines(match: Match) -> list[tuple[Date, Passage]]:
    """The dates that bind the passages of a match, those written in them first."""
    bound = [(d, p) for p in match.passages for d in p.facts.dates if d.kind is DateKind.BY]
    return sorted(bound, key=lambda x: x[0].source != "clause")


def spot(passage: Passage, start: int, end: int) -> Span | None:
    """A place of a passage's plain text in the plan's own text, or None for the empty range."""
    return passage.plain.origin(start, end) if end > start else None


def told(passage: Passage, quantity: Quantity) -> str:
    """A number of the plan as it stands there; the bare number of a table cell comes with its row's unit."""
    return quantity.shown or passage.plain.text[quantity.start : quantity.end]


def amount(quantity: Quantity) -> str:
    """A target for a person: "≥90%", "2万名"."""
    sign = {Op.GE: "≥", Op.GT: ">", Op.LE: "≤", Op.LT: "<", Op.ABOUT: "约"}.get(quantity.op, "")
    return sign + (quantity.shown or f"{quantity.value:.12g}{quantity.unit}")


def wanted_date(match: Match) -> Span | None:
    """Where the requirement's own text says its deadline."""
    deadline = match.wanted.requirement.deadline
    place = next((d for d in match.wanted.facts.dates if deadline and d.last_day == deadline.last_day), None)
    return match.wanted.plain.origin(place.start, place.end) if place else None
