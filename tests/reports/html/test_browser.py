"""The page in a real browser: filters, keys, looks, and what it must never do."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect

from duibiao.model.report import Checked, Finding, Run
from tests.reports import fixed
from tests.reports.html import told
from tests.reports.html.browser import PHONE, WIDE, shown

HOSTILE = (
    "<script>window.hit=1</script>",
    '"><img src=x onerror="window.hit=2">',
    "</script><script>window.hit=3</script>",
    "</style><svg onload=window.hit=4>",
    "<a href=javascript:window.hit=5>点</a>",
    "<!-- ]]> --> ${window.hit=6} {{7*7}}",
)


@pytest.fixture
def page(browser: Browser, report: Path) -> Iterator[Page]:
    """The fixed plan's page; whatever a test does to it, it asks for nothing and nothing goes wrong."""
    with shown(browser, report) as (page, seen):
        yield page
        assert {url.partition("#")[0] for url in seen.asked} == {report.as_uri()}
        assert seen.complaints == []


def ids(page: Page) -> list[str]:
    """The findings that can be seen."""
    found: list[str] = page.eval_on_selector_all(".finding:not([hidden])", "cards => cards.map(card => card.id)")
    return found


def focused(page: Page) -> str:
    identity: str = page.evaluate("document.activeElement.id")
    return identity


def tick(page: Page, value: str) -> None:
    page.locator(f'.filters input[value="{value}"]').check()


def find(page: Page, words: str) -> None:
    page.locator("input[type=search]").fill(words)
    page.locator("input[type=search]").press("Enter")


def test_all_findings_are_shown_at_first_and_nothing_is_asked_for(page: Page) -> None:
    assert len(ids(page)) == len(fixed.findings())
    expect(page.get_by_role("status")).to_have_text("显示 11 项，共 11 项")
    expect(page.locator(".reset")).to_be_hidden()


def test_boxes_of_one_group_widen_and_groups_narrow(page: Page) -> None:
    tick(page, "weakened")
    assert set(ids(page)) == {"QS-003", "QS-004", "QS-005", "QS-006"}
    tick(page, "omitted")
    assert len(ids(page)) == 7
    tick(page, "error")
    assert set(ids(page)) == {"QS-003", "QS-006", "QS-007", "QS-009"}
    tick(page, "target")
    assert ids(page) == ["QS-003"]
    expect(page.get_by_role("status")).to_have_text("显示 1 项，共 11 项")
    expect(page.locator(".group:not([hidden])")).to_have_count(1)
    page.locator(".reset").click()
    assert len(ids(page)) == 11


def test_doubtful_and_waived_findings_can_be_picked_out(page: Page) -> None:
    tick(page, "review")
    assert ids(page) == ["QS-004"]
    tick(page, "waived")
    assert ids(page) == ["QS-004", "QS-009"]


def test_findings_of_a_department_can_be_picked_out(page: Page) -> None:
    page.locator("select").select_option(label="省财政厅 (5)")
    assert len(ids(page)) == 5
    page.locator("select").select_option(label="市财政局 (7)")
    assert "QS-007" not in ids(page)


def test_text_is_found_in_any_width_case_and_part(page: Page) -> None:
    for words, wanted in (
        ("９０％以上", ["QS-003"]),
        ("qs-007", ["QS-007"]),
        ("家庭 有条件", ["QS-004"]),
        ("开展家庭养老床位建设", ["QS-004"]),
        ("没有这样的话", []),
    ):
        find(page, words)
        assert ids(page) == wanted
    expect(page.locator(".no-match")).to_be_visible()


def test_typing_filters_by_itself(page: Page) -> None:
    page.locator("input[type=search]").type("智慧养老")
    expect(page.locator(".finding:not([hidden])")).to_have_count(1)


def test_keys_lead_through_the_findings(page: Page) -> None:
    order = ids(page)
    page.keyboard.press("j")
    assert focused(page) == order[0]
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    assert focused(page) == order[2]
    page.keyboard.press("k")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert focused(page) == order[0]


