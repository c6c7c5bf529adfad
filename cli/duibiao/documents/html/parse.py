"""From bytes to a tree, whatever the page says or does not say about its encoding."""

import re
from typing import TYPE_CHECKING

from duibiao.documents.encoding import decode_declared

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEAD = 4096
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)|<\?xml[^>]+encoding=[\"']([A-Za-z0-9_\-]+)")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")


def parse(data: bytes) -> "_Element | None":
    """The page as a tree without comments, or None where there is no element in it.

    Word's conditional comments go with the comments; what it shows in 「<![if !supportLists]>一、<![endif]>」 stays.
    """
    from lxml import etree  # noqa: PLC0415  heavy, and only web pages need it

    text = _DECLARATION.sub("", decode_declared(data, _declared(data))).replace("\x00", "")
    # huge_tree: pages with a hundred thousand nested elements exist, made by editors that never close a tag.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(text.encode("utf-8", "replace"), parser)


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii") if found else None
