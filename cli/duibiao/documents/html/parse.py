"""From bytes to a tree, whatever the page says or does not say about its encoding."""

import re
from typing import TYPE_CHECKING

from duibiao.documents.encoding import decode_declared
from duibiao.language.late import late

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEAD = 4096
_CHARSET = late(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)|<\?xml[^>]+encoding=[\"']([A-Za-z0-9_\-]+)", re.IGNORECASE
)
_DECLARATION = late(r"<\?xml[^<>]*\?>")
_UNSEEN = late(r"<!--.*?(?:-->|\Z)|<(script|style|noscript)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = late(r"</?([a-zA-Z][\w:\-]*)[^<>]*>")
_KEPT_FLAT = frozenset({
    "p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "title", "meta", "html", "head", "body",
})  # fmt: skip
_LINES_FLAT = frozenset({
    "div", "section", "article", "table", "tr", "li", "ul", "ol", "dl", "dt", "dd", "center", "blockquote",
    "td", "th", "main",
})  # fmt: skip


def parse(data: bytes) -> "_Element | None":
    """The page as a tree without comments, or None where there is no element in it.

    Word's conditional comments go with the comments; what it shows in 「<![if !supportLists]>一、<![endif]>」 stays.
    """
    text = _DECLARATION.sub("", decode_declared(data, _declared(data))).replace("\x00", "")
    root, complete = _tree(text)
    return root if complete else _tree(_flat(text))[0]


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii") if found else None


def _tree(text: str) -> "tuple[_Element | None, bool]":
    """The tree, and whether all of the page is in it."""
    from lxml import etree  # noqa: PLC0415  heavy, and only web pages need it

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    return root, not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def _flat(text: str) -> str:
    """The page without nesting: the parser stops 2,048 elements deep, and says nothing of the text it left out.

    Editors that never close a tag make such pages. Their containers mean nothing, so that lines are all that is lost.
    """

    def replaced(tag: re.Match[str]) -> str:
        name = tag[1].lower()
        if name in _KEPT_FLAT:
            return tag[0]
        return "<br>" if name in _LINES_FLAT else ""

    return _TAG.sub(replaced, _UNSEEN.sub("", text))
