"""HTML that a plan cannot break."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from duibiao.reports.html.markup import NOTHING, Html, el, join
from duibiao.reports.text import printable


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: Html) -> Reader:
    reader = Reader()
    reader.feed(html.text)
    reader.close()
    return reader


@given(st.text(), st.text())
def test_whatever_a_text_holds_stays_text(inside: str, attribute: str) -> None:
    reader = read(el("b", inside, title=attribute))
    assert reader.tags == [("b", [("title", printable(attribute))])]
    assert reader.text == printable(inside)


def test_what_turns_or_hides_text_is_taken_out() -> None:
    assert el("b", "台\u202e账\x1b[31m").text == "<b>台\ufffd账\ufffd[31m</b>"


def test_attributes_are_named_as_in_html_and_may_be_left_out() -> None:
    made = el("input", class_="a b", data_kind="x", hidden=True, title=None, checked=False, value=0)
    assert made.text == '<input class="a b" data-kind="x" hidden value="0">'


def test_children_may_be_nested() -> None:
    assert join("a<", (el("i", "b"), "c", NOTHING)).text == "a&lt;<i>b</i>c"
