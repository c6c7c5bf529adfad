"""Tables of a page: rows where they hold data, paragraphs where they only lay out the page."""

from duibiao.documents.html import read_html
from duibiao.model.document import Extract
from tests.documents.shared import lawful, quotes

SENTENCE = "<p>为推进基本养老服务体系建设，结合我县实际，制定本方案，请认真贯彻执行。</p>"


def rows(table: str) -> list[list[str]]:
    return cells(read_html(f"<html><body>{SENTENCE}<table>{table}</table>{SENTENCE}</body></html>".encode()))


def cells(extract: Extract) -> list[list[str]]:
    lawful(extract)
    return [[extract.text[cell.start : cell.end] for cell in block.cells] for block in extract.blocks if block.cells]


def test_rows_and_cells() -> None:
    found = rows("<tr><th>指标</th><th>2025年</th></tr><tr><td>床位数<br>（张）</td><td> 500 </td></tr>")
    assert found == [["指标", "2025年"], ["床位数（张）", "500"]]


def test_a_cell_over_two_rows_stands_once_and_keeps_its_column() -> None:
    found = rows(
        "<tr><td rowspan=2>养老</td><td>床位</td><td>500</td></tr><tr><td>机构</td><td>10</td></tr>"
        "<tr><td>托育</td><td>托位</td><td>300</td></tr>"
    )
    assert found == [["养老", "床位", "500"], ["", "机构", "10"], ["托育", "托位", "300"]]


def test_a_cell_over_two_columns_keeps_the_headings_above_their_figures() -> None:
    found = rows(
        "<tr><td rowspan=2>指标</td><td colspan=2>目标值</td></tr><tr><td>2023年</td><td>2025年</td></tr>"
        "<tr><td>床位</td><td>300</td><td>500</td></tr>"
    )
    assert found == [["指标", "目标值", ""], ["", "2023年", "2025年"], ["床位", "300", "500"]]


def test_the_last_column_may_be_covered_from_above() -> None:
    found = rows("<tr><td>床位</td><td>500</td><td rowspan=2>民政局</td></tr><tr><td>机构</td><td>10</td></tr>")
    assert found == [["床位", "500", "民政局"], ["机构", "10", ""]]


def test_paragraphs_of_a_cell_do_not_run_together() -> None:
    found = rows("<tr><td>床位</td><td><p>2023年：10</p><p>2024年：20</p></td></tr><tr><td>机构</td><td>5</td></tr>")
    assert found[0] == ["床位", "2023年：10 2024年：20"]


def test_spans_without_sense_are_one() -> None:
    assert rows("<tr><td colspan=x>a</td><td rowspan=0>b</td></tr><tr><td colspan=-2>c</td><td>d</td></tr>") == [
        ["a", "b"],
        ["c", "d"],
    ]


def test_a_huge_span_does_not_fill_the_memory() -> None:
    found = rows("<tr><td colspan=99999999>a</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e</td><td>f</td></tr>")
    assert len(found[0]) <= 60


def test_hidden_rows_and_cells_are_left_out() -> None:
    found = rows(
        "<tr><td>床位</td><td>500</td></tr><tr style='display:none'><td>x</td><td>y</td></tr>"
        "<tr><td>机构</td><td style='display:none'>z</td><td>10</td></tr>"
    )
    assert found == [["床位", "500"], ["机构", "10"]]


def test_a_caption_is_a_paragraph_above_the_rows() -> None:
    extract = read_html(f"{SENTENCE}<table><caption>主要指标</caption><tr><td>a</td><td>1</td></tr>"
                        "<tr><td>b</td><td>2</td></tr></table>".encode())  # fmt: skip
    assert quotes(extract)[1:] == ["主要指标", "a\t1", "b\t2"]


def test_tables_are_counted() -> None:
    table = "<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>"
    extract = read_html(f"{SENTENCE}{table}{SENTENCE}{table}".encode())
    assert [block.table for block in extract.blocks] == [None, 0, 0, None, 1, 1]


def test_a_table_that_lays_out_the_page_gives_paragraphs() -> None:
    frame = f"<table><tr><td><a>首页</a></td></tr><tr><td>{SENTENCE * 3}</td></tr></table>"
    nested = f"<table><tr><td>导航</td><td><table><tr><td>{SENTENCE * 3}</td></tr></table></td></tr></table>"
    links = "<tr><td><a>首页</a></td><td><a>公开</a></td></tr>"
    menu = f"<table>{links}<tr><td>栏目</td><td>{SENTENCE * 12}</td></tr></table>"
    for html, count in ((frame, 3), (nested, 3), (menu, 12)):
        extract = read_html(html.encode())
        assert cells(extract) == []
        assert sum(quote.startswith("为推进") for quote in quotes(extract)) == count


def test_a_page_that_is_one_table_of_figures_is_rows() -> None:
    body = "".join(f"<tr><td>{n}</td><td>指标{n}完成率达到要求</td><td>{n * 10}%</td></tr>" for n in range(1, 30))
    nav = "<ul><li><a>首页</a></li><li><a>政务公开</a></li></ul>"
    found = cells(read_html(f"<html><body>{nav}<div><table>{body}</table></div></body></html>".encode()))
    assert len(found) == 29


def test_a_box_with_number_and_date_stays_where_the_article_has_none() -> None:
    box = (
        "<table><tr><td>索引号：</td><td>123</td><td>主题分类：</td><td>养老</td></tr>"
        "<tr><td>发文字号：</td><td>示政发〔2024〕5号</td><td>发布日期：</td><td>2024-03-01</td></tr></table>"
    )
    extract = read_html(f"<div id='zoom'>{box}{SENTENCE * 3}</div>".encode())
    assert cells(extract) == [["发文字号：", "示政发〔2024〕5号", "发布日期：", "2024-03-01"]]
    extract = read_html(f"<div id='zoom'>{box}<p>示政发〔2024〕5号</p>{SENTENCE * 3}</div>".encode())
    assert cells(extract) == []
