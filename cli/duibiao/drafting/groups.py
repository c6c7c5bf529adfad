"""The requirements of a sentence: its parts put together again, as many as stand or fall together."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from duibiao.drafting import heads, signs
from duibiao.drafting.parts import Part, parts

Parting = Callable[[Mapping[str, float]], float]


class Group(Struct, frozen=True, kw_only=True):
    """Parts that make one requirement. `lead` is the date that opens the sentence, where it stands in another group;
    `unsure` where a reader might part it from the one before, or not.
    """

    parts: tuple[Part, ...]
    lead: Part | None = None
    unsure: bool = False

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def end(self) -> int:
        return self.parts[-1].end

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)


def groups(sentence: str, parting: Parting | None = None, begin: int = 0) -> tuple[Group, ...]:
    """The groups of a plain sentence from `begin` on, in order. `parting` stands in for the shipped model."""
    every = parts(sentence, begin)
    cut: list[list[Part]] = []
    doubtful: list[bool] = []
    for at, part in enumerate(every):
        if not cut:
            cut.append([part])
            doubtful.append(False)
            continue
        odds = signs.parted(cut[-1], part, len(every) - at - 1, parting)
        if signs.unsure(odds):
            doubtful[-1] = True
        if odds > signs.threshold():
            cut.append([part])
            doubtful.append(signs.unsure(odds))
        else:
            cut[-1].append(part)
    lead = _lead(every)
    return tuple(
        Group(parts=tuple(members), lead=None if at == 0 or _has_date(members) else lead, unsure=unsure)
        for at, (members, unsure) in enumerate(zip(cut, doubtful, strict=True))
    )


def _lead(every: Sequence[Part]) -> Part | None:
    return every[0] if every and heads.read(every[0].words).kind == "date" else None


def _has_date(members: Sequence[Part]) -> bool:
    return any(signs.dated(part.words) for part in members)
