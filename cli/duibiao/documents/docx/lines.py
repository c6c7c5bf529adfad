"""What a line break inside a paragraph (Shift+Enter) means.

A title broken over two lines is one paragraph: the break stays in it as a line feed, which comparable text drops.
But drafts pasted from the web are often one single paragraph whose lines are the real paragraphs; kept together,
all their numbered items would be one clause. A break that ends a sentence, stands before a number or follows a numbered
heading parts them.
"""

from duibiao.language.late import late

_ENDS = tuple("。；;！!？?")
_NUMBER = (
    r"[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳]"
    r"|第[一二三四五六七八九十百\d]{1,4}[章节条款]"
)
_BEGINS = late(rf"　|[ \t]{{2,}}|\s*(?:{_NUMBER})")
_HEADING = late(rf"(?:{_NUMBER})[^，,、]{{1,30}}")


def split_lines(label: str, text: str) -> list[str]:
    """The paragraphs of `text`, the automatic number before the first; none where there is no text."""
    paragraphs: list[str] = []
    for line in text.split("\n"):
        if not line.strip():
            continue
        if not paragraphs:
            paragraphs.append(label + line.strip())
        elif _is_parted(paragraphs[-1], line):
            paragraphs.append(line.strip())
        else:
            paragraphs[-1] += "\n" + line.strip()
    return paragraphs


def _is_parted(before: str, line: str) -> bool:
    return before.endswith(_ENDS) or bool(_BEGINS.match(line)) or bool(_HEADING.fullmatch(before))
