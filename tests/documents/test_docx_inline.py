"""What a paragraph's runs amount to: changes, hidden text, breaks, symbols, fields, text boxes."""

from pathlib import Path

import pytest

from tests.documents.docx_making import definition, item, level, para, read, read_quotes, run, use

_AUTHOR = 'w:id="1" w:author="x" w:date="2024-01-01T00:00:00Z"'


def _field(instruction: str, result: str | None) -> str:
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _box(text: str) -> str:
    content = f"<w:txbxContent>{para(text)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_insertions_stay_and_deletions_go(tmp_path: Path) -> None:
    body = (
        run("到2025年，") + f"<w:ins {_AUTHOR}>{run('全县')}</w:ins>"
        + f"<w:del {_AUTHOR}><w:r><w:delText>全市</w:delText></w:r></w:del>" + run("建成10所")
    )  # fmt: skip
    assert read_quotes(tmp_path, para(body)) == ["到2025年，全县建成10所"]


def test_moved_text_stands_where_it_went(tmp_path: Path) -> None:
    gone = f"<w:moveFrom {_AUTHOR}>{run('旧处')}</w:moveFrom>"
    come = f"<w:moveTo {_AUTHOR}>{run('新处')}</w:moveTo>"
    assert read_quotes(tmp_path, para(gone + run("甲")), para(run("乙") + come)) == ["甲", "乙新处"]


def test_a_deleted_paragraph_mark_joins_the_next_paragraph(tmp_path: Path) -> None:
    mark = f"<w:rPr><w:del {_AUTHOR}/></w:rPr>"
    numbering = definition([level(0, "chineseCounting", "%1、")]) + use(1)
    body = [item("甲"), para("健全", mark), item("制度"), para("末", mark)]
    assert read_quotes(tmp_path, *body, numbering=numbering) == ["一、甲", "二、健全制度", "末"]


@pytest.mark.parametrize("hiding", ["<w:vanish/>", '<w:rStyle w:val="h"/>'])
def test_hidden_text_is_not_read(tmp_path: Path, hiding: str) -> None:
    styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert read_quotes(
        tmp_path, para(run("甲") + run("密", hiding) + run("乙", '<w:vanish w:val="0"/>')), styles=styles
    ) == ["甲乙"]


def test_signs_that_are_no_text_runs(tmp_path: Path) -> None:
    body = (
        "<w:r><w:t>2020</w:t><w:noBreakHyphen/><w:t>2025年</w:t><w:softHyphen/><w:tab/>"
        '<w:sym w:font="Symbol" w:char="F0B3"/><w:t>90%</w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    )
    assert read_quotes(tmp_path, para(body)) == ["2020-2025年\t≥90%☑"]


def test_wrappers_are_walked_through(tmp_path: Path) -> None:
    body = (
        f"<w:hyperlink>{run('一')}</w:hyperlink><w:smartTag>{run('二')}</w:smartTag><w:customXml>{run('三')}</w:customXml>"
        f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{run('四')}</w:sdtContent></w:sdt>"
        f"<w:fldSimple w:instr=' REF x '>{run('五')}</w:fldSimple>"
        f"<w:r><w:ruby><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('六')}</w:rubyBase></w:ruby></w:r>"
    )
    block = f"<w:sdt><w:sdtContent>{para('七')}</w:sdtContent></w:sdt><w:customXml>{para('八')}</w:customXml>"
    assert read_quotes(tmp_path, para(body), block) == ["一二三四五六", "七", "八"]


def test_a_field_shows_its_result_and_not_its_instruction(tmp_path: Path) -> None:
    assert read_quotes(tmp_path, para(run("第") + _field(" PAGE ", run("3")) + run("页"))) == ["第3页"]


def test_a_circled_number_is_an_equation_field(tmp_path: Path) -> None:
    assert read_quotes(tmp_path, para(_field("eq \\o\\ac(○,2)", None) + run("建设"))) == ["②建设"]


def test_a_table_of_contents_is_left_out(tmp_path: Path) -> None:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    start = f"{begin}<w:r><w:instrText> TOC \\o '1-3' </w:instrText></w:r>{middle}{run('一、目标 1')}"
    entry = f"<w:hyperlink>{run('二、任务')}{_field(' PAGEREF x ', run('2'))}</w:hyperlink>"
    body = [para(start), para(entry), para(end), para("一、目标"), para("二、任务")]
    assert read_quotes(tmp_path, *body) == ["一、目标", "二、任务"]
    # A field that never ends must not swallow the plan.
    assert read_quotes(tmp_path, *body[:2], *body[3:])[-2:] == ["一、目标", "二、任务"]


def test_a_contents_control_inside_another_takes_only_itself_away(tmp_path: Path) -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    contents = f"<w:sdt>{gallery}<w:sdtContent>{para('一、目标 1')}</w:sdtContent></w:sdt>"
    assert read_quotes(tmp_path, f"<w:sdt><w:sdtContent>{contents}{para('正文')}</w:sdtContent></w:sdt>") == ["正文"]


def test_a_fraction_keeps_its_stroke(tmp_path: Path) -> None:
    name = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    one, three = (f"<m:r><m:t>{digit}</m:t></m:r>" for digit in "13")
    fraction = f"<m:oMath {name}><m:f><m:num>{one}</m:num><m:den>{three}</m:den></m:f></m:oMath>"
    assert read_quotes(tmp_path, para(run("占比不低于") + fraction)) == ["占比不低于1/3"]


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [("Symbol", "F0A3", "≤"), ("Symbol", "41", "A"), ("Wingdings", "F081", "①"), ("Wingdings", "F001", ""),
     ("宋体", "2265", "≥"), ("Arial", "41", "A"), ("Arial", "x", ""), ("Arial", "E000", "")],
)  # fmt: skip
def test_symbols_of_fonts_are_characters(tmp_path: Path, font: str, code: str, shown: str) -> None:
    sign = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    assert read_quotes(tmp_path, para(run("甲") + sign + run("乙"))) == [f"甲{shown}乙"]


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    assert read_quotes(tmp_path, para(run("前") + _box("框内") + run("后")), para("下")) == ["前后", "框内", "下"]


def test_a_title_broken_over_lines_is_one_paragraph(tmp_path: Path) -> None:
    title = "<w:r><w:t>关于印发示例县养老服务</w:t><w:br/><w:t>实施方案的通知</w:t></w:r>"
    assert read_quotes(tmp_path, para(title)) == ["关于印发示例县养老服务\n实施方案的通知"]


def test_lines_that_are_paragraphs_are_parted(tmp_path: Path) -> None:
    lines = ["一、目标", "建成10所。", "新增100张", "（一）选址"]
    pasted = f"<w:r>{'<w:br/>'.join(f'<w:t>{line}</w:t>' for line in lines)}</w:r>"
    assert read_quotes(tmp_path, para(pasted)) == lines


def test_headings_are_what_the_format_declares(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="3"><w:basedOn w:val="1"/>'
        '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="4"><w:name w:val="Normal"/></w:style>'
    )
    marks = ['<w:pStyle w:val="1"/>', '<w:pStyle w:val="2"/>', '<w:pStyle w:val="3"/>', '<w:outlineLvl w:val="2"/>', ""]
    extract = read(tmp_path, *(para("标题", mark) for mark in marks), styles=styles)
    assert [block.heading for block in extract.blocks] == [1, 2, None, 3, None]
