"""Paragraphs and rows of plain text: which lines belong together is decided by evidence."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from duibiao.documents import read
from duibiao.documents.text import read_text
from duibiao.language.normalise import plain_text
from tests.documents.shared import lawful, quotes, texts

PROSE = (
    "坚持以人民为中心的发展思想，加快建设居家社区机构相协调、医养康养相结合的养老服务体系，"
    "全面提升养老服务质量和水平，到2025年全县养老机构护理型床位占比达到百分之五十五以上，"
    "每个乡镇至少建成一所具备综合功能的养老服务中心，社区日间照料服务实现全覆盖，老年人的获得感明显增强。"
)


def wrapped(paragraphs: list[str], width: int = 28) -> list[str]:
    return [paragraph[at : at + width] for paragraph in paragraphs for at in range(0, len(paragraph), width)]


def test_lines_broken_at_one_width_are_joined() -> None:
    paragraphs = ["一、总体要求", PROSE, "（一）主要目标", PROSE[20:] + PROSE[:45] + "。", "二、重点任务", PROSE[7:]]
    extract = read_text("\n".join(wrapped(paragraphs)).encode())
    lawful(extract)
    assert [quote.replace("\n", "") for quote in quotes(extract)] == paragraphs


def test_a_paragraph_to_a_line_stays_as_it_is() -> None:
    lines = [
        "示例县实施方案",
        "一、总体要求",
        PROSE,
        "二、目标",
        PROSE[30:],
        "建成10所",
        "示例县人民政府",
        "2024年3月1日",
    ]
    assert quotes(read_text("\n".join(lines).encode())) == lines


def test_one_cell_to_a_line_is_no_wrapped_text() -> None:
    lines = ["序号", "指标", "2025年", "1", "床位数", "100", "2", "托位数", "-", "3", "覆盖率", "90%"] * 4
    assert quotes(read_text("\n".join(lines).encode())) == lines


def test_line_ends_count_as_they_are() -> None:
    text = "一、目标\r\n建成10所。\r\n"
    extract = read_text(b"\xef\xbb\xbf" + text.encode())
    assert extract.text == text
    assert [block.span.start for block in extract.blocks] == [0, 6]


def test_indents_and_trailing_space_are_outside_the_block() -> None:
    assert quotes(read_text("　　一、目标  \n\xa0 建成10所。\u3000".encode())) == ["一、目标", "建成10所。"]


def test_an_indent_begins_a_paragraph_of_wrapped_text() -> None:
    first, second = wrapped(["　　" + PROSE[:110], "　　" + PROSE[5:110]]), wrapped(["　　" + PROSE[9:110]])
    extract = read_text("\n".join(first + second).encode())
    assert len(extract.blocks) == 3


def test_page_numbers_are_no_part_of_the_sentence() -> None:
    lines = wrapped([PROSE] * 30)
    pages: list[str] = []
    for number, at in enumerate(range(0, len(lines), 18), 1):
        pages += [*lines[at : at + 18], str(number)]
    extract = read_text("\n".join(pages).encode())
    lawful(extract)
    said = "".join(texts(extract))
    assert said == "".join(texts(read_text("\n".join(lines).encode())))
    assert sum(len(block.gaps) for block in extract.blocks) >= 3


def test_page_numbers_glued_to_the_next_line_are_gaps() -> None:
    lines = wrapped([PROSE] * 45)
    glued = [f"{at // 20}{line}" if at and at % 20 == 0 else line for at, line in enumerate(lines)]
    extract = read_text("\n".join(glued).encode())
    lawful(extract)
    assert "".join(texts(extract)) == "".join(texts(read_text("\n".join(lines).encode())))


def test_dressed_page_numbers_go_in_any_text() -> None:
    text = "一、目标\n- 3 -\n建成10所。\n— 4 —\n第 5 页 共 9 页\n完成。"
    assert quotes(read_text(text.encode())) == ["一、目标", "建成10所。", "完成。"]


def test_a_list_of_contents_is_left_out() -> None:
    text = "目录\n一、总体要求..........1\n二、重点任务··········12\n一、总体要求\n建成10所。"
    assert quotes(read_text(text.encode())) == ["目录", "一、总体要求", "建成10所。"]


def test_rows_of_a_wrapped_text_are_not_joined() -> None:
    rows = ["1 全员劳动生产率 万元/人 预期性 36 -", "2 单位建设用地生产总值提升幅度 % 预期性 - [20]"]
    extract = read_text("\n".join([*wrapped([PROSE] * 4), *rows]).encode())
    assert quotes(extract)[-2:] == rows


def test_a_stray_subscript_does_not_break_the_sentence() -> None:
    lines = wrapped([PROSE] * 4)
    extract = read_text("\n".join([*lines[:1], "2.5", *lines[1:]]).encode())
    assert texts(extract) == texts(read_text("\n".join(lines).encode()))


def test_a_text_without_line_ends_is_one_block() -> None:
    assert len(read_text((PROSE * 20).encode()).blocks) == 1


def test_tabs_and_bars_make_rows() -> None:
    text = "指标表\n指标\t2025年\t部门\n床位数\t100张\t民政局\n说明。\n| 指标 | 值 |\n|---|---|\n| 托位 |  |\n"
    extract = read_text(text.encode())
    lawful(extract)
    assert texts(extract) == ["指标表", "指标|2025年|部门", "床位数|100张|民政局", "说明。", "指标|值", "托位|"]
    assert [block.table for block in extract.blocks] == [None, 0, 0, None, 1, 1]


def test_two_names_on_a_signature_line_are_no_table() -> None:
    text = "示例县民政局    示例县财政局\n示例县教育局    示例县人社局\n2024年3月1日"
    assert all(not block.cells for block in read_text(text.encode()).blocks)


def test_what_was_copied_from_a_portal_is_left_out() -> None:
    text = (
        "政务公开\n  • 规章\n  • 政府文件\n示例县人民政府关于印发养老方案的通知\n"
        "来源：县政府办 发布时间：2023-07-19 浏览次数：12 字体：[大 中 小] 打印\n建成10所。\n責任編輯：張三\n"
        "扫一扫在手机打开当前页\n政府网站标识码5100000000  蜀ICP备00000000号-1"
    )
    assert quotes(read_text(text.encode())) == ["示例县人民政府关于印发养老方案的通知", "建成10所。"]


def test_short_lines_above_the_title_are_no_menu() -> None:
    text = "示例省民政厅  文件\n示例省财政厅\n示民发〔2023〕1号\n关于推进养老服务的通知"
    assert len(read_text(text.encode()).blocks) == 4


def test_a_form_feed_begins_a_page() -> None:
    extract = read_text("一、目标\n\f二、任务\n\f".encode())
    assert extract.pages == (0, 6)


@given(st.text(alphabet="一、二（）。，\n\r\t |-0123 建成床位—\u3000\f"))
def test_blocks_never_leave_the_text(text: str) -> None:
    lawful(read_text(text.encode()))


@given(st.lists(st.sampled_from([PROSE, PROSE[12:], PROSE[40:], "一、总体要求", "（二）任务"]), min_size=1, max_size=8))
def test_no_word_of_a_wrapped_text_is_lost(paragraphs: list[str]) -> None:
    extract = read_text("\n".join(wrapped(paragraphs)).encode())
    assert "".join(quotes(extract)).replace("\n", "") == "".join(paragraphs)


def test_the_outline_sees_no_page_number(tmp_path: Path) -> None:
    lines = wrapped([PROSE] * 40)
    glued = [f"{at // 18}{line}" if at and at % 18 == 0 else line for at, line in enumerate(lines)]
    path = tmp_path / "x.txt"
    path.write_text("\n".join(["示例县实施方案", "一、主要任务", *glued]), encoding="utf-8")
    said = "".join(clause.plain.text for clause in read(path).clauses)
    assert said == f"示例县实施方案一、主要任务{plain_text(PROSE) * 40}"


def test_a_wrapped_stretch_between_long_paragraphs_is_joined() -> None:
    lines = [PROSE, "附件", *wrapped([PROSE] * 4), *([PROSE[3:]] * 6)]
    found = [quote.replace("\n", "") for quote in quotes(read_text("\n".join(lines).encode()))]
    assert found == [PROSE, "附件", *([PROSE] * 4), *([PROSE[3:]] * 6)]
