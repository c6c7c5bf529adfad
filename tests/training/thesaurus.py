"""Puts the packs of the thesaurus together, and refuses what contradicts itself.

    .venv/bin/python -m tests.training.thesaurus [--check]

Every form belongs to one concept; a concept's canonical form is one of its forms; `is_a` has no circle. `--check`
writes nothing and fails where `thesaurus.json` is not what the packs make.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from duibiao.language.normalise import plain_text

ROOT = Path(__file__).resolve().parents[2]
PACKS = ROOT / "cli" / "duibiao" / "language" / "lexicon" / "thesaurus"
OUT = ROOT / "cli" / "duibiao" / "language" / "thesaurus.json"


class PackError(Exception):
    pass


def build() -> str:
    owner: dict[str, str] = {}
    origin: dict[str, str] = {}
    wider: dict[str, list[str]] = {}
    groups: dict[str, list[int]] = {}
    faults: list[str] = []
    count = 0
    for path in sorted(PACKS.glob("*.yaml")):
        pack: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        for name, forms in (pack.get("same") or {}).items():
            for form in (name, *(forms or ())):
                plain = plain_text(form)
                if owner.setdefault(plain, name) != name:
                    faults.append(f"{path.name}: {form} belongs to {owner[plain]} ({origin[plain]}) and to {name}")
                origin.setdefault(plain, path.name)
    for path in sorted(PACKS.glob("*.yaml")):
        pack = yaml.safe_load(path.read_text("utf-8"))
        for name, kinds in (pack.get("is_a") or {}).items():
            canonical = owner.setdefault(plain_text(name), name)
            wider.setdefault(canonical, []).extend(owner.setdefault(plain_text(k), k) for k in kinds or ())
        for group in pack.get("apart") or ():
            for member in group:
                groups.setdefault(owner.setdefault(plain_text(member), member), []).append(count)
            count += 1
    names = sorted(set(owner.values()))
    forms = {form: name for form, name in sorted(owner.items(), key=lambda x: (-len(x[0]), x[0])) if len(form) >= 2}
    concepts = {n: [n, sorted(_closure(n, wider, faults) - {n}), sorted(set(groups.get(n, [])))] for n in names}
    data = {"concepts": concepts, "forms": forms, "heads": _by_head(forms)}
    if faults:
        raise PackError("\n".join(faults))
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _by_head(forms: Iterable[str]) -> dict[str, list[str]]:
    heads: dict[str, list[str]] = {}
    for form in forms:
        heads.setdefault(form[:2], []).append(form)
    return heads


def _closure(name: str, wider: dict[str, list[str]], faults: list[str]) -> set[str]:
    seen: set[str] = set()
    waiting = list(wider.get(name, ()))
    while waiting:
        one = waiting.pop()
        if one == name:
            faults.append(f"{name} is a kind of itself")
        if one not in seen:
            seen.add(one)
            waiting += wider.get(one, ())
    return seen


def main() -> int:
    try:
        text = build()
    except PackError as faults:
        print(faults, file=sys.stderr)
        return 1
    if "--check" in sys.argv:
        return int(OUT.read_text("utf-8") != text)
    OUT.write_text(text, "utf-8")
    data = json.loads(text)
    print(f"{len(data['concepts'])} concepts, {len(data['forms'])} forms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
