"""A page of a county's web site: the plan in the middle of a portal (portal.html), as such pages are built."""

from html import escape
from string import Template

from tests.samples.source import HERE, Block, Part, Sample, numbered


def build(sample: Sample) -> bytes:
    page = Template((HERE / "portal.html").read_text(encoding="utf-8"))
    words = {name: escape(getattr(sample, name)) for name in ("title", "agency", "number", "issued")}
    body = "\n".join(_block(block, number) for block, number in numbered(sample))
    return page.substitute(words, body=body).encode()


def _block(block: Block, number: str) -> str:
    if block.part is Part.TABLE:
        rows = "\n".join(_row(row) for row in block.rows)
        return f"<p>{escape(block.text)}</p>\n<table>\n{rows}\n</table>"
    if block.part is Part.SIGNATURE:
        return f'<p style="text-align:right">{escape(block.text)}</p>'
    text = f"{number}{escape(block.text)}"
    if block.part in (Part.CHAPTER, Part.SECTION):
        text = f"<strong>{text}</strong>"
    return f"<p>　　{text}</p>"


def _row(row: tuple[str, ...]) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>"
