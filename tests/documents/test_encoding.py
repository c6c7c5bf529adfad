import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.documents.encoding import decode, decode_declared, looks_like_text
from duibiao.model.errors import UnreadableError

PLAN = "示例县养老服务实施方案\r\n一、总体要求\r\n到2025年，全县养老机构护理型床位占比达到55%以上。\r\n"
TRADITIONAL = "推進養老服務發展實施方案\n一、總體要求\n到2025年，護理型床位占比達到55%以上，由民政局負責。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_simplified_chinese_survives_every_encoding(encoding: str) -> None:
    assert decode(PLAN.encode(encoding)) == PLAN


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "gb18030", "utf-16-le"])
def test_traditional_chinese_survives_every_encoding(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)) == TRADITIONAL


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(codecs.BOM_UTF16_BE + "一、目标".encode("utf-16-be")) == "一、目标"
    assert decode(codecs.BOM_UTF8 + "一、目标".encode()) == "一、目标"


def test_a_file_cut_off_inside_a_character_is_still_utf8() -> None:
    text = decode((PLAN * 20).encode()[:-4])
    assert text.startswith(PLAN)


def test_one_spoilt_byte_does_not_change_the_encoding() -> None:
    data = (PLAN * 20).encode("gb18030")
    text = decode(data[:200] + b"\xff" + data[201:])
    assert text.startswith("示例县养老服务实施方案")
    assert text.count("\ufffd") <= 2


def test_characters_outside_gbk_need_gb18030() -> None:
    text = "㐂镇和䶮村养老服务设施，由民政局负责。" * 3
    assert decode(text.encode("gb18030")) == text


def test_a_declared_encoding_is_believed_only_where_it_reads_the_bytes() -> None:
    assert decode_declared(PLAN.encode("gbk"), "gb2312") == PLAN
    assert decode_declared(PLAN.encode(), "gb2312") == PLAN
    assert decode_declared(PLAN.encode("gbk"), "utf-8") == PLAN
    assert decode_declared(PLAN.encode(), "no-such-encoding") == PLAN


def test_bytes_of_a_program_are_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        decode(bytes(range(256)) * 40)
    assert caught.value.code == "unsupported"
    assert caught.value.advice is not None


def test_control_characters_are_no_writing() -> None:
    assert looks_like_text("一、总体要求\f\t")
    assert not looks_like_text("\x01\x02\x03一")


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode()) == text
