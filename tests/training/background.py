"""Makes the background table: in how many clauses of published documents each term stands.

    .venv/bin/python -m tests.training.background

Reads every readable document of ../shared/real. Terms that stand in fewer than three clauses are left out: they are
rare, and saying so is what a missing entry does.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from duibiao.documents import read
from duibiao.matching.terms import terms
from duibiao.model.errors import UnreadableError

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "real"
FEWEST = 3


def main() -> int:
    grams: Counter[str] = Counter()
    words: Counter[str] = Counter()
    size = 0
    for path in sorted(REAL.iterdir()):
        if path.suffix not in (".txt", ".html"):
            continue
        try:
            document = read(path)
        except UnreadableError as error:
            print(f"{path.name}: {error.code}", file=sys.stderr)
            continue
        for clause in document.clauses:
            found = terms(clause.plain.text, wider=True)
            grams.update(found.grams)
            words.update(found.words)
            size += 1
    table = {
        "size": size,
        "grams": {t: n for t, n in sorted(grams.items()) if n >= FEWEST},
        "words": {t: n for t, n in sorted(words.items()) if n >= FEWEST},
    }
    out = ROOT / "cli" / "duibiao" / "matching" / "background.json"
    out.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{size} clauses, {len(table['grams'])} pairs, {len(table['words'])} words")  # type: ignore[arg-type]
    return 0


if __name__ == "__main__":
    sys.exit(main())
