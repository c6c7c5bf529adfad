"""plans.csv: what it may say, and that all its faults are told at once."""

from pathlib import Path

import pytest

from duibiao.batch.manifest import read_manifest
from duibiao.model.document import Level
from duibiao.model.errors import FaultyFileError


def read(folder: Path, text: str, encoding: str = "utf-8") -> object:
    path = folder / "plans.csv"
    path.write_bytes(text.encode(encoding))
    return read_manifest(path, ["cn", "sc"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_columns_in_either_language(tmp_path: Path, encoding: str) -> None:
    text = "路径,地区,层级,清单,印发日期\n雅安\\方案.docx,四川省雅安市,市级,cn；sc,2023/9/5\n"
    found = read(tmp_path, text, encoding)
    assert isinstance(found, dict)
    line = found["雅安/方案.docx"]
    assert line.given.region == "四川省雅安市"
    assert (line.given.level, line.given.issued, line.baselines) == (Level.CITY, "2023-09-05", ("cn", "sc"))


def test_a_bare_list_of_paths_is_one(tmp_path: Path) -> None:
    found = read(tmp_path, "path\na.txt\n\nb.txt\n")
    assert isinstance(found, dict)
    assert list(found) == ["a.txt", "b.txt"]


def test_every_fault_is_told_with_its_line(tmp_path: Path) -> None:
    text = (
        "path,level,baseline,issued,colour\n"
        "../secret.txt,village,xx,2023-02-30,red\n"
        "/etc/passwd,,,,\n"
        "a.txt,,,,\n"
        "a.txt,county,,soon,\n"
        ",city,,,\n"
        "C:/x.txt,,,,\n"
    )
    with pytest.raises(FaultyFileError) as raised:
        read(tmp_path, text)
    told = sorted((fault.line, fault.path) for fault in raised.value.faults)
    assert told == [
        (1, "colour"),
        (2, "baseline"),
        (2, "issued"),
        (2, "level"),
        (2, "path"),
        (3, "path"),
        (5, "issued"),
        (5, "path"),
        (6, "path"),
        (7, "path"),
    ]


def test_no_column_of_paths(tmp_path: Path) -> None:
    with pytest.raises(FaultyFileError) as raised:
        read(tmp_path, "region,level\n四川省,省\n")
    assert [fault.line for fault in raised.value.faults] == [1]
