"""What one plan may cost. Drafts come by mail from anybody: beyond these a file is refused, and the others go on."""

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import asdict

from duibiao.model.errors import UsageError
from duibiao.model.message import Message


class Limits(Struct, frozen=True, kw_only=True):
    """The most of each; 0 lifts a limit.

    The longest plan at hand has 100,000 characters and 1,700 clauses in 2 MB: each limit leaves room for thirty of
    these. `size` is of the file and `unpacked` of what a packed one (docx, odt) holds, in MB; `ratio` says how many
    times smaller a part of it may be packed. `depth` is of elements in elements of a docx, where the parser itself
    stops at 256. `seconds` are of the clock, `memory` is in MB beyond what the program itself takes.
    """

    size: int = 200
    unpacked: int = 1000
    ratio: int = 400
    depth: int = 256
    pages: int = 2000
    characters: int = 4_000_000
    cells: int = 300_000
    clauses: int = 60_000
    seconds: int = 300
    memory: int = 2048


DEFAULT = Limits()
MB = 1_000_000
NAMES = Limits.__struct_fields__
_SETTING = re.compile(r"\s*([a-z]+)\s*=\s*([0-9]{1,12})\s*", re.ASCII)


def changed(limits: Limits, settings: Iterable[str]) -> Limits:
    """The limits with settings such as `pages=500` in place of their own.

    Raises:
        UsageError: A setting is none.
    """
    values = asdict(limits)
    for setting in settings:
        match = _SETTING.fullmatch(setting)
        if match is None or match[1] not in values:
            names = ", ".join(NAMES)
            raise UsageError(
                Message(f"限额“{setting}”写得不对", f"'{setting}' sets no limit"),
                Message(
                    f"请写成 名称=数字，例如 pages=500；0 表示不限。名称：{names}",
                    f"write NAME=NUMBER, such as pages=500; 0 lifts the limit. Names: {names}",
                ),
            )
        values[match[1]] = int(match[2])
    return Limits(**values)


def over(found: float, limit: int) -> bool:
    return bool(limit) and found > limit
