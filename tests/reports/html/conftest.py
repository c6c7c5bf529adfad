"""One browser for the tests of a file; it is closed with the file, since its event loop would disturb others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.reports.html import told
from tests.reports.html.browser import launched


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as running:
        yield running


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fixed plan's page as a file."""
    path = tmp_path_factory.mktemp("html") / "report.html"
    path.write_bytes(told.page(told.single()).encode())
    return path
