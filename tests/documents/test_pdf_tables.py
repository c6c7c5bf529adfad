"""Tables on paper: rows with cells, no text twice, one table over several pages."""

from collections.abc import Sequence
from pathlib import Path

from duibiao.model.document import BlockKind
from tests.documents.pdf_making import HEIGHT, LEFT, PROSE, Text, canvas, draw, grid, page_number, read, save, typeset
from tests.documents.shared import quotes

_XS = (80.0, 200.0, 320.0, 520.0)
_HEADER = ("指标", "单位", "2025年")


def _rows(rows: Sequence[tuple[str, ...]], top: float, xs: tuple[float, ...] = _XS, size: float = 12) -> list[Text]:
    return [
        Text(x + 6, top + 20 + 30 * at, text, size)
        for at, row in enumerate(rows)
        for x, text in zip(xs, row, strict=False)
        if text
    ]


def _ruled(rows: Sequence[tuple[str, ...]], top: float) -> tuple[list[Text], list[float]]:
    return _rows(rows, top), [top + 30 * at for at in range(len(rows) + 1)]


def test_a_ruled_table_becomes_rows_between_its_paragraphs(tmp_path: Path) -> None:
    made = canvas(tmp_path / "plan.pdf")
    texts, ys = _ruled([_HEADER, ("护理型床位占比", "%", "55"), ("托位", "个", "600")], 300)
    grid(made, _XS, ys)
    draw(made, Text(LEFT + 32, 250, "主要指标如下："), *texts, Text(LEFT + 32, 450, "二、重点任务"))
    made.save()
    extract = read(tmp_path / "plan.pdf")
    assert quotes(extract) == [
        "主要指标如下：",
        "指标\t单位\t2025年",
        "护理型床位占比\t%\t55",
        "托位\t个\t600",
        "二、重点任务",
    ]
    assert [block.table for block in extract.blocks] == [None, 0, 0, 0, None]


def test_lines_of_a_cell_are_joined_where_they_are_full(tmp_path: Path) -> None:
    made = canvas(tmp_path / "plan.pdf")
    grid(made, (80, 180, 500), (200, 300))
    cell = ["社区居家养老服", "务设施", "覆盖率"]
    draw(made, *(Text(86, 225 + 20 * at, line, 13) for at, line in enumerate(cell)), Text(186, 225, "90%", 13))
    made.save()
    assert quotes(read(tmp_path / "plan.pdf")) == ["社区居家养老服务设施\n覆盖率\t90%"]


def test_a_frame_around_prose_is_no_table(tmp_path: Path) -> None:
    made = canvas(tmp_path / "plan.pdf")
    made.rect(60, HEIGHT - 700, 480, 640)
    draw(made, *typeset([PROSE])[0])
    made.save()
    assert quotes(read(tmp_path / "plan.pdf")) == [PROSE]


def test_a_table_over_pages_is_one_and_its_heading_stands_once(tmp_path: Path) -> None:
    made = canvas(tmp_path / "plan.pdf")
    number = page_number()
    for page, row in enumerate([("床位", "张", "1200"), ("托位", "个", "600")], 1):
        texts, ys = _ruled([_HEADER, row], 120)
        grid(made, _XS, ys)
        draw(made, *texts)
        number(made, page)
        made.showPage()
    made.save()
    extract = read(tmp_path / "plan.pdf")
    assert quotes(extract) == ["指标\t单位\t2025年", "床位\t张\t1200", "托位\t个\t600"]
    assert {block.table for block in extract.blocks} == {0}
    assert [extract.text[at : at + 2] for at in extract.pages] == ["指标", "托位"]


def test_text_between_two_tables_parts_them(tmp_path: Path) -> None:
    made = canvas(tmp_path / "plan.pdf")
    for page in range(2):
        texts, ys = _ruled([_HEADER, ("床位", "张", str(page))], 200)
        grid(made, _XS, ys)
        draw(made, Text(LEFT + 32, 150, f"表{page}"), *texts)
        made.showPage()
    made.save()
    assert [block.table for block in read(tmp_path / "plan.pdf").blocks] == [None, 0, 0, None, 1, 1]


def test_a_row_cut_by_the_page_is_joined(tmp_path: Path) -> None:
    made = canvas(tmp_path / "plan.pdf")
    xs = (80.0, 180.0, 400.0)
    grid(made, xs, (600, 700))
    draw(made, Text(86, 620, "支付便利", 14), Text(186, 620, "支持移动支付和境外银行卡受理", 14))
    draw(made, Text(186, 640, "终端支付以及现金支付等多种支", 14))
    made.showPage()
    grid(made, xs, (100, 160))
    draw(made, Text(186, 120, "付方式。", 14))
    made.showPage()
    made.save()
    whole = "支付便利\t支持移动支付和境外银行卡受理终端支付以及现金支付等多种支付方式。"
    assert quotes(read(tmp_path / "plan.pdf")) == [whole]


def test_a_table_without_vertical_rules_keeps_its_columns(tmp_path: Path) -> None:
    rows = [_HEADER, ("护理型床位", "张", "1200"), ("托位", "个", "600"), ("覆盖率", "", "90%")]
    pages = [[*typeset([PROSE])[0], *_rows(rows, 400), Text(LEFT + 32, 620, "二、重点任务")]]
    extract = read(save(tmp_path / "plan.pdf", pages))
    assert quotes(extract) == [PROSE, *("\t".join(row) for row in rows), "二、重点任务"]
    assert [block.kind for block in extract.blocks].count(BlockKind.ROW) == 4
