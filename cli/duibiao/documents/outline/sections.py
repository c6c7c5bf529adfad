"""The tree of sections: which stands under which, and how its place is written."""

from msgspec import Struct, field

from duibiao.model.document import Section
from duibiao.model.span import Span


class Tree(Struct):
    """The sections so far and the path that is open. Ranks grow inwards."""

    sections: list[Section] = field(default_factory=list)
    path: list[tuple[float, int]] = field(default_factory=list)

    @classmethod
    def of(cls, span: Span) -> "Tree":
        root = Section(index=0, parent=None, level=0, label="", number="", title="", span=span)
        return cls([root], [(float("-inf"), 0)])

    @property
    def current(self) -> int:
        return self.path[-1][1]

    def add(self, rank: float, *, bare: str, number: str, title: str, span: Span) -> int:
        while len(self.path) > 1 and self.path[-1][0] >= rank:
            self.path.pop()
        parent = self.sections[self.current]
        index = len(self.sections)
        self.sections.append(
            Section(
                index=index,
                parent=parent.index,
                level=parent.level + 1,
                label=_label(parent.label, bare),
                number=number,
                title=title,
                span=span,
            )
        )
        self.path.append((rank, index))
        return index

    def close(self, rank: float = float("-inf")) -> None:
        """Leaves the sections of this rank and those inside them; the document itself stays open."""
        while len(self.path) > 1 and self.path[-1][0] >= rank:
            self.path.pop()


def _label(above: str, bare: str) -> str:
    """二 and (二) and 3 make 二(二)3; articles and decimals name their whole path by themselves."""
    if not bare:
        return above
    if bare.endswith("条") or "." in bare:
        attached = above.startswith("附") and not above.startswith("附则")
        return above[: above.index(" ") + 1] + bare if attached and " " in above else bare
    joint = "-" if above[-1:].isdecimal() and bare[0].isdecimal() else ""
    return above + joint + bare
