"""The law of the text: every comparable character leads back to the author's own."""

from hypothesis import given
from hypothesis import strategies as st

from duibiao.language.normalise import normalise, plain_text
from duibiao.model.span import Span


def test_typography_of_one_sentence_makes_no_difference() -> None:
    assert plain_text("到２０２５年，佔比達到５５％ 以上") == plain_text("到2025年,占比达到55%以上")


def test_a_quote_stays_as_the_author_wrote_it() -> None:
    text = "一、為落實《國務院辦公廳 意見》"
    plain = normalise(text)
    start = plain.text.index("国务院")
    span = plain.origin(start, start + len("国务院办公厅意见"))
    assert text[span.start : span.end] == "國務院辦公廳 意見"


def test_spaces_of_typesetting_go_and_those_between_latin_words_stay() -> None:
    assert plain_text("养老服 务\n设施 AI  Plus 2025 年") == "养老服务设施ai plus 2025年"


def test_a_part_counts_places_in_the_whole() -> None:
    plain = normalise("第一段\n第二段", Span(4, 7))
    assert plain.text == "第二段"
    assert plain.places == (4, 5, 6)


@given(st.text())
def test_places_never_fall_and_lie_in_the_text(text: str) -> None:
    plain = normalise(text)
    assert list(plain.places) == sorted(set(plain.places))
    assert all(0 <= place < len(text) for place in plain.places)


@given(st.text(alphabet="一二养老服务,。２０%（）() \n國務"))
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = plain_text(text)
    assert plain_text(once) == once
