"""What the page's text is cut into, before anything is known about which of it is the article."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from duibiao.documents.lines import columns
from duibiao.language.late import late

if TYPE_CHECKING:
    from lxml.etree import _Element

_INVISIBLE = late(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—"
# A line end in the source between two Chinese characters is no space: the author's editor broke the line there.
_SOFT_BREAK = late(rf"(?<=[{_WIDE}])[ \t]*[\r\n]+[ \t\r\n]*(?=[{_WIDE}])")
_INSIDE = late(rf"[{_WIDE}]")
_SPACE = late(r"[ \t\r\n\f\xa0\u2000-\u200a]+")


class Piece(Struct, frozen=True, kw_only=True):
    """A paragraph or a table row: `cells` is empty for a paragraph.

    `linked` counts the characters that stand in links, `around` says that an element above it bears the name of
    something that is not the article. `indent` is that of the typed spaces before it, in columns.
    """

    order: int
    element: "_Element"
    text: str
    cells: tuple[str, ...] = ()
    table: int | None = None
    heading: int | None = None
    linked: int = 0
    around: bool = False
    indent: int = 0

    @property
    def is_link(self) -> bool:
        return self.linked * 2 > len(self.text)


class Buffer(Struct):
    """The text of the paragraph that is being read."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0

    def add(self, text: str | None, *, link: bool) -> None:
        if text:
            self.parts.append(text)
            self.linked += len(tidy(text)) if link else 0

    def take(self) -> tuple[str, int, int]:
        """The text so far, how much of it is linked, and how far it was indented; the buffer is empty after."""
        raw = "".join(self.parts).lstrip(" \t\r\n\f")
        typed = len(raw) - len(raw.lstrip())
        taken = tidy(raw), self.linked, columns(raw[:typed])
        self.parts.clear()
        self.linked = 0
        return taken


def tidy(text: str) -> str:
    """As a browser shows it: white space of the source as one space or none, indents and invisible marks away."""
    text = _SOFT_BREAK.sub("", _INVISIBLE.sub("", text))
    return _SPACE.sub(" ", text).strip()


def joined(lines: Sequence[str]) -> str:
    """Paragraphs of a cell as one: 「应建」 and 「尽建」 touch, 「2023年：10」 and 「2024年：20」 must not."""
    whole = ""
    for line in lines:
        touch = _INSIDE.match(whole[-1:]) and _INSIDE.match(line[:1])
        whole += line if not whole or touch else f" {line}"
    return whole
