"""Another program opens what was written, and finds each comment on its words."""

import os
from pathlib import Path

import pytest

from duibiao.annotate import annotate
from duibiao.documents import extract
from duibiao.documents.docx import read_docx
from duibiao.documents.office import converted, find_office
from duibiao.documents.word import as_docx, is_word
from tests.annotate.looking import annotated, on, part, seen
from tests.annotate.making import OLD, commented, deletion, draft, insertion
from tests.documents.docx_making import cell, definition, item, level, para, run, table, use
from tests.documents.shared import REAL, needs_real

# In CI a missing program is a fault of the set-up and must not pass unseen.
needs_office = pytest.mark.skipif(
    find_office() is None and not os.environ.get("CI"), reason="LibreOffice (soffice) is not installed"
)
_NUMBERING = definition([level(0, "chineseCounting", "（%1）")]) + use(1)
_BOX = (
    '<w:r><w:pict><v:rect style="position:absolute;width:200pt;height:60pt"><v:textbox><w:txbxContent>'
    f"{para('到2030年，建成10所。')}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
)
_BODY = "".join(
    (
        para(run("到2025年，", "<w:b/>") + run("覆盖率达到80%左右。", '<w:color w:val="FF0000"/>')),
        item("完善社区网络"), para(run("请看") + commented("上文") + run("。")),
        para(run("新增") + insertion("床位500张") + deletion("床位300张") + run("。")),
        table([cell("指标"), cell("2025年")], [cell("床位"), cell("≥1200")], widths=(4000, 4000)),
        para(run("见图：") + _BOX), para("末段。"),
    )
)  # fmt: skip


@needs_office
def test_libreoffice_finds_every_comment_on_its_words(tmp_path: Path) -> None:
    quotes = ("25年，覆盖率", "80%左右", "社区网络", "500", "≥1200", "末段")
    copy = annotated(draft(tmp_path / "plan.docx", _BODY, old=OLD, numbering=_NUMBERING), *quotes)
    with converted(copy) as made:
        assert {comment.words for comment in seen(made)} == {*quotes, "上文"}
        assert "王科长" in {comment.author for comment in seen(made)}
        assert read_docx(made).text.replace(" ", "") == read_docx(copy).text.replace(" ", "")


@needs_office
def test_libreoffice_keeps_a_comment_beside_a_text_box(tmp_path: Path) -> None:
    source = draft(tmp_path / "plan.docx", para(run("见图：") + _BOX) + para("末段。"))
    with converted(annotated(source, "10所")) as made:
        (comment,) = part(made, "word/comments.xml")
        assert "".join(comment.itertext()) == "about 10所"
        assert "到2030年，建成10所。" in read_docx(made).text


@needs_office
@needs_real
@pytest.mark.parametrize("name", ["C07*.docx", "H19*.docx", "F02*.doc"])
def test_a_published_file_opens_with_its_comments(tmp_path: Path, name: str) -> None:
    source = next(REAL.glob(name))
    assert is_word(source)
    text = extract(source).text
    lines = [line for line in text.splitlines() if len(line) > 30][:5]
    with as_docx(source) as docx:
        copy = tmp_path / "copy.docx"
        copy.write_bytes(annotate(docx, [on(text, line[5:20]) for line in lines]))
        assert [comment.words for comment in seen(copy)] == [line[5:20] for line in lines]
    with converted(copy) as made:
        assert [comment.words for comment in seen(made)] == [line[5:20] for line in lines]
