"""Lines on paper become the paragraphs that were typeset; what is printed on every page is left out."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.pdf_making import (
    CHARS,
    HEIGHT,
    LEFT,
    PROSE,
    SIZE,
    TOP,
    WIDTH,
    Text,
    canvas,
    draw,
    head,
    page_number,
    read,
    save,
    typeset,
)  # fmt: skip
from tests.documents.shared import REAL, needs_real, quotes, texts

PARAGRAPHS = [
    "一、总体要求", PROSE, "（一）主要目标。" + PROSE[40:], "1.建成10所中心。", PROSE[7:] + PROSE[:30] + "。",
    "二、重点任务", PROSE[20:], "（市民政局、市财政局负责）", PROSE, "三、保障措施", PROSE[:60] + "。",
]  # fmt: skip


def test_hard_wraps_are_joined_over_lines_and_pages(tmp_path: Path) -> None:
    extract = read(save(tmp_path / "plan.pdf", typeset(PARAGRAPHS), page_number()))
    assert quotes(extract) == PARAGRAPHS


def test_each_page_has_the_place_where_it_begins(tmp_path: Path) -> None:
    pages = typeset(PARAGRAPHS)
    extract = read(save(tmp_path / "plan.pdf", pages, page_number()))
    assert len(pages) > 1
    assert [extract.text[at : at + 5] for at in extract.pages] == [page[0].text[:5] for page in pages]


def test_an_empty_page_begins_where_the_next_one_does(tmp_path: Path) -> None:
    first, second = [Text(LEFT, 200, "前言")], [Text(LEFT, 200, "后语")]
    assert read(save(tmp_path / "plan.pdf", [first, [], second, []])).pages == (0, 3, 3, 5)


@pytest.mark.parametrize("pattern", ["— {} —", "- {} -", "{}", "第 {} 页", "第{}页 共9页", "{}/9"])
def test_page_numbers_and_running_heads_are_left_out(tmp_path: Path, pattern: str) -> None:
    marks = (page_number(pattern), head("示例县人民政府公报 第{}期"))
    assert quotes(read(save(tmp_path / "plan.pdf", typeset(PARAGRAPHS), *marks))) == PARAGRAPHS


def test_a_bare_number_that_does_not_count_pages_stays(tmp_path: Path) -> None:
    pages = [[Text(LEFT, 300, "指标"), Text(LEFT, 780, number)] for number in ("90", "100", "85")]
    assert "100" in quotes(read(save(tmp_path / "plan.pdf", pages)))


def test_a_title_over_two_lines_is_one_paragraph(tmp_path: Path) -> None:
    title = ["关于印发示例县推进养老服务高质量", "发展实施方案的通知"]
    lines = [Text((WIDTH - 22 * len(line)) / 2, 150 + 32 * at, line, 22) for at, line in enumerate(title)]
    number = Text(230, 240, "示政办发〔2024〕5号")
    body = [Text(text.x, text.y + 180, text.text) for text in typeset([PROSE])[0]]
    assert quotes(read(save(tmp_path / "plan.pdf", [[*lines, number, *body]]))) == ["".join(title), number.text, PROSE]


def test_a_title_set_wide_has_no_spaces(tmp_path: Path) -> None:
    wide = [Text(180 + 44 * at, 150, char, 22) for at, char in enumerate("实施方案的通知")]
    body = [Text(text.x, text.y + 100, text.text) for text in typeset([PROSE])[0]]
    assert quotes(read(save(tmp_path / "plan.pdf", [[*wide, *body]])))[0] == "实施方案的通知"


def test_digits_and_latin_words_keep_their_gaps(tmp_path: Path) -> None:
    line = Text(LEFT, 200, "2025年建成10所Green Data中心，占比不低于55%")
    assert quotes(read(save(tmp_path / "plan.pdf", [[line]]))) == [line.text]


def test_bold_printed_twice_is_read_once(tmp_path: Path) -> None:
    made = canvas(tmp_path / "plan.pdf")
    draw(made, Text(LEFT, 200, "一、总体要求"), Text(LEFT + 0.4, 200, "一、总体要求"))
    made.save()
    assert quotes(read(tmp_path / "plan.pdf")) == ["一、总体要求"]


def test_a_stamp_across_the_page_is_left_out(tmp_path: Path) -> None:
    made = canvas(tmp_path / "plan.pdf")
    draw(made, Text(LEFT, 200, "一、总体要求"))
    made.rotate(40)
    draw(made, Text(400, 500, "内部资料", 60))
    made.save()
    assert quotes(read(tmp_path / "plan.pdf")) == ["一、总体要求"]


@pytest.mark.parametrize(("turn", "x", "y"), [(90, HEIGHT, 0), (180, WIDTH, HEIGHT), (270, 0, WIDTH)])
def test_a_page_turned_on_its_side_reads_upright(tmp_path: Path, turn: int, x: float, y: float) -> None:
    made = canvas(tmp_path / "plan.pdf")
    made.setPageRotation(turn)
    made.translate(x, y)
    made.rotate(turn)
    draw(made, Text(LEFT, 200, "（一）目标"), Text(LEFT, 100, "一、总体要求"), Text(400, 100, "附件"))
    made.save()
    assert quotes(read(tmp_path / "plan.pdf")) == ["一、总体要求 附件", "（一）目标"]


def test_paragraphs_without_indent_are_parted_by_space_or_numbers(tmp_path: Path) -> None:
    full = PROSE[: CHARS * 2 - 1] + "。"
    paragraphs = [full, "一、" + full[:-1] + "定。", "二、" + PROSE]
    assert quotes(read(save(tmp_path / "plan.pdf", typeset(paragraphs, indent=0)))) == paragraphs


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    narrow = [text for page in typeset(PARAGRAPHS[:8], chars=13) for text in page]
    half = len(narrow) // 2
    left = [Text(text.x, TOP + 20 * at, text.text, SIZE) for at, text in enumerate(narrow[:half])]
    right = [Text(text.x + 230, TOP + 7 + 20 * at, text.text, SIZE) for at, text in enumerate(narrow[half:])]
    assert quotes(read(save(tmp_path / "plan.pdf", [[*left, *right]]))) == PARAGRAPHS[:8]


_PARAGRAPH = st.integers(0, 80).flatmap(
    lambda start: st.integers(4, 90).map(
        lambda length: PROSE[start : start + length].rstrip("，、。").lstrip("，、。") + "。"
    )
)


@settings(max_examples=25, deadline=None)
@given(st.lists(_PARAGRAPH, min_size=1, max_size=14))
def test_no_character_is_lost_or_moved(tmp_path_factory: pytest.TempPathFactory, paragraphs: list[str]) -> None:
    path = tmp_path_factory.mktemp("pdf") / "plan.pdf"
    found = quotes(read(save(path, typeset(paragraphs), page_number())))
    assert "".join(found) == "".join(paragraphs)
    # Every paragraph begins where one began: two may be taken for one only where the first fills its last line.
    full = sum((len(text) + 2) % CHARS in (0, 1, CHARS - 1, CHARS - 2) for text in paragraphs)
    assert len(paragraphs) - full <= len(found) <= len(paragraphs)


@needs_real
def test_real_documents_come_out_as_their_twins() -> None:
    from duibiao.documents.read import extract  # noqa: PLC0415  the other readers are not needed elsewhere here

    def twins(key: str, suffix: str) -> tuple[list[str], list[str]]:
        one, two = (texts(extract(next(REAL.glob(f"{key}*.{kind}")))) for kind in ("pdf", suffix))
        return one, two

    # The text file breaks its paragraphs at semicolons and closes its headings with full stops.
    one, two = twins("N19", "txt")
    assert "".join(one).replace("。", "") == "".join(two).replace("。", "")
    # The page was corrected in two words, and has the number below the title; head and foot are not on it.
    one, two = twins("H09", "html")
    assert len(set(one) ^ set(two)) <= 10
