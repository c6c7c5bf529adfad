import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from duibiao.__main__ import main
from duibiao.baselines import load
from tests.baselines.test_loading import GOLD, SHIPPED

LIST = """\
# 青山省的清单
schema: 1
baseline:
  id: qs
  title: 青山省要求
  level: province
  sources:
    - {id: q, title: 文件, issued: 2023-05-06}  # 官网版
requirements:
  # 第一章
  - id: QS-001
    text: 到2025年，护理型床位占比不低于55%   # 与规划一致
    targets:
      - {indicator: 护理型床位占比, op: ">=", value: 55, unit: "%"}
    departments: [民政厅, 省卫生健康委]
    source: {document: q, clause: 二（一）}

  - id: QS-002
    text: '公布清单: 明确对象'
    deadline: "2024-06"
    verified: false  # 待核
"""
Edit = Callable[[Any], object]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.yaml").write_text(LIST, "utf-8")
    assert main(["baseline", "export", "b.yaml", "-o", "b.xlsx", "-q"]) == 0
    return tmp_path


def cells(folder: Path, sheet: str) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(folder / "b.xlsx")[sheet].iter_rows(values_only=True))


def edited(folder: Path, edit: Edit, code: int = 0) -> str:
    """The list after somebody did `edit` to its workbook."""
    book = openpyxl.load_workbook(folder / "b.xlsx")
    edit(book)
    book.save(folder / "b.xlsx")
    assert main(["baseline", "import", "b.xlsx", "-o", "b.yaml", "--lang", "en"]) == code
    return (folder / "b.yaml").read_text("utf-8")


def closed(text: str) -> str:
    return re.sub(r" +#", " #", text)


def put(sheet: str, row: int, title: str, value: object) -> Edit:
    def edit(book: Any) -> None:
        heads = [cell.value for cell in book[sheet][1]]
        book[sheet].cell(row, heads.index(title) + 1).value = value

    return edit


def test_what_an_office_sees(folder: Path) -> None:
    heads, first, second = cells(folder, "要求")
    row = dict(zip(heads, first, strict=True))
    assert (row["编号"], row["责任部门"], row["条款"]) == ("QS-001", "民政厅、省卫生健康委", "二（一）")
    assert row["时限"] is None, "what is read from the text is not fixed"
    assert row["备注"] == "第一章\n与规划一致"
    assert dict(zip(heads, second, strict=True))["时限"] == "2024-06"
    assert dict(zip(heads, second, strict=True))["已核对"] == "否"
    assert cells(folder, "指标")[1] == ("QS-001", "护理型床位占比", ">=", 55, "%", None, None)
    assert ("title", "青山省要求") in cells(folder, "清单")


def test_the_same_list_makes_the_same_bytes(folder: Path) -> None:
    before = (folder / "b.xlsx").read_bytes()
    main(["baseline", "export", "b.yaml", "-o", "b.xlsx", "-q"])
    assert (folder / "b.xlsx").read_bytes() == before


