"""Small Word files with what drafts bring along: pictures, headers, comments, tracked changes, text boxes."""

import zipfile
from pathlib import Path

from tests.documents.docx_making import W, para, run, write

_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PICTURE = bytes(range(256)) * 9
OLD = (
    f'<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="王科长" w:date="2023-05-06T07:08:09Z">'
    "<w:p><w:r><w:t>这里请再核实</w:t></w:r></w:p></w:comment></w:comments>"
)


def insertion(text: str) -> str:
    return f'<w:ins w:id="90" w:author="李">{run(text)}</w:ins>'


def deletion(text: str) -> str:
    return f'<w:del w:id="91" w:author="李"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def box(*paragraphs: str) -> str:
    """A run that holds a text box, as Word writes it: for new programs and once more for old ones."""
    inner = "".join(map(para, paragraphs))
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
        f"{inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
        f"{inner}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def commented(text: str, number: int = 7) -> str:
    """Words that carry a comment already."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{run(text)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def draft(path: Path, body: str, *, old: str = "", numbering: str = "") -> Path:
    """A docx with a picture, a header, an entry that is stored unpacked, and `old` for its comments."""
    plain = write(path.with_name("plain.docx"), body, numbering=numbering)
    with zipfile.ZipFile(plain) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    extra = {"word/media/image1.png": PICTURE, "word/header1.xml": f'<w:hdr xmlns:w="{W}">页眉</w:hdr>'.encode()}
    if old:
        extra["word/remarks.xml"] = old.encode()
        kind = f'<Override PartName="/word/remarks.xml" ContentType="{_KIND}.comments+xml"/></Types>'
        held["[Content_Types].xml"] = held["[Content_Types].xml"].replace(b"</Types>", kind.encode())
        relation = f'<Relationship Id="rId1" Type="{_TYPE}/comments" Target="remarks.xml"/></Relationships>'
        name = "word/_rels/document.xml.rels"
        held[name] = held[name].replace(b"</Relationships>", relation.encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**extra, **held}.items():
            method = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2023, 5, 6, 7, 8, 10)), content, method)
    return path
