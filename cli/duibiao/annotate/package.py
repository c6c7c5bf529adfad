"""A Word file as the zip archive it is: some parts replaced, all others copied as they are."""

import io
import posixpath
import zipfile
from pathlib import Path

from msgspec import Struct, field

from duibiao.documents import refuse
from duibiao.documents.docx.package import BROKEN, main_part, names_of, related, relations_of
from duibiao.documents.docx.xml import STRICT, Element, parse

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "[Content_Types].xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_USUAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
# The first moment that a zip archive can tell: what is written depends on the plan and the findings, not on the clock.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


class Package(Struct):
    """The parts of a Word file in their order. `main` names the text, `comments` the comments where there are any."""

    infos: dict[str, zipfile.ZipInfo]
    parts: dict[str, bytes]
    main: str
    comments: str | None
    strict: bool
    remark: bytes = b""
    added: list[str] = field(default_factory=list)

    def put(self, name: str, root: Element) -> None:
        """Replaces or adds a part."""
        from lxml import etree  # noqa: PLC0415  heavy

        data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        for strict, usual in STRICT if self.strict else ():
            data = data.replace(usual, strict)
        if name not in self.infos and name not in self.added:
            self.added.append(name)
        self.parts[name] = data

    def add_comments(self, root: Element) -> None:
        """The part that holds the comments, a new one with all that leads to it where the file has none."""
        if self.comments is None:
            folder = posixpath.dirname(self.main)
            names = (posixpath.join(folder, f"comments{n}.xml") for n in ("", *range(1, len(self.infos) + 2)))
            self.comments = next(name for name in names if name not in self.parts)
            self._declare(self.comments)
            self._relate(posixpath.basename(self.comments))
        self.put(self.comments, root)

    def _declare(self, name: str) -> None:
        types = parse(self.parts[_TYPES])
        made = types.makeelement(f"{{{_PACKAGE}/content-types}}Override", nsmap=types.nsmap)
        made.set("PartName", f"/{name}")
        made.set("ContentType", _COMMENTS_TYPE)
        types.append(made)
        self.put(_TYPES, types)

    def _relate(self, target: str) -> None:
        name = relations_of(self.main)
        empty = f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()
        relations = parse(self.parts.get(name, empty))
        taken = {relation.get("Id") for relation in relations}
        made = relations.makeelement(f"{{{_PACKAGE}/relationships}}Relationship", nsmap=relations.nsmap)
        made.set("Id", next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken))
        made.set("Type", f"{_STRICT if self.strict else _USUAL}/comments")
        made.set("Target", target)
        relations.append(made)
        self.put(name, relations)

    def packed(self) -> bytes:
        """The file: parts in the order of the source and packed as there, new ones at the end."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.comment = self.remark
            for name in (*self.infos, *self.added):
                archive.writestr(_entry(name, self.infos.get(name)), self.parts[name])
        return made.getvalue()


def open_package(path: Path) -> Package:
    """Everything in the Word file at `path`, which has been read before.

    Raises:
        UnreadableError: A part that the reader had no need of (a picture) is damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = names_of(archive)
            main = main_part(archive, names)
            comments = names.get(related(archive, names, main).get("comments", ""))
            infos = {info.filename: info for info in archive.infolist()}
            parts = {name: archive.read(info) for name, info in infos.items()}
            main = names[main].filename
            return Package(
                infos=infos,
                parts=parts,
                main=main,
                comments=comments.filename if comments else None,
                strict=any(strict in parts[main] for strict, _ in STRICT),
                remark=archive.comment,
            )
    except BROKEN as error:
        raise refuse.damaged() from error


def _entry(name: str, source: zipfile.ZipInfo | None) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    stored = source is not None and source.compress_type == zipfile.ZIP_STORED
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    entry.create_system = 0
    if source is not None:
        entry.external_attr = source.external_attr
    return entry
