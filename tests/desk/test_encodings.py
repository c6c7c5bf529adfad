"""What goes out of a pipe on a Chinese Windows, and elsewhere."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.desk.encodings import ESCAPE, chosen, of_table

TEXT = "不低于50㎡，𬭁，²"


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ("", "utf-8"),
        ("utf-8", "utf-8"),
        ("gbk", "gbk"),
        ("cp936", "gbk"),
        ("GB18030:ignore", "gb18030"),
        ("nosuch", "utf-8"),
    ],
)
def test_a_pipe_is_utf8_unless_somebody_says_otherwise(said: str, encoding: str) -> None:
    assert chosen({"PYTHONIOENCODING": said}, watched=False)[0] == encoding


def test_a_console_is_left_as_it_is_and_never_fails() -> None:
    encoding, errors = chosen({"PYTHONIOENCODING": "gbk"}, watched=True)
    assert encoding is None
    assert TEXT.encode("gbk", errors)


@pytest.mark.parametrize(
    ("said", "errors"), [("gbk", ESCAPE), ("gbk:replace", "replace"), ("gbk:strict", ESCAPE), ("gbk:nosuch", ESCAPE)]
)
def test_no_character_stops_a_report(said: str, errors: str) -> None:
    assert chosen({"PYTHONIOENCODING": said}, watched=False)[1] == errors


@given(st.text())
@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_json_stays_json_in_an_old_code_page(encoding: str, text: str) -> None:
    sent = json.dumps(text, ensure_ascii=False).encode(encoding, ESCAPE).decode(encoding)
    assert json.loads(sent) == text


def test_what_gbk_has_is_written_in_gbk() -> None:
    assert TEXT.encode("gbk", ESCAPE).decode("gbk") == "不低于50㎡，\\ud872\\udf41，\\u00b2"


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "utf-8-sig", "gb18030"])
def test_a_table_of_file_names_is_read_as_excel_saved_it(encoding: str) -> None:
    table = "path,region\r\n子\\lanxi.docx,云岭省\r\n"
    assert of_table(table.encode(encoding)) == table
    assert of_table(table.encode("utf-16")) is None
