"""What stands above the article's element and still belongs to the document: its title, and a number not repeated."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from duibiao.documents.html.pieces import Piece, tidy
from duibiao.language.normalise import plain_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_META = ("articletitle", "article_title", "og:title", "title", "dc.title")
_SITE = re.compile(r"\s*(?:[_|｜]|\s[-–—]+\s|--|>>|<)\s*")
_LABEL = re.compile(
    r"[\[【\s]*(发文字号|发布文号|公文编号|文\s*号|成文日期|成文时间|印发日期|发文日期)[\]】\s]*[:：]?\s*(\S.{3,60})"
)
_SERIES = re.compile(r"^[【\[].{2,20}[】\]]")  # 【稳经济一揽子政策】关于印发…的通知
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|[一二〇零○]{2,4}.{0,2}年.{1,3}月.{1,3}日")
_DOCUMENT = re.compile(r"(?:方案|意见|通知|措施|办法|规定|条例|规划|计划|纲要|建议|细则|指引|决定|公告|通告|批复|函)(?:\W.{0,20})?$")
_SHORTEST_TITLE = 6
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
    return max(_SITE.split(said), key=len, default="") or None


def heads(before: Sequence[Piece], kept: Sequence[Piece], title: str | None) -> list[Piece]:
    """The title, number and date from above the article, where the article does not say them itself."""
    whole = plain_text("\n".join(piece.text for piece in kept))
    found: list[Piece] = []
    above = _title(before, plain_text(title or ""))
    if above is not None and not _says(kept[:_TOP], plain_text(_SERIES.sub("", above.text))):
        found.append(above)
    dated = any(_DATE.fullmatch(plain_text(piece.text)) for piece in kept)
    for piece in before:
        label = _LABEL.fullmatch(piece.text)
        if label is None or piece.is_link or plain_text(label[2]) in whole or (dated and "号" not in label[1]):
            continue
        found.append(piece)
    return found


def _says(pieces: Sequence[Piece], title: str) -> bool:
    """Whether a line is the title, or lines that follow each other are; a sentence that names it does not count."""
    said = [plain_text(piece.text) for piece in pieces]
    return any(
        title in joined and len(joined) <= len(title) * 2
        for start in range(len(said))
        for stop in range(start + 1, min(start + 5, len(said) + 1))
        if (joined := "".join(said[start:stop]))
    )


def _title(before: Sequence[Piece], declared: str) -> Piece | None:
    """The last piece above the article that says what the page is called, or its last heading that names a document."""
    named = headed = None
    for piece in before:
        said = plain_text(piece.text)
        if len(said) < _SHORTEST_TITLE or piece.is_link:
            continue
        if declared and (said in declared or declared in said) and len(said) * 2 >= len(declared):
            named = piece
        if piece.heading in (1, 2) and _DOCUMENT.search(said):
            headed = piece
    return named or headed
