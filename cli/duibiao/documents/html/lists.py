"""The numbers that a browser prints before the items of a list and that stand nowhere in the page's text.

Only lists that say how they are numbered get them: portals turn plain <ol> into menus and boxes without numbers.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from duibiao.language.late import late

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLE = late(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_EDITOR = late(r"\bcustom_((?:num|cn)[12]?)\b")
_DIGITS = "零一二三四五六七八九"
_MARKED = late(r"[（(]?[\d一二三四五六七八九十]{1,3}[、.．)）]|第.{1,3}[章条节]|[①-⑳]")


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (_DIGITS[ones] if ones else "")


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": lambda number: f"{number}.",
    "cjk-ideographic": lambda number: f"{_chinese(number)}、",
    "simp-chinese-informal": lambda number: f"{_chinese(number)}、",
    "trad-chinese-informal": lambda number: f"{_chinese(number)}、",
    # what UEditor, the editor of most portals, calls its own kinds
    "num": lambda number: f"{number}.",
    "num1": lambda number: f"{number}）",
    "num2": lambda number: f"（{number}）",
    "cn": lambda number: f"{_chinese(number)}、",
    "cn1": lambda number: f"{_chinese(number)}）",
    "cn2": lambda number: f"（{_chinese(number)}）",
}


def marker(item: "_Element") -> str:
    """The number of a list item, or nothing where it has none or none is known."""
    parent = item.getparent()
    if item.tag != "li" or parent is None or parent.tag != "ol":
        return ""
    form = _form(parent)
    if form is None or _MARKED.match("".join(map(str, item.itertext())).strip()[:8]):
        return ""
    number = _whole(item.get("value"))
    if number is None:
        number = (_whole(parent.get("start")) or 1) + sum(1 for before in item.itersiblings("li", preceding=True))
    return form(number) if 0 < number < 100 else ""


def _form(parent: "_Element") -> Callable[[int], str] | None:
    editor = _EDITOR.search(parent.get("class") or "")
    style = _STYLE.search(parent.get("style") or "")
    if editor is not None:
        return _FORMS[editor[1]]
    if style is not None:
        return _FORMS.get(style[1].lower())
    says_so = parent.get("type") == "1" or (parent.get("start") is not None and parent.get("type") is None)
    return _FORMS["decimal"] if says_so else None


def _whole(value: str | None) -> int | None:
    return int(value) if value is not None and value.isascii() and value.isdigit() else None
