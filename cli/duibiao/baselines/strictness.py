"""Two wordings of one requirement held against each other: what is tighter, what is looser.

Numbers, date, strength and addressees are values of the checklist; whom it reaches is read from the text. A total is
only compared with a total of the same place: what the province owes of a national total is the share it was given.
"""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from duibiao.language import units
from duibiao.model.baseline import Requirement, Target
from duibiao.model.document import Level
from duibiao.model.fact import Op, Reach, Scope, Strength
from duibiao.model.message import Message

# Two indicators that share less than this measure different things. 85 keeps 助餐服务覆盖城市社区 and …覆盖行政村 apart
# while 养老机构护理型床位占比 and 护理型床位占比 stay one.
_SAME_NAME = 85
_BELOW = tuple(level for level in Level if level is not Level.NATIONAL)
_STRENGTHS = {
    Strength.MUST: "必须（must）",
    Strength.SHOULD: "应当推进（should）",
    Strength.ENCOURAGE: "鼓励（encourage）",
    Strength.EXPLORE: "探索（explore）",
}


class Move(StrEnum):
    TIGHTER = "tighter"
    LOOSER = "looser"
    OTHER = "other"


class Change(Struct, frozen=True, kw_only=True):
    """One element that differs; `field` is that of the requirement, `index` of its new target where there is one."""

    field: str
    move: Move
    old: str
    new: str
    message: Message
    index: int | None = None


def changes(old: Requirement, new: Requirement, region: str | None = None) -> tuple[Change, ...]:
    """What `new` changes in `old`; `region` is whose requirement `new` is, where a total above has a share for it."""
    return (
        *_targets(old, new, region),
        *_deadline(old, new),
        *_strength(old, new),
        *_addressees(old, new),
        *_scope(old, new),
    )


def shown_target(target: Target) -> str:
    sign = {Op.GE: "≥", Op.GT: ">", Op.LE: "≤", Op.LT: "<", Op.ABOUT: "约"}.get(target.op, "")
    return sign + units.show(target.value, target.unit)


def _change(field: str, move: Move, values: tuple[str, str], message: Message, index: int | None = None) -> Change:
    return Change(field=field, move=move, old=values[0], new=values[1], message=message, index=index)


def _targets(old: Requirement, new: Requirement, region: str | None) -> Iterator[Change]:
    left = dict(enumerate(new.targets))
    for target in old.targets:
        wanted = target.share_of(region)
        index = _counterpart(wanted, left, alone=len(old.targets) == len(new.targets) == 1)
        if index is None:
            if not wanted.aggregate or old.layer == new.layer:
                told = Message(
                    f"没有写“{target.indicator}”{shown_target(wanted)}",
                    f"{target.indicator!r} {shown_target(wanted)} is not there",
                )
                yield _change("targets", Move.LOOSER, (shown_target(wanted), ""), told)
            continue
        found = left.pop(index)
        if not wanted.aggregate or old.layer == new.layer:
            yield from _number(wanted, found, index)
    for index, target in left.items():
        if not (old.layer != new.layer and target.aggregate):
            told = Message(
                f"增加了“{target.indicator}”{shown_target(target)}", f"adds {target.indicator!r} {shown_target(target)}"
            )
            yield _change("targets", Move.TIGHTER, ("", shown_target(target)), told, index)


def _counterpart(target: Target, candidates: dict[int, Target], *, alone: bool) -> int | None:
    from rapidfuzz import fuzz  # noqa: PLC0415  most checklists are loaded without comparing anything

    like = {i: other for i, other in candidates.items() if units.is_comparable(target.unit, other.unit)}
    if alone and like:
        return next(iter(like))
    named = [(fuzz.partial_ratio(target.indicator, other.indicator), -i) for i, other in like.items()]
    best, index = max(named, default=(0.0, 0))
    return -index if best >= _SAME_NAME else None


def _number(old: Target, new: Target, index: int) -> Iterator[Change]:
    move = _order(old, new)
    if move is None:
        return
    was, now = shown_target(old), shown_target(new)
    told = Message(f"“{new.indicator}”由 {was} 改为 {now}", f"{new.indicator!r}: {was} becomes {now}")
    yield _change("targets", move, (was, now), told, index)


