"""A real browser for the tests: Debian's chromium, driven without a display and without a network."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec import Struct, field
from playwright.sync_api import Browser, Page, sync_playwright

WIDE = (1280, 900)
PHONE = (360, 740)


class Seen(Struct):
    """What a page did besides being shown: what it asked for, and what the browser complained of."""

    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def chromium() -> str:
    """The browser's path. CI has it installed by .ci/run, so that there its absence is a fault."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None and os.environ.get("CI"):
        pytest.fail("chromium is not installed; .ci/run installs it")
    if found is None:
        pytest.skip("chromium is not installed: apt-get install chromium")
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium())
        yield browser
        browser.close()


@contextmanager
def shown(
    browser: Browser,
    path: Path,
    *,
    size: tuple[int, int] = WIDE,
    dark: bool = False,
    lax: bool = False,
    online: bool = False,
) -> Iterator[tuple[Page, Seen]]:
    """The page at `path`; `lax` turns its policy off for a test that must bring a script of its own."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        bypass_csp=lax,
        offline=not online,
    )
    page = context.new_page()
    seen = Seen()
    page.on("request", lambda request: seen.asked.append(request.url))
    page.on("console", lambda message: seen.complaints.append(message.text))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.goto(path.as_uri())
    yield page, seen
    context.close()
