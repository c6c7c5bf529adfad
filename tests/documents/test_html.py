"""The article of a page, without the portal around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.documents.html import read_html
from duibiao.model.errors import UnreadableError
from tests.documents.shared import lawful, quotes

ARTICLE = [
    "为推进基本养老服务体系建设，结合我县实际，制定本方案。",
    "一、总体要求",
    "到2025年，全县养老机构护理型床位占比达到55%以上，每个乡镇至少建成1所养老服务中心。",
    "二、重点任务",
    "（一）健全服务网络。支持社会力量参与，建成街道综合服务设施10个，新增床位500张。（责任单位：县民政局）",
    "（二）加强人才培养。每年培训养老护理员200人次，落实岗位补贴，提高待遇水平。",
]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in ARTICLE)
PORTAL_TOP = (
    '<div class="top"><a href="/">首页</a><a href="/a">政务公开</a></div>'
    '<div class="crumbs">当前位置：<a>首页</a> &gt; <a>文件</a></div>'
)
PORTAL_END = (
    '<div class="share">分享到：<a>微信</a><a>微博</a></div><p>扫一扫在手机打开当前页</p><p>【打印】【关闭】</p>'
    '<div class="xgyd"><h3>相关阅读</h3><ul><li><a href="1">解读：养老服务方案出台，有这些变化。</a></li></ul></div>'
    '<div class="foot">主办单位：示例县人民政府办公室 网站标识码：5100000000 蜀ICP备00000000号，欢迎访问，'
    "建议使用新版浏览器。</div>"
)


def page(article: str, title: str = "") -> bytes:
    head = f"<head><meta charset='utf-8'><title>{title}</title></head>"
    body = f"{PORTAL_TOP}<div class='box'>{article}</div>{PORTAL_END}"
    return f"<!DOCTYPE html><html>{head}<body>{body}</body></html>".encode()


def test_the_portal_is_left_out_and_nothing_of_the_article_is_lost() -> None:
    extract = read_html(page(PARAGRAPHS))
    lawful(extract)
    assert quotes(extract) == ARTICLE
    assert extract.text == "\n".join(ARTICLE)


@pytest.mark.parametrize("name", ["TRS_Editor", "content", "x1", "main-share"])
def test_the_name_of_the_container_does_not_matter(name: str) -> None:
    assert quotes(read_html(page(f"<div class='{name}'>{PARAGRAPHS}</div>"))) == ARTICLE


def test_an_article_in_two_boxes_is_kept_whole() -> None:
    first = "".join(f"<p>{line}</p>" for line in ARTICLE[:5])
    second = "".join(f"<p>{line}</p>" for line in ARTICLE[5:])
    assert quotes(read_html(page(f"<div>{first}</div><div>{second}</div>"))) == ARTICLE


def test_the_title_above_the_article_is_kept() -> None:
    title = "示例县人民政府关于印发养老服务实施方案的通知"
    html = (
        f"<h1>{title}</h1><div>发布时间：2024-03-01 来源：县政府办 浏览次数：5</div><div id='zoom'>{PARAGRAPHS}</div>"
    )
    extract = read_html(page(html, f"{title}_示例县人民政府网"))
    assert quotes(extract) == [title, "发布时间：2024-03-01", *ARTICLE]
    assert extract.title == title


def test_a_title_that_the_article_repeats_is_not_doubled() -> None:
    title = "示例县人民政府关于印发养老服务实施方案的通知"
    html = f"<h1>{title}</h1><div><p>示例县人民政府<br>关于印发养老服务实施方案的通知</p>{PARAGRAPHS}</div>"
    assert quotes(read_html(page(html, title)))[:2] == ["示例县人民政府", "关于印发养老服务实施方案的通知"]


def test_a_number_from_the_box_above_is_kept_once() -> None:
    box = "<ul><li>[索引号] 123</li><li>[发文字号] 示政发〔2024〕5号</li><li>[成文日期] 2024-03-01</li></ul>"
    kept = quotes(read_html(page(f"{box}<div>{PARAGRAPHS}</div>")))
    assert kept == ["示政发〔2024〕5号", "[成文日期] 2024-03-01", *ARTICLE]
    inside = f"<p>示政发〔2024〕5号</p>{PARAGRAPHS}<p>2024年3月1日</p>"
    assert quotes(read_html(page(f"{box}<div>{inside}</div>"))) == ["示政发〔2024〕5号", *ARTICLE, "2024年3月1日"]


def test_the_day_of_publication_stands_in_for_a_missing_date() -> None:
    info = "<div>发布日期：2024-03-01 16:17 编辑：县政府办 浏览次数：5</div>"
    assert quotes(read_html(page(f"{info}<div>{PARAGRAPHS}</div>"))) == ["发布日期：2024-03-01", *ARTICLE]
    dated = f"{PARAGRAPHS}<p>二〇二四年三月一日</p>"
    assert quotes(read_html(page(f"<div>{info}{dated}</div>"))) == [*ARTICLE, "二〇二四年三月一日"]


def test_line_breaks_split_paragraphs() -> None:
    html = "&emsp;&emsp;" + "<br/>\n<br>　　".join(ARTICLE)
    assert quotes(read_html(page(f"<div>{html}</div>"))) == ARTICLE


def test_lines_broken_at_one_width_are_joined() -> None:
    sentence = "".join(ARTICLE[:1] + ARTICLE[2:3]) * 3
    lines = "<br>".join(sentence[at : at + 26] for at in range(0, len(sentence), 26))
    assert quotes(read_html(page(f"<div>一、总体要求<br>{lines}</div>"))) == ["一、总体要求", sentence]


def test_preformatted_lines_are_lines() -> None:
    assert quotes(read_html(page("<pre>" + "\n".join(ARTICLE) + "</pre>"))) == ARTICLE


def test_nested_blocks_are_paragraphs_of_their_own() -> None:
    html = "".join(f"<section><div>{line[:4]}<span>{line[4:]}</span></div></section>" for line in ARTICLE)
    assert quotes(read_html(page(html))) == ARTICLE


def test_line_ends_of_the_source_are_no_spaces_between_chinese() -> None:
    html = PARAGRAPHS.replace("基本养老", "基本\n      养老").replace("55%", "55%\n")
    assert quotes(read_html(page(html)))[0] == ARTICLE[0]


def test_scripts_styles_and_hidden_elements_are_not_read() -> None:
    noise = (
        "<script>var a='一、不是正文。'</script><style>p{}</style><p style='display: none'>隐藏的段落，不是正文。</p>"
        "<p hidden>也是隐藏的，不是正文。</p><!-- 注释，不是正文。 --><noscript>不支持脚本，不是正文。</noscript>"
    )
    assert quotes(read_html(page(noise + PARAGRAPHS + noise))) == ARTICLE


def test_what_follows_a_hidden_element_is_read() -> None:
    assert (
        quotes(read_html(page(f"{PARAGRAPHS}<p>建成<span style='display:none'>x</span>10所。</p>")))[-1] == "建成10所。"
    )


def test_word_export_is_read_as_word_shows_it() -> None:
    html = (
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->"
        "<style><!-- p.MsoNormal {mso-style-parent:''} --></style>"
        "<p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;</span></span><![endif]>"
        "总体要求<o:p></o:p></p><p class=MsoNormal><span lang=EN-US>&nbsp;</span></p>"
        "<p class=MsoNormal><span style='mso-hide:all;display:none'>批注</span>到<span lang=EN-US>2025</span>年，"
        "建成10所。</p>"
    )
    assert quotes(read_html(page(PARAGRAPHS + html)))[len(ARTICLE) :] == ["一、 总体要求", "到2025年，建成10所。"]


def test_headings_are_declared() -> None:
    extract = read_html(page(f"<h2>一、总体要求</h2>{PARAGRAPHS}<h3><span>（一）目标</span></h3><p>{ARTICLE[2]}</p>"))
    assert [(quotes(extract)[at], block.heading) for at, block in enumerate(extract.blocks) if block.heading] == [
        ("一、总体要求", 2),
        ("（一）目标", 3),
    ]


def test_entities_are_characters() -> None:
    html = PARAGRAPHS.replace("。", "&#12290;").replace("55%", "&ge;55%")
    assert "≥55%" in read_html(page(html)).text


@pytest.mark.parametrize("charset", ["gb2312", "GBK", "big5", "utf-8"])
def test_the_declared_charset_is_honoured(charset: str) -> None:
    text = "推進養老服務，到2025年建成養老機構10所。" if charset == "big5" else ARTICLE[2]
    data = f"<html><head><meta http-equiv='Content-Type' content='text/html; charset={charset}'></head><p>{text}</p>"
    assert quotes(read_html(data.encode(charset if charset != "gb2312" else "gbk"))) == [text]


def test_an_xml_declaration_is_no_obstacle() -> None:
    data = f"<?xml version='1.0' encoding='GBK'?><html><body>{PARAGRAPHS}</body></html>"
    assert quotes(read_html(data.encode("gbk"))) == ARTICLE


def test_links_inside_the_article_stay_and_links_around_it_go() -> None:
    inside = f"<p><a href='x'>国办发〔2019〕5号</a></p>{PARAGRAPHS}<p>附件：<a href='a.doc'>1.责任清单.doc</a></p>"
    outside = "<p><a href='b.pdf'>示例县养老服务实施方案.pdf</a></p><p><a>《示例县养老服务实施方案》政策解读</a></p>"
    kept = quotes(read_html(page(f"<div>{PARAGRAPHS}{inside}{outside}</div>")))
    assert kept == [*ARTICLE, "国办发〔2019〕5号", *ARTICLE, "附件：1.责任清单.doc"]


def test_list_numbers_that_a_browser_prints_are_kept() -> None:
    html = "<ol start=1 type=1><li><p>建成10所。</p></li><li>建成20所。</li></ol>"
    editor = "<ol class='custom_cn2 list-paddingleft-1'><li>健全网络。</li><li>培养人才。</li></ol>"
    plain = "<ol><li>提高待遇。</li></ol><ol type=1><li>1.已有编号。</li></ol>"
    kept = quotes(read_html(page(f"<div>{PARAGRAPHS}{html}{editor}{plain}</div>")))
    assert kept[len(ARTICLE) :] == [
        "1.建成10所。",
        "2.建成20所。",
        "（一）健全网络。",
        "（二）培养人才。",
        "提高待遇。",
        "1.已有编号。",
    ]


@pytest.mark.parametrize(
    "nested",
    ["<div>" * 20_000 + "{}", "<span>" * 20_000 + "{}", "<table><tr><td>" * 5_000 + "{}", "<ul><li>" * 5_000 + "{}"],
)
def test_deep_nesting_neither_crashes_nor_loses_text(nested: str) -> None:
    assert quotes(read_html(nested.format(PARAGRAPHS).encode())) == ARTICLE


def test_tags_that_are_never_closed_lose_nothing() -> None:
    html = "".join(f"<div><p>第{number}项，建成养老机构{number}所。" for number in range(3000))
    assert len(read_html(html.encode()).blocks) == 3000


@pytest.mark.parametrize("data", [b"<html></html>", b"<html><body><p>&nbsp;</p><script>x</script></body></html>"])
def test_a_page_without_text_is_empty(data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_html(data)
    assert caught.value.code == "empty"


def test_a_page_that_hides_everything_until_its_script_runs_is_read() -> None:
    assert quotes(read_html(f"<body style='visibility:hidden'>{PARAGRAPHS}</body>".encode())) == ARTICLE


_TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<br>", "<table>", "<tr>", "<td>", "</table>", "<a>", "</a>"]
)


@given(st.lists(_TAGS | st.sampled_from(["一、目标", "到2025年，建成10所。", "\n", "&nbsp;"])))
def test_blocks_never_leave_the_text(parts: list[str]) -> None:
    extract = read_html(f"<html><p>到2025年，建成养老机构10所。</p>{''.join(parts)}".encode())
    lawful(extract)
    assert "建成养老机构10所" in extract.text


def test_a_sidebar_that_talks_is_left_out() -> None:
    news = "<p>本县召开养老服务工作会议，部署下一阶段重点任务。</p><p>县领导调研养老机构，强调安全。</p>"
    aside = f"<div class='r1'>{news}</div>"
    assert quotes(read_html(page(f"<div class='l1'>{PARAGRAPHS * 3}</div>{aside}"))) == ARTICLE * 3


def test_a_numbered_item_outside_the_largest_box_is_kept() -> None:
    last = "<div><p>（三）附则。本方案由县民政局负责解释，自印发之日起施行。</p></div>"
    assert quotes(read_html(page(f"<div class='TRS_Editor'><div>{PARAGRAPHS * 9}</div>{last}</div>")))[-1].startswith(
        "（三）"
    )


def test_a_title_that_only_looks_like_one_is_kept() -> None:
    html = (
        f"<div class='bt'>示例县养老服务实施方案</div><div>时间：2024-03-01 来源：县政府办</div><div>{PARAGRAPHS}</div>"
    )
    assert quotes(read_html(page(html, "示例县人民政府网")))[0] == "示例县养老服务实施方案"


def test_a_table_that_lists_documents_is_no_box_about_this_one() -> None:
    table = "<table><tr><th>文号</th><th>发文单位</th></tr><tr><td>示政发〔2023〕1号</td><td>县政府</td></tr></table>"
    assert quotes(read_html(page(f"<div>{table}{PARAGRAPHS}</div>")))[:2] == [
        "文号\t发文单位",
        "示政发〔2023〕1号\t县政府",
    ]
