"""Reads plans.md: plans in a small markup (its first lines say which)."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

HERE = Path(__file__).parent
_DIGITS = "零一二三四五六七八九十"


class Part(StrEnum):
    CHAPTER = "chapter"
    SECTION = "section"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    SIGNATURE = "signature"


class Block(Struct, frozen=True, kw_only=True):
    """`rows` of a table hold its cells, the header first; its `text` is the line above it."""

    part: Part
    text: str
    rows: tuple[tuple[str, ...], ...] = ()


class Sample(Struct, frozen=True, kw_only=True):
    file: str
    title: str
    agency: str
    region: str
    number: str
    issued: str
    blocks: tuple[Block, ...]


def samples() -> tuple[Sample, ...]:
    """The plans in the order of the source."""
    text = (HERE / "plans.md").read_text(encoding="utf-8")
    return tuple(_sample(part) for part in re.split(r"^%% ", text, flags=re.MULTILINE)[1:])


def numbered(sample: Sample) -> Iterator[tuple[Block, str]]:
    """Each block with its printed number: 一、 （一） 1. and nothing for the rest."""
    chapter = section = item = 0
    for block in sample.blocks:
        if block.part is Part.CHAPTER:
            chapter, section, item = chapter + 1, 0, 0
            yield block, f"{_chinese(chapter)}、"
        elif block.part is Part.SECTION:
            section, item = section + 1, 0
            yield block, f"（{_chinese(section)}）"
        elif block.part is Part.ITEM:
            item += 1
            yield block, f"{item}."
        else:
            yield block, ""


def day(sample: Sample) -> tuple[int, int, int]:
    year, month, date = (int(part) for part in sample.issued.split("-"))
    return year, month, date


def _sample(part: str) -> Sample:
    head, body = part.split("\n\n", maxsplit=1)
    file, *fields = head.split("\n")
    values = dict(field.split(": ", maxsplit=1) for field in fields)
    return Sample(file=file.strip(), blocks=tuple(_blocks(body)), **values)


def _blocks(body: str) -> Iterator[Block]:
    caption, rows = "", list[tuple[str, ...]]()
    for line in [*body.strip().split("\n"), ""]:
        if line.startswith("|"):
            rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
            continue
        if rows:
            yield Block(part=Part.TABLE, text=caption, rows=tuple(rows))
            rows = []
        if line.startswith("! "):
            caption = line[2:]
        elif line:
            yield _line(line)


def _line(line: str) -> Block:
    if match := re.match(r"\d+\. ", line):
        return Block(part=Part.ITEM, text=line[match.end() :])
    for mark, part in (("## ", Part.SECTION), ("# ", Part.CHAPTER), ("> ", Part.SIGNATURE)):
        if line.startswith(mark):
            return Block(part=part, text=line[len(mark) :])
    return Block(part=Part.PARAGRAPH, text=line)


def _chinese(number: int) -> str:
    return _DIGITS[number] if number <= 10 else f"十{_DIGITS[number - 10]}"
