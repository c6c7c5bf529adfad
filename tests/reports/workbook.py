"""What a workbook shows, as text that can be compared and read in a diff."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content), rich_text=True)


def dump(content: bytes) -> str:
    """Every cell with its text (marked words in 【】), its link and its fill; every sheet with its set-up."""
    return "\n".join(line for sheet in opened(content) for line in _sheet(sheet)) + "\n"


def _sheet(sheet: Any) -> Iterator[str]:
    widths = ",".join(f"{column.width:g}" for column in sheet.column_dimensions.values())
    yield f"== {sheet.title} | frozen {sheet.freeze_panes} | filter {sheet.auto_filter.ref} | widths {widths}"
    setup, head = sheet.page_setup, sheet.print_title_rows
    yield f"   print {setup.orientation} {sheet.print_area} head {head} wide {setup.fitToWidth}"
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                yield _cell(cell)


def _cell(cell: Any) -> str:
    fill = cell.fill.fgColor.rgb[2:] if cell.fill.fill_type == "solid" else "-"
    link = f" -> {cell.hyperlink.location}" if cell.hyperlink else ""
    kind = "'" if cell.quotePrefix else ""
    return f"{cell.coordinate} {fill} {kind}{_text(cell.value)}{link}"


def _text(value: Any) -> str:
    if isinstance(value, CellRichText):
        whole = "".join(f"【{part.text}】" if part.font.b else part.text for part in value)
    else:
        whole = f"{value:.3g}" if isinstance(value, float) else str(value)
    return whole.replace("\n", "⏎")
