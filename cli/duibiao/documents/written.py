"""The comparable text of a place in an extract, without the characters that are not the author's sentence."""

from collections.abc import Sequence

from duibiao.language.normalise import normalise
from duibiao.model.span import Plain, Span


def written(text: str, span: Span, gaps: Sequence[Span] = ()) -> Plain:
    """As `normalise`, without what stands in `gaps` (a block's page numbers and marks of emphasis)."""
    plain = normalise(text, span)
    inside = [gap for gap in gaps if gap.overlaps(span)]
    if not inside:
        return plain
    kept = [at for at, place in enumerate(plain.places) if not any(gap.start <= place < gap.end for gap in inside)]
    return Plain("".join(plain.text[at] for at in kept), tuple(plain.places[at] for at in kept))
