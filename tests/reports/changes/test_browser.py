"""The page of a comparison in a real browser: it filters, it shuts nobody out, and nothing gets in or out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect

from duibiao.model.comparison import Comparison
from duibiao.model.saved import SavedFinding
from duibiao.reports.changes.registry import FORMATS, render
from duibiao.reports.format import Options
from tests.reports.changes import fixed
from tests.reports.html.browser import PHONE, WIDE, launched, shown

HOSTILE = "<script>window.hit=1</script>\"'><img src=x onerror=window.hit=2></style><svg onload=window.hit=3>"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as running:
        yield running


def write(folder: Path, comparison: Comparison, language: str = "zh") -> Path:
    path = folder / f"diff.{language}.html"
    path.write_bytes(render(FORMATS["html"], comparison, Options(language=language)).encode())
    return path


@pytest.fixture(scope="module")
def changes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("diff"), fixed.comparison())


@pytest.fixture
def page(browser: Browser, changes: Path) -> Iterator[Page]:
    with shown(browser, changes) as (page, seen):
        yield page
        assert {url.partition("#")[0] for url in seen.asked} == {changes.as_uri()}
        assert seen.complaints == []


def ids(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(".finding:not([hidden])", "cards => cards.map(card => card.id)")
    return found


def test_what_changed_can_be_filtered_and_found(page: Page) -> None:
    assert ids(page) == ["QS-003", "QS-010", "QS-008", "QS-004", "QS-007", "QS-006", "QS-009", "QS-002"]
    page.locator('.filters input[value="worse"]').check()
    assert ids(page) == ["QS-003"]
    page.locator('.filters input[value="better"]').check()
    assert ids(page) == ["QS-003", "QS-007"]
    page.locator("button.reset").click()
    page.locator("input[type=search]").fill("试点 家庭")
    page.locator("input[type=search]").press("Enter")
    assert ids(page) == []
    page.locator("input[type=search]").fill("80％左右")
    page.locator("input[type=search]").press("Enter")
    assert ids(page) == ["QS-003"]


def test_keys_and_links_lead_to_the_changes(page: Page) -> None:
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "QS-003"
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator('.counts a[href="#§better"]').click()
    expect(page.locator("[id='§better']")).to_be_in_viewport()
    page.locator(".outline a").last.click()
    expect(page.locator("#QS-002")).to_be_in_viewport()


def test_both_sides_stand_beside_each_other_with_what_differs(page: Page) -> None:
    card = page.locator("#QS-003")
    assert card.locator(".steps").inner_text().split() == ["落实", "→", "弱化"]
    assert card.locator("mark.wanted").all_inner_texts() == ["2022", "92%"]
    assert card.locator("mark.worse").all_inner_texts() == ["2025", "80%左右"]
    left, right = (side.bounding_box() for side in card.locator(".pair > div").all())
    assert left
    assert right
    assert left["x"] + left["width"] <= right["x"]


def test_what_is_unchanged_is_folded_up(page: Page) -> None:
    fold = page.locator("details.unchanged").first
    expect(fold.get_by_text("QS-001")).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.get_by_text("QS-001")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nobody_is_shut_out(browser: Browser, changes: Path, size: tuple[int, int], *, dark: bool) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed").Axe()
    with shown(browser, changes, size=size, dark=dark, lax=True) as (page, _):
        page.add_style_tag(content=".finding { content-visibility: visible !important }")
        for fold in page.locator("details").all():
            fold.evaluate("fold => { fold.open = true }")
        found = axe.run(page).response["violations"]
    told_of = [(fault["id"], node["html"]) for fault in found if fault["impact"] != "minor" for node in fault["nodes"]]
    assert told_of == []


@pytest.mark.parametrize("width", [360, 320])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_phone_scrolls_one_way_only(browser: Browser, tmp_path: Path, width: int, language: str) -> None:
    with shown(browser, write(tmp_path, fixed.comparison(), language), size=(width, 740)) as (page, _):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        expect(page.locator(".filters fieldset").first).to_be_hidden()


def test_paper_leaves_out_the_filters(browser: Browser, changes: Path) -> None:
    with shown(browser, changes, dark=True) as (page, _):
        page.emulate_media(media="print")
        expect(page.locator(".filters")).to_be_hidden()
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.body')).backgroundColor") == "rgb(255, 255, 255)"
        )
        assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_nothing_to_filter_needs_no_panel(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, write(tmp_path, fixed.nothing())) as (page, seen):
        expect(page.get_by_text("没有变化")).to_be_visible()
        assert page.locator(".filters, dialog").count() == 0
        assert seen.complaints == []


def evil(finding: SavedFinding | None) -> SavedFinding | None:
    if finding is None:
        return None
    evidence = tuple(replace(one, text=HOSTILE, clause=HOSTILE) for one in finding.evidence)
    return replace(finding, requirement=HOSTILE, title=HOSTILE, evidence=evidence)


def test_a_report_cannot_break_out_of_the_page(browser: Browser, tmp_path: Path) -> None:
    comparison = fixed.comparison()
    plans = tuple(
        replace(
            plan,
            new=plan.new and replace(plan.new, title=HOSTILE, path=HOSTILE, number=HOSTILE),
            baseline=HOSTILE,
            changes=tuple(replace(one, old=evil(one.old), new=evil(one.new)) for one in plan.changes),
        )
        for plan in comparison.plans
    )
    path = write(tmp_path, replace(comparison, version=HOSTILE, plans=plans))
    # the policy off: escaping alone must do
    for lax in (True, False):
        with shown(browser, path, lax=lax) as (page, seen):
            assert page.evaluate("window.hit") is None
            assert page.locator("img, svg[onload]").count() == 0
            assert page.locator("script").count() == page.locator("style").count() == 1
            assert {url.partition("#")[0] for url in seen.asked} == {path.as_uri()}
            assert seen.complaints == []
