"""Cuts a paragraph into sentences: 。 ； ! ？ end one, but not inside 《》, “” or brackets."""

from itertools import pairwise

from duibiao.language.late import late
from duibiao.model.span import Plain

_ENDS = frozenset("。;!?")
_END = late(r"[。;!?]+")
_OPEN = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "「": "」", "『": "』", "(": ")", "〔": "〕"}
_CLOSE = frozenset(_OPEN.values())
_TYPED = '"'
# All of them as they are written in comparable text.
_SIGNS = late(r"[\"'《》()〔〕]")
_DEEPEST = 8


def sentences(text: str, plain: Plain, start: int = 0) -> list[tuple[int, int]]:
    """The ranges of the sentences of `plain.text[start:]`, without gaps between them."""
    line = plain.text
    cuts: list[int] = []
    at = start
    for opened, closed in [*_enclosures(text, plain, start), (len(line), len(line))]:
        if opened < at:
            continue  # inside the one before
        cuts.extend(found.end() for found in _END.finditer(line, at, opened))
        at = closed + 1
        if opened < len(line) and _ended(line, closed):
            cuts.append(at)
    edges = [start, *cuts]
    if edges[-1] < len(line):
        edges.append(len(line))
    return list(pairwise(edges))


def _ended(line: str, closed: int) -> bool:
    """Whether the sentence ends with the quotation “…。” that closes here, and does not run on."""
    if line[closed - 1] not in _ENDS or closed + 1 >= len(line):
        return False
    return line[closed + 1] not in _ENDS and line[closed + 1] not in ",、:的等和与及或"


def _enclosures(text: str, plain: Plain, start: int) -> list[tuple[int, int]]:
    """Opening and closing places, by the opening; signs without a partner enclose nothing.

    Quotation marks are told apart in the author's text, since comparable text has one sign for both. A typewriter's
    " opens where none is open.
    """
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for found in _SIGNS.finditer(plain.text, start):
        at = found.start()
        own = text[plain.places[at]]
        sign = own if own in _OPEN or own in _CLOSE or own == _TYPED else found[0]
        if sign in _OPEN or (sign == _TYPED and all(closer != _TYPED for closer, _ in stack)):
            stack.append((_OPEN.get(sign, _TYPED), at))
        elif sign in _CLOSE or sign == _TYPED:
            for depth in range(len(stack) - 1, max(len(stack) - 1 - _DEEPEST, -1), -1):
                if stack[depth][0] == sign:
                    pairs.append((stack[depth][1], at))
                    del stack[depth:]
                    break
    return sorted(pairs)
