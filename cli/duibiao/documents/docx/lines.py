"""What a line break inside a paragraph (Shift+Enter) means.

A title broken over two lines is one paragraph: the break stays in it as a line feed, which comparable text drops.
But drafts pasted from the web are often one single paragraph whose lines are the real paragraphs; kept together,
all their numbered items would be one clause. A break that ends a sentence or stands before a number parts them.
"""

import re

_ENDS = tuple("。；;！!？?：:")
_BEGINS = re.compile(
    r"[ \t　]{2,}|　|"
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳]|"
    r"第[一二三四五六七八九十百\d]{1,4}[章节条款])"
)


def split_lines(label: str, text: str) -> list[str]:
    """The paragraphs of `text`, the automatic number before the first; none where there is no text."""
    lines = [line for line in text.split("\n") if line.strip()]
    paragraphs: list[str] = []
    for line in lines:
        parted = not paragraphs or paragraphs[-1].endswith(_ENDS) or _BEGINS.match(line)
        if parted:
            paragraphs.append(line.strip())
        else:
            paragraphs[-1] += "\n" + line.strip()
    if paragraphs:
        paragraphs[0] = label + paragraphs[0]
    return paragraphs
