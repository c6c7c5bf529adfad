"""HTML that cannot be broken by a plan: text and attributes are escaped where an element is made, and nowhere else.

A template language was refused: with autoescaping one `|safe` too many is enough, here text that is not `Html` cannot
get in unescaped.
"""

from collections.abc import Iterable
from html import escape

from msgspec import Struct

from duibiao.reports.text import printable

VOID = frozenset(("br", "input", "meta"))
# Each ends its line, so that two reports can be compared line by line; between such elements white space shows nothing.
BLOCKS = frozenset(
    (
        *("main", "section", "article", "header", "footer", "nav", "div", "dialog", "details", "summary"),
        *("h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dd", "table", "thead", "tbody", "tr", "svg"),
        *("fieldset", "legend", "label", "select", "optgroup", "option"),
    )
)


class Html(Struct, frozen=True):
    """A piece of the page. Only this module and the page's own skeleton make one out of a string."""

    text: str


Child = Html | str
Attribute = str | int | bool | None
NOTHING = Html("")


def el(tag: str, /, *children: Child | Iterable[Child], **attributes: Attribute) -> Html:
    """An element. `class_` and `data_kind` stand for class and data-kind; None and False leave an attribute out."""
    opening = tag + "".join(_attribute(key, value) for key, value in attributes.items())
    if tag in VOID:
        return Html(f"<{opening}>")
    end = "\n" if tag in BLOCKS else ""
    return Html(f"<{opening}>{join(*children).text}</{tag}>{end}")


def join(*children: Child | Iterable[Child]) -> Html:
    """Pieces one after another."""
    return Html("".join(map(_text, children)))


def said(text: str) -> str:
    """Text on one line, without what could turn or hide it, not yet escaped."""
    return text if text.isprintable() else printable(text)


def _text(child: Child | Iterable[Child]) -> str:
    if isinstance(child, Html):
        return child.text
    if isinstance(child, str):
        return escape(said(child), quote=False)
    return "".join(map(_text, child))


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(said(str(value)))}"'
