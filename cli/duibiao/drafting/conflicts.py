"""Requirements that contradict each other: the same indicator, by the same time, with another number.

Two upstream documents may well do so: a later one has raised the number. Which holds is for a person to say: both stay
in the draft, each marked with what the other asks. Within one document the same words with another number are nearly
always two cases (首套 and 二套, A级 and B级), and were left alone.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from duibiao.drafting.drafted import Drafted
from duibiao.language import units
from duibiao.language.late import late
from duibiao.language.normalise import plain_text
from duibiao.model.baseline import Target

_ALIKE = 0.6
_MARKS = late(r"[\W_]+")
_SAYS = late(r"(?:全省|全市|全国|全县|力争|确保|达到|不低于|不少于|超过|占比|比例|比重|总数|数量|的)")


def marked(drafted: Sequence[Drafted]) -> tuple[tuple[Drafted, ...], int]:
    """The same requirements, those that contradict another one marked; and how many pairs do."""
    notes: dict[int, list[str]] = {}
    pairs = list(_pairs(drafted))
    for (one, first), (two, second) in pairs:
        notes.setdefault(one, []).append(_note(drafted[two], second))
        notes.setdefault(two, []).append(_note(drafted[one], first))
    found = [
        replace(each, doubts=(*dict.fromkeys(notes[at]), *each.doubts)) if at in notes else each
        for at, each in enumerate(drafted)
    ]
    return tuple(found), len(pairs)


def _note(other: Drafted, target: Target) -> str:
    value = f"{target.op.value}{units.show(target.value, target.unit)}"
    return f"冲突：{other.document} {other.clause}“{other.title}”要求 {value}，两处并存，请确定以哪一处为准"


_Aim = tuple[int, Target]


def _pairs(drafted: Sequence[Drafted]) -> Iterator[tuple[_Aim, _Aim]]:
    known: dict[tuple[str, str | None], list[tuple[int, Target, frozenset[str]]]] = {}
    for at, each in enumerate(drafted):
        for target in each.targets:
            words = _words(target.indicator)
            same = known.setdefault((target.unit, (each.deadline or "")[:4] or None), [])
            for place, other, theirs in same:
                apart = drafted[place].document != each.document
                if apart and target.value != other.value and _alike(words, theirs):
                    yield (place, other), (at, target)
            same.append((at, target, words))


def _words(indicator: str) -> frozenset[str]:
    words = _MARKS.sub("", _SAYS.sub("", plain_text(indicator)))
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """One says what the other says, at most with a word more: 首套首付比例 and 二套首付比例 are two things."""
    return bool(a) and (a <= b or b <= a) and 2 * len(a & b) / (len(a) + len(b)) >= _ALIKE
