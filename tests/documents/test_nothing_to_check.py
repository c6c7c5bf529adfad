"""A file without a clause that could promise anything is refused, not checked as a plan that omits all."""

from pathlib import Path

import pytest

from duibiao.documents import read
from duibiao.model.errors import UnreadableError


@pytest.mark.parametrize("text", ["hello world, this is no plan\n", "1\n2\n3\n", "表\n1\t2\n"])
def test_a_file_in_which_nothing_could_be_promised_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "plan.txt").write_text(text, "utf-8")
    with pytest.raises(UnreadableError) as caught:
        read(tmp_path / "plan.txt")
    assert caught.value.code == "no-clause"


def test_the_shortest_promise_is_a_plan(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("建成养老服务中心。\n", "utf-8")
    assert read(tmp_path / "plan.txt").clauses
