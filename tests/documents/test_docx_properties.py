"""Whatever goes into paragraphs and tables comes out, in order, written by python-docx as other programs would."""

import tempfile
from pathlib import Path

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from duibiao.documents.docx import read_docx
from duibiao.model.document import BlockKind
from tests.documents.shared import lawful, quotes

_WORDS = (
    st.text(alphabet="养老服务床位建设二○二五年12%，。（）“”《》—·ABab ", min_size=1, max_size=30)
    .map(str.strip)
    .filter(bool)
)
_TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(_WORDS, min_size=width, max_size=width), min_size=1, max_size=3)
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_WORDS | _TABLES, min_size=1, max_size=8))
def test_text_comes_out_in_order(parts: list[str | list[list[str]]]) -> None:
    document = docx.Document()
    expected: list[str] = []
    for part in parts:
        if isinstance(part, str):
            paragraph = document.add_paragraph()
            for at in range(0, len(part), 3):
                paragraph.add_run(part[at : at + 3])
            expected.append(part)
        else:
            made = document.add_table(rows=len(part), cols=len(part[0]))
            for row, texts in zip(made.rows, part, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
            expected += ["\t".join(texts) for texts in part]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.docx")
        document.save(str(path))
        extract = read_docx(path)
    lawful(extract)
    assert quotes(extract) == expected
    assert extract.text == "\n".join(expected)
    rows = sum(len(part) for part in parts if not isinstance(part, str))
    assert sum(block.kind is BlockKind.ROW for block in extract.blocks) == rows
