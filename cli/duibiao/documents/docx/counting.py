"""Counts list paragraphs as Word does and writes the label that a reader sees before each: 一、 (一) 1. 1.1."""

import re

from msgspec import Struct, field

from duibiao.documents.docx.numbering import DEPTH, Level, List
from duibiao.documents.docx.numerals import write_number
from duibiao.language.late import late

_PLACE = late(r"%([1-9])")


class Counter(Struct):
    """The numbers reached so far, for each list definition; `begun` holds the (list, level) pairs used already."""

    lists: dict[str, List]
    reached: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, list_id: str, at: int) -> str:
        """Counts one paragraph of a list at a level and returns its label, with the space that follows it."""
        used = self.lists[list_id]
        at = max(0, min(at, DEPTH - 1))
        numbers = self.reached.setdefault(used.definition, [None] * DEPTH)
        self._advance(list_id, at, numbers)
        level = used.levels.get(at)
        return "" if level is None else _write(level, numbers, used)

    def _advance(self, list_id: str, at: int, numbers: list[int | None]) -> None:
        used = self.lists[list_id]
        start = used.levels.get(at, Level()).start
        anew = at in used.starts and (list_id, at) not in self.begun
        self.begun.add((list_id, at))
        current = numbers[at]
        numbers[at] = start if current is None or anew else current + 1
        for deeper in range(at + 1, DEPTH):
            restart = used.levels.get(deeper, Level()).restart
            # lvlRestart 0: never; n: only when level n (counted from 1) or one above it was used.
            if restart is None or at < restart:
                numbers[deeper] = None


def _write(level: Level, numbers: list[int | None], used: List) -> str:
    if level.style == "bullet":
        # A bullet says only that this is an item, and mostly is a private sign of Wingdings; but some producers
        # print real words through it.
        return _spaced(level.text, level.suffix) if any(char.isalnum() for char in level.text) else ""

    def place(found: re.Match[str]) -> str:
        index = int(found.group(1)) - 1
        other = used.levels.get(index, Level())
        reached = numbers[index]
        style = "decimal" if level.legal else other.style
        return write_number(other.start if reached is None else reached, style)

    return _spaced(_PLACE.sub(place, level.text), level.suffix)


def _spaced(label: str, suffix: str) -> str:
    """The label and what parts it from the text: "1." and "5万个" must not become 1.5万个."""
    label = label.strip()
    if not label:
        return ""
    joins = suffix == "nothing" and not (label[-1].isascii() and (label[-1].isalnum() or label[-1] == "."))
    return label if joins else f"{label} "
