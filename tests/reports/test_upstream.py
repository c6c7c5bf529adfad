"""Where a requirement stands upstream, as readers look it up."""

import pytest
from msgspec.structs import replace

from duibiao.model.baseline import Target
from duibiao.model.fact import Op
from duibiao.model.report import Run
from duibiao.reports.format import Options
from duibiao.reports.registry import FORMATS, render
from duibiao.reports.upstream import LONGEST, upstream_place
from duibiao.reports.view import arrange
from tests.reports import fixed

CASES = [
    ("青府发〔2021〕3号", "青府发〔2021〕3号 二(三)2"),
    ("", "qs2021 二(三)2"),
    ("青山省人民政府办公厅关于推进养老服务的意见(征求意见稿)", "关于推进养老服务的意见 二(三)2"),
    ("关于" + "推进" * 40 + "的意见", "关于" + "推进" * 40),
    ("青" * 60, "青" * 60),
]


@pytest.mark.parametrize(("name", "shown"), CASES)
def test_a_document_is_cited_by_its_number_or_a_short_title(name: str, shown: str) -> None:
    required = replace(fixed.requirement(2, "", ""), document="qs2021", upstream=name, clause="二(三)2")
    found = upstream_place(required)
    if len(name) > 2 * LONGEST:
        assert found == shown[: LONGEST - 1] + "… 二(三)2"
    else:
        assert found == shown


def test_nothing_known_is_nothing_said() -> None:
    assert upstream_place(replace(fixed.requirement(2, "", ""), document=None, upstream="", clause=None)) == ""


def shared() -> Run:
    """A total of the province, of which the plan's own city must reach a part."""
    target = Target(indicator="养老床位", op=Op.GE, value=46_000, unit="张", shares=(("云岭市", 46_000.0),))
    lowered = fixed.lowered()
    return fixed.single(replace(lowered, requirement=replace(lowered.requirement, targets=(target,))))


@pytest.mark.parametrize("name", ["terminal", "markdown", "html", "csv", "junit", "github", "sarif"])
def test_a_share_of_a_total_is_told_beside_the_total(name: str) -> None:
    """The reason speaks of 4.6万张 where upstream's sentence says 42万张."""
    assert "其中本地承担：养老床位≥4.6万张" in str(render(FORMATS[name], arrange(shared()), Options()))
    assert "其中本地承担" not in str(render(FORMATS[name], arrange(fixed.single()), Options()))
