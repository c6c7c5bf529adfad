"""Damage to the elements of a part, after which it is still well-formed: only so does a reader come to its end."""

import random
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

VALUES = (
    "", "0", "-1", "1", "9", "255", "4294967296", "9" * 25, "1.5", "NaN", "²", "２", "%1%2%9%10", "true", "begin",
    "end", "separate", "restart", "continue", " TOC \\o ", "SEQ x", "chineseCounting", "一、", "（一）", "2025年",
    "100%", "（市民政局负责）", "附件1", "A" * 300,
)  # fmt: skip
_LARGE = 5_000
Element = etree._Element  # the name that lxml has for it


def rebuilt(data: bytes, chance: random.Random) -> bytes:
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return data
    for _ in range(chance.choice((1, 2, 5, 20))):
        below = list(root.iterdescendants("*"))
        if not below or len(below) > _LARGE:
            break
        chance.choice(WAYS)(chance.choice(below), chance.choice(below), chance)
    return bytes(etree.tostring(root))


def _gone(element: Element, _: Element, __: random.Random) -> None:
    _above(element).remove(element)


def _nested(element: Element, other: Element, _: random.Random) -> None:
    if other is not element and other not in element.iterdescendants():
        other.append(deepcopy(element))


def _repeated(element: Element, __: Element, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 30, 400))):
        _above(element).append(deepcopy(element))


def _attributes(element: Element, _: Element, chance: random.Random) -> None:
    for name in element.attrib:
        element.set(name, chance.choice(VALUES))


def _text(element: Element, _: Element, chance: random.Random) -> None:
    element.text = chance.choice(VALUES) * chance.choice((1, 1, 500))


def _renamed(element: Element, other: Element, _: random.Random) -> None:
    element.tag = other.tag


def _above(element: Element) -> Element:
    above = element.getparent()
    assert above is not None
    return above


WAYS: tuple[Callable[[Element, Element, random.Random], None], ...] = (
    _gone, _nested, _repeated, _attributes, _text, _renamed,
)  # fmt: skip
