"""Text on a screen: harmless, measured, wrapped."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from duibiao.reports.text import cells, lines, printable, wrap

CHINESE = st.text(alphabet="养老服务到2025年,底前。(一)“医养”abc -—%\u3000é", max_size=200)


@given(CHINESE, st.integers(min_value=2, max_value=60))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(cells(line) <= width for line in wrap(text, width))


@given(CHINESE, st.integers(min_value=2, max_value=60))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    assert "".join(wrap(text, width)).replace(" ", "") == text.replace(" ", "")


@given(CHINESE, st.integers(min_value=2, max_value=60))
def test_ranges_are_in_order(text: str, width: int) -> None:
    ranges = lines(text, width)
    assert all(start <= end for start, end in ranges)
    assert all(one[1] <= two[0] for one, two in pairwise(ranges))


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    assert wrap("达到百分之九十，逐年", 14) == ["达到百分之九", "十，逐年"]
    assert wrap("完善（医养结合）机构", 6) == ["完善", "（医养", "结合）", "机构"]


def test_numbers_and_words_stay_whole() -> None:
    assert wrap("覆盖率达到90.5%以上", 12) == ["覆盖率达到", "90.5%以上"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert wrap("abcdefgh", 3) == ["abc", "def", "gh"]


def test_width_counts_chinese_twice_and_combining_marks_not_at_all() -> None:
    assert cells("养老a") == 5
    assert cells("e\u0301") == 1


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = printable(text)
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


def test_hard_wraps_close_between_chinese_characters_only() -> None:
    assert printable("养老\n  服务") == "养老服务"
    assert printable("新建城区\n%\r\n70\n100\n市民政局") == "新建城区 % 70 100 市民政局"


def test_cells_of_a_row_stay_apart() -> None:
    assert printable("覆盖率\t%\t90") == "覆盖率  %  90"
