"""Golden files: compared byte for byte, rewritten only when asked, and never where CI runs."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# how long an example may take is no test of what it says: the machine may be busy
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite golden files; look at the diff afterwards")


def pytest_configure(config: pytest.Config) -> None:
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # a job in the background of a script ignores Ctrl-C, and so would every program that a test interrupts
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("--update-golden is for your own machine: in CI it would accept whatever comes out")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a golden file. A missing file fails: a test that writes it and passes proves nothing."""
    updating = request.config.getoption("--update-golden")

    def compare(path: Path, text: str) -> None:
        if updating:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
            return
        assert path.exists(), f"{path.name} is missing; make it with --update-golden and read it"
        assert text == path.read_bytes().decode()

    return compare
