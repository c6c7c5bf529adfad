"""Builds the tree of sections: which numbering stands under which."""

from dataclasses import dataclass, field

from duibiao.documents.outline.numbering import Marker, Style
from duibiao.model.document import Section
from duibiao.model.span import Span

_UNNUMBERED = 90


@dataclass(slots=True)
class Tree:
    """The sections so far and the path that is open; rank grows inwards."""

    sections: list[Section] = field(default_factory=list)
    open: list[tuple[int, int]] = field(default_factory=list)

    @property
    def current(self) -> int:
        return self.open[-1][1]

    @property
    def label(self) -> str:
        return self.sections[self.current].label

    def start(self, span: Span) -> None:
        self.sections.append(Section(index=0, parent=None, level=0, label="", number="", title="", span=span))
        self.open.append((-1, 0))

    def add(self, rank: int, bare: str, number: str, title: str, span: Span) -> None:
        while len(self.open) > 1 and self.open[-1][0] >= rank:
            self.open.pop()
        parent = self.current
        label = _label(self.sections[parent].label, bare)
        index = len(self.sections)
        self.sections.append(
            Section(
                index=index, parent=parent, level=len(self.open), label=label, number=number, title=title, span=span
            )
        )
        self.open.append((rank, index))

    def close(self) -> None:
        del self.open[1:]


def rank(marker: Marker | None, heading: int | None) -> int:
    """How deep a heading stands among the others."""
    if marker is not None:
        return 10 + marker.style
    return heading if heading is not None else _UNNUMBERED


def _label(above: str, bare: str) -> str:
    if not bare or bare.startswith("第") and bare.endswith("条") or "." in bare:
        return bare or above
    gap = "-" if above[-1:].isdigit() and bare[0].isdigit() else ""
    return above + gap + bare


def is_article(marker: Marker) -> bool:
    return marker.style is Style.ARTICLE
