"""A Word file written part by part, so that nothing in it depends on a library's version or on the clock.

Numbers of headings and items are Word's own (numbering.xml), as in most real drafts: they stand nowhere in the text.
"""

import io
import zipfile
from typing import NamedTuple
from xml.sax.saxutils import escape

from tests.samples.source import Block, Part, Sample, day

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE_TYPE = "application/vnd.openxmlformats-package"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = ("document", "styles", "numbering", "header", "footer")


class _Style(NamedTuple):
    """`size` in half-points, `indent` of the first line in hundredths of a character, `level` of the numbering."""

    id: str
    name: str
    font: str
    size: int = 32
    align: str = "both"
    indent: int = 200
    level: int | None = None


_STYLES = (
    _Style("Title", "Title", "方正小标宋简体", size=44, align="center", indent=0),
    _Style("Heading1", "heading 1", "黑体", level=0),
    _Style("Heading2", "heading 2", "楷体_GB2312", level=1),
    _Style("Item", "公文条目", "仿宋_GB2312", level=2),
    _Style("Body", "公文正文", "仿宋_GB2312"),
    _Style("Centre", "公文居中", "仿宋_GB2312", align="center", indent=0),
    _Style("Right", "公文落款", "仿宋_GB2312", align="right", indent=0),
    _Style("Cell", "公文表格", "仿宋_GB2312", size=24, align="center", indent=0),
)
_STYLE_OF = {
    Part.CHAPTER: "Heading1",
    Part.SECTION: "Heading2",
    Part.ITEM: "Item",
    Part.PARAGRAPH: "Body",
    Part.SIGNATURE: "Right",
}
_LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))


def build(sample: Sample) -> bytes:
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("officeDocument", "word/document.xml"), ("metadata/core-properties", "docProps/core.xml")
        ),
        "docProps/core.xml": _core(sample),
        "word/_rels/document.xml.rels": _relations(*((name, f"{name}.xml") for name in _PARTS[1:])),
        "word/document.xml": _document(sample),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
        "word/header.xml": _root("hdr", _paragraph("Cell", sample.agency)),
        "word/footer.xml": _root("ftr", _page_number()),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:  # deflate differs between builds of zlib
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (*day(sample), 9, 0, 0)), (_HEAD + text).encode())
    return out.getvalue()


def _document(sample: Sample) -> str:
    body = [_paragraph("Title", sample.title), _paragraph("Centre", sample.number)]
    body += [_block(block) for block in sample.blocks]
    page = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588"'
        ' w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
    )
    return _root("document", f"<w:body>{''.join(body)}{page}</w:body>")


def _block(block: Block) -> str:
    if block.part is Part.TABLE:
        return _paragraph("Centre", block.text) + _table(block.rows)
    lead, dot, rest = block.text.partition("。")
    if block.part is Part.ITEM and len(lead) <= 12:  # the name of the task stands out, in a run of its own
        return _paragraph(_STYLE_OF[block.part], rest, lead=lead + dot)
    return _paragraph(_STYLE_OF[block.part], block.text)


def _paragraph(style: str, text: str, lead: str = "") -> str:
    bold = f"<w:r><w:rPr><w:b/></w:rPr>{_text(lead)}</w:r>" if lead else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{bold}<w:r>{_text(text)}</w:r></w:p>'


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{8844 // len(rows[0])}"/>' for _ in rows[0])
    lines = "".join(_row(row, head=index == 0) for index, row in enumerate(rows))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )


def _row(row: tuple[str, ...], *, head: bool) -> str:
    cells = "".join(f"<w:tc><w:tcPr/>{_paragraph('Cell', cell)}</w:tc>" for cell in row)
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if head else ''}{cells}</w:tr>"


def _styles() -> str:
    return _root("styles", "".join(_style(style) for style in _STYLES))


def _style(style: _Style) -> str:
    level = style.level
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' if level is not None else ""
    outline = f'<w:outlineLvl w:val="{level}"/>' if level in (0, 1) else ""
    first = f'<w:ind w:firstLineChars="{style.indent}" w:firstLine="{style.indent * 16 // 5}"/>' if style.indent else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"><w:name w:val="{style.name}"/><w:pPr>{number}'
        f'<w:spacing w:line="560" w:lineRule="exact"/>{first}<w:jc w:val="{style.align}"/>{outline}</w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{style.font}"/>'
        f'<w:sz w:val="{style.size}"/></w:rPr></w:style>'
    )


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for index, (form, text) in enumerate(_LEVELS)
    )
    return _root(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )


def _page_number() -> str:
    def run(inside: str) -> str:
        return f"<w:r>{inside}</w:r>"

    field = (
        run('<w:fldChar w:fldCharType="begin"/>')
        + run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')
        + run('<w:fldChar w:fldCharType="separate"/>')
        + run(_text("1"))
        + run('<w:fldChar w:fldCharType="end"/>')
    )
    return f'<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr>{run(_text("— "))}{field}{run(_text(" —"))}</w:p>'


def _root(name: str, inside: str) -> str:
    return f'<w:{name} xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}">{inside}</w:{name}>'


def _core(sample: Sample) -> str:
    stamp = f"{sample.issued}T09:00:00Z"
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(sample.title)}</dc:title><dc:creator>{escape(sample.agency)}</dc:creator>{dates}"
        "</cp:coreProperties>"
    )


def _relations(*targets: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{index}" Type="{_PACKAGE if "/" in kind else _OFFICE}'
        f'{"/relationships" if "/" in kind else ""}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _content_types() -> str:
    kinds = {f"word/{name}.xml": f"{_TYPE}.{'document.main' if name == 'document' else name}+xml" for name in _PARTS}
    kinds["docProps/core.xml"] = f"{_PACKAGE_TYPE}.core-properties+xml"
    overrides = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_PACKAGE_TYPE}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
