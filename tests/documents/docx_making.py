"""Writes small docx files from raw WordprocessingML, so that a test shows exactly the marks that it is about."""

import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from duibiao.documents.docx import read_docx
from duibiao.model.document import Extract
from tests.documents.shared import lawful, quotes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(content: str, properties: str = "") -> str:
    """A paragraph; `content` is text, or XML where it begins with a tag."""
    inner = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def item(text: str, level: int = 0, num: int = 1) -> str:
    """A paragraph with automatic numbering."""
    return para(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def level(at: int, style: str, text: str, *, start: int = 1, suffix: str = "nothing", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(levels: Iterable[str], *, number: int = 0, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def use(num: int, number: int = 0, override: str = "") -> str:
    return f'<w:num w:numId="{num}"><w:abstractNumId w:val="{number}"/>{override}</w:num>'


def cell(*paragraphs: str, span: int = 1, merge: str | None = None) -> str:
    """A table cell; `merge` is "restart" where a vertical merge begins and "continue" below it."""
    properties = f'<w:gridSpan w:val="{span}"/>' + (f'<w:vMerge w:val="{merge}"/>' if merge else "")
    inner = "".join(text if text.startswith("<w:") else para(text) for text in paragraphs or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: Iterable[str], widths: Iterable[int] = ()) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    made = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def write(path: Path, body: str, *, numbering: str = "", styles: str = "", names: str = _NAMES) -> Path:
    """A docx of that body, numbering and styles."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relations({"numbering": "numbering.xml", "styles": "/word/styles.xml"}),
        "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": f"<w:numbering {names}>{numbering}</w:numbering>",
        "word/styles.xml": f"<w:styles {names}>{styles}</w:styles>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def _content_types() -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = {"document": "document.main", "numbering": "numbering", "styles": "styles"}
    made = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{main}+xml"/>' for name, main in parts.items()
    )
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{rels}{made}</Types>'


def _relations(targets: dict[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="r{at}" Type="{_R}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def read(folder: Path, *body: str, numbering: str = "", styles: str = "") -> Extract:
    """Writes a docx and reads it back."""
    extract = read_docx(write(folder / "plan.docx", "".join(body), numbering=numbering, styles=styles))
    lawful(extract)
    return extract


def read_quotes(folder: Path, *body: str, numbering: str = "", styles: str = "") -> list[str]:
    """The blocks of a docx, as printed."""
    return quotes(read(folder, *body, numbering=numbering, styles=styles))
