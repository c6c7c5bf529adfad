"""A policy thesaurus: 敬老院 is 特困人员供养服务机构, which is a kind of 养老机构; 公办 is never 民办.

The packs (`lexicon/thesaurus/*.yaml`, one a topic) are written by hand. `python -m tests.training.thesaurus` puts them
together in `thesaurus.json`, which loads in a few milliseconds where the packs would take a tenth of a second.
"""

from functools import cache
from importlib import resources
from typing import NamedTuple

from msgspec import json


class Entry(NamedTuple):
    """A concept: its canonical form, everything it is a kind of, and the groups in which it excludes the others."""

    name: str
    wider: tuple[str, ...]
    groups: tuple[int, ...]


def find(text: str) -> list[Entry]:
    """The concepts of a plain text from left to right, the longest form first where two begin together."""
    forms, entries = _tables()
    found: list[Entry] = []
    at, last = 0, len(text) - 1
    while at < last:
        candidates = forms.get(text[at : at + 2])
        if candidates is not None and text.startswith(candidates, at):
            for form in candidates:
                if text.startswith(form, at):
                    found.append(entries[form])
                    at += len(form) - 1
                    break
        at += 1
    return found


@cache
def _tables() -> tuple[dict[str, tuple[str, ...]], dict[str, Entry]]:
    """Forms by their first two characters, longest first; and the concept behind each form."""
    data = json.decode(resources.files("duibiao.language").joinpath("thesaurus.json").read_bytes())
    concepts = {name: Entry(name, tuple(wider), tuple(groups)) for name, wider, groups in data["concepts"]}
    entries: dict[str, Entry] = {}
    by_head: dict[str, list[str]] = {}
    for form, name in data["forms"]:  # longest first
        entries[form] = concepts[name]
        if form[:2] in by_head:
            by_head[form[:2]].append(form)
        else:
            by_head[form[:2]] = [form]
    return {head: tuple(forms) for head, forms in by_head.items()}, entries
