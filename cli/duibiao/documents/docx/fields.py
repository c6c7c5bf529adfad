"""Fields: a reader of the page sees their result, never the instruction that computes it.

A table of contents is a field too; its result repeats the headings and is left out.
"""

import re

from msgspec import Struct, field

from duibiao.language.late import late

# 带圈字符 is the equation { EQ \\o\\ac(○,1) }: no result part, the page shows ①.
_ENCLOSED = late(r"eq\s+\\o\\ac\s*\(\s*[○〇◯]\s*[,;，]\s*(\w{1,2})\s*\)", re.IGNORECASE)


class _Frame(Struct):
    instruction: str = ""
    has_result: bool = False

    @property
    def is_contents(self) -> bool:
        return self.instruction.strip().upper().startswith("TOC")


class Fields(Struct):
    """The fields open at the place reached. `balanced` is False where the document leaves one open for ever."""

    balanced: bool = True
    frames: list[_Frame] = field(default_factory=list)

    @property
    def hides(self) -> bool:
        if not self.balanced:
            return any(not frame.has_result for frame in self.frames)
        return any(not frame.has_result or frame.is_contents for frame in self.frames)

    def mark(self, kind: str | None) -> str:
        """Passes a begin, separate or end mark; returns text that the field itself shows."""
        if kind == "begin":
            self.frames.append(_Frame())
        elif kind == "separate" and self.frames:
            self.frames[-1].has_result = True
        elif kind == "end" and self.frames:
            ended = self.frames.pop()
            return "" if ended.has_result or self.hides else _shown(ended.instruction)
        return ""

    def instruct(self, text: str) -> None:
        if self.frames and not self.frames[-1].has_result:
            self.frames[-1].instruction += text

    def close_paragraph(self) -> None:
        """An unfinished instruction ends with its paragraph where marks are missing, so that no text is lost."""
        if not self.balanced:
            self.frames = [frame for frame in self.frames if frame.has_result]


def _shown(instruction: str) -> str:
    found = _ENCLOSED.search(instruction)
    if found is None:
        return ""
    inner = found.group(1)
    return chr(0x2460 + int(inner) - 1) if inner.isdecimal() and 1 <= int(inner) <= 20 else inner
