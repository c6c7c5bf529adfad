"""What stands in which column, and how a value of the file reads in a cell.

Cells are text wherever Excel would otherwise be helpful: it turns 2022-06 into a date and 0012 into 12. Values are
those that stand in the file; what is left to be read from the text stays empty, so that it is not fixed by accident.
"""

import re
from typing import Any

from msgspec import Struct

from duibiao.language.late import late

REQUIREMENTS, TARGETS, SOURCES, HEAD = "要求", "指标", "来源", "清单"
_LIST = late(r"[、,，;；\n]+")
_YES, _NO = ("是", "true", "yes", "1"), ("否", "false", "no", "0")
_STRENGTHS = {"必须": "must", "应当": "should", "鼓励": "encourage", "探索": "explore"}
_KINDS = {"任务": "task", "指标": "target"}
_LEVELS = {"国家": "national", "省": "province", "省级": "province", "市": "city", "市级": "city",
           "县": "county", "县级": "county"}  # fmt: skip


class Column(Struct, frozen=True):
    """`key` is the field (with a dot for one inside another); `form` is text, list, flag, number or shares."""

    key: str
    title: str
    width: int = 14
    form: str = "text"
    choices: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()


COLUMNS: dict[str, tuple[Column, ...]] = {
    REQUIREMENTS: (
        Column("id", "编号", 12),
        Column("title", "简称", 24),
        Column("text", "原文", 60),
        Column("kind", "类型", 8, choices=("task", "target"), words=tuple(_KINDS.items())),
        Column(
            "strength",
            "约束力",
            11,
            choices=("must", "should", "encourage", "explore"),
            words=tuple(_STRENGTHS.items()),
        ),
        Column("deadline", "时限", 11),
        Column("departments", "责任部门", 30, "list"),
        Column("applies_to", "适用层级", 14, "list", words=tuple(_LEVELS.items())),
        Column("source.document", "来源文件", 12),
        Column("source.clause", "条款", 12),
        Column("refines", "细化", 12),
        Column("superseded_by", "被取代", 12),
        Column("keywords", "关键词", 18, "list"),
        Column("verified", "已核对", 8, "flag", ("是", "否")),
        Column("#", "备注", 30),
    ),
    TARGETS: (
        Column("id", "编号", 12),
        Column("indicator", "指标名称", 40),
        Column("op", "关系", 8, choices=(">=", ">", "<=", "<", "==", "~")),
        Column("value", "数值", 12, "number"),
        Column("unit", "单位", 14),
        Column("aggregate", "总数", 8, "flag", ("是", "否")),
        Column("by_region", "分解", 50, "shares"),
    ),
    SOURCES: (
        Column("id", "编号", 12),
        Column("title", "标题", 60),
        Column("number", "文号", 26),
        Column("issued", "印发日期", 14),
        Column("supersedes", "取代", 40, "list"),
    ),
    HEAD: (Column("key", "项目", 14), Column("value", "内容", 60)),
}
HEAD_KEYS = ("id", "title", "topic", "level", "region", "extends")


def to_cell(column: Column, value: Any) -> str | float:
    """How a value of the file reads in its cell; "" where it was left out."""
    if value is None:
        return ""
    if column.form == "list" and isinstance(value, list | tuple):
        return "、".join(map(str, value))
    if column.form == "flag":
        return "是" if value else "否"
    if column.form == "number" and isinstance(value, int | float):
        return value
    if column.form == "shares":
        return "；".join(f"{region}={share:g}" if isinstance(share, float) else f"{region}={share}"
                        for region, share in value.items())  # fmt: skip
    return str(value)


def from_cell(column: Column, cell: Any) -> Any:
    """The value that a cell means, None where it is empty. What cannot be understood is handed on for the loader."""
    text = "" if cell is None else str(cell).strip()
    if not text:
        return None
    words = dict(column.words)
    match column.form:
        case "list":
            return [words.get(part.strip(), part.strip()) for part in _LIST.split(text) if part.strip()]
        case "flag":
            return True if text.lower() in _YES else False if text.lower() in _NO else text
        case "number":
            return _number(text)
        case "shares":
            parts = [part.partition("=") for part in re.split(r"[；;\n]+", text.replace("＝", "=")) if part.strip()]
            return {region.strip(): _number(share.strip()) for region, _, share in parts}
        case _:
            return words.get(text, text)


def _number(text: str) -> Any:
    try:
        value = float(text.replace(",", "").replace("，", ""))
    except ValueError:
        return text
    return int(value) if value.is_integer() and "." not in text.rstrip("0").rstrip(".") else value
