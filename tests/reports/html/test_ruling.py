"""Ruling in the browser: what is downloaded is the file that was there, with the rulings at its end."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Locator, Page, expect

from duibiao.decisions import add, frame, read_decisions
from duibiao.model.decision import Decision
from tests.reports import fixed
from tests.reports.html import told
from tests.reports.html.browser import shown

NAME = "reviews/decisions.yaml"
BEFORE = """\
# 每周一复核
- requirement: QS-001   # 已经谈过
  plan: plans/*.docx
  action: waive
  reason: '先放一放'
  by: 林
  date: 2024-03-01
"""
FLOW = "[{requirement: QS-001, plan: 'a b', action: waive, reason: x, by: 林, date: 2024-03-01}] # 一行\n"


def made(folder: Path, content: str) -> Path:
    """The fixed plan's page, made with these decisions."""
    path = folder / "report.html"
    run = replace(told.single(), frame=frame(content.encode(), NAME) if content else None)
    path.write_bytes(told.page(run).encode())
    return path


@pytest.fixture(params=[BEFORE, FLOW, ""], ids=["block", "flow", "none"])
def before(request: pytest.FixtureRequest) -> str:
    content: str = request.param
    return content


@pytest.fixture
def page(browser: Browser, tmp_path: Path, before: str) -> Iterator[Page]:
    with shown(browser, made(tmp_path, before)) as (page, seen):
        yield page
        assert seen.complaints == []


def form(page: Page, identity: str) -> Locator:
    card = page.locator(f"[id='{identity}']")
    card.locator("button.rule").click()
    return card.locator(".ruling")


def rule(page: Page, identity: str, action: str, reason: str) -> Locator:
    box = form(page, identity)
    box.locator(f"input[value={action}]").check()
    box.locator("textarea").fill(reason)
    return box


def saved(page: Page) -> bytes:
    with page.expect_download() as waiting:
        page.locator(".desk .save").click()
    assert waiting.value.suggested_filename == "decisions.yaml"
    return Path(waiting.value.path()).read_bytes()


def test_the_file_holds_what_was_there_and_the_new_rulings(page: Page, before: str) -> None:
    box = rule(page, "QS-003", "overrule", '目标是"两年"\n见附件 #2: \\ \u2028 😀')
    box.locator("select").select_option("covered")
    box.locator(".keep").click()
    box = rule(page, "QS-007", "waive", "  平台在建  ")
    box.locator("input[type=date]").fill("2999-12-31")
    box.locator(".keep").click()
    expect(page.locator(".desk .told")).to_have_text("新的复核意见 2 项，尚未保存")
    page.locator(".desk input").fill("王")
    content = saved(page)
    expect(page.locator(".desk .told")).to_have_text("已保存 2 项")

    found = read_decisions(content, "x")
    new = found[-2:]
    assert [(d.requirement, d.plan, d.passage) for d in new] == [
        ("QS-003", fixed.PLAN.path, fixed.lowered().passage),
        ("QS-007", fixed.PLAN.path, fixed.omitted().passage),
    ]
    assert [(d.ruling.action, d.ruling.verdict, d.ruling.reason, d.ruling.expires) for d in new] == [
        ("overrule", "covered", '目标是"两年"\n见附件 #2: \\ \u2028 😀', None),
        ("waive", None, "平台在建", "2999-12-31"),
    ]
    assert {d.ruling.by for d in new} == {"王"}
    assert all(date.fromisoformat(d.ruling.date) for d in new)
    # the script writes as the command does, and touches nothing else
    assert content == add(before.encode(), [bare(d) for d in new], NAME)


def bare(decision: Decision) -> Decision:
    return replace(decision, file="", line=1)


def test_a_ruling_is_shown_and_can_be_changed_and_taken_back(page: Page) -> None:
    rule(page, "QS-003", "confirm", "属实").locator(".keep").click()
    tag = page.locator("[id='QS-003'] .fresh")
    expect(tag).to_have_text("确认 · 属实")
    box = rule(page, "QS-003", "waive", "再议")
    box.locator(".keep").click()
    expect(tag).to_have_text("豁免 · 再议")
    form(page, "QS-003").locator(".cancel").click()
    expect(tag).to_have_count(0)
    expect(page.locator(".desk")).to_be_hidden()


def test_half_a_ruling_is_none(page: Page) -> None:
    box = form(page, "QS-003")
    box.locator(".keep").click()
    expect(box.locator(".incomplete")).to_be_visible()
    box.locator("input[value=waive]").check()
    box.locator("textarea").fill("理由")
    box.locator("input[type=date]").fill("2001-01-01")
    box.locator(".keep").click()
    expect(box.locator(".incomplete")).to_be_visible()
    expect(page.locator(".desk")).to_be_hidden()
    box.locator("textarea").press("Escape")
    expect(box).to_have_count(0)


def test_nothing_is_saved_without_a_name(page: Page) -> None:
    rule(page, "QS-003", "confirm", "属实").locator(".keep").click()
    page.locator(".desk .save").click()
    expect(page.locator(".desk input")).to_be_focused()
    expect(page.locator(".desk .told")).to_have_text("新的复核意见 1 项，尚未保存")


def test_what_is_not_applicable_is_not_ruled_on(page: Page) -> None:
    expect(page.locator("[id='QS-010'] button.rule")).to_have_count(0)
    expect(page.locator("button.rule")).to_have_count(len(fixed.findings()) - 1)


def test_keys_of_the_page_do_not_work_inside_the_form(page: Page) -> None:
    box = form(page, "QS-003")
    box.locator("textarea").press_sequentially("jk/?")
    assert box.locator("textarea").input_value() == "jk/?"
    expect(page.locator("dialog")).to_be_hidden()