def test_enter_leads_to_the_passage_and_back(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    passage = page.evaluate("document.activeElement.textContent")
    assert "(三)完善社区网络" in passage
    assert page.evaluate("document.activeElement.matches(':target')")
    box = page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
    assert 0 < box["top"] < WIDE[1]
    page.keyboard.press("Enter")
    assert focused(page) == "QS-003"
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert focused(page) == "QS-003"


def test_slash_searches_and_escape_gives_it_up(page: Page) -> None:
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.type("j日间")
    assert page.locator("input[type=search]").input_value() == "j日间"
    page.keyboard.press("Escape")
    assert len(ids(page)) == 11
    page.keyboard.type("日间")
    page.keyboard.press("ArrowDown")
    assert focused(page) == "QS-003"


def test_question_mark_tells_the_keys(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    page.locator("button.keys").click()
    page.locator("dialog .close").click()
    expect(page.locator("dialog")).to_be_hidden()


def test_arrows_lead_through_the_outline(page: Page) -> None:
    page.locator(".outline a").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert "三、主要任务" in page.evaluate("document.activeElement.textContent")


def test_a_link_to_a_finding_that_is_filtered_away_shows_it(page: Page) -> None:
    tick(page, "omitted")
    page.locator('.chip[href="#QS-001"]').click()
    assert "QS-001" in ids(page)
    expect(page.locator("#QS-001")).to_be_in_viewport()
    page.evaluate("location.hash = '%'")


def test_a_rule_opens_when_its_code_is_followed(page: Page) -> None:
    page.locator("#QS-003 a.code").click()
    expect(page.locator("details:target")).to_have_attribute("open", "")


def test_a_link_from_outside_opens_at_its_finding(browser: Browser, report: Path) -> None:
    with shown(browser, report) as (page, _):
        page.goto(report.as_uri() + "#QS-007")
        expect(page.locator("#QS-007")).to_be_in_viewport()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nobody_is_shut_out(browser: Browser, report: Path, size: tuple[int, int], *, dark: bool) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed").Axe()
    with shown(browser, report, size=size, dark=dark, lax=True) as (page, _):
        # what is not drawn is not judged
        page.add_style_tag(content=".finding { content-visibility: visible !important }")
        for fold in page.locator("details").all():
            fold.evaluate("fold => { fold.open = true }")
        found = axe.run(page).response["violations"]
    told_of = [(fault["id"], node["html"]) for fault in found if fault["impact"] != "minor" for node in fault["nodes"]]
    assert told_of == []


@pytest.mark.parametrize("width", [360, 320])
def test_a_phone_scrolls_one_way_only(browser: Browser, report: Path, width: int) -> None:
    with shown(browser, report, size=(width, 740)) as (page, _):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        expect(page.locator(".filters fieldset").first).to_be_hidden()
        page.locator(".filters summary").click()
        tick(page, "omitted")
        assert len(ids(page)) == 3
        wide = page.evaluate(
            """() => [...document.querySelectorAll("main *")].filter((e) => !e.closest("table, .unseen") &&
               e.getBoundingClientRect().right > innerWidth).map((e) => e.outerHTML.slice(0, 80))"""
        )
        assert wide == []


def test_print_leaves_out_what_paper_cannot_do(browser: Browser, report: Path) -> None:
    with shown(browser, report) as (page, _):
        page.emulate_media(media="print")
        for selector in (".filters", "nav", "button.keys"):
            expect(page.locator(selector)).to_be_hidden()
        expect(page.locator(".status, [role=status]")).to_be_hidden()
        assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
        page.emulate_media(media="screen")
        tick(page, "omitted")
        page.emulate_media(media="print")
        expect(page.get_by_role("status")).to_be_visible()


def test_paper_is_white_whatever_the_screen_shows(browser: Browser, report: Path) -> None:
    tint = "getComputedStyle(document.querySelector('mark.worse')).backgroundColor"
    with shown(browser, report) as (page, _):
        light = page.evaluate(tint)
    with shown(browser, report, dark=True) as (page, _):
        assert page.evaluate(tint) != light
        page.emulate_media(media="print")
        assert page.evaluate(tint) == light


def test_without_scripts_everything_can_be_read(browser: Browser, report: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.as_uri())
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator("#QS-001")).to_be_visible()
    expect(page.locator(".outline")).to_be_visible()
    context.close()


def hostile() -> Run:
    """A plan and a baseline that try to break out wherever their words come to stand."""
    run = told.single()
    report = run.reports[0]
    assert isinstance(report, Checked)
    evil = " ".join(HOSTILE)
    finding = fixed.lowered()
    required = replace(finding.requirement, id=f'E"1>{HOSTILE[1]}', title=evil, text=evil, departments=HOSTILE)
    evidence = tuple(replace(one, text=evil, clause=evil) for one in finding.evidence)
    plan = replace(report.plan, title=evil, path=evil, number=evil, region=evil)
    evils = tuple(
        told.paragraph(text, at * 100, heading=text, level=1, departments=HOSTILE) for at, text in enumerate(HOSTILE)
    )
    bad = replace(
        report, plan=plan, findings=(replace(finding, requirement=required, evidence=evidence),), paragraphs=evils
    )
    return replace(run, reports=(bad,), version=HOSTILE[1])


def test_a_plan_cannot_break_out_of_the_page(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_bytes(told.page(hostile()).encode())
    # the policy off: escaping alone must do
    for lax in (True, False):
        with shown(browser, path, lax=lax) as (page, seen):
            page.keyboard.press("j")
            find(page, "<script>")
            assert page.evaluate("window.hit") is None
            assert page.locator("img, a[href^=javascript], svg[onload]").count() == 0
            assert page.locator("script").count() == page.locator("style").count() == 1
            assert HOSTILE[0] in page.locator("h1").inner_text()
            assert {url.partition("#")[0] for url in seen.asked} == {path.as_uri()}
            assert seen.complaints == []


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and what was asked of it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}", asked
        running.shutdown()


INTRUDER = """async (address) => {
  const refused = [];
  document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
  const script = document.createElement("script");
  script.textContent = "window.hit = 1";
  const image = document.createElement("img");
  image.src = `${address}/image`;
  const style = document.createElement("style");
  style.textContent = `main { background: url(${address}/style) }`;
  document.body.append(script, image, style);
  await fetch(`${address}/fetch`).catch(() => {});
  await new Promise((done) => setTimeout(done, 200));
  return refused;
}"""


@pytest.mark.parametrize("lax", [True, False], ids=["without policy", "with policy"])
def test_the_policy_stops_what_would_get_in(
    browser: Browser, report: Path, server: tuple[str, list[str]], *, lax: bool
) -> None:
    address, asked = server
    with shown(browser, report, lax=lax, online=True) as (page, _):
        refused = set(page.evaluate(INTRUDER, address))
        assert page.evaluate("window.hit") == (1 if lax else None)
    if lax:
        assert {"/image", "/style", "/fetch"} <= set(asked), "the test proves nothing"
    else:
        assert {"script-src-elem", "img-src", "style-src-elem", "connect-src"} <= refused
        assert asked == []


MANY = 3000


def many() -> Run:
    run = told.single()
    report = run.reports[0]
    assert isinstance(report, Checked)
    found = tuple(
        replace(finding, requirement=replace(finding.requirement, id=f"N-{number:04d}"))
        for number, finding in enumerate(report.findings * (MANY // len(report.findings) + 1))
    )
    return replace(run, reports=(replace(report, findings=found[:MANY]),))


TIMED = """async (words) => {
  const box = document.querySelector("input[type=search]");
  const began = performance.now();
  box.value = words;
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  document.querySelector(".filters").dispatchEvent(new Event("change"));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - began;
}"""


def test_thousands_of_findings_stay_usable(browser: Browser, tmp_path: Path) -> None:
    """A second is ten times what it takes on a small machine: the bound is for what grows with the square."""
    path = tmp_path / "many.html"
    path.write_bytes(told.page(many()).encode())
    assert path.stat().st_size < 8_000_000
    with shown(browser, path) as (page, _):
        assert len(ids(page)) == MANY
        assert page.evaluate(TIMED, "智慧养老") < 1500
        assert len(ids(page)) == sum("智慧养老" in f.requirement.text for f in many_findings())
        assert page.evaluate(TIMED, "") < 1500


def many_findings() -> tuple[Finding, ...]:
    report = many().reports[0]
    assert isinstance(report, Checked)
    return report.findings
