"""One browser for the tests of a file, closed with it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.reports.html.browser import launched


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as found:
        yield found
