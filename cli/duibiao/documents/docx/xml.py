"""Names of WordprocessingML, and safe parsing of a part."""

from typing import Any

from duibiao.model.limits import DEFAULT

Element = Any  # lxml's stubs do not cover what we need, and importing it for a type would cost start-up time

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_PARSER_DEPTH = 256  # where libxml2 stops by itself; its stack and ours are safe up to there

# "Strict Open XML" of Word differs from the usual flavour in its names only.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", _MATH.encode()),
)


class TooDeepError(Exception):
    """Elements in elements beyond the limit."""


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{_W}}}{name}"


def math(name: str) -> str:
    return f"{{{_MATH}}}{name}"


def compat(name: str) -> str:
    """A name of markup compatibility, where a producer offers one thing in two ways."""
    return f"{{{_MC}}}{name}"


def parse(data: bytes, depth: int = DEFAULT.depth) -> Element:
    """The root of a part. Entities are not resolved and nothing is fetched.

    Raises:
        lxml.etree.XMLSyntaxError: The part is not well-formed.
        TooDeepError: It nests elements more than `depth` deep.
    """
    from lxml import etree  # noqa: PLC0415  heavy

    for strict, usual in STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "Excessive depth" in str(error):
            raise TooDeepError from error
        raise
    if 0 < depth < _PARSER_DEPTH and root.xpath(f"boolean({'/*' * (depth + 1)})"):
        raise TooDeepError
    return root


def value(element: Element | None, name: str) -> str | None:
    """`w:val` of the child `name`."""
    if element is None:
        return None
    child = element.find(w(name))
    found: str | None = None if child is None else child.get(w("val"))
    return found


def number(element: Element | None, name: str) -> int | None:
    """`w:val` of the child `name` as a number; None where there is none or it is not one."""
    found = value(element, name)
    try:
        return None if found is None else int(found)
    except ValueError:
        return None


def is_on(element: Element | None, name: str) -> bool | None:
    """An on/off property: `<w:vanish/>` is on, `w:val="0"` off, None where it is not said."""
    child = None if element is None else element.find(w(name))
    if child is None:
        return None
    return child.get(w("val")) not in ("0", "false", "off")


def branch(alternate: Element) -> Element | None:
    """The one of several offers to read: the modern one, unless only the old one holds a text box."""
    choice, fallback = alternate.find(compat("Choice")), alternate.find(compat("Fallback"))
    if choice is None:
        return fallback
    if fallback is not None and _boxes(fallback) and not _boxes(choice):
        return fallback
    return choice


def _boxes(element: Element) -> bool:
    return next(element.iter(w("txbxContent")), None) is not None
