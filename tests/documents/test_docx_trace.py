"""Each character of a Word file's text leads back to the element that prints it."""

from pathlib import Path

import pytest

from duibiao.documents.docx.trace import stretches, trace_docx
from duibiao.documents.docx.xml import w
from tests.documents.docx_making import cell, definition, item, level, para, run, table, use, write
from tests.documents.shared import REAL, needs_real

_NUMBERING = definition([level(0, "chineseCounting", "（%1）")]) + use(1)
_BODIES = {
    "automatic numbers": item("总体要求") + item("重点任务"),
    "a cell that is only a number": table(
        [cell("序号"), cell("指标")], [cell(item("")), cell("床位")], widths=(3000, 3000)
    ),
    "spaces around and inside": para(run("  到 ") + run("2025 年  ")),
    "a tab and a break": para("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>一、丙</w:t></w:r>"),
    "a paragraph mark that was deleted": para("前半", "<w:rPr><w:del/></w:rPr>") + para("后半"),
    "a mark deleted at the end": para("末段", "<w:rPr><w:del/></w:rPr>"),
    "a sign": para('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>30</w:t></w:r>'),
    "a circled number": para(
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>eq \\o\\ac(○,1)</w:instrText>'
        '<w:fldChar w:fldCharType="end"/><w:t>条</w:t></w:r>'
    ),
    "cells of several paragraphs": table([cell("甲", "乙"), cell("丙")], [cell("丁"), cell("戊")], widths=(3000, 3000)),
}


def check(path: Path) -> str:
    """Every place is in order and says what its element says; what has no place is returned."""
    traced = trace_docx(path)
    text, at, homeless = traced.extract.text, 0, ""
    for stretch in traced.stretches:
        assert at <= stretch.start < stretch.end
        homeless += text[at : stretch.start]
        said = text[stretch.start : stretch.end]
        if stretch.node.tag == w("t"):
            printed = stretch.node.text[stretch.at : stretch.at + len(said)]
            assert "".join(printed.split()) == "".join(said.split())
        at = stretch.end
    return "".join((homeless + text[at:]).split())


@pytest.mark.parametrize("name", _BODIES)
def test_what_has_no_place_was_printed_by_no_element(tmp_path: Path, name: str) -> None:
    expected = {"automatic numbers": "（一）（二）", "a cell that is only a number": "（一）", "a circled number": "①"}
    path = write(tmp_path / "plan.docx", _BODIES[name], numbering=_NUMBERING)
    assert check(path) == expected.get(name, "")


@needs_real
@pytest.mark.parametrize("path", sorted(REAL.glob("*.docx")), ids=lambda path: path.name[:3])
def test_published_files_are_traced_throughout(path: Path) -> None:
    traced = trace_docx(path)
    placed = sum(stretch.end - stretch.start for stretch in traced.stretches)
    check(path)
    assert placed > 0.9 * len("".join(traced.extract.text.split()))


def test_a_text_that_was_not_printed_is_a_fault() -> None:
    with pytest.raises(ValueError, match="goes on with"):
        list(stretches("甲丙", [(None, "甲"), (None, "乙")]))
