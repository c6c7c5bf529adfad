"""The real documents that lie beside the repository, where they do, and what tests ask of an extract."""

from pathlib import Path

import pytest

from duibiao.documents.written import written
from duibiao.model.document import BlockKind, Extract

REAL = Path(__file__).resolve().parents[2].parent / "shared" / "real"
needs_real = pytest.mark.skipif(not REAL.is_dir(), reason="the real documents (../shared/real) are not here")


def texts(extract: Extract) -> list[str]:
    """The comparable text of each block, cells of a row joined by a bar."""
    return [
        "|".join(written(extract.text, cell, block.gaps).text for cell in block.cells)
        if block.kind is BlockKind.ROW
        else written(extract.text, block.span, block.gaps).text
        for block in extract.blocks
    ]


def quotes(extract: Extract) -> list[str]:
    """The blocks as the author wrote them."""
    return [extract.text[block.span.start : block.span.end] for block in extract.blocks]


def lawful(extract: Extract) -> None:
    """What every extract must keep: blocks in order, apart, inside the text; cells and gaps inside their block."""
    end = 0
    for block in extract.blocks:
        assert end <= block.span.start < block.span.end <= len(extract.text)
        end = block.span.end
        inside = block.span.start
        for cell in block.cells:
            assert inside <= cell.start <= cell.end <= block.span.end
            inside = cell.end
        inside = block.span.start
        for gap in block.gaps:
            assert inside <= gap.start < gap.end <= block.span.end
            inside = gap.end
        assert (block.kind is BlockKind.ROW) == bool(block.cells)
