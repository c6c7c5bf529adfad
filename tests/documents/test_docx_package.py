"""Files that are no readable docx are refused with a true reason; odd but sound ones are read."""

import contextlib
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duibiao.documents.docx import read_docx
from duibiao.model.errors import UnreadableError
from duibiao.model.limits import Limits
from tests.documents.docx_making import STRICT, W, para, write
from tests.documents.shared import REAL, lawful, needs_real, quotes, texts

_OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def _zip(path: Path, parts: dict[str, str]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def _edited(path: Path, name: str, edit: Callable[[bytes], bytes | None]) -> None:
    """Rewrites the docx with one part changed, or left out where `edit` gives None."""
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    changed = edit(parts.pop(name))
    with zipfile.ZipFile(path, "w") as archive:
        for entry, data in (parts if changed is None else {**parts, name: changed}).items():
            archive.writestr(entry, data)


def _truncate(path: Path) -> None:
    write(path, para("甲"))
    path.write_bytes(path.read_bytes()[:-60])


def _without_document(path: Path) -> None:
    write(path, para("甲"))
    _edited(path, "word/document.xml", lambda _: None)


def _broken_xml(path: Path) -> None:
    write(path, para("甲"))
    _edited(path, "word/document.xml", lambda data: data[:-20])


def _corrupt(path: Path) -> None:
    write(path, para("甲" * 500))
    data = bytearray(path.read_bytes())
    at = data.index(b"word/document.xml") + 60
    data[at : at + 20] = bytes(20)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("code", "make"),
    [
        ("empty", lambda path: path.write_bytes(b"")),
        ("damaged", lambda path: path.write_bytes(b"PK\x03\x04 no archive")),
        ("damaged", _truncate),
        ("damaged", _without_document),
        ("damaged", _broken_xml),
        ("damaged", _corrupt),
        ("unsupported", lambda path: _zip(path, {"a.txt": "not Word"})),
        ("unsupported", lambda path: _zip(path, {"word/document.xml": "<html/>"})),
        ("unsupported", lambda path: path.write_bytes(_OLE + "WordDocument".encode("utf-16-le"))),
        ("encrypted", lambda path: path.write_bytes(_OLE + "EncryptedPackage".encode("utf-16-le"))),
        ("empty", lambda path: write(path, para(" "))),
        ("scan", lambda path: write(path, "<w:p><w:r><w:drawing/></w:r></w:p>")),
    ],
)
def test_what_cannot_be_read_is_refused_with_advice(tmp_path: Path, code: str, make: Callable[[Path], object]) -> None:
    make(tmp_path / "plan.docx")
    with pytest.raises(UnreadableError) as refused:
        read_docx(tmp_path / "plan.docx")
    assert refused.value.code == code
    assert refused.value.advice is not None


def test_an_archive_that_swells_is_not_unpacked(tmp_path: Path) -> None:
    path = write(tmp_path / "plan.docx", para("甲"))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/bomb.xml", bytes(8_000_000))
    with pytest.raises(UnreadableError, match="400 times smaller") as refused:
        read_docx(path)
    assert refused.value.code == "too-large"


def test_a_part_that_is_too_long_is_not_read(tmp_path: Path) -> None:
    path = write(tmp_path / "plan.docx", para("甲" * 50_000))
    with pytest.raises(UnreadableError) as refused:
        read_docx(path, Limits(unpacked=1))
    assert refused.value.code == "too-large"


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    path = write(tmp_path / "plan.docx", para("甲"))
    bomb = b'<!DOCTYPE d [<!ENTITY a "secret"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    _edited(path, "word/document.xml", lambda data: bomb + data.replace("甲".encode(), "甲&a;&b;".encode()))
    assert quotes(read_docx(path)) == ["甲"]


def test_strict_open_xml_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "plan.docx", para("甲"))
    _edited(path, "word/document.xml", lambda data: data.replace(W.encode(), STRICT.encode()))
    assert quotes(read_docx(path)) == ["甲"]


def test_odd_packages_are_read(tmp_path: Path) -> None:
    path = write(tmp_path / "plan.docx", para("甲"))
    # Relationships that point nowhere, as converters leave them.
    _edited(path, "word/_rels/document.xml.rels", lambda data: data.replace(b"numbering.xml", b"NULL"))
    _edited(path, "_rels/.rels", lambda _: None)
    assert quotes(read_docx(path)) == ["甲"]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_broken_file_is_refused_and_nothing_else(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder, "plan.docx"), para("甲" * 50))
        whole = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 20))):
            whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
        path.write_bytes(whole[: data.draw(st.integers(len(whole) // 2, len(whole)))])
        with contextlib.suppress(UnreadableError):
            read_docx(path)


@needs_real
def test_real_documents_in_two_formats_read_the_same() -> None:
    from duibiao.documents.read import extract  # noqa: PLC0415  the html reader is not needed elsewhere here

    for key, other in (("C07", "html"), ("L01", "pdf")):
        one, two = (extract(next(REAL.glob(f"{key}*.{suffix}"))) for suffix in ("docx", other))
        lawful(one)
        assert texts(one) == texts(two), key
