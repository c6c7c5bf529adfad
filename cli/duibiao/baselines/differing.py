"""Two baselines, requirement by requirement: what a new document, or a new version of the list, changes.

Requirements are paired by id; then by what the old list says supersedes them; then by their words without figures and
dates, since a new document comes with ids of its own. What is left over was added or removed.
"""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from duibiao.baselines.strictness import Change, Move, changes
from duibiao.language.late import late
from duibiao.model.baseline import Baseline, Requirement

# Of 100, over words without figures. The two national lists on elderly care meet at 85 (护理型床位占比) and their
# neighbours, which are other things, stay below 70.
_SAME = 78
_FIGURES = late(
    r"\d+(?:\.\d+)?[%‰万亿]*|[到至]?\d{4}年(?:底前|底|前)?|不低于|不少于|达到|以上|至少|力争|[\s，。；：、,.;:（）()]"
)


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    MIXED = "mixed"
    REWORDED = "reworded"
    SAME = "same"


class Entry(Struct, frozen=True, kw_only=True):
    """One requirement before and after; `changes` are the elements that differ."""

    kind: Kind
    old: Requirement | None
    new: Requirement | None
    changes: tuple[Change, ...] = ()

    @property
    def id(self) -> str:
        either = self.new or self.old
        return either.id if either else ""


def compare(old: Baseline, new: Baseline) -> tuple[Entry, ...]:
    """Every requirement that is checked in either, in the order of the new baseline; what was removed comes last."""
    before = {requirement.id: requirement for requirement in old.active}
    pairs = _pairs(old, new, before)
    entries = [_entry(pairs.get(requirement.id), requirement) for requirement in new.active]
    kept = {each.id for each in pairs.values()}
    gone = [Entry(kind=Kind.REMOVED, old=each, new=None) for name, each in before.items() if name not in kept]
    return (*entries, *gone)


def _pairs(old: Baseline, new: Baseline, before: dict[str, Requirement]) -> dict[str, Requirement]:
    """The old requirement of each new one, by the new id."""
    after = {requirement.id: requirement for requirement in new.active}
    pairs = {name: before[name] for name in after if name in before}
    heirs = {r.id: r.superseded_by for each in (new, old) for r in each.requirements if r.superseded_by}
    heirs |= {r.refines: r.id for r in new.active if r.refines}
    for name, each in before.items():
        heir = heirs.get(name)
        if name not in after and heir in after and heir not in pairs:
            pairs[heir] = each
    taken = {each.id for each in pairs.values()}
    left = [each for name, each in before.items() if name not in taken]
    return pairs | _by_words(left, [each for name, each in after.items() if name not in pairs])


def _by_words(old: Sequence[Requirement], new: Sequence[Requirement]) -> dict[str, Requirement]:
    """The best pairs first, each requirement in one."""
    from rapidfuzz import fuzz  # noqa: PLC0415  only a comparison needs it

    words = {each.id: _words(each.text) for each in (*old, *new)}
    scored = sorted(
        (
            (-score, i, j)
            for i, one in enumerate(old)
            for j, other in enumerate(new)
            if (score := fuzz.ratio(words[one.id], words[other.id], score_cutoff=_SAME)) >= _SAME
        ),
    )
    pairs: dict[str, Requirement] = {}
    used: set[int] = set()
    for _, i, j in scored:
        if i not in used and new[j].id not in pairs:
            pairs[new[j].id] = old[i]
            used.add(i)
    return pairs


def _words(text: str) -> str:
    return _FIGURES.sub("", text)


def _entry(old: Requirement | None, new: Requirement) -> Entry:
    if old is None:
        return Entry(kind=Kind.ADDED, old=None, new=new)
    found = changes(old, new)
    moves = {change.move for change in found}
    if {Move.TIGHTER, Move.LOOSER} <= moves or Move.OTHER in moves:
        kind = Kind.MIXED
    elif moves:
        kind = Kind.TIGHTENED if Move.TIGHTER in moves else Kind.LOOSENED
    else:
        kind = Kind.SAME if _words(old.text) == _words(new.text) else Kind.REWORDED
    return Entry(kind=kind, old=old, new=new, changes=found)
