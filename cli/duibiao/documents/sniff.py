"""What a file is: its content first, its suffix only where content leaves it open.

WPS and office portals save a web page as .doc, a docx as .wps and a picture as anything.
"""

import io
import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

from duibiao.documents import refuse
from duibiao.documents.archive import check_sizes
from duibiao.documents.encoding import decode, looks_like_text
from duibiao.language.late import late
from duibiao.model.limits import DEFAULT, Limits


class Format(StrEnum):
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    OFFICE = "office"


# The two bytes BM begin a sentence as well as a bitmap: the four that are reserved tell them apart.
_PICTURES = late(
    rb"(?P<JPEG>\xff\xd8\xff)|(?P<PNG>\x89PNG)|(?P<GIF>GIF8[79]a)|(?P<BMP>BM.{4}\0\0\0\0)|(?P<TIFF>II\*\0|MM\0\*)"
    rb"|(?P<WEBP>RIFF.{4}WEBP)",
    re.DOTALL,
)
_ARCHIVES = ((b"7z\xbc\xaf", "7z"), (b"Rar!", "RAR"), (b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE_SUFFIXES = frozenset({".doc", ".wps", ".wpt", ".dot", ".rtf", ".odt"})
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
# After an XML declaration, comments and white space. Markdown may begin with a <div> and stays Markdown.
_BEFORE = r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*"
_PAGE = late(rf"{_BEFORE}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FRAGMENT = late(rf"{_BEFORE}<(?:meta|style|table|div|section|p)\b", re.IGNORECASE | re.DOTALL)
_WORD_XML = late(r"\s*<\?xml[^>]*\?>.{0,400}?(?:<w:wordDocument|<pkg:package|progid=\"Word\.Document\")", re.DOTALL)
_WEB_ARCHIVE = late(
    r"\s*(?:MIME-Version:|From: .{0,200}?MIME-Version:).{0,2000}?multipart/related", re.IGNORECASE | re.DOTALL
)
_HEAD = 8192


def sniff(data: bytes, path: Path, limits: Limits = DEFAULT) -> Format:
    """The format to read `data` as.

    Raises:
        UnreadableError: It is nothing that can be read (`empty`, `encrypted`, `damaged`, `too-large`, `ofd`,
            `unsupported`).
    """
    if not data.strip(b"\x00 \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe"):
        raise refuse.empty()
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, limits)
    if data.startswith(_OLE):
        return _compound(data, path.suffix.lower())
    if head.lstrip().startswith(b"{\\rtf"):
        return Format.OFFICE
    if (picture := _PICTURES.match(data)) is not None:
        raise refuse.picture(picture.lastgroup or "")
    for magic, name in _ARCHIVES:
        if data.startswith(magic):
            raise refuse.archive(name)
    return _written(data, path.suffix.lower())


def _zipped(data: bytes, limits: Limits) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_sizes(archive.infolist(), limits)
            names = set(archive.namelist())
            locked = any(entry.flag_bits & 1 for entry in archive.infolist())
            kind = archive.read("mimetype").decode("ascii", "replace") if "mimetype" in names and not locked else ""
            types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in names and not locked else b""
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise refuse.damaged() from error
    if locked:
        raise refuse.encrypted()
    if "word/document.xml" in names or b"wordprocessingml.document.main+xml" in types:
        return Format.DOCX
    if kind.strip() == "application/vnd.oasis.opendocument.text":
        return Format.OFFICE
    if "OFD.xml" in names:
        raise refuse.ofd()
    raise refuse.other(_zip_name(names, kind))


def _zip_name(names: set[str], kind: str) -> str:
    for folder, name in (("xl/", "Excel"), ("ppt/", "PowerPoint")):
        if any(entry.startswith(folder) for entry in names):
            return name
    return "OpenDocument" if "opendocument" in kind else "zip"


def _compound(data: bytes, suffix: str) -> Format:
    """An OLE2 container: its folder entries are 128 bytes each, the name in UTF-16 with its length at byte 64."""

    def holds(name: str) -> bool:
        wanted = name.encode("utf-16-le") + b"\x00\x00"
        at = data.find(wanted)
        while at >= 0:
            if at % 128 == 0 and data[at + 64 : at + 66] == len(wanted).to_bytes(2, "little"):
                return True
            at = data.find(wanted, at + 2)
        return False

    if holds("EncryptedPackage"):
        raise refuse.encrypted()
    if holds("WordDocument"):
        return Format.OFFICE
    for stream, name in (("Workbook", "Excel"), ("Book", "Excel"), ("PowerPoint Document", "PowerPoint")):
        if holds(stream):
            raise refuse.other(name)
    if suffix in _OFFICE_SUFFIXES:
        return Format.OFFICE
    raise refuse.other("OLE2")


def _written(data: bytes, suffix: str) -> Format:
    text = decode(data)
    if not text.strip():
        raise refuse.empty()
    if not looks_like_text(text):
        raise refuse.other("")
    if _WEB_ARCHIVE.match(text[:_HEAD]):
        raise refuse.other("MHT")
    if _WORD_XML.match(text[:_HEAD]):
        return Format.OFFICE
    if suffix in _HTML_SUFFIXES or _PAGE.match(text[:_HEAD]):
        return Format.HTML
    if suffix in _MARKDOWN_SUFFIXES:
        return Format.MARKDOWN
    return Format.HTML if _FRAGMENT.match(text[:_HEAD]) else Format.TEXT
