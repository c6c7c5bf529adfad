from collections.abc import Callable
from pathlib import Path

import pytest

from duibiao.baselines import load
from duibiao.model.baseline import Baseline
from duibiao.model.errors import BaselineError

HEAD = "schema: 1\nbaseline: {id: x}\nrequirements:\n"
Loads = Callable[[str], Baseline]
Complains = Callable[[str], list[str]]


@pytest.fixture
def loads(tmp_path: Path) -> Loads:
    """Loads the text of a baseline file."""

    def run(text: str) -> Baseline:
        path = tmp_path / "x.yaml"
        path.write_text(text, encoding="utf-8")
        return load(path)

    return run


@pytest.fixture
def complains(loads: Loads) -> Complains:
    """The faults of a baseline file, each as `path:line message`."""

    def run(text: str) -> list[str]:
        with pytest.raises(BaselineError) as caught:
            loads(text)
        return [f"{fault.path}:{fault.line} {fault.message.en}" for fault in caught.value.faults]

    return run
