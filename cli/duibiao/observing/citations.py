"""The documents that a plan names: by number in any bracket and spacing, by title with or without its marks.

    国办发〔2019〕5号, 国办发 [2019] 5 号, 国办发（2019）第5号, 国办发2019年5号 -> 国办发 2019 5
    《国务院办公厅关于推进养老服务发展的意见》, 《关于推进养老服务发展的意见》     -> 推进养老服务发展的意见

The number decides where both sides have one and it is the same; where it differs the title still may: one document
goes by the number of the office that passed it on.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from rapidfuzz.fuzz import ratio

from duibiao.language import numerals
from duibiao.language.late import late
from duibiao.language.normalise import plain_text
from duibiao.model.document import Clause, Document
from duibiao.model.span import Span

_NUMBER = late(
    r"(?P<who>[一-鿿]{1,16}?)"
    r"(?:[〔(《<{](?P<in>(?:19|20)\d\d)年?[〕)》>}]|(?<=[发函办规字文令])(?P<bare>(?:19|20)\d\d)年?-?)"
    r"第?(?P<count>\d{1,5}|[一二三四五六七八九十百]{1,5})号"
)
_ORDER = late(r"(?P<who>[一-鿿]{2,14})(?:令第?(?P<a>\d{1,4})号|第(?P<b>\d{1,4})号令)")
_TITLE = late(r"《(?P<title>[^《》\n]{4,120}(?:《[^《》\n]{2,80}》[^《》\n]{0,40})?)》")
_LEAD = late(r".*(?:根据|依据|按照|遵照|贯彻|落实|执行|以及|参照|对照|引用)")
_BEHIND = late(r"[(的]*")
_WRAPPED = late(r".*?(?:印发|转发|发布|公布|批转|下发)(?P<inner>.{4,})的通知$")
_ABOUT = late(r"^.{0,40}?关于(?=.{5})")
_ISSUER = late(r"^.{0,30}?(?:人民政府|国务院|省委|市委|县委|区委)(?:办公厅|办公室)?(?=.{5})")
_STAGE = late(r"\((?:征求意见稿|送审稿|草案|试行|暂行|修订|修正|20\d\d年?(?:修订|修正|版)?|教学示例[^()]*)[^()]*\)")
_MARKS = late(r"[^一-鿿a-z0-9]")
_ALIKE = 92.0  # one character in twelve: a slip of the pen, 实施意见 for 意见
_ONE_ISSUER = 70.0
_SHORTEST = 6


class Number(Struct, frozen=True):
    """`who` is all that stands before the year, which in running text may begin too early (根据国办发)."""

    who: str
    year: int
    count: int

    def is_(self, other: "Number") -> bool:
        same = (self.year, self.count) == (other.year, other.count)
        return same and (self.who.endswith(other.who) or other.who.endswith(self.who))


class Cited(Struct, frozen=True, kw_only=True):
    """A document that the plan names: `title` is the core of its name, `whole` the name in bare words with its issuer.

    Both are empty where only the number stands there; a title with its number behind it has all three.
    """

    span: Span
    clause: Clause
    number: Number | None = None
    title: str = ""
    whole: str = ""


class Named(Struct, frozen=True, kw_only=True):
    """A document that is looked for."""

    number: Number | None
    title: str = ""
    whole: str = ""


def citations(document: Document) -> tuple[Cited, ...]:
    return tuple(cited for clause in document.clauses for cited in _of_clause(clause))


def _of_clause(clause: Clause) -> Iterator[Cited]:
    text = clause.plain.text
    if "号" not in text and "《" not in text:
        return  # the expressions below try every character as the beginning of a name
    numbers = {found.start(): found for found in _NUMBER.finditer(text)}
    for found in _TITLE.finditer(text):
        behind = _BEHIND.match(text, found.end())
        joined = numbers.pop(behind.end(), None) if behind else None
        end = joined.end() if joined else found.end()
        yield Cited(
            span=clause.plain.origin(found.start(), end),
            clause=clause,
            number=_number(joined) if joined else None,
            title=core(found["title"]),
            whole=_bare(found["title"]),
        )
    for found in numbers.values():
        if number := _number(found):
            lead = _LEAD.match(found["who"])
            start = found.start() + (lead.end() if lead else 0)
            yield Cited(span=clause.plain.origin(start, found.end()), clause=clause, number=number)
    for found in _ORDER.finditer(text) if "令" in text else ():
        number = Number(found["who"], 0, int(found["a"] or found["b"]))
        yield Cited(span=clause.plain.origin(*found.span()), clause=clause, number=number)


def named(text: str, number: str | None = None) -> Named:
    """A document as a baseline lists it: by its title, by its number, or by both."""
    plain = plain_text(text)
    if _is_number(plain):
        return Named(number=number_of(plain))
    title = plain.strip("《》")
    return Named(number=number_of(number or plain), title=core(title), whole=_bare(title))


def number_of(text: str) -> Number | None:
    plain = plain_text(text)
    if found := _NUMBER.search(plain):
        return _number(found)
    order = _ORDER.search(plain)
    return Number(order["who"], 0, int(order["a"] or order["b"])) if order else None


def cites(found: Sequence[Cited], wanted: Named, own: Named) -> Cited | None:
    """The place where a plan names a document; `own` is the plan's own name, which is no citation.

    A county often takes the very title of the province's document. There the issuer must stand before it.
    """
    namesake = bool(wanted.title) and _same_title(own.title, wanted.title)
    for cited in found:
        if cited.number and wanted.number:
            if cited.number.is_(wanted.number):
                return cited
            if cited.number.year != wanted.number.year or cited.number.count != wanted.number.count:
                continue
        if not cited.title or not wanted.title or not _same_title(cited.title, wanted.title):
            continue
        if _other_issuer(cited.whole, wanted.whole):
            continue
        if not namesake or (cited.whole != own.whole and ratio(cited.whole, wanted.whole) >= _ALIKE):
            return cited
    return None


def stands_in(wanted: Named, text: str) -> bool:
    """Whether the title stands in running text without its marks; a short one is too likely a phrase."""
    return len(wanted.title) >= 2 * _SHORTEST and wanted.title in text


def core(title: str) -> str:
    """The name of a document without who issued it, in which stage, and the notice that it came with."""
    bare = _STAGE.sub("", title)
    wrapped = _WRAPPED.fullmatch(bare)
    if wrapped:
        bare = wrapped["inner"].strip("《》")
    about = _ABOUT.sub("", bare)
    stripped = _MARKS.sub("", about if about != bare else _ISSUER.sub("", bare))
    return stripped if len(stripped) >= _SHORTEST else _MARKS.sub("", bare)


def _same_title(a: str, b: str) -> bool:
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) >= _SHORTEST and long.endswith(short):
        return len(short) * 2 >= len(long)
    return a[:2] == b[:2] and _digits(a) == _digits(b) and len(short) >= _SHORTEST and ratio(a, b) >= _ALIKE


def _bare(title: str) -> str:
    return _MARKS.sub("", _STAGE.sub("", title))


def _other_issuer(a: str, b: str) -> bool:
    """国务院 and 北京市人民政府 issue two documents of one title; 省政府办公厅 is 某省人民政府办公厅."""
    first, second = (whole.partition("关于")[0] if "关于" in whole[:40] else "" for whole in (a, b))
    return bool(first and second) and ratio(first, second) < _ONE_ISSUER


def _digits(text: str) -> str:
    """20212025 and 20232025 are two plans, however alike the rest."""
    return "".join(re.findall(r"\d|[一二三四五六七八九十]五", text))


def _number(found: re.Match[str]) -> Number | None:
    count = found["count"]
    value = int(count) if count.isdigit() else numerals.parse(count)
    return Number(found["who"], int(found["in"] or found["bare"]), int(value)) if value else None


def _is_number(plain: str) -> bool:
    return _NUMBER.fullmatch(plain) is not None or _ORDER.fullmatch(plain) is not None
