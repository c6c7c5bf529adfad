"""What the page in a zip says of the tool is what the tool says."""

import re

import pytest

from duibiao.commands.messages import WORDS
from duibiao.documents import refuse
from tests.packaging.page import made
from tests.packaging.setup.install import DROP


def plain(text: str) -> str:
    return re.sub(r"\{\w+\}|……", "", text)


def test_the_trouble_that_it_names_is_told_in_these_words() -> None:
    rows = re.findall(r"<tr><td>([^<]+)</td>", made("windows-x64").partition("七、常见问题")[2])
    told = [
        plain(WORDS["no-fit"].zh).replace(" ", ""),
        refuse.scan().message.zh,
        "读取 doc、wps、rtf、odt 需要 LibreOffice",
    ]
    assert len(rows) == 4
    assert plain(rows[0]) == told[0]
    assert told[1].startswith(rows[1])
    assert rows[2] == told[2]


@pytest.mark.parametrize("system", ["windows-x64", "linux-x64"])
def test_the_screens_are_those_that_are_seen(system: str) -> None:
    page = made(system)
    assert WORDS["beside-next"].zh in page
    assert plain(WORDS["beside-comments"].zh).rstrip() in page
    assert "装好了，样例也检查过了。" in page
    assert (DROP in page) is system.startswith("windows")
