"""What the document says about itself: its name, number, date of issue, region and level."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from duibiao.documents.outline import regions, shapes
from duibiao.documents.outline.frame import Frame
from duibiao.documents.outline.pieces import Piece
from duibiao.language.late import late
from duibiao.language.normalise import plain_text
from duibiao.language.numerals import parse
from duibiao.model.document import Level, Role

_NUMBER = late(r"([^\s。;,:《》()〔〕\d]{1,20})[(〔]([12]\d{3})[)〕]第?(\d{1,5})号")
_ORDER = late(r"([一-鿿]{2,14}?(?:政府|部|局|委员会|总署))(?:第(\d{1,5})号令|令第?(\d{1,5})号)")
_DATE = late(
    r"([12]\d{3}|[二一][〇零一二三四五六七八九]{3})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
_PLAIN_DATE = late(r"([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})")
_WRITTEN = late(r"成文日期|签发时间|颁发时间|公文生成日期|印发日期|发文日期")
_PUBLISHED = late(r"发布(?:日期|时间)|时间:|日期:|公布")
# (2023-2025年) and (试行) belong to the name; (征求意见稿) and (…年…月…日通过) do not.
_PART_OF_NAME = late(r".(?:20\d\d年?(?:[-~至]20\d\d年?)?|试行|暂行|(?:20\d\d年?)?(?:修订|修正)版?).")
_HEAD = 40
_LONGEST_ORGAN = 60


class About(Struct, frozen=True, kw_only=True):
    title: str | None
    number: str | None
    issued: str | None
    region: str | None
    level: Level | None

    @property
    def year(self) -> int | None:
        return int(self.issued[:4]) if self.issued else None


def read(text: str, pieces: Sequence[Piece], around: Frame, hint: str | None) -> About:
    salutation = next((piece.text for piece in pieces[:_HEAD] if shapes.is_salutation(piece.text)), "")
    whole = "\n".join(piece.text for piece in pieces)
    number = _number(pieces, around)
    region, national = _region(_names(pieces, around, hint), whole, number, salutation)
    return About(
        title=_title(text, pieces, around, hint),
        number=number,
        issued=_issued(pieces, around),
        region=region,
        level=Level.NATIONAL if national else regions.level(region, salutation, whole),
    )


def _region(names: Sequence[str], whole: str, number: str | None, salutation: str) -> tuple[str | None, bool]:
    """The region, and whether the document is the nation's: the first name that tells decides."""
    for name in names:
        if regions.is_national(name):
            return None, True
        if found := regions.chain(name, whole):
            return found, False
    if number and (found := regions.numbered(number)):
        return found, False
    if regions.level(None, salutation, whole) is Level.PROVINCE:
        return regions.mentioned(whole), False
    return regions.frequent(whole), False


def _title(text: str, pieces: Sequence[Piece], around: Frame, hint: str | None) -> str | None:
    """The plan's own name in the author's characters; lines (征求意见稿) below it are no part of it."""
    if not around.names:
        return re.split(r"[_|]", hint)[0].strip() or None if hint else None
    lines = [pieces[at] for at in around.names]
    while len(lines) > 1 and shapes.is_subtitle(lines[-1].text) and not _PART_OF_NAME.fullmatch(lines[-1].text):
        lines.pop()
    name = "".join(re.sub(r"\s+", "", text[piece.plain.places[0] : piece.plain.places[-1] + 1]) for piece in lines)
    return name[1:-1] if name.startswith("《") and name.endswith("》") else name


def _number(pieces: Sequence[Piece], around: Frame) -> str | None:
    """The document's own number stands on a line by itself or behind its label; cited ones stand inside sentences."""
    stop = max(around.names.stop + 8, min(around.first, _HEAD))
    for piece in pieces[:stop]:
        for line in re.split(r"\t", piece.text):
            labelled = re.sub(r"^.{0,12}(?:文号|字号|文 ?号):?", "", line)
            if len(line) < 60 and (labelled != line or shapes.is_number(line)) and (found := _NUMBER.search(labelled)):
                return f"{found[1]}〔{found[2]}〕{found[3]}号"
            if len(line) < 80 and (found := _ORDER.search(_DATE.sub("", line))) and not line.endswith("。"):
                return f"{found[1]}令第{found[2] or found[3]}号"
    return None


def _issued(pieces: Sequence[Piece], around: Frame) -> str | None:
    """The date under the letter or the text, else the date of writing, else that of publication."""
    signed = [_iso(p.text) for p, role in zip(pieces, around.roles, strict=True) if role is Role.SIGNATURE]
    lettered = [_iso(pieces[at].text) for at in range(around.names.start) if _is_signing(pieces[at].text)]
    below = [
        _iso(pieces[at].text)
        for at in range(around.names.start, min(around.first, around.names.stop + 8, len(pieces)))
        if len(pieces[at].text) < 100 and (pieces[at].text.startswith("(") or _DATE.match(pieces[at].text))
    ]
    labelled = _labelled(pieces, _WRITTEN)
    published = _labelled(pieces, _PUBLISHED)
    for dates in (lettered, signed, labelled, below, published):
        for date in dates:
            if date:
                return date
    return None


def _is_signing(line: str) -> bool:
    return shapes.is_date(line) or shapes.is_signed(line)


def _labelled(pieces: Sequence[Piece], label: re.Pattern[str]) -> Iterator[str | None]:
    for at, piece in enumerate(pieces[:_HEAD]):
        if len(piece.text) < 120 and (found := label.search(piece.text)):
            following = pieces[at + 1].text if at + 1 < len(pieces) else ""
            yield _iso(piece.text[found.end() :]) or (_iso(following) if len(following) < 30 else None)


def _iso(line: str) -> str | None:
    found = _DATE.search(line) or _PLAIN_DATE.search(line)
    if found is None:
        return None
    year, month, day = (int(part) if part.isdigit() else int(parse(part) or 0) for part in found.groups())
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _names(pieces: Sequence[Piece], around: Frame, hint: str | None) -> list[str]:
    """Where a region may stand, the surest first: the name, the letter's name, who signs, the page's title."""
    lines = ["".join(pieces[at].text for at in names) for names in (around.names, around.letter)]
    signed = [
        piece.text
        for piece, role in zip(pieces, around.roles, strict=True)
        if role in (Role.SIGNATURE, Role.COVER) and len(piece.text) < _LONGEST_ORGAN and shapes.is_organ(piece.text)
    ]
    page = plain_text(hint) if hint else ""
    return [name for name in (*lines, *signed, page, re.split(r"[_|]", page)[-1]) if name]
