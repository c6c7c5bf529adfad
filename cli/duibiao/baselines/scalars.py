"""Single values of a baseline: words, numbers, flags, dates, units. Each is None, with a fault, where it is wrong."""

import math
import re
import unicodedata
from datetime import date
from difflib import get_close_matches

import yaml
from msgspec import Struct

from duibiao.baselines.nodes import At, Faults, items, shown, wrong_type
from duibiao.language import units
from duibiao.language.late import late
from duibiao.model.fact import Date

_DATE = late(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_ID = late(r"[^\s,;\"'{}\[\]]+")
_BIG = {"万": 10_000, "亿": 100_000_000}


class Measure(Struct, frozen=True):
    """A unit as the engine uses it; `known` is False for a measure word outside the table."""

    symbol: str
    scale: float
    known: bool = True


def read_text(at: At, faults: Faults, *, numeric: bool = False) -> str | None:
    """A string; `numeric` also lets a bare number stand for itself (clause: 3)."""
    if at.kind == "str" or (numeric and at.kind in ("int", "float")):
        value = str(at.node.value).strip()
        if not value:
            faults.add(at, "内容是空的", "empty")
        return value or None
    if isinstance(at.node, yaml.ScalarNode) and at.kind in ("int", "float", "bool", "timestamp"):
        value = str(at.node.value)
        faults.add(at, f'应为文字;请加引号写成 "{value}"', f'must be text; put it in quotes: "{value}"')
    else:
        wrong_type(at, "文字", "text", faults)
    return None


def is_id(value: str) -> bool:
    return _ID.fullmatch(value) is not None and value.isprintable()


def read_id(at: At, faults: Faults) -> str | None:
    value = read_text(at, faults)
    if value is not None and not is_id(value):
        faults.add(
            at,
            f"编号 {shown(at)} 中不能有空格、逗号、引号或括号",
            f"id {shown(at)} must not hold spaces, commas, quotes or brackets",
        )
        return None
    return value


def read_texts(at: At, faults: Faults) -> tuple[str, ...]:
    return tuple(value for item in items(at, faults) if (value := read_text(item, faults)) is not None)


def read_flag(at: At, faults: Faults) -> bool | None:
    if at.kind == "bool":
        return str(at.node.value).lower() in ("true", "yes", "on")
    wrong_type(at, " true 或 false", "true or false", faults)
    return None


def read_number(at: At, faults: Faults) -> float | None:
    if at.kind in ("int", "float"):
        try:
            value = float(str(at.node.value).replace("_", ""))
        except ValueError:  # YAML 1.1 also calls 1:30 and 0x1F numbers
            value = math.nan
        if math.isfinite(value):
            return value
        faults.add(at, f"{shown(at)} 不是普通的数", f"{shown(at)} is not a plain number")
    elif at.kind == "str" and re.fullmatch(r"[-+]?[\d.,]+", str(at.node.value)):
        faults.add(
            at,
            f"应为数;请去掉引号和千分号:{shown(at)}",
            f"must be a number, without quotes and separators: {shown(at)}",
        )
    else:
        wrong_type(at, "数(如 90;单位写在 unit 里)", "a number (such as 90; its unit goes into unit)", faults)
    return None


def read_choice(at: At, faults: Faults, choices: tuple[str, ...]) -> str | None:
    value = str(at.node.value) if isinstance(at.node, yaml.ScalarNode) else None
    if value in choices:
        return value
    listed = " | ".join(choices)
    zh, en = nearest(value or "", choices)
    faults.add(at, f"{shown(at)} 不在可选值中:{listed}{zh}", f"{shown(at)} is not one of {listed}{en}")
    return None


def read_date(at: At, faults: Faults) -> Date | None:
    """YYYY, YYYY-MM or YYYY-MM-DD, quoted or not, of the calendar."""
    if at.kind in ("str", "int", "timestamp") and (match := _DATE.fullmatch(str(at.node.value))):
        year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
        try:
            date(year or 0, month or 1, day or 1)
        except ValueError:
            faults.add(at, f"日历上没有 {shown(at)}", f"{shown(at)} is not in the calendar")
            return None
        if year is not None and 1900 <= year < 2200:
            return Date(year=year, month=month, day=day)
    faults.add(
        at,
        f'日期应写成 "2025"、"2025-06" 或 "2025-06-30",现为{shown(at)}',
        f'a date is written "2025", "2025-06" or "2025-06-30", not {shown(at)}',
    )
    return None


def read_unit(at: At, faults: Faults) -> Measure | None:
    """A unit of the table. A Chinese measure word outside it counts things (lint says so); anything else is a slip."""
    symbol = read_text(at, faults)
    if symbol is None:
        return None
    unit = units.lookup(symbol)
    if unit is not None:
        return Measure(unit.symbol, unit.scale)
    if _is_measure_word(symbol):
        big = _BIG.get(symbol[0], 1) if len(symbol) > 1 else 1
        return Measure(symbol[1:] if big > 1 else symbol, big, known=False)
    zh, en = nearest(symbol, units.symbols())
    faults.add(at, f"不认识的单位 {shown(at)}{zh}", f"unknown unit {shown(at)}{en}")
    return None


def nearest(word: str, choices: tuple[str, ...]) -> tuple[str, str]:
    """An advice that names the choice that was probably meant, in both languages, or nothing."""
    by_small = {choice.lower(): choice for choice in reversed(choices)}
    close = get_close_matches(word.lower(), by_small, n=1, cutoff=0.7)
    if not close:
        return "", ""
    return f";是否想写 {by_small[close[0]]}?", f"; did you mean {by_small[close[0]]}?"


def _is_measure_word(symbol: str) -> bool:
    return len(symbol) <= 6 and all(unicodedata.category(char) == "Lo" for char in symbol)
