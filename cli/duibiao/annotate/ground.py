"""The runs of a document as ground for comments: cut where a comment begins or ends, with their looks kept.

    <w:r><w:rPr>…</w:rPr><w:t>覆盖率达到80%左右。</w:t></w:r>

A comment on 80%左右 needs it in a run of its own, so this becomes three runs of the same properties. What cannot be
divided (a formula, a content control that holds a date, a field) is commented on as a whole.
"""

from collections.abc import Sequence
from copy import deepcopy

from msgspec import Struct
from msgspec.structs import replace

from duibiao.documents.docx.trace import Stretch
from duibiao.documents.docx.xml import Element, w
from duibiao.model.span import Span

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Elements of a paragraph that runs stand in, and that a comment may begin or end in.
_WRAPPERS = frozenset(
    w(name) for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo")
)
# Content controls whose text the program fills in by itself: whatever else stands in them is lost then.
_FILLED = frozenset(w(name) for name in ("text", "date", "dropDownList", "comboBox", "dataBinding", "checkBox"))


class Ground(Struct):
    """The places of a document's text, kept up to date while its runs are cut."""

    stretches: list[Stretch]

    def fenced(self, span: Span) -> tuple[Element, Element, bool] | None:
        """The elements that the words at `span` begin and end with, and whether the words lie in a text box.

        Both are elements of a paragraph of the document itself. Words that are not in the file (an automatic number)
        give the ones next to them; None where the document has no words at all.
        """
        inside = [s for s in self.stretches if s.start < span.end and span.start < s.end]
        if inside:
            self._cut(max(span.start, inside[0].start))
            self._cut(min(span.end, inside[-1].end))
            inside = [s for s in self.stretches if s.start < span.end and span.start < s.end]
        inside = inside or self._next_to(span)
        if not inside:
            return None
        first, boxed = _unit(inside[0].node)
        last, end_boxed = _unit(inside[-1].node)
        # text boxes are read after the paragraph that they hang on, in which their place comes first
        return _outermost(first, -1), _outermost(first if end_boxed and not boxed else last, 1), boxed or end_boxed

    def _next_to(self, span: Span) -> list[Stretch]:
        def distance(stretch: Stretch) -> int:
            return min(abs(stretch.start - span.end), abs(span.start - stretch.end))

        return [min(self.stretches, key=distance)] if self.stretches else []

    def _cut(self, place: int) -> None:
        """Makes `place` of the text a border between two runs, where the document allows it."""
        at_place = [s for s in self.stretches if s.start <= place <= s.end and _is_divisible(s.node)]
        for stretch in at_place:
            offset = stretch.at + place - stretch.start
            rest = _divide(stretch.node, offset)
            if rest is not None:
                self._follow(stretch, place, offset, rest)

    def _follow(self, cut: Stretch, place: int, offset: int, rest: Element) -> None:
        """The text of `cut.node` from `offset` on, which is `place` in the whole, now stands in `rest`."""
        known: list[Stretch] = []
        for stretch in self.stretches:
            if stretch.node is not cut.node or stretch.at + stretch.end - stretch.start <= offset:
                known.append(stretch)
                continue
            inside = stretch.at < offset
            if inside:
                known.append(replace(stretch, end=place))
            start = place if inside else stretch.start
            known.append(Stretch(start=start, end=stretch.end, node=rest, at=max(stretch.at - offset, 0)))
        self.stretches = known


def _is_divisible(node: Element) -> bool:
    """Whether the run of this text may be cut: not one that holds a text box or a 拼音 guide around it."""
    run = node.getparent()
    return run is not None and run.tag == w("r") and _unit(node)[0] is run


def _divide(node: Element, offset: int) -> Element | None:
    """Cuts the run of `node` before the character `offset` of it; the new node where the text itself was cut."""
    run = node.getparent()
    text = (node.text or "") if node.tag == w("t") else ""
    if node.tag == w("t") and 0 < offset < len(text):
        rest = deepcopy(node)
        _write(node, text[:offset])
        _write(rest, text[offset:])
        node.addnext(rest)
        _part(run, rest)
        return rest
    after = node if offset == 0 else node.getnext()
    if after is not None:
        _part(run, after)
    return None


def _write(node: Element, text: str) -> None:
    node.text = text
    if text != text.strip():
        node.set(_SPACE, "preserve")


def _part(run: Element, child: Element) -> None:
    """Moves `child` and what follows it into a run of its own, unless that would leave the first one empty."""
    properties = run.find(w("rPr"))
    if child.getprevious() is properties:
        return
    new = run.makeelement(run.tag, dict(run.attrib), nsmap=run.nsmap)
    if properties is not None:
        new.append(deepcopy(properties))
    moved = [child, *child.itersiblings()]
    run.addnext(new)
    for element in moved:
        new.append(element)


def _unit(node: Element) -> tuple[Element, bool]:
    """The element of the document's own paragraph that holds `node`, and whether a text box lies between them."""
    path = [node, *node.iterancestors()]
    paragraphs = [at for at, element in enumerate(path) if element.tag == w("p")]
    at = paragraphs[-1] - 1
    while at > 0 and path[at].tag in _WRAPPERS and not _is_filled(path[at]):
        at -= 1
    return path[at], len(paragraphs) > 1


def _is_filled(element: Element) -> bool:
    properties = element.find(w("sdtPr"))
    return properties is not None and any(child.tag in _FILLED for child in properties)


def _outermost(unit: Element, side: int) -> Element:
    """`unit`, or the wrappers that it opens (`side` -1) or closes (1): a mark stands outside an insertion if it can."""
    parent = unit.getparent()
    while parent.tag in _WRAPPERS and not _neighbours(unit, side):
        unit, parent = parent, parent.getparent()
    return unit


def _neighbours(unit: Element, side: int) -> Sequence[Element]:
    others = unit.itersiblings(preceding=side < 0)
    return [other for other in others if other.tag not in (w("sdtPr"), w("sdtEndPr"))]
