"""Trains where the draft parts a sentence into requirements, on the checklists of ../shared.

    .venv/bin/python -m tests.training.drafting [--write]

Each comma of an upstream document stands either inside a labelled requirement or between two; a small logistic model
learns which. `--write` ships the weights. What a document of another kind may expect comes from models that have not
seen the checklist they are asked about (`left_out`).
"""

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from msgspec import Struct
from sklearn.linear_model import LogisticRegression

from duibiao.baselines import load
from duibiao.documents import read
from duibiao.drafting import signs
from duibiao.drafting.parts import parts
from duibiao.language.normalise import plain_text
from duibiao.model.baseline import Baseline
from duibiao.model.document import Document
from duibiao.model.logistic import Logistic
from tests.documents.shared import REAL

WEIGHTS = Path(signs.__file__).with_name("weights.json")
CHECKLISTS = REAL.parent / "gold" / "baselines"
# Which document each labelled checklist was made from.
DOCUMENTS = {
    "bj-ai-2023": "A01_*.html",
    "bj-titles-2018": "T01_*.html",
    "cn-carbon-2021": "N20_*.txt",
    "hy-basic-2023": "G02_*.txt",
    "sc-elderly-2019": "G01_*.txt",
    "sz-housing-2022": "H01_*.html",
    "xj-pilot-2015": "G03_*.txt",
}
_MARKS = re.compile(r"[,;。:!?、\"'()《》\s]")
# As firm as the thousand commas allow; ten times more or less changes no figure by more than a point.
_C = 0.3
# At the threshold as many requirements are wrongly joined as parted; nearer than this on either side, a person looks.
_THRESHOLDS = {"parted": 0.38, "unsure": 0.35}


class Comma(Struct, frozen=True):
    features: Mapping[str, float]
    parted: bool


@cache
def document(name: str) -> Document:
    return read(next(REAL.glob(DOCUMENTS[name])))


@cache
def checklist(name: str) -> Baseline:
    return load(CHECKLISTS / f"{name}.yaml")


@cache
def commas(name: str) -> tuple[Comma, ...]:
    return tuple(_commas(name))


def _commas(name: str) -> Iterator[Comma]:
    texts = {r.id: _MARKS.sub("", plain_text(r.text)) for r in checklist(name).requirements}
    for clause in document(name).clauses:
        if not clause.role.commits or clause.cells:
            continue
        found = parts(clause.plain.text)
        owners = [_owners(part.words, texts) for part in found]
        start = 0
        for at in range(1, len(found)):
            if not (owners[at - 1] and owners[at]):
                start = at
                continue
            parted = not owners[at - 1] & owners[at]
            if not signs.must_join(found[start:at], found[at]):
                yield Comma(signs.features(found[start:at], found[at], len(found) - at - 1), parted)
            start = at if parted else start


def _owners(words: str, texts: Mapping[str, str]) -> set[str]:
    core = _MARKS.sub("", words).removeprefix("并").removesuffix("等")
    return {name for name, text in texts.items() if core and core in text}


def fitted(names: Sequence[str]) -> Logistic:
    """The model that these checklists teach."""
    rows = [comma for name in names for comma in commas(name)]
    keys = sorted({key for row in rows for key in row.features})
    matrix = np.array([[row.features.get(key, 0.0) for key in keys] for row in rows])
    model = LogisticRegression(C=_C, max_iter=3000).fit(matrix, [row.parted for row in rows])
    weights = {key: round(float(weight), 3) for key, weight in zip(keys, model.coef_[0], strict=True)}
    return Logistic(bias=round(float(model.intercept_[0]), 3), weights=weights)


@cache
def left_out(name: str) -> Logistic:
    """The model of all the other checklists."""
    return fitted([other for other in DOCUMENTS if other != name])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    for name in DOCUMENTS:
        rows = commas(name)
        answers = [left_out(name)(row.features) > _THRESHOLDS["parted"] for row in rows]
        parted = sum(row.parted for row in rows)
        split = sum(said and not row.parted for said, row in zip(answers, rows, strict=True))
        joined = sum(row.parted and not said for said, row in zip(answers, rows, strict=True))
        print(f"{name:18} commas {len(rows):4} parted {parted:4} wrongly parted {split:3} wrongly joined {joined:3}")
    model = fitted(list(DOCUMENTS))
    if arguments.write:
        data = {"thresholds": _THRESHOLDS, "parted": {"bias": model.bias, **model.weights}}
        WEIGHTS.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
