"""plans.csv: what people know about the plans and the plans do not say.

Columns: path, region, level, baseline, issued; all but the first may be left out, Chinese headings do as well. A fault
is told with its line, and all of them at once.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import StringIO
from pathlib import Path, PurePosixPath

from msgspec import Struct

from duibiao.check import Given
from duibiao.desk.encodings import of_table
from duibiao.documents.encoding import decode
from duibiao.model.document import Level
from duibiao.model.errors import Fault, FaultyFileError, UsageError
from duibiao.model.message import Message

NAME = "plans.csv"
_HEADINGS = {
    "路径": "path", "文件": "path", "地区": "region", "层级": "level", "级别": "level", "清单": "baseline",
    "基线": "baseline", "基线清单": "baseline", "印发日期": "issued", "印发": "issued",
}  # fmt: skip
_COLUMNS = ("path", "region", "level", "baseline", "issued")
_LEVELS = {
    "国家": Level.NATIONAL, "省": Level.PROVINCE, "省级": Level.PROVINCE, "市": Level.CITY, "市级": Level.CITY,
    "县": Level.COUNTY, "县级": Level.COUNTY, "区": Level.COUNTY,
}  # fmt: skip


class Line(Struct, frozen=True, kw_only=True):
    """What the manifest says of one plan; `baselines` are ids."""

    line: int
    path: str
    given: Given
    baselines: tuple[str, ...] = ()


def read_manifest(path: Path, known: Sequence[str]) -> dict[str, Line]:
    """The lines by the plan's path below the manifest's folder. `known` are the ids of the baselines given.

    Raises:
        UsageError: It cannot be opened.
        FaultyFileError: It has faults; all of them are listed.
    """
    try:
        data = path.read_bytes()
        text = of_table(data) or decode(data)
    except OSError as error:
        raise UsageError(
            Message(f"无法打开 {path.as_posix()}", f"cannot open {path.as_posix()}"),
            Message("请检查文件名和读取权限", "check its name, and that you may read it"),
        ) from error
    faults: list[Fault] = []
    lines: dict[str, Line] = {}
    for line in _lines(text, known, faults):
        if line.path in lines:
            faults.append(_fault(line.line, "path", f"{line.path} 出现两次", f"{line.path} stands here twice"))
        lines[line.path] = line
    if faults:
        what = Message(f"{path.as_posix()} 有 {len(faults)} 处错误", f"{path.as_posix()}: {len(faults)} fault(s)")
        raise FaultyFileError(what, path.as_posix(), tuple(faults))
    return lines


def _lines(text: str, known: Sequence[str], faults: list[Fault]) -> Iterator[Line]:
    reader = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""))
    head = next(reader, [])
    columns = [_HEADINGS.get(name.strip(), name.strip().lower()) for name in head]
    if "path" not in columns:
        zh = "第一行应是列名，其中要有 path（路径）"
        faults.append(_fault(1, "", zh, "the first line names the columns, and path is not among them"))
        return
    for name in columns:
        if name and name not in _COLUMNS:
            known_names = ", ".join(_COLUMNS)
            faults.append(
                _fault(1, name, f"没有这一列；可用：{known_names}", f"no such column; there are {known_names}")
            )
    for row in reader:
        values = {name: value.strip() for name, value in zip(columns, row, strict=False)}
        if any(values.values()):
            yield _line(reader.line_num, values, known, faults)


def _line(number: int, values: Mapping[str, str], known: Sequence[str], faults: list[Fault]) -> Line:
    ids = tuple(values.get("baseline", "").replace(";", " ").replace("；", " ").split())
    for name in ids:
        if name not in known:
            there = ", ".join(known)
            zh = f"命令行没有给出清单 {name}（有 {there}）"
            faults.append(_fault(number, "baseline", zh, f"no baseline {name} was given with -b ({there})"))
    return Line(
        line=number,
        path=_path(number, values["path"], faults),
        given=Given(
            region=values.get("region") or None,
            level=_level(number, values.get("level", ""), faults),
            issued=_issued(number, values.get("issued", ""), faults),
        ),
        baselines=ids,
    )


def _path(number: int, text: str, faults: list[Fault]) -> str:
    """Below the manifest's folder, however it was written."""
    path = PurePosixPath(text.replace("\\", "/"))
    if not text or path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        zh = f"“{text}”不是本文件夹以下的路径"
        faults.append(_fault(number, "path", zh, f"'{text}' is no path below this folder"))
    return path.as_posix()


def _level(number: int, text: str, faults: list[Fault]) -> Level | None:
    found = _LEVELS.get(text) or next((level for level in Level if level == text.lower()), None)
    if text and found is None:
        names = ", ".join(Level)
        faults.append(_fault(number, "level", f"“{text}”应为 {names} 之一", f"'{text}' is none of {names}"))
    return found


def _issued(number: int, text: str, faults: list[Fault]) -> str | None:
    if not text:
        return None
    try:
        parts = text.replace("/", "-").replace(".", "-").split("-")
        return date(*map(int, parts)).isoformat()
    except (TypeError, ValueError):
        zh = f"“{text}”不是日期，请写成 2022-09-30 的样子"
        faults.append(_fault(number, "issued", zh, f"'{text}' is no date; write it like 2022-09-30"))
        return None


def _fault(line: int, column: str, zh: str, en: str) -> Fault:
    return Fault(column, line, Message(zh, en))
