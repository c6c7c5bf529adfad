"""What a ruling holds on to: the words that were ruled on, without what may change and mean the same."""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256

from duibiao.model.baseline import Requirement

# (一)1. 二、 一是 第三条 2.1.3 ① and the number column of a table row; 1.2023年 is an item, 2.5万张 is none
_NUMERAL = "[〇零一二三四五六七八九十百]"
_NUMBERING = re.compile(
    rf"(?:\s*(?:[①-⒛㈠-㈩]|第(?:{_NUMERAL}+|\d+)[章节条款项]|[(（〔](?:{_NUMERAL}+|\d{{1,3}})[)）〕]"
    rf"|{_NUMERAL}{{1,3}}[、.．是]|\d{{1,3}}(?:[、)）]|[.．](?!\d)|[.．](?=\d{{4}}年)|\t)|\d+(?:[.．]\d+){{2,}}[.．、\s]))+"
)
_MARKS = re.compile(r"[\s,。;、:()〔〕【】\"'“”‘’]+")
# what an author of the baseline can set beside the text; what is read from the text changes with the tool
_SET = ("strength", "targets", "deadline")


def passage_of(evidence: Iterable[str], requirement: Requirement) -> str:
    """The hash by which a ruling knows whether the evidence or the requirement has changed since."""
    asked = [bare(requirement.text), *(repr(getattr(requirement, name)) for name in _SET if name in requirement.given)]
    return hash_of("\n".join([*map(bare, evidence), "", *asked]))


def bare(text: str) -> str:
    """Text without white space, width, numbering and marks."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text[_numbered(text) :]))


def hash_of(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _numbered(text: str) -> int:
    found = _NUMBERING.match(text)
    return found.end() if found else 0
