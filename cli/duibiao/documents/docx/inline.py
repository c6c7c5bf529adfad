"""The text of one paragraph: runs with tabs, breaks, symbols; insertions kept, deletions and hidden text dropped."""

from collections.abc import Callable, Iterable

from msgspec import Struct, field

from duibiao.documents.docx.fields import Fields
from duibiao.documents.docx.styles import Styles
from duibiao.documents.docx.symbols import symbol
from duibiao.documents.docx.xml import Element, branch, compat, is_on, math, value, w

_DROPPED = frozenset(
    w(name)
    for name in (
        "pPr", "rPr", "del", "moveFrom", "delText", "delInstrText", "rt", "footnoteReference", "endnoteReference",
        "commentReference", "annotationRef", "footnoteRef", "endnoteRef", "softHyphen", "sdtPr", "sdtEndPr", "fldData",
    )
)  # fmt: skip
_SIGNS = {
    w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-",
}  # fmt: skip
_LINE_ENDS = str.maketrans({"\n": " ", "\r": "", "\t": " "})


Leaf = tuple[Element | None, str]
"""Some text and the element that prints it; None where no one element does (an automatic number)."""


class Inline(Struct):
    """What a paragraph's runs amount to: its text, and the text boxes anchored in it."""

    fields: Fields
    styles: Styles
    hidden: bool = False
    leaves: list[Leaf] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


def text_of(leaves: Iterable[Leaf]) -> str:
    return "".join(text for _, text in leaves)


def read_inline(paragraph: Element, fields: Fields, styles: Styles, style_id: str | None) -> Inline:
    """Reads a paragraph; `fields` carries the state of fields that run over several paragraphs."""
    inline = Inline(fields=fields, styles=styles, hidden=styles.is_hidden(style_id))
    for child in paragraph:
        _read(child, inline)
    fields.close_paragraph()
    return inline


def _read(node: Element, inline: Inline) -> None:
    tag = node.tag
    if tag in _DROPPED:
        return
    handler = _HANDLERS.get(tag)
    if handler is not None:
        handler(node, inline)
    elif tag in _SIGNS:
        _say(inline, _SIGNS[tag], node)
    else:
        # Any wrapper: hyperlink, ins, moveTo, smartTag, customXml, sdt, fldSimple, ruby, drawings down to their boxes.
        for child in node:
            _read(child, inline)


def _say(inline: Inline, text: str, node: Element | None) -> None:
    if not inline.fields.hides:
        inline.leaves.append((node, text))


def _run(node: Element, inline: Inline) -> None:
    properties = node.find(w("rPr"))
    hidden = is_on(properties, "vanish")
    if hidden is None:
        style_id = value(properties, "rStyle")
        hidden = inline.hidden if style_id is None else inline.styles.is_hidden(style_id) or inline.hidden
    for child in node:
        if not hidden or child.tag in _FIELD_MARKS:
            _read(child, inline)


def _words(node: Element, inline: Inline) -> None:
    _say(inline, (node.text or "").translate(_LINE_ENDS), node)


def _symbol(node: Element, inline: Inline) -> None:
    _say(inline, symbol(node.get(w("font")) or "", node.get(w("char")) or ""), node)


def _field_mark(node: Element, inline: Inline) -> None:
    shown = inline.fields.mark(node.get(w("fldCharType")))
    if shown:
        inline.leaves.append((None, shown))


def _instruction(node: Element, inline: Inline) -> None:
    inline.fields.instruct(node.text or "")


def _box(node: Element, inline: Inline) -> None:
    inline.boxes.append(node)


def _denominator(node: Element, inline: Inline) -> None:
    _say(inline, "/", None)
    for child in node:
        _read(child, inline)


def _alternate(node: Element, inline: Inline) -> None:
    chosen = branch(node)
    for child in () if chosen is None else chosen:
        _read(child, inline)


_FIELD_MARKS = frozenset((w("fldChar"), w("instrText")))
_HANDLERS: dict[str, Callable[[Element, Inline], None]] = {
    w("r"): _run,
    w("t"): _words,
    math("t"): _words,
    math("den"): _denominator,
    w("sym"): _symbol,
    w("fldChar"): _field_mark,
    w("instrText"): _instruction,
    w("txbxContent"): _box,
    compat("AlternateContent"): _alternate,
}
