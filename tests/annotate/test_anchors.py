"""A comment stands on exactly the words it is about, however the file holds them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duibiao.annotate import annotate
from duibiao.documents.docx import read_docx
from duibiao.documents.docx.xml import w
from duibiao.model.comment import Comment, Words
from duibiao.model.span import Span
from tests.annotate.looking import annotated, on, part, seen, shape, words
from tests.annotate.making import box, deletion, insertion
from tests.documents.docx_making import cell, definition, item, level, para, run, table, use, write

_NUMBERING = definition([level(0, "chineseCounting", "（%1）")]) + use(1)
_RUBY = (
    "<w:r><w:ruby><w:rt><w:r><w:t>lan xi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>澜溪</w:t></w:r></w:rubyBase>"
    "</w:ruby></w:r>"
)


def control(inner: str, kind: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("content", "quote"),
    [
        pytest.param(run("覆盖率达到80%左右。"), "80%左右", id="inside-a-run"),
        pytest.param(run("到20", "<w:b/>") + run("25年"), "到2025", id="over-runs"),
        pytest.param(run("到2025年"), "到2025年", id="a-whole-run"),
        pytest.param("<w:r><w:t>到</w:t><w:tab/><w:t>2025年建成</w:t></w:r>", "2025年", id="after-a-tab-of-its-run"),
        pytest.param("<w:r><w:t>关于</w:t><w:br/><w:t>印发方案</w:t></w:r>", "关于\n印发", id="over-a-line-break"),
        pytest.param(run("新增") + insertion("床位500张") + run("。"), "500", id="inside-an-insertion"),
        pytest.param(run("新增") + insertion("床位500张") + run("以上"), "500张以", id="out-of-an-insertion"),
        pytest.param(run("新增") + deletion("三") + run("五百张"), "新增五百", id="over-a-deletion"),
        pytest.param(f"<w:hyperlink>{run('见省政府网站')}</w:hyperlink>{run('。')}", "省政府", id="inside-a-link"),
        pytest.param(f"<w:hyperlink>{run('见省政府网站')}</w:hyperlink>{run('。')}", "网站。", id="out-of-a-link"),
        pytest.param(run("在") + _RUBY + run("县"), "澜溪县", id="from-a-reading-aid"),
        pytest.param(control(run("到2025年底前")), "2025年", id="inside-a-control"),
        pytest.param(run("  到2025年  建成  "), "2025年  建成", id="between-spaces"),
    ],
)
def test_the_words_between_the_marks_are_the_words_quoted(tmp_path: Path, content: str, quote: str) -> None:
    source = write(tmp_path / "plan.docx", para(content) + para("其余。"))
    copy = annotated(source, quote)
    assert [found.replace("lan xi", "") for found in words(copy)] == [quote.replace("\n", "")]
    assert shape(part(copy), without="0") == shape(part(source))


def test_a_control_that_is_filled_in_is_commented_on_as_a_whole(tmp_path: Path) -> None:
    source = write(tmp_path / "plan.docx", para(run("于") + control(run("2025年12月"), "<w:date/>") + run("前建成")))
    copy = annotated(source, "12月前")
    assert words(copy) == ["2025年12月前"]
    assert not list(part(copy).find(f".//{w('sdt')}").iter(w("commentRangeStart")))


def test_an_automatic_number_is_not_part_of_the_words(tmp_path: Path) -> None:
    source = write(tmp_path / "plan.docx", item("总体要求") + item("重点任务"), numbering=_NUMBERING)
    text = read_docx(source).text
    assert text.splitlines() == ["（一）总体要求", "（二）重点任务"]
    assert words(annotated(source, "（二）重点")) == ["重点"]


def test_a_comment_on_a_number_alone_stands_on_what_is_next_to_it(tmp_path: Path) -> None:
    source = write(tmp_path / "plan.docx", item("总体要求") + item("重点任务"), numbering=_NUMBERING)
    assert words(annotated(source, "（二）")) == ["重点任务"]


def test_cells_are_told_apart_and_spanned(tmp_path: Path) -> None:
    rows = [cell("床位"), cell("1200")], [cell("护理员"), cell("1200")]
    source = write(tmp_path / "plan.docx", table(*rows, widths=(4000, 4000)))
    copy = annotated(source, "护理员", "床位\t1200")
    assert words(copy) == ["护理员", "床位1200"]


def test_evidence_may_run_over_two_paragraphs(tmp_path: Path) -> None:
    source = write(tmp_path / "plan.docx", para("一是建成10所。") + para("二是新增20所。") + para("三是其余。"))
    copy = annotated(source, "10所。\n二是新增20")
    assert words(copy) == ["10所。二是新增20"]
    start, end = (next(part(copy).iter(w(name))) for name in ("commentRangeStart", "commentRangeEnd"))
    assert start.getparent().tag == end.getparent().tag == w("p")


def test_marks_stand_outside_an_insertion_where_they_can(tmp_path: Path) -> None:
    source = write(tmp_path / "plan.docx", para(run("新增") + insertion("床位") + run("。")))
    inserted = part(annotated(source, "床位")).find(f".//{w('ins')}")
    assert [child.tag for child in inserted] == [w("r")]


def test_words_of_a_text_box_are_commented_on_beside_it(tmp_path: Path) -> None:
    source = write(
        tmp_path / "plan.docx", para(run("见下图：") + box("到2025年，建成10所。") + run("完")) + para("其余。")
    )
    text = read_docx(source).text
    content = annotate(
        source, [on(text, "10所", "不足", aside="文本框中：“10所”"), on(text, "其余", "多余", aside="无")]
    )
    copy = tmp_path / "copy.docx"
    copy.write_bytes(content)
    boxed, plain = seen(copy)
    assert boxed.lines == ("文本框中：“10所”", "不足")
    assert plain.lines == ("多余",)
    start = next(part(copy).iter(w("commentRangeStart")))
    assert not list(start.iterancestors(w("txbxContent")))
    assert shape(part(copy), without="01") == shape(part(source))


def test_words_that_run_into_a_text_box_are_marked_where_they_begin(tmp_path: Path) -> None:
    source = write(tmp_path / "plan.docx", para(box("框内") + run("前文")) + para("其余。"))
    assert words(annotated(source, "前文\n框内")) == ["前文"]


def test_several_comments_on_the_same_and_on_crossing_words(tmp_path: Path) -> None:
    source = write(tmp_path / "plan.docx", para("到2025年，覆盖率达到80%左右。"))
    quotes = ("2025年", "到2025年，覆盖率", "覆盖率达到80%", "80%", "80%")
    assert words(annotated(source, *quotes)) == list(quotes)


def test_a_sign_is_a_word_of_its_own(tmp_path: Path) -> None:
    content = '<w:r><w:t>面积</w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t>30</w:t></w:r>'
    source = write(tmp_path / "plan.docx", para(content))
    copy = annotated(source, "≥30")
    start = next(part(copy).iter(w("commentRangeStart")))
    assert [child.tag for child in start.getnext()] == [w("sym"), w("t")]


def test_a_run_keeps_its_looks_on_both_sides_of_a_cut(tmp_path: Path) -> None:
    source = write(tmp_path / "plan.docx", para(run("到2025年建成", '<w:b/><w:color w:val="FF0000"/>')))
    runs = [r for r in part(annotated(source, "2025年")).iter(w("r")) if r.find(w("t")) is not None]
    assert ["".join(r.itertext()) for r in runs] == ["到", "2025年", "建成"]
    assert all([child.tag for child in r.find(w("rPr"))] == [w("b"), w("color")] for r in runs)


_piece = st.sampled_from(
    [
        para("一、总体要求"), para(run("到2025年，", "<w:b/>") + run(" 建成10所 ")), item("健全设施"), item("加快建设"),
        para(insertion("新增") + deletion("取消") + run("床位")), para(run("见图") + box("框内一", "框内二")),
        para("<w:r><w:t>关于</w:t><w:br/><w:t>印发。</w:t><w:br/><w:t>一、正文</w:t></w:r>"), para(_RUBY),
        para("标记没了", "<w:rPr><w:del/></w:rPr>"), table([cell("甲"), cell("乙", "丙")], widths=(4000, 4000)),
        para(control(run("控件")) + control(run("日期"), "<w:date/>")),
    ]
)  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(body=st.lists(_piece, min_size=1, max_size=6), data=st.data())
def test_any_place_of_any_document_can_be_commented_on(tmp_path: Path, body: list[str], data: st.DataObject) -> None:
    source = write(tmp_path / "plan.docx", "".join(body) + para("末段"), numbering=_NUMBERING)
    text = read_docx(source).text
    places = st.integers(0, len(text) - 1)
    spans = data.draw(st.lists(st.tuples(places, st.integers(1, 9)), min_size=1, max_size=5))
    comments = [Comment(span=Span(at, min(at + n, len(text))), lines=((Words("批注"),),)) for at, n in spans]
    copy = tmp_path / "copy.docx"
    copy.write_bytes(annotate(source, comments))
    assert read_docx(copy).text == text
    assert len(seen(copy)) == len(comments)
    assert shape(part(copy), without={str(n) for n in range(5)}) == shape(part(source))
