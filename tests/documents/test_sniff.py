import io
import zipfile
from pathlib import Path

import pytest

from duibiao.documents import extract, read
from duibiao.documents.sniff import Format, sniff
from duibiao.model.errors import UnreadableError, UsageError

HTML = "\ufeff\n<!-- saved --><!DOCTYPE html><html><body><p>一、目标</p></body></html>".encode()


def zipped(*names: str, flag: int = 0, mimetype: str = "") -> bytes:
    buffer = io.BytesIO()
    # a fixed date: the bytes name the test, and every worker must find it under the same name
    with zipfile.ZipFile(buffer, "w") as archive:
        if mimetype:
            archive.writestr(zipfile.ZipInfo("mimetype"), mimetype)
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "<x/>")
    data = bytearray(buffer.getvalue())
    if flag:
        for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            at = data.find(mark)
            while at >= 0:
                data[at + offset] |= flag
                at = data.find(mark, at + 4)
    return bytes(data)


def compound(*streams: str) -> bytes:
    """An OLE2 container, as far as its folder goes."""
    data = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504)
    for name in streams:
        wanted = name.encode("utf-16-le") + b"\x00\x00"
        data += wanted.ljust(64, b"\x00") + len(wanted).to_bytes(2, "little") + b"\x00" * 62
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        ("一、目标".encode(), "x.txt", Format.TEXT),
        ("一、目标".encode("gbk"), "x", Format.TEXT),
        (b"# \xe7\x9b\xae\xe6\xa0\x87", "x.md", Format.MARKDOWN),
        (HTML, "x.html", Format.HTML),
        (HTML, "x.doc", Format.HTML),
        (HTML, "x.txt", Format.HTML),
        ("<html>一、目标</html>".encode("utf-16"), "x.xls", Format.HTML),
        ("目标 <p>".encode(), "x.htm", Format.HTML),
        (b"<div>x</div>", "x.txt", Format.HTML),
        (b"<div>x</div>", "x.md", Format.MARKDOWN),
        ("BM项目实施方案".encode(), "x.txt", Format.TEXT),
        ("PK赛实施方案".encode("gbk"), "x.txt", Format.TEXT),
        (b"%PDF-1.4\n", "x.docx", Format.PDF),
        (zipped("word/document.xml"), "x.doc", Format.DOCX),
        (zipped("word/document.xml"), "x.wps", Format.DOCX),
        (zipped("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "x.zip", Format.OFFICE),
        (compound("Root Entry", "WordDocument"), "x.docx", Format.OFFICE),
        (compound("Root Entry"), "x.wps", Format.OFFICE),
        (b"{\\rtf1 x}", "x.doc", Format.OFFICE),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "x.doc", Format.OFFICE),
    ],
)
def test_content_decides_before_the_suffix(data: bytes, name: str, form: Format) -> None:
    assert sniff(data, Path(name)) is form


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "x.docx", "empty"),
        (b" \r\n\t ", "x.txt", "empty"),
        ("\u3000\n".encode(), "x.txt", "empty"),
        (b"\xff\xfe", "x.txt", "empty"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(200)), "x.docx", "unsupported"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(200)), "x.pdf", "unsupported"),
        (zipped("xl/workbook.xml"), "x.docx", "unsupported"),
        (zipped("a.txt"), "x.zip", "unsupported"),
        (zipped("OFD.xml", "Doc_0/Document.xml"), "x.ofd", "ofd"),
        (zipped("word/document.xml", flag=1), "x.docx", "encrypted"),
        (zipped("word/document.xml")[:60], "x.docx", "damaged"),
        (compound("EncryptedPackage"), "x.docx", "encrypted"),
        (compound("Workbook"), "x.doc", "unsupported"),
        (compound("Root Entry"), "x.msi", "unsupported"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(100), "x.docx", "unsupported"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", "x.doc", "unsupported"),
        (bytes(range(256)) * 20, "x.txt", "unsupported"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(data: bytes, name: str, code: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        sniff(data, Path(name))
    assert caught.value.code == code
    assert caught.value.exit_code == 3
    assert caught.value.advice is not None
    assert caught.value.advice.zh
    assert caught.value.message.en


def test_a_name_that_only_mentions_encryption_is_no_container(tmp_path: Path) -> None:
    word = compound("WordDocument") + b"\x00" * 6 + "EncryptedPackage".encode("utf-16-le")
    assert sniff(word, tmp_path / "x.doc") is Format.OFFICE


def test_a_missing_file_and_a_folder_are_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        extract(tmp_path / "none.txt")
    with pytest.raises(UsageError):
        extract(tmp_path)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(self)

    (tmp_path / "x.txt").write_bytes(b"x")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableError) as caught:
        extract(tmp_path / "x.txt")
    assert caught.value.code == "permission"


def test_a_file_without_any_clause_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("示例县人民政府\n2024年3月1日\n", encoding="utf-8")
    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert caught.value.code == "no-clause"


def test_a_plan_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "x.doc"
    path.write_bytes(
        "<html><p>示例县实施方案</p><p>一、目标</p><p>到2025年，建成养老机构10所。</p></html>".encode("gbk")
    )
    document = read(path)
    assert any("建成养老机构10所" in clause.plain.text for clause in document.clauses)
