"""Automatic numbering: the labels that Word computes stand before the text, as on the printed page."""

from pathlib import Path

import pytest

from duibiao.documents.docx.numerals import write_number
from tests.documents.docx_making import definition, item, level, para, read_quotes, use

PLAN = definition(
    [level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3.")]
)


def test_levels_count_and_restart_below_a_higher_one(tmp_path: Path) -> None:
    body = [
        item("总体要求"), item("重点任务"), item("健全设施", 1), item("建设床位", 2), item("改造住房", 2),
        item("培养人才", 1), item("发放补贴", 2), item("保障措施"), item("加强领导", 1),
    ]  # fmt: skip
    assert read_quotes(tmp_path, *body, numbering=PLAN + use(1)) == [
        "一、总体要求", "二、重点任务", "（一）健全设施", "1. 建设床位", "2. 改造住房",
        "（二）培养人才", "1. 发放补贴", "三、保障措施", "（一）加强领导",
    ]  # fmt: skip


def test_a_label_of_several_levels_and_legal_style(tmp_path: Path) -> None:
    levels = [
        level(0, "chineseCountingThousand", "第%1章", suffix="space"),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%1.%2.%3", more="<w:isLgl/>"),
    ]
    body = [item("总则"), item("目标", 1), item("建成", 2), item("附则"), item("施行", 1), item("解释", 2)]
    assert read_quotes(tmp_path, *body, numbering=definition(levels) + use(1)) == [
        "第一章 总则", "一.1 目标", "1.1.1 建成", "第二章 附则", "二.1 施行", "2.1.1 解释",
    ]  # fmt: skip


def test_lists_of_one_definition_go_on_and_a_start_override_begins_anew(tmp_path: Path) -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = [item("甲"), item("乙", num=2), item("丙", num=3), item("丁", num=3), item("戊", num=1)]
    numbering = PLAN + use(1) + use(2) + use(3, override=anew)
    assert read_quotes(tmp_path, *body, numbering=numbering) == ["一、甲", "二、乙", "一、丙", "二、丁", "三、戊"]


def test_an_override_may_replace_a_level(tmp_path: Path) -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1.", start=4)}</w:lvlOverride>'
    assert read_quotes(tmp_path, item("甲"), item("乙"), numbering=PLAN + use(1, override=override)) == [
        "IV. 甲",
        "V. 乙",
    ]


@pytest.mark.parametrize(
    ("restart", "last"), [("", "1. 丁"), ('<w:lvlRestart w:val="0"/>', "3. 丁"), ('<w:lvlRestart w:val="1"/>', "3. 丁")]
)
def test_a_level_restarts_as_its_definition_says(tmp_path: Path, restart: str, last: str) -> None:
    levels = [
        level(0, "chineseCounting", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3.", more=restart),
    ]
    body = [item("大"), item("中", 1), item("甲", 2), item("乙", 2), item("中", 1), item("丁", 2)]
    assert read_quotes(tmp_path, *body, numbering=definition(levels) + use(1))[-1] == last


def test_a_paragraph_style_gives_the_number_unless_the_paragraph_takes_it_away(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = [
        para("甲", '<w:pStyle w:val="a"/>'),
        para("乙", '<w:pStyle w:val="b"/>'),
        para("丙", '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        para("丁", '<w:pStyle w:val="a"/>'),
    ]
    assert read_quotes(tmp_path, *body, numbering=PLAN + use(1), styles=styles) == [
        "一、甲",
        "（一）乙",
        "丙",
        "二、丁",
    ]


def test_a_level_tied_to_a_style_is_found_through_it(tmp_path: Path) -> None:
    levels = [level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2.", more='<w:pStyle w:val="b"/>')]
    styles = (
        '<w:style w:type="paragraph" w:styleId="b"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = [item("甲"), para("乙", '<w:pStyle w:val="b"/>')]
    assert read_quotes(tmp_path, *body, numbering=definition(levels) + use(1), styles=styles) == ["一、甲", "1. 乙"]


def test_a_list_style_points_to_the_definition_that_holds_the_levels(tmp_path: Path) -> None:
    numbering = (
        definition([level(0, "ideographTraditional", "%1、")], number=0, more='<w:styleLink w:val="s"/>')
        + definition([], number=1, more='<w:numStyleLink w:val="s"/>')
        + use(1, 0)
        + use(2, 1)
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="s"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert read_quotes(tmp_path, item("子", num=2), item("丑", num=2), numbering=numbering, styles=styles) == [
        "甲、子",
        "乙、丑",
    ]


def test_a_number_does_not_run_into_a_number(tmp_path: Path) -> None:
    numbering = definition([level(0, "decimal", "%1.")]) + use(1)
    assert read_quotes(tmp_path, item("5万个床位"), numbering=numbering) == ["1. 5万个床位"]


def test_bullets_are_left_out_and_lists_that_do_not_exist_number_nothing(tmp_path: Path) -> None:
    numbering = definition([level(0, "bullet", "\uf06c")]) + use(1)
    assert read_quotes(tmp_path, item("床位"), item("托位", num=9), numbering=numbering) == ["床位", "托位"]


def test_an_empty_numbered_paragraph_counts_but_is_no_text(tmp_path: Path) -> None:
    assert read_quotes(tmp_path, item("甲"), item(""), item("丙"), numbering=PLAN + use(1)) == ["一、甲", "三、丙"]


def test_a_circle_of_styles_or_links_ends(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="numbering" w:styleId="s"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = definition([], more='<w:numStyleLink w:val="s"/>') + use(1)
    body = [para("甲", '<w:pStyle w:val="a"/>'), item("乙")]
    assert read_quotes(tmp_path, *body, numbering=numbering, styles=styles) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [
        (10, "chineseCounting", "十"), (12, "chineseCounting", "十二"), (20, "chineseCounting", "二十"),
        (105, "chineseCounting", "一〇五"), (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCountingThousand", "一百一十"), (1001, "chineseCountingThousand", "一千零一"),
        (21, "japaneseCounting", "二十一"), (12, "chineseLegalSimplified", "壹拾贰"),
        (2, "ideographLegalTraditional", "貳"), (10, "ideographDigital", "一〇"), (3, "ideographTraditional", "丙"),
        (1, "ideographZodiac", "子"), (3, "decimalEnclosedCircle", "③"), (21, "decimalEnclosedCircleChinese", "㉑"),
        (51, "decimalEnclosedCircle", "51"), (2, "decimalEnclosedParen", "⑵"), (2, "decimalEnclosedFullstop", "⒉"),
        (12, "decimalFullWidth", "１２"), (3, "decimalZero", "03"), (3, "lowerLetter", "c"), (28, "upperLetter", "BB"),
        (14, "lowerRoman", "xiv"), (2, "ordinal", "2nd"), (12, "ordinal", "12th"), (7, "none", ""),
        (7, "unheardOf", "7"),
    ],
)  # fmt: skip
def test_numbers_are_written_in_the_format_of_their_list(number: int, style: str, written: str) -> None:
    assert write_number(number, style) == written
