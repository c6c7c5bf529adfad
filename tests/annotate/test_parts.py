"""Nothing of the drafter's file changes but for the comments."""

import zipfile
from pathlib import Path

import pytest

from duibiao.annotate import annotate
from duibiao.documents.docx import read_docx
from duibiao.documents.docx.xml import w
from duibiao.model.errors import UnreadableError
from tests.annotate.looking import MARKS, annotated, on, part, parts, seen, shape, words
from tests.annotate.making import OLD, PICTURE, commented, deletion, draft, insertion
from tests.documents.docx_making import STRICT, W, cell, definition, item, level, para, run, table, use, write

_LEADING = {"[Content_Types].xml", "word/_rels/document.xml.rels"}
_BODY = "".join(
    (
        para("一、目标", '<w:pStyle w:val="Heading1"/>'),
        para(run("到2025年，", "<w:b/>") + run("覆盖率达到80%左右。", '<w:color w:val="FF0000"/>')),
        item("完善社区网络"),
        para(run("新增") + insertion("床位500张") + deletion("床位300张") + run("。")),
        table([cell("指标"), cell("2025年")], [cell("床位"), cell("≥1200")], widths=(4000, 4000)),
    )
)
_NUMBERING = definition([level(0, "chineseCounting", "（%1）")]) + use(1)


def test_only_the_text_the_comments_and_what_leads_to_them_differ(tmp_path: Path) -> None:
    source = draft(tmp_path / "plan.docx", _BODY, numbering=_NUMBERING)
    copy = annotated(source, "80%左右", "床位500张")
    before, after = parts(source), parts(copy)
    assert {name for name in after if before.get(name) != after[name]} == {
        *_LEADING, "word/document.xml", "word/comments.xml",
    }  # fmt: skip
    assert list(after) == [*before, "word/comments.xml"]
    assert after["word/media/image1.png"] == PICTURE


def test_the_document_without_our_marks_is_what_it_was(tmp_path: Path) -> None:
    source = draft(tmp_path / "plan.docx", _BODY, numbering=_NUMBERING)
    copy = annotated(source, "到2025年，覆盖率", "80%左右", "社区", "床位500", "床位\t≥12", "目标")
    assert shape(part(copy), without={str(n) for n in range(6)}) == shape(part(source))
    assert words(copy) == ["到2025年，覆盖率", "80%左右", "社区", "床位500", "床位≥12", "目标"]


def test_the_archive_tells_no_time_and_packs_as_the_source_does(tmp_path: Path) -> None:
    copy = annotated(draft(tmp_path / "plan.docx", _BODY), "80%左右")
    with zipfile.ZipFile(copy) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        packed = {info.filename: info.compress_type for info in archive.infolist()}
    assert packed.pop("word/media/image1.png") == zipfile.ZIP_STORED
    assert set(packed.values()) == {zipfile.ZIP_DEFLATED}


def test_no_comment_tells_a_date(tmp_path: Path) -> None:
    copy = annotated(draft(tmp_path / "plan.docx", _BODY), "80%左右")
    assert all(comment.get(w("date")) is None for comment in part(copy, "word/comments.xml"))
    assert [comment.author for comment in seen(copy)] == ["对标 duibiao"]


def test_comments_that_are_there_stay_and_ours_come_after_them(tmp_path: Path) -> None:
    body = para(run("到2025年，") + commented("覆盖率达到80%左右") + run("。"))
    source = draft(tmp_path / "plan.docx", body, old=OLD)
    copy = annotated(source, "80%左右")
    assert "word/comments.xml" not in parts(copy)
    old, new = seen(copy, "word/remarks.xml")
    assert (old.number, old.author, old.words) == ("7", "王科长", "覆盖率达到80%左右")
    assert (new.number, new.words) == ("8", "80%左右")
    first = part(copy, "word/remarks.xml")[0]
    assert first.get(w("date")) == "2023-05-06T07:08:09Z"
    assert {name for name, content in parts(copy).items() if parts(source)[name] != content} == {
        "word/document.xml", "word/remarks.xml",
    }  # fmt: skip


def test_a_number_that_lost_its_comment_is_not_used_again(tmp_path: Path) -> None:
    copy = annotated(draft(tmp_path / "plan.docx", para(commented("甲", 30) + run("乙"))), "乙")
    assert [comment.number for comment in seen(copy)] == ["31"]


def test_a_strict_document_stays_strict(tmp_path: Path) -> None:
    source = write(tmp_path / "plan.docx", para("到2025年，建成10所。"), names=f'xmlns:w="{STRICT}"')
    copy = annotated(source, "10所")
    held = parts(copy)
    for name in ("word/document.xml", "word/comments.xml"):
        assert STRICT.encode() in held[name]
        assert W.encode() not in held[name]
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in held["word/_rels/document.xml.rels"]
    assert words(copy) == ["10所"]


def test_a_document_that_leads_to_nothing_gets_its_first_relation(tmp_path: Path) -> None:
    source = write(tmp_path / "plan.docx", para("到2025年，建成10所。"))
    held = {name: content for name, content in parts(source).items() if name != "word/_rels/document.xml.rels"}
    with zipfile.ZipFile(source, "w") as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    copy = annotated(source, "10所")
    assert b'Target="comments.xml"' in parts(copy)["word/_rels/document.xml.rels"]
    assert words(copy) == ["10所"]


def test_a_name_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    source = write(tmp_path / "plan.docx", para("到2025年，建成10所。"))
    with zipfile.ZipFile(source, "a") as archive:
        archive.writestr("word/comments.xml", b"not a part that anything leads to")
    copy = annotated(source, "10所")
    assert parts(copy)["word/comments.xml"] == parts(source)["word/comments.xml"]
    assert [comment.words for comment in seen(copy, "word/comments1.xml")] == ["10所"]


def test_without_comments_only_an_empty_part_is_added(tmp_path: Path) -> None:
    copy = annotated(write(tmp_path / "plan.docx", para("到2025年，建成10所。")))
    assert seen(copy) == []
    assert not list(part(copy).iter(*MARKS))


def test_a_picture_that_is_damaged_is_told(tmp_path: Path) -> None:
    source = draft(tmp_path / "plan.docx", _BODY)
    content = source.read_bytes().replace(PICTURE[:64], bytes(64), 1)
    source.write_bytes(content)
    text = read_docx(source).text
    with pytest.raises(UnreadableError) as refused:
        annotate(source, [on(text, "80%左右")])
    assert refused.value.code == "damaged"