@pytest.mark.parametrize("path", [*SHIPPED, *GOLD], ids=lambda path: path.stem)
def test_nothing_changed_is_nothing_written(path: Path, tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_bytes(path.read_bytes())
    (tmp_path / "b.xlsx").write_bytes(b"")
    file, book = str(tmp_path / "b.yaml"), str(tmp_path / "b.xlsx")
    assert main(["baseline", "export", file, "-o", book, "-q"]) == 0
    assert main(["baseline", "import", book, "-o", file, "-q"]) == 0
    assert (tmp_path / "b.yaml").read_bytes() == path.read_bytes()


def test_a_new_file_holds_the_same_list(folder: Path) -> None:
    assert main(["baseline", "import", "b.xlsx", "-o", "new.yaml"]) == 0
    assert load(folder / "new.yaml").requirements == load(folder / "b.yaml").requirements
    assert "# 与规划一致" in (folder / "new.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("sheet", "row", "title", "value", "before", "after"),
    [
        ("要求", 2, "原文", "到2025年，护理型床位占比不低于60%", "不低于55%   #", "不低于60%   #"),
        ("指标", 2, "数值", 60, "value: 55", "value: 60"),
        ("要求", 3, "时限", "2024-09", '"2024-06"', '"2024-09"'),
        ("要求", 3, "已核对", "是", "verified: false  # 待核", "verified: true  # 待核"),
        ("要求", 3, "约束力", "鼓励", "# 待核\n", "# 待核\n    strength: encourage\n"),
        ("要求", 2, "责任部门", "民政厅，财政厅", "[民政厅, 省卫生健康委]", "[民政厅, 财政厅]"),
        ("要求", 2, "条款", "三", "clause: 二（一）", "clause: 三"),
        ("要求", 2, "责任部门", None, "    departments: [民政厅, 省卫生健康委]\n", ""),
        ("来源", 2, "标题", "新文件", "title: 文件", "title: 新文件"),
        ("要求", 3, "备注", "待核\n省厅来电确认", "  - id: QS-002", "  # 省厅来电确认\n  - id: QS-002"),
    ],
)  # fmt: skip
def test_only_what_was_changed_changes(  # noqa: PLR0917  a case is a row
    folder: Path, sheet: str, row: int, title: str, value: object, before: str, after: str
) -> None:
    assert before in LIST
    # a comment at the end of a line stays in its column, as far as there is room
    assert closed(edited(folder, put(sheet, row, title, value))) == closed(LIST.replace(before, after))


def test_a_year_that_excel_made_a_number(folder: Path) -> None:
    assert 'deadline: "2025"' in edited(folder, put("要求", 2, "时限", 2025))


def test_a_new_row_goes_where_it_was_put(folder: Path) -> None:
    def edit(book: Any) -> None:
        book["要求"].insert_rows(3)
        put("要求", 3, "编号", "QS-009")(book)
        put("要求", 3, "原文", "新建综合信息平台3个")(book)
        book["指标"].append(["QS-009", "综合信息平台", ">=", 3, "个", "是", "甲市=1；乙市=2"])

    text = edited(folder, edit)
    baseline = load(folder / "b.yaml")
    assert [r.id for r in baseline.requirements] == ["QS-001", "QS-009", "QS-002"]
    assert dict(baseline.requirements[1].targets[0].shares) == {"甲市": 1, "乙市": 2}
    assert all(comment in text for comment in ("# 青山省的清单", "# 官网版", "# 第一章", "# 与规划一致", "# 待核"))


def test_a_row_that_is_gone_stays_in_the_list(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert edited(folder, lambda book: book["要求"].delete_rows(2)) == LIST
    assert "1 requirements that the Excel file does not hold are kept: QS-001" in capsys.readouterr().err


def test_columns_in_another_order_and_of_ones_own(folder: Path) -> None:
    def edit(book: Any) -> None:
        sheet = book["要求"]
        sheet.move_range("A1:A3", cols=30)
        put("要求", 2, "简称", "床位")(book)
        sheet.cell(1, 1).value = "我处意见"
        sheet.cell(2, 1).value = "同意"

    source = "    source: {document: q, clause: 二（一）}\n"
    assert edited(folder, edit) == LIST.replace(source, source + "    title: 床位\n")


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (put("要求", 3, "约束力", "务必"), "b.xlsx:3  requirements[1].strength"),
        (put("要求", 3, "编号", "QS-001"), "b.xlsx:3"),
        (put("要求", 3, "原文", None), "b.xlsx:3  requirements[1]"),
        (put("指标", 2, "数值", "很多"), "b.xlsx:2  requirements[0].targets[0].value"),
        (put("要求", 1, "编号", "号"), "has no column"),
        (lambda book: book.remove(book["要求"]), "has no sheet"),
    ],
)
def test_a_slip_in_excel_is_told_there_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str], edit: Edit, told: str
) -> None:
    assert edited(folder, edit, code=2) == LIST
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04nothing", "编号,原文".encode("gb18030")])
def test_what_is_no_workbook(folder: Path, capsys: pytest.CaptureFixture[str], content: bytes) -> None:
    (folder / "b.xlsx").write_bytes(content)
    assert main(["baseline", "import", "b.xlsx", "-o", "b.yaml"]) == 2
    assert "不是 Excel 文件" in capsys.readouterr().err


def test_a_faulty_list_is_mended_first(folder: Path) -> None:
    (folder / "b.yaml").write_text("baseline: {id: x}\n", "utf-8")
    assert main(["baseline", "import", "b.xlsx", "-o", "b.yaml"]) == 2
    assert (folder / "b.yaml").read_text("utf-8") == "baseline: {id: x}\n"


def test_no_cell_is_a_formula(folder: Path) -> None:
    (folder / "b.yaml").write_text("baseline: {id: x}\nrequirements: [{id: a, text: '=HYPERLINK(1)建设'}]\n", "utf-8")
    main(["baseline", "export", "b.yaml", "-o", "b.xlsx", "-q"])
    book = openpyxl.load_workbook(io.BytesIO((folder / "b.xlsx").read_bytes()))
    assert book["要求"]["C2"].data_type == "s"
