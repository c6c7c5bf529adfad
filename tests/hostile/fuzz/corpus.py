"""What is damaged: small plans of every format, made from the sample plans, and things as they stand in real files."""

import io
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from tests.documents import docx_making as docx
from tests.samples import page, pdf, word
from tests.samples.source import Block, Sample, numbered, samples

SUFFIXES = ("txt", "md", "html", "docx", "pdf", "rtf", "doc", "odt", "xlsx")
MEMBERS_AS_PLAIN = (".xml", ".rels")


@cache
def corpus() -> dict[str, tuple[bytes, ...]]:
    """Documents by suffix. The first of each is the neighbour, which must always be read in the same way."""
    cut = [replace(sample, blocks=sample.blocks[:14] + sample.blocks[-6:]) for sample in samples()]
    texts = [_text(sample) for sample in cut]
    return {
        "txt": tuple(encoded for text in texts for encoded in _encodings(text)),
        "md": tuple(_markdown(sample).encode() for sample in cut),
        "html": (*(page.build(sample) for sample in cut), _ODD_PAGE.encode()),
        "docx": (*(word.build(sample) for sample in cut[:2]), _odd_docx()),
        "pdf": tuple(pdf.build(replace(sample, blocks=sample.blocks[:8])) for sample in cut),
        "rtf": (b"{\\rtf1\\ansi\\ansicpg936{\\fonttbl\\f0 SimSun;}\\f0 " + texts[0].encode("gb18030") + b"}",),
        "doc": (_compound(texts[0]),),
        "odt": (_odt(texts[0]),),
        "xlsx": (_zip({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}),),
    }


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, packing)
    return made.getvalue()


def _text(sample: Sample) -> str:
    blocks = (f"{number}{_words(block)}" for block, number in numbered(sample))
    return "\n".join((sample.title, sample.number, "", *blocks)) + "\n"


def _markdown(sample: Sample) -> str:
    blocks = (f"{'## ' if number else ''}{number}{_words(block, ' | ')}" for block, number in numbered(sample))
    return "\n\n".join((f"# {sample.title}", *blocks)) + "\n"


def _words(block: Block, bar: str = "\t") -> str:
    return "\n".join((block.text, *(bar.join(row) for row in block.rows)))


def _encodings(text: str) -> tuple[bytes, ...]:
    return (
        text.encode(),
        text.encode("gb18030"),
        text.encode("utf-16"),
        text.replace("\n", "\r\n").encode("utf-8-sig"),
    )


def _zip(parts: dict[str, str]) -> bytes:
    return zipped({name: text.encode() for name, text in parts.items()})


def _odt(text: str) -> bytes:
    return _zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"<office>{text}</office>"})


def _compound(text: str) -> bytes:
    entry = "WordDocument".encode("utf-16-le").ljust(64, b"\0") + (26).to_bytes(2, "little")
    return bytes.fromhex("d0cf11e0a1b11ae1").ljust(512, b"\0") + entry.ljust(512, b"\0") + text.encode("utf-16-le")


_ODD_PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>青溪县某某工作方案</title></head><body>
<div class="TRS_Editor"><!--[if gte mso 9]><xml></xml><![endif]--><p style="display:none">看不见</p>
<table><tr><td rowspan="2">指标</td><td colspan="3">目标值</td></tr><tr><td>2025年</td><td>90%</td></tr></table>
<ol type="a" start="3"><li>一、主要任务<ol><li>建成站点30个</ol><li>（市民政局负责）</ol>
<p>到2025年，覆盖率达到90%以上。<br>附件：<a href="x.docx">清单</a></p><pre>责任单位：市民政局
市财政局</pre></div></body></html>"""


def _odd_docx() -> bytes:
    levels = docx.definition(docx.level(at, style, f"%{at + 1}、") for at, style in enumerate(_STYLES))
    box = f"<mc:AlternateContent><mc:Fallback><w:pict><v:textbox><w:txbxContent>{docx.para('框内文字')}"
    box += "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    body = (
        docx.para("青溪县养老服务实施方案"),
        docx.item("主要任务"),
        docx.item("到2025年，建成站点30个。", 1),
        docx.para(f"<w:r>{box}</w:r>"),
        docx.table(
            (docx.cell("指标", span=2), docx.cell("2025年", merge="restart")),
            (docx.cell("床位"), docx.cell("张"), docx.cell(merge="continue")),
            widths=(2000, 1000, 900),
        ),
        docx.para('<w:ins w:id="1"><w:r><w:t>（市民政局负责）</w:t></w:r></w:ins>'),
    )
    with TemporaryDirectory() as folder:
        return docx.write(Path(folder, "odd.docx"), "".join(body), numbering=levels + docx.use(1)).read_bytes()


_STYLES = ("chineseCounting", "decimal", "upperRoman", "lowerLetter", "ideographTraditional")
