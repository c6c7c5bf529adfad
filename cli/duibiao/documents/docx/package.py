"""Opens a docx as the zip archive it is, and refuses with a true reason what cannot be read.

The package is opened here and not by python-docx, which fails on real drafts that Word and WPS open without a word
(a relationship that points nowhere, Strict Open XML, a macro-enabled copy) and unpacks every picture into memory.
"""

import lzma
import posixpath
import struct
import zipfile
import zlib
from pathlib import Path

from msgspec import Struct

from duibiao.documents import refuse
from duibiao.documents.archive import check_sizes
from duibiao.documents.docx.xml import Element, TooDeepError, parse, w
from duibiao.model.limits import DEFAULT, Limits

# What zipfile lets through of an archive that was cut short or overwritten in part.
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError, ValueError)
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Parts(Struct, frozen=True, kw_only=True):
    """The parsed parts that carry text and its numbering."""

    document: Element
    styles: Element | None = None
    numbering: Element | None = None
    core: Element | None = None


def open_parts(path: Path, limits: Limits = DEFAULT) -> Parts:
    """The parts of the docx at `path`.

    Raises:
        UnreadableError: empty, encrypted, damaged, too-large, unsupported.
    """
    _check_kind(path)
    from lxml import etree  # noqa: PLC0415  heavy

    try:
        with zipfile.ZipFile(path) as archive:
            return _read(archive, limits)
    except TooDeepError as error:
        raise refuse.beyond("depth", limits.depth, limits.depth) from error
    except (*BROKEN, etree.XMLSyntaxError) as error:
        raise refuse.damaged() from error


def _check_kind(path: Path) -> None:
    if path.stat().st_size == 0:
        raise refuse.empty()
    with path.open("rb") as file:
        if file.read(len(_OLE)) != _OLE:
            return
        if "EncryptedPackage".encode("utf-16-le") in file.read():
            raise refuse.encrypted()
    raise refuse.other("OLE2")


def _read(archive: zipfile.ZipFile, limits: Limits) -> Parts:
    names = names_of(archive)
    if any(info.flag_bits & 1 for info in archive.infolist()):
        raise refuse.encrypted()
    check_sizes(archive.infolist(), limits)
    main = main_part(archive, names)
    around = related(archive, names, main)
    document = parse(archive.read(names[main]), limits.depth)
    if document.tag != w("document"):
        raise refuse.other("zip")

    def part(kind: str) -> Element | None:
        name = around.get(kind)
        return parse(archive.read(names[name]), limits.depth) if name in names else None

    core = names.get("docprops/core.xml")
    return Parts(
        document=document,
        styles=part("styles"),
        numbering=part("numbering"),
        core=None if core is None else parse(archive.read(core)),
    )


def names_of(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The entries by the names that parts refer to each other with: case does not count, and slashes may lean."""
    return {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()}


def main_part(archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo]) -> str:
    """The name of the part that holds the text."""
    found = related(archive, names, "").get("officedocument", "word/document.xml")
    if found in names:
        return found
    if "word/document.xml" in names:
        return "word/document.xml"
    if any(name.startswith("word/") for name in names):
        raise refuse.damaged()
    raise refuse.other("zip")


def related(archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo], part: str) -> dict[str, str]:
    """The parts that `part` points to, by the last word of the relationship's type (the same in Strict files)."""
    folder, _ = posixpath.split(part)
    info = names.get(relations_of(part))
    if info is None:
        return {}
    found: dict[str, str] = {}
    for relation in parse(archive.read(info)).iter(_RELATIONSHIP):
        if relation.get("TargetMode") != "External":
            kind = (relation.get("Type") or "").rpartition("/")[2].lower()
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or ""))
            found.setdefault(kind, target.lstrip("/").lower())
    return found


def relations_of(part: str) -> str:
    """The name of the part that says what `part` points to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
