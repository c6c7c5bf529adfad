"""Cuts a paragraph into sentences: 。 ； ! ？ end one, but not inside 《》, “” or brackets."""

from duibiao.model.span import Plain

_ENDS = frozenset("。;!?")
_OPEN = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "「": "」", "『": "』", "(": ")", "〔": "〕"}
_CLOSE = frozenset(_OPEN.values())
_TYPED = '"'


def sentences(text: str, plain: Plain, start: int = 0) -> list[tuple[int, int]]:
    """The ranges of the sentences of `plain.text[start:]`, without gaps between them."""
    closing = _enclosures(text, plain, start)
    ranges: list[tuple[int, int]] = []
    begin = at = start
    size = len(plain)
    while at < size:
        if at in closing:
            at = closing[at]
            if plain.text[at - 1] in _ENDS and _finished(plain.text, at + 1):
                ranges.append((begin, at + 1))
                begin = at + 1
        elif plain.text[at] in _ENDS:
            while at + 1 < size and plain.text[at + 1] in _ENDS:
                at += 1
            ranges.append((begin, at + 1))
            begin = at + 1
        at += 1
    if begin < size:
        ranges.append((begin, size))
    return ranges


def _finished(line: str, at: int) -> bool:
    """Whether the sentence ends with the quotation “…。” that closed before `at`, and does not run on."""
    return at < len(line) and line[at] not in _ENDS and line[at] not in ",、:的等和与及或"


def _enclosures(text: str, plain: Plain, start: int) -> dict[int, int]:
    """Opening sign -> its closing sign; signs without a partner enclose nothing.

    Quotation marks are told apart in the author's text, since comparable text has one sign for both. A typewriter's
    " opens where none is open.
    """
    pairs: dict[int, int] = {}
    stack: list[tuple[str, int]] = []
    for at in range(start, len(plain)):
        own = text[plain.places[at]]
        sign = own if own in _OPEN or own in _CLOSE or own == _TYPED else plain.text[at]
        if sign in _OPEN or (sign == _TYPED and all(closer != _TYPED for closer, _ in stack)):
            stack.append((_OPEN.get(sign, _TYPED), at))
        elif sign in _CLOSE or sign == _TYPED:
            depth = next((i for i in range(len(stack) - 1, max(len(stack) - 9, -1), -1) if stack[i][0] == sign), None)
            if depth is not None:
                pairs[stack[depth][1]] = at
                del stack[depth:]
    return pairs
