"""Every real web page and text: all of the article, nothing of the portal."""

import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from duibiao.documents import extract
from duibiao.language.normalise import plain_text
from duibiao.model.document import Extract
from tests.documents.shared import REAL, lawful, needs_real, quotes

PAGES = sorted(REAL.glob("*.html")) if REAL.is_dir() else []
TEXTS = sorted(REAL.glob("*.txt")) if REAL.is_dir() else []
PORTAL = re.compile(
    r"打印|关闭窗口|分享到|扫一扫|网站标识码|ICP备|公网安备|浏览次数|浏览量|主办|当前位置|上一篇|下一篇|相关阅读|相关链接|返回顶部|"
    r"责任编辑|版权所有|技术支持|字号|微信|微博|首页|政策解读|责任編輯|"
    r"索\s*引\s*号|登记日期|主题分类|信息来源|有效性"
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]+〔\d{4}〕\d+号")

pytestmark = needs_real


@cache
def read(path: Path) -> Extract:
    return extract(path)


def index() -> dict[str, tuple[str, str]]:
    """Title and number of each file, as its index says."""
    rows = ([cell.strip() for cell in line.split("|")] for line in (REAL / "INDEX.md").read_text("utf-8").split("\n"))
    return {row[1]: (row[2], row[3]) for row in rows if len(row) > 8}


@pytest.mark.parametrize("path", [*PAGES, *TEXTS], ids=lambda path: path.stem[:3])
def test_blocks_keep_the_law_of_the_text(path: Path) -> None:
    lawful(read(path))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem[:3])
def test_no_word_of_the_portal_stands_at_either_end(path: Path) -> None:
    said = quotes(read(path))
    for quote in (*said[:6], *said[-6:]):
        assert len(quote) > 60 or not PORTAL.search(quote), quote
        assert len(quote) > 1


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem[:3])
def test_the_title_stands_in_the_text(path: Path) -> None:
    title, number = index()[path.name]
    found = read(path)
    text = plain_text(found.text + (found.title or ""))
    if not title.startswith("same document"):
        assert plain_text(re.sub(r"（[^）]*）$", "", title)) in text
    # "from …" marks a number that another document told, not the page
    if (said := _NUMBER.match(number)) and "from" not in number and said[0] in path.read_text("utf-8", "replace"):
        assert plain_text(said[0]) in text


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem[:3])
def test_a_sentence_of_the_page_is_in_the_text(path: Path) -> None:
    """Every sentence of the page's source that has the look of a plan's own words."""
    data = path.read_bytes()
    source = data.decode("utf-8") if b"gb2312" not in data[:2000] else data.decode("gb18030")
    source = re.sub(r"<(script|style)\b.*?</\1>|<!--.*?-->|display:\s*none[^>]*>.*?</", "", source, flags=re.DOTALL)
    text = plain_text(read(path).text)
    lines = re.split(r"</?(?:p|div|br|td|li|tr|h\d)\b[^>]*>", source, flags=re.IGNORECASE)
    for line in lines:
        said = plain_text(unescape(re.sub(r"<[^>]*>", "", line)))
        if len(said) > 60 and re.search(r"。.*。", said) and not PORTAL.search(said) and "浏览器" not in said:
            assert said in text


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:3])
def test_a_text_is_the_file_itself_and_nothing_of_it_is_lost(path: Path) -> None:
    found = read(path)
    assert found.text.encode() == path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    outside, at = [], 0
    for block in found.blocks:
        outside.append(found.text[at : block.span.start])
        at = block.span.end
    outside.append(found.text[at:])
    for piece in outside:
        for line in piece.split("\n"):
            assert len(line.strip()) <= 20 or PORTAL.search(line) or re.search(r"\.{4,}\s*\d+\s*$", line), line


def test_a_hard_wrapped_text_is_read_in_paragraphs() -> None:
    wrapped = [path for path in TEXTS if path.read_text("utf-8").count("\n") > 2500]
    assert wrapped
    for path in wrapped:
        found = read(path)
        prose = [quote for quote in quotes(found) if "。" in quote]
        ended = [quote for quote in prose if re.search(r"[。：；！”）]$", quote)]
        assert len(ended) >= len(prose) * 0.97
        pages = [found.text[gap.start : gap.end] for block in found.blocks for gap in block.gaps]
        assert len(pages) > 100
        assert all(re.fullmatch(r"[\d.\s]+", page) for page in pages)


def test_twins_in_two_formats_say_the_same() -> None:
    """The same document as page, text, Word or pdf; scans and pdf without a Unicode map cannot be compared."""
    compared = 0
    for path in [*PAGES, *TEXTS]:
        for other in (path.with_suffix(".docx"), path.with_suffix(".pdf")):
            if other.is_file() and path.suffix in (".html", ".txt"):
                compared += 1
                one, two = plain_text(read(path).text), plain_text(extract(other).text)
                assert fuzz.ratio(one, two) > 90, (path.name, other.name)
    assert compared >= 3
