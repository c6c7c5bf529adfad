"""Which elements of a page are text that a reader sees, and what part they play."""

import re
from typing import TYPE_CHECKING

from duibiao.language.late import late

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NEVER = frozenset({
    "script", "style", "noscript", "template", "head", "iframe", "frame", "select", "option", "button", "input",
    "textarea", "svg", "canvas", "object", "embed", "audio", "video", "map", "xml", "nav", "footer", "rp", "rt",
})  # fmt: skip
_HIDDEN = late(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)

# Names that portals give to what is not the article. A hint only: it never outweighs the text itself.
_AROUND = late(
    r"(?:^|[\s_\-])(?:share|bdshare|bdsharebuttonbox|qr-?code|ewm|erweima|scan|crumbs?|breadcrumbs?|position|location|"
    r"nav|navbar|menu|sidebar|aside|toolbar|tools|print|pagination|pager|related|recommend|relevant\w*|xgyd|xgwz|xgjd|"
    r"xgxx|footer|foot|copyright|comment|pinglun|login|search|header|top-?bar|advert|ads?|dialog|popup|float|"
    r"fontsize|zihao|jiucuo|prevnext|sxp)(?:$|[\s_\-\d])",
    re.IGNORECASE,
)
_ARTICLE = late(
    r"trs_?editor|trs_ueditor|ucap-?content|article-?(?:content|body|con|text)|content-?(?:text|main|body|article)|"
    r"news-?(?:content|text|body)|xxgk-?(?:content|con)|main-?text|view-?content|detail-?(?:content|con)|"
    r"(?:^|\s)(?:zoom|zw|wzcon|vsbcontent\w*|artibody|fontzoom|js_content|pages_content|content)(?:$|\s)",
    re.IGNORECASE,
)


def is_shown(element: "_Element", *, hidden: bool = False) -> bool:
    """Whether its text may be read; `hidden` also takes what the page's style hides."""
    if element.tag in _NEVER:
        return False
    return hidden or not (element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""))


def is_around(element: "_Element") -> bool:
    return _AROUND.search(_names(element)) is not None


def is_article(element: "_Element") -> bool:
    return _ARTICLE.search(_names(element)) is not None


def _names(element: "_Element") -> str:
    return f"{element.get('id') or ''} {element.get('class') or ''}"
