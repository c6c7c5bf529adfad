"""What stands on the page, without a browser."""

import base64
import re
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from duibiao.model.report import Checked, Finding, Ruling, Verdict
from duibiao.reports.html.page import LANGUAGES, SCRIPTS, STYLES, asset
from tests.reports import fixed
from tests.reports.html import told
from tests.reports.html.browser import chromium

PAGES = {
    "single": told.page(told.single()),
    "english": told.page(told.single(), "en"),
    "layered": told.page(told.with_text(fixed.layered())),
    "several": told.page(told.with_text(fixed.everything())),
    "without text": told.page(fixed.everything()),
    "unreadable": told.page(replace(fixed.everything(), reports=(fixed.unreadable(),))),
    "nothing": told.page(replace(fixed.everything(), reports=())),
}
each_page = pytest.mark.parametrize("name", PAGES)
VOID = {"meta", "input", "br"}


class Reader(HTMLParser):
    """Checks that elements are closed in order, and gathers what can be asked about."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.append((tag, name, value or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def values(self, name: str) -> list[str]:
        return [value for _, key, value in self.attributes if key == name]


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert not reader.open
    return reader


@each_page
def test_every_element_is_closed_and_every_id_stands_once(name: str) -> None:
    ids = Counter(read(PAGES[name]).values("id"))
    assert [identity for identity, count in ids.items() if count > 1] == []
    assert not any(re.search(r"\s", identity) for identity in ids)


@each_page
def test_every_link_leads_to_a_place_on_the_page(name: str) -> None:
    reader = read(PAGES[name])
    links = reader.values("href")
    assert all(link.startswith("#") for link in links)
    named = {*reader.values("for"), *reader.values("aria-labelledby"), *(link[1:] for link in links)}
    assert named <= set(reader.values("id"))


@each_page
def test_nothing_on_the_page_could_be_loaded_or_run(name: str) -> None:
    reader = read(PAGES[name])
    tags = {tag for tag, _, _ in reader.attributes}
    assert not tags & {"img", "link", "iframe", "object", "embed", "video", "audio", "form", "base", "source"}
    names = {name for _, name, _ in reader.attributes}
    assert not {name for name in names if name.startswith("on")}
    assert not names & {"src", "srcset", "style", "action", "formaction", "ping", "background", "srcdoc"}
    assert PAGES[name].count("<script") == PAGES[name].count("<style") == 1
    style = re.search(r"<style>(.*?)</style>", PAGES[name], re.DOTALL)
    assert style
    assert not re.search(r"url\(|@import", style[1])


@each_page
def test_the_policy_allows_this_style_and_this_script_alone(name: str) -> None:
    text = PAGES[name]
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert policy.end() < text.index("<style>")
    rules = dict(rule.split(" ", 1) for rule in policy[1].split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for tag in ("style", "script"):
        inside = text.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0]
        assert rules[f"{tag}-src"] == f"'sha256-{base64.b64encode(sha256(inside.encode()).digest()).decode()}'"
    assert text.encode().index(b"<meta charset") < 1024


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_the_same_twice(language: str) -> None:
    assert told.page(told.single(), language) == told.page(told.single(), language)


def test_an_english_page_speaks_english_but_for_what_is_quoted() -> None:
    text = re.sub(r"<style>.*?</style>|<script>.*?</script>", "", PAGES["english"], flags=re.DOTALL)
    assert '<html lang="en">' in text
    for word in ("omitted", "Outline", "Find", "The plan, annotated", "Responsible in the plan"):
        assert word in text
    for word in ("弱化", "方案目录", "查找", "责任单位"):
        assert word not in text


def test_the_script_holds_no_words() -> None:
    for name in SCRIPTS:
        assert not re.search("[一-鿿]", asset(name))


def test_style_and_script_cannot_end_their_element() -> None:
    for name in (*STYLES, *SCRIPTS):
        assert "</" not in asset(name)


def test_every_finding_is_there_once_whatever_was_asked_for() -> None:
    for finding in fixed.findings():
        assert PAGES["single"].count(f'id="{finding.requirement.id}"') == 1


def test_differing_words_are_marked_in_the_finding_and_in_the_plan() -> None:
    text = PAGES["single"]
    assert text.count('<mark class="wanted">2022年</mark>') == 1
    assert text.count('<mark class="worse">2025年</mark>') == 2
    assert '<mark class="stricter">2024年底前</mark>' in text


def test_evidence_links_to_its_paragraph_and_the_paragraph_back() -> None:
    card = PAGES["single"].partition('id="QS-003"')[2].partition("</article>")[0]
    anchor = re.search(r'href="#(§\d+)" class="place"', card)
    assert anchor
    block = PAGES["single"].partition(f'id="{anchor[1]}"')[2].partition("</div>")[0]
    assert "(三)完善社区网络" in block
    assert 'href="#QS-003"' in block


def test_a_row_is_a_row_of_a_table() -> None:
    table = re.search(r"<table>.*?</table>", PAGES["single"], re.DOTALL)
    assert table
    assert table[0].count("<tr") == 2
    assert "<th>2025年</th>" in table[0]
    assert 'href="#QS-003"' in table[0]


def test_the_outline_counts_what_lies_under_each_heading() -> None:
    outline = PAGES["single"].partition('<ol class="outline">')[2].partition("</ol>")[0]
    entries = dict(re.findall(r'<li class="level-\d"><a [^>]*><span lang="zh">(.*?)</span>(.*?)</a>', outline))
    assert list(entries) == ["一、总体要求", "三、主要任务", "(三)完善社区网络。"]
    assert 'class="tick' not in entries["一、总体要求"]
    assert "落实 1" in entries["三、主要任务"]
    assert "弱化 4" in entries["(三)完善社区网络。"]


def test_a_plan_without_headings_is_outlined_by_first_words() -> None:
    run = told.single()
    report = run.reports[0]
    assert isinstance(report, Checked)
    bare = tuple(replace(p, heading="", level=1) for p in report.paragraphs)
    text = told.page(replace(run, reports=(replace(report, paragraphs=bare),)))
    assert "建立特殊困难老年人探访关爱制度,每月至少探访一次…</span>" in text


def test_departments_of_both_sides_can_be_filtered_for() -> None:
    text = PAGES["single"].partition("<select")[2].partition("</select>")[0]
    plan, upstream = text.split("<optgroup")[1:]
    assert "市民政局 (7)" in plan
    assert "省民政厅 (11)" in upstream
    numbers = re.findall(r'value="(\d+)"', text)
    assert len(numbers) == len(set(numbers)) == 4


def test_an_upstream_document_is_named_for_a_reader() -> None:
    assert "青府发〔2021〕3号 二(四)3" in PAGES["single"]
    assert "《青山省养老服务高质量发展意见》（青府发〔2021〕3号，2021-03-01）" in PAGES["single"]
    assert "青府发〔2021〕3号 二(四)3" in PAGES["without text"]


def ruled(action: str, verdict: Verdict | None) -> Finding:
    ruling = Ruling(action=action, reason="<已有专项方案>", by="林", date="2024-03-01", verdict=verdict)
    return replace(fixed.omitted(), decision=ruling)


def test_a_ruling_is_shown() -> None:
    text = told.page(fixed.single(ruled("overrule", Verdict.COVERED)))
    assert "改判 落实（林，2024-03-01）：&lt;已有专项方案&gt;" in text
    assert "确认（林" in told.page(fixed.single(ruled("confirm", None)))
    assert "已豁免：本市无建制乡镇" in PAGES["single"]


def test_two_baselines_with_the_same_ids_keep_theirs_apart() -> None:
    run = fixed.layered()
    first, second = (report for report in run.reports if isinstance(report, Checked))
    text = told.page(replace(run, reports=(first, replace(second, findings=first.findings))))
    assert {"QS-003", "QS-003~2"} <= set(read(text).values("id"))


def test_an_id_that_no_link_could_hold_still_works() -> None:
    odd = replace(fixed.lowered(), requirement=replace(fixed.lowered().requirement, id='§1 "x"/<y>'))
    ids = read(told.page(fixed.single(odd))).values("id")
    assert "-1-x-y-" in ids


def test_a_plan_that_could_not_be_read_says_why_and_what_to_do() -> None:
    assert "这份 PDF 是扫描件" in PAGES["unreadable"]
    assert "先做文字识别" in PAGES["unreadable"]
    assert "<h1" in PAGES["unreadable"]


def test_a_plan_with_nothing_to_mend_says_so() -> None:
    assert "没有弱化或缺失的要求" in told.page(fixed.single(fixed.covered()))


def test_a_browser_may_be_missing_anywhere_but_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception):
        chromium()
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception):
        chromium()
