"""Tables: every number under its heading, frames around prose taken off."""

from pathlib import Path

from duibiao.model.document import BlockKind
from tests.documents.docx_making import cell, definition, item, level, para, read, read_quotes, table, use


def test_rows_keep_their_cells_and_their_place(tmp_path: Path) -> None:
    rows = table([cell("指标"), cell("2025年")], [cell("床位（张）"), cell("1200")])
    extract = read(tmp_path, para("前"), rows, para("后"), table([cell("甲"), cell("乙")]))
    assert extract.text == "前\n指标\t2025年\n床位（张）\t1200\n后\n甲\t乙"
    assert [block.table for block in extract.blocks] == [None, 0, 0, None, 1]
    assert [[extract.text[at.start : at.end] for at in block.cells] for block in extract.blocks][1:3] == [
        ["指标", "2025年"], ["床位（张）", "1200"],
    ]  # fmt: skip


def test_merged_cells_leave_empty_ones(tmp_path: Path) -> None:
    rows = table(
        [cell("指标", merge="restart"), cell("目标值", span=2)],
        [cell("", merge="continue"), cell("2023年"), cell("2025年")],
        [cell("床位"), cell("800"), cell("1200")],
        widths=(2000, 2000, 2000),
    )
    assert read_quotes(tmp_path, rows) == ["指标\t目标值\t", "\t2023年\t2025年", "床位\t800\t1200"]


def test_borders_that_do_not_quite_meet_make_no_columns(tmp_path: Path) -> None:
    rows = table(
        [cell("指标"), cell("单位", span=2), cell("2025年")],
        [cell("床位", span=2), cell("张"), cell("1200")],
        widths=(3000, 200, 2000, 2000),
    )
    assert read_quotes(tmp_path, rows) == ["指标\t单位\t2025年", "床位\t张\t1200"]


def test_columns_of_a_table_without_widths_stay_apart(tmp_path: Path) -> None:
    rows = table([cell("甲"), cell("乙"), cell("丙")], [cell("丁", span=2), cell("戊")])
    assert read_quotes(tmp_path, rows) == ["甲\t乙\t丙", "丁\t\t戊"]


def test_a_frame_around_prose_is_taken_off(tmp_path: Path) -> None:
    inner = table([cell("指标"), cell("床位")])
    extract = read(tmp_path, table([cell("一、总体要求", para("建成10所。") + inner)]))
    assert [block.kind for block in extract.blocks] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.ROW]


def test_a_nested_table_is_read_in_its_cell(tmp_path: Path) -> None:
    inner = table([cell("床位"), cell("1200")], [cell("托位"), cell("600")])
    assert read_quotes(tmp_path, table([cell("目标"), cell(para("其中：") + inner)])) == [
        "目标\t其中：\n床位 1200\n托位 600"
    ]


def test_deleted_rows_are_gone_and_empty_rows_say_nothing(tmp_path: Path) -> None:
    rows = table([cell("甲"), cell("乙")], [cell("旧"), cell("旧")], [cell(""), cell("")], [cell("丙"), cell("")])
    first, second, rest = rows.split("<w:tr>", 2)
    marked = f'{first}<w:tr>{second}<w:tr><w:trPr><w:del w:id="1" w:author="x"/></w:trPr>{rest}'
    assert read_quotes(tmp_path, marked) == ["甲\t乙", "丙\t"]


def test_a_column_numbered_automatically_shows_its_numbers(tmp_path: Path) -> None:
    numbering = definition([level(0, "decimal", "%1")]) + use(1)
    rows = table([cell("序号"), cell("指标")], [cell(item("")), cell("床位")], [cell(item("")), cell("托位")])
    assert read_quotes(tmp_path, rows, numbering=numbering) == ["序号\t指标", "1\t床位", "2\t托位"]


def test_a_row_that_begins_late_keeps_its_columns(tmp_path: Path) -> None:
    late = "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell("600") + "</w:tr>"
    rows = table([cell("床位"), cell("1200")], widths=(3000, 3000)).replace("</w:tbl>", late + "</w:tbl>")
    assert read_quotes(tmp_path, rows) == ["床位\t1200", "\t600"]
