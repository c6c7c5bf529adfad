"""The index in a real browser: the heat map answers to keys and choices, draws little, and leads to the plans."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from duibiao.batch.outputs.index import index
from duibiao.batch.outputs.matrix import Column, Matrix, Row
from duibiao.batch.outputs.overview import overview
from duibiao.batch.places import Place
from duibiao.batch.run import Known
from duibiao.batch.values import Found, PlanRow
from duibiao.model.baseline import Kind, Requirement
from duibiao.model.fact import Strength
from duibiao.model.report import PlanInfo
from tests.reports.html.browser import shown

ROWS, COLUMNS = 3000, 200


def known(number: int) -> Known:
    name = f"plans/{number}.txt"
    plan = PlanRow(info=PlanInfo(path=name, sha256="", title=f"方案{number}"))
    return Known(found=Found(path=Path(name), shown=name), key=str(number), lists=(), plan=plan, reused=False)


def page(rows: int, columns: int, title: str = "社区日间照料") -> str:
    requirements = [
        Requirement(id=f"R-{n:03}", text=title, title=title, kind=Kind.TASK, strength=Strength.MUST)
        for n in range(columns)
    ]
    places = [Place(f"{'云青海北'[n % 4]}岭省", f"青川{n % 13}市", f"石泉{n}县") for n in range(rows)]
    matrix = Matrix(
        columns=tuple(Column(baseline="b", requirement=requirement) for requirement in requirements),
        rules=("W101", "W103"),
        rows=tuple(
            Row(
                shown=f"plans/{n}.txt",
                place=place,
                level="county",
                title=f"方案{n}",
                verdicts="".join("cewo"[(n * 7 + at * at) % 4] for at in range(columns)),
                rules="A" * columns,
                review="0" * columns,
                key=str(n),
                lists=(),
            )
            for n, place in enumerate(sorted(places))
        ),
    )
    plans = [(place, known(n)) for n, place in enumerate(places)]
    return index(overview(matrix, plans, (), "zh", linked=True))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("index") / "index.html"
    path.write_text(page(ROWS, COLUMNS), "utf-8")
    return path


def test_three_thousand_plans_stay_fluid(browser: Browser, large: Path) -> None:
    assert large.stat().st_size < 5_000_000
    with shown(browser, large) as (view, seen):
        elements = view.evaluate("document.querySelectorAll('*').length")
        assert elements < 50 * ROWS, "cells are drawn, not made of elements"
        # at work for what is in sight alone: a screen of it takes no longer at the end than at the beginning
        frames = view.evaluate(
            """() => new Promise(done => {
                const scroller = document.getElementById('scroller'), times = [];
                let last = performance.now(), n = 0;
                const step = () => {
                    const now = performance.now();
                    times.push(now - last); last = now; scroller.scrollTop += 400;
                    if (++n < 60) requestAnimationFrame(step);
                    else done([times.sort((a, b) => a - b)[30], scroller.scrollTop]);
                };
                requestAnimationFrame(step);
            })"""
        )
        assert frames[1] > 20_000
        assert frames[0] < 250
        assert seen.complaints == []
        assert [url for url in seen.asked if not url.startswith("file:")] == []


def test_keys_choices_and_the_way_to_a_plan(browser: Browser, large: Path) -> None:
    with shown(browser, large) as (view, _):
        view.locator("#map").focus()
        view.keyboard.press("ArrowDown")
        view.keyboard.press("ArrowRight")
        assert view.locator("#told").inner_text().startswith("R-001 社区日间照料")
        view.select_option("#province", "云岭省")
        height = view.evaluate("document.getElementById('room').offsetHeight")
        assert height < ROWS * 18 / 2
        view.fill("#search", "石泉8县")
        assert view.evaluate("document.getElementById('room').offsetHeight") < 2 * 18 + 100
        view.select_option("#columns", "by-omitted")
        with view.expect_event("request") as request:
            view.locator("#scroller").click(position={"x": 300, "y": 98})
        assert "/pages/plans/" in request.value.url


def test_provinces_open(browser: Browser, large: Path) -> None:
    with shown(browser, large) as (view, _):
        rows = "document.querySelectorAll('#areas tbody tr:not([hidden])').length"
        assert view.evaluate(rows) == 4
        view.locator("#areas button:visible").first.click()
        assert view.evaluate(rows) == 4 + 13
        view.locator("#areas button:visible").nth(1).click()
        assert view.evaluate(rows) > 4 + 13


@pytest.mark.parametrize("dark", [False, True])
def test_accessible_and_readable_without_a_script(browser: Browser, tmp_path: Path, *, dark: bool) -> None:
    path = tmp_path / "index.html"
    path.write_text(page(12, 5, title="</script><b onclick=x>"), "utf-8")
    with shown(browser, path, dark=dark, lax=True) as (view, seen):
        axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed").Axe()
        found = axe.run(view)
        assert found.violations_count == 0, found.generate_report()
        assert seen.complaints == []
        assert "石泉3县" in view.locator("#areas").inner_text()
        assert view.locator("b[onclick]").count() == 0
