"""Parts of a json file that know their place, so that what is wrong with one can be told."""

import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from duibiao.model.message import Message

_RULE = re.compile(r"[A-Z]\d{3}", re.ASCII)
_LONGEST = 40


class WrongPartError(Exception):
    """A part is not what it should be; `message` says which, and what it should be."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


class Part(Struct, frozen=True):
    """A value and its path, such as `reports[0].findings[3].verdict`."""

    value: Any
    path: str

    def wrong(self, zh: str, en: str) -> WrongPartError:
        where = self.path or "."
        return WrongPartError(Message(f"{where} {zh}", f"{where} {en}"))

    def fields(self, *names: str, optional: Sequence[str] = ()) -> dict[str, "Part"]:
        """The parts of an object that holds exactly `names`, and may hold `optional`."""
        if not isinstance(self.value, dict):
            raise self._not("对象", "an object")
        for name in names:
            if name not in self.value:
                raise self.wrong(f"缺少 {name}", f"lacks {name}")
        for name in self.value:
            if name not in names and name not in optional:
                raise self.wrong(f"有不认识的 {name[:_LONGEST]}", f"holds the unknown {name[:_LONGEST]}")
        return {name: Part(value, f"{self.path}.{name}".lstrip(".")) for name, value in self.value.items()}

    def items(self, *, least: int = 0, most: int | None = None) -> list["Part"]:
        if not isinstance(self.value, list):
            raise self._not("列表", "a list")
        if len(self.value) < least or (most is not None and len(self.value) > most):
            raise self.wrong(f"不应有 {len(self.value)} 项", f"must not hold {len(self.value)} items")
        return [Part(value, f"{self.path}[{number}]") for number, value in enumerate(self.value)]

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self._not("文字", "text")
        return self.value

    def maybe_text(self) -> str | None:
        return None if self.value is None else self.text()

    def choice(self, among: Sequence[str]) -> str:
        if not isinstance(self.value, str) or self.value not in [str(each) for each in among]:
            raise self._not("|".join(among), "one of " + "|".join(among))
        return self.value

    def rule(self) -> str:
        if not isinstance(self.value, str) or not _RULE.fullmatch(self.value):
            raise self._not("W103 这样的代码", "a code such as W103")
        return self.value

    def count(self, *, least: int = 0) -> int:
        number = self.value
        whole = isinstance(number, int) or (isinstance(number, float) and number.is_integer())
        if isinstance(number, bool) or not whole or number < least:
            raise self._not(f"不小于 {least} 的整数", f"a whole number from {least}")
        return int(self.value)

    def share(self) -> float:
        if not isinstance(self.value, int | float) or isinstance(self.value, bool) or not 0 <= self.value <= 1:
            raise self._not("0 到 1 之间的数", "a number from 0 to 1")
        return float(self.value)

    def flag(self) -> bool:
        if not isinstance(self.value, bool):
            raise self._not("true 或 false", "true or false")
        return self.value

    def _not(self, zh: str, en: str) -> WrongPartError:
        shown = repr(self.value)
        shown = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
        return self.wrong(f"应为{zh}，实为 {shown}", f"must be {en}, it is {shown}")
