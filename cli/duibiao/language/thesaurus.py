"""A policy thesaurus: 敬老院 is 特困人员供养服务机构, which is a kind of 养老机构; 公办 is never 民办.

The packs (`lexicon/thesaurus/*.yaml`, one a topic) are written by hand. `python -m tests.training.thesaurus` puts them
together in `thesaurus.json`, which loads in a few milliseconds where the packs would take a tenth of a second.
"""

from functools import cache
from importlib import resources
from typing import NamedTuple

from msgspec import Struct, json


class Entry(NamedTuple):
    """A concept: its canonical form, everything it is a kind of, and the groups in which it excludes the others."""

    name: str
    wider: tuple[str, ...]
    groups: tuple[int, ...]


class Tables(Struct, frozen=True):
    """`forms` leads from a form to its concept's name, `heads` from two characters to the forms that begin so, the
    longest first.
    """

    concepts: dict[str, Entry]
    forms: dict[str, str]
    heads: dict[str, tuple[str, ...]]


def find(text: str) -> list[Entry]:
    """The concepts of a plain text from left to right, the longest form first where two begin together."""
    tables = _tables()
    heads = tables.heads
    found: list[Entry] = []
    at, last = 0, len(text) - 1
    while at < last:
        candidates = heads.get(text[at : at + 2])
        if candidates is not None and text.startswith(candidates, at):
            form = next(form for form in candidates if text.startswith(form, at))
            found.append(tables.concepts[tables.forms[form]])
            at += len(form) - 1
        at += 1
    return found


@cache
def _tables() -> Tables:
    """Made by the decoder as they are used: built in Python they took a third of a check's matching."""
    return json.decode(resources.files("duibiao.language").joinpath("thesaurus.json").read_bytes(), type=Tables)
