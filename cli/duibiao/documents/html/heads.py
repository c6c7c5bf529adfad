"""What stands above the article and still belongs to the document: its title, and a number or date not repeated."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from duibiao.documents.furniture import is_label
from duibiao.documents.html.pieces import Piece, tidy
from duibiao.language.late import late
from duibiao.language.normalise import plain_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_META = ("articletitle", "article_title", "og:title", "title", "dc.title")
_SITE = late(r"[_|｜]|(?<=\s)[-–—]+(?=\s)|--|>>|<")
_SERIES = late(r"^[【\[].{2,20}[】\]]|[《》]")  # 【稳经济一揽子政策】关于印发…的通知
_NUMBER = late(r"[\u4e00-\u9fff]{2,14}[〔\[（(【]\s*\d{4}\s*[〕\]）)】]\s*第?\s*\d{1,4}\s*号")
_FILE = late(rf"{_NUMBER.pattern}\.(?:pdf|ofd|docx?)", re.IGNORECASE)  # the download is named by its number
_ISSUED = late(r"(?:成文|生成|印发|发文|签发)(?:日期|时间)\D{0,4}(?:\d{4}\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2})")
# The day a page was put up is better than none, where neither the document nor the box above it has a date.
_PUBLISHED = late(r"(?:发布|发文|公开)(?:日期|时间)\s*[:：]?\s*\d{4}\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2}日?")
_DATE = late(r"\d{4}年\d{1,2}月\d{1,2}日|[一二〇零○]{2,4}.{0,2}年.{1,3}月.{1,3}日")
_DOCUMENT = late(
    r"(?:方案|意见|通知|措施|办法|规定|条例|规划|计划|纲要|建议|细则|指引|决定|公告|通告|批复|函)(?:\W.{0,20})?$"
)
_NOTE = late(
    r"[（(〔].{4,200}(?:通过|批准|修订|修正|公布|发布|印发|施行)[^（）()]{0,20}[）)〕]"
)  # the line below a title
_PAUSE = late(r"[，。；：,;:]")
_SHORTEST_TITLE = 6
_NEAR = 12
_TOP = 15


def declared_title(root: "_Element") -> str | None:
    """What the page itself calls its article, without the name of the site."""
    for wanted in _META:
        for meta in root.iter("meta"):
            name = (meta.get("name") or meta.get("property") or "").lower()
            if name == wanted and (title := tidy(meta.get("content") or "")):
                return title
    element = next(root.iter("title"), None)
    said = tidy("".join(map(str, element.itertext()))) if element is not None else ""
    return max(map(str.strip, _SITE.split(said)), key=len, default="") or None


def heads(before: Sequence[Piece], kept: Sequence[Piece], title: str | None) -> list[Piece]:
    """The title, number and date from above the article, where the article does not say them itself."""
    found: list[Piece] = []
    above = _title(before, plain_text(title or ""))
    if above is not None and not _says(kept[:_TOP], plain_text(_SERIES.sub("", above.text))):
        found.append(above)
    found += [piece for piece in before[-_NEAR:] if above and piece.order > above.order and _NOTE.fullmatch(piece.text)]
    return [*found, *_labels(before, kept)]


def _labels(before: Sequence[Piece], kept: Sequence[Piece]) -> Iterator[Piece]:
    whole = plain_text("\n".join(piece.text for piece in kept))
    dated = any(_DATE.fullmatch(plain_text(piece.text)) for piece in kept)
    numbered = False
    for piece in before:
        if not is_label(piece.text, piece.cells) and not _FILE.fullmatch(piece.text):
            continue
        number = _NUMBER.search(piece.text)
        if number is not None and not numbered and plain_text(number[0]) not in whole:
            numbered = True
            yield piece if piece.cells else replace(piece, text=number[0], heading=None)
        elif not dated and _ISSUED.search(piece.text):
            dated = True
            yield piece
    published = None if dated else next(filter(None, (_PUBLISHED.search(piece.text) for piece in before)), None)
    if published is not None:
        yield replace(before[0], text=published[0], cells=(), table=None, heading=None)


def _says(pieces: Sequence[Piece], title: str) -> bool:
    """Whether a line is the title, or lines that follow each other are; a sentence that names it does not count."""
    said = [plain_text(_SERIES.sub("", piece.text)) for piece in pieces]
    title = title.replace("《", "").replace("》", "")
    return any(
        title in joined and len(joined) <= len(title) * 2
        for start in range(len(said))
        for stop in range(start + 1, min(start + 5, len(said) + 1))
        if (joined := "".join(said[start:stop]))
    )


def _title(before: Sequence[Piece], declared: str) -> Piece | None:
    """The last piece above the article that says what the page is called, or else that is headed like a document."""
    named = headed = None
    for at, piece in enumerate(before, -len(before)):
        said = plain_text(piece.text)
        if len(said) < _SHORTEST_TITLE or piece.is_link or piece.cells:
            continue
        if declared and (said in declared or declared in said) and len(said) * 2 >= len(declared):
            named = piece
        if _DOCUMENT.search(said) and (piece.heading in (1, 2) or (at >= -_NEAR and not _PAUSE.search(said))):
            headed = piece
    return named or headed
