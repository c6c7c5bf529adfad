"""Splits a document that lost its line breaks: one huge paragraph, its numberings buried in it.

…提出如下实施意见。一、指导思想以习近平…二、基本原则(一)聚集重点,统筹兼顾。把…(二)政府引导… : a number that
continues its sequence and stands after the end of a sentence begins a paragraph; so does (一) after a short heading.
"""

import itertools
import re
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from duibiao.documents.outline.numbering import han
from duibiao.documents.outline.pieces import Piece
from duibiao.documents.outline.shapes import WORDS, either
from duibiao.language.late import late

_LEAST = 1200
_SHARE = 0.5
_BEFORE = frozenset("。;!?:)〕\"'")
_LONGEST_HEADING = 40
_NUMBER = late(r"[一-鿿]{1,8}〔[12]\d{3}〕\d{1,5}号")
_SALUTATION = late(rf"各[^。;!?《]{{2,120}}(?:{either(WORDS['addressees'])}):")
_SIGNATURE = late(
    rf"(?:[一-鿿、]{{2,40}}(?:{either(WORDS['organs'])}))?[12]\d{{3}}年\d{{1,2}}月\d{{1,2}}日(?:\([^()]{{2,20}}\))?$"
)


def split(pieces: Sequence[Piece]) -> list[Piece]:
    total = sum(len(piece.plain) for piece in pieces)
    done: list[Piece] = []
    for piece in pieces:
        if piece.cells or len(piece.plain) < _LEAST or len(piece.plain) < total * _SHARE:
            done.append(piece)
            continue
        cuts = sorted({0, *_front(piece.text), *_numbered(piece.text), *_back(piece.text), len(piece.plain)})
        done.extend(
            replace(piece, plain=piece.plain.cut(start, stop), run=True) for start, stop in itertools.pairwise(cuts)
        )
    return done


def _numbered(line: str) -> set[int]:
    """Where the numbers of the sequences stand: 一、… inside it (一)…, inside those 1.…"""
    outer = _sequence(line, 0, len(line), lambda value: f"{han(value)}、")
    cuts = set(outer)
    for start, stop in _between(outer, 0, len(line)):
        inner = _sequence(line, start, stop, lambda value: f"({han(value)})")
        cuts.update(inner)
        for begin, end in _between(inner, start, stop):
            cuts.update(_sequence(line, begin, end, lambda value: f"{value}."))
    return cuts


def _between(cuts: Sequence[int], start: int, stop: int) -> list[tuple[int, int]]:
    edges = [*cuts, stop] if cuts else [start, stop]
    return list(itertools.pairwise(edges))


def _sequence(line: str, start: int, stop: int, written: Callable[[int], str]) -> list[int]:
    found: list[int] = []
    at, value = start, 1
    while (at := line.find(written(value), at, stop)) >= 0:
        if _may_begin(line, at, start, first=value == 1):
            found.append(at)
            value += 1
        at += 1
    return found if len(found) > 1 else []


def _may_begin(line: str, at: int, start: int, *, first: bool) -> bool:
    if at == 0 or line[at - 1] in _BEFORE:
        return True
    # 二、基本原则(一)聚集重点: the first of a list may follow its heading at once.
    return first and 0 < at - start <= _LONGEST_HEADING and _BEFORE.isdisjoint(line[start + 1 : at])


def _front(line: str) -> set[int]:
    """Around the number and the salutation: …实施意见 | 渝府办发〔2021〕88号 | 各区县人民政府…: | 正文"""
    cuts: set[int] = set()
    number = _NUMBER.search(line, 0, 400)
    if number:
        start = number.start() + _kind_end(number[0])
        cuts.update((start, number.end()))
    if found := _SALUTATION.search(line, 0, 600):
        cuts.update((found.start(), found.end()))
    return cuts


def _kind_end(number: str) -> int:
    """How much of the match still belongs to the title: 意见渝府办发〔2021〕88号 -> 2."""
    found = re.match(rf"[一-鿿]*(?:{either(WORDS['kinds'])})", number)
    return found.end() if found else 0


def _back(line: str) -> set[int]:
    """Before the signature at the very end, its date, and the bracket behind it."""
    tail = max(line.rfind("。"), line.rfind(";")) + 1
    found = _SIGNATURE.search(line, tail)
    if not found or found.start() > tail:
        return set()
    date = re.search(r"[12]\d{3}年", line[tail:])
    note = line.find("(", tail)
    return {cut for cut in (tail, tail + date.start() if date else tail, note) if cut > 0}