def _order(old: Target, new: Target) -> Move | None:
    if old.value == new.value and old.op == new.op:
        return None
    if old.op.is_ceiling != new.op.is_ceiling:
        return Move.OTHER
    if old.value != new.value:
        return Move.TIGHTER if (new.value > old.value) != old.op.is_ceiling else Move.LOOSER
    firmness = {Op.ABOUT: 0, Op.EQ: 1, Op.GE: 1, Op.LE: 1, Op.GT: 2, Op.LT: 2}
    if firmness[old.op] == firmness[new.op]:
        return None
    return Move.TIGHTER if firmness[new.op] > firmness[old.op] else Move.LOOSER


def _deadline(old: Requirement, new: Requirement) -> Iterator[Change]:
    was, now = (str(each.deadline) if each.deadline else "" for each in (old, new))
    if was == now:
        return
    if old.deadline is None or new.deadline is None:
        move = Move.TIGHTER if new.deadline else Move.LOOSER
        told = (
            Message(f"增加了时限 {now}", f"adds the date {now}")
            if now
            else Message(f"没有写时限 {was}", f"the date {was} is not there")
        )
    elif old.deadline.last_day == new.deadline.last_day:
        return
    else:
        move = Move.LOOSER if new.deadline.last_day > old.deadline.last_day else Move.TIGHTER
        told = Message(f"时限由 {was} 改为 {now}", f"the date {was} becomes {now}")
    yield _change("deadline", move, (was, now), told)


def _strength(old: Requirement, new: Requirement) -> Iterator[Change]:
    if old.strength == new.strength:
        return
    move = Move.TIGHTER if new.strength > old.strength else Move.LOOSER
    told = Message(
        f"约束力由{_STRENGTHS[old.strength]}改为{_STRENGTHS[new.strength]}",
        f"strength {old.strength.word} becomes {new.strength.word}",
    )
    yield _change("strength", move, (old.strength.word, new.strength.word), told)


def _addressees(old: Requirement, new: Requirement) -> Iterator[Change]:
    """Only the rungs that both can address count: a province addresses nobody above a city."""
    was, now = (set(each.applies_to or _BELOW) for each in (old, new))
    if old.layer != new.layer:
        was, now = was - {Level.PROVINCE}, now - {Level.PROVINCE}
    if was == now or not was or not now:
        return
    before, after = (", ".join(level for level in _BELOW if level in each) for each in (was, now))
    move = Move.TIGHTER if was < now else Move.LOOSER if now < was else Move.OTHER
    yield _change(
        "applies_to",
        move,
        (before, after),
        Message(f"适用层级由 {before} 改为 {after}", f"addressees {before} become {after}"),
    )


def _scope(old: Requirement, new: Requirement) -> Iterator[Change]:
    """所有街道 that became 有条件的街道, or the other way round; other rewordings of whom it reaches are left alone."""
    if old.text == new.text:
        return
    was, now = _scopes(old), _scopes(new)
    everyone = {s.concept for s in was if s.reach is Reach.ALL}
    if everyone & {s.concept for s in now}:
        return  # 所有街道和有条件的乡镇 keeps all the streets and takes in more
    limits = {each: [s for s in scopes if s.reach is Reach.SOME] for each, scopes in (("was", was), ("now", now))}
    if limits["now"] and not limits["was"]:
        word = limits["now"][0].word
        told = Message(f"范围加了限制“{word}”", f"the scope is limited by {word!r}")
        yield _change("text", Move.LOOSER, ("", word), told)
    elif limits["was"] and not limits["now"]:
        word = limits["was"][0].word
        told = Message(f"范围去掉了限制“{word}”", f"the limit {word!r} is gone from the scope")
        yield _change("text", Move.TIGHTER, (word, ""), told)


def _scopes(requirement: Requirement) -> tuple[Scope, ...]:
    from duibiao.facts import read_facts  # noqa: PLC0415  as above
    from duibiao.language.normalise import plain_text  # noqa: PLC0415  as above

    return read_facts(plain_text(requirement.text)).scopes
